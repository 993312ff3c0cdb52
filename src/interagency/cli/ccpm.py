"""`interagency ccpm`: the scores of a cluster's performance survey, with their bands."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from interagency.cli.inputs import deliver, guard, output_option, standard_input
from interagency.cli.output import aligned
from interagency.document.strict_yaml import text_of
from interagency.document.writer import json_text
from interagency.indicators import Response, SubCategory, ccpm_results
from interagency.indicators.ccpm import BANDS_SOURCE, read_scores, scores_in
from interagency.report.printing import shown

_HEADS = ("sub-category", "score", "band", "partners", "coordinators", "unanswered")
_BANDS = (
    "Bands: strong above 0.75, satisfactory above 0.50, unsatisfactory above 0.25, weak up to that"
)


@click.command()
@click.argument("scores", type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@output_option
def ccpm(scores: str, form: str, output: Path | None) -> None:
    """Score a survey of cluster coordination performance (CCPM).

    SCORES is a CSV file with the columns sub-category, by (partner or coordinator) and score
    (from 0 to 1; nothing where the question was left unanswered). The score of a sub-category is
    the median of all answers. With - it is read from standard input.
    """
    found = ccpm_results(_answers(scores))
    deliver(_as_json(found) if form == "json" else _as_text(found), output)


def _answers(scores: str) -> tuple[Response, ...]:
    if scores == "-":
        return scores_in(text_of(standard_input(), "<stdin>"))
    guard(Path(scores))
    return read_scores(Path(scores))


def _as_text(found: tuple[SubCategory, ...]) -> str:
    rows = [_HEADS, *map(_row, found)]
    return "\n".join([*aligned(rows), "", _BANDS, f"({BANDS_SOURCE})"]) + "\n"


def _row(found: SubCategory) -> tuple[str, ...]:
    counts = (found.partners, found.coordinators, found.unanswered)
    score, band = _number(found.score) or "?", found.band or "?"
    return (shown(found.name), score, band, *map(str, counts))


def _number(score: Decimal | None) -> str:
    """Return a score without the noughts at its end."""
    return "" if score is None else f"{score.normalize():f}"


def _as_json(found: tuple[SubCategory, ...]) -> str:
    whole = {"bands": str(BANDS_SOURCE), "sub-categories": [_record(each) for each in found]}
    return json_text(whole)


def _record(found: SubCategory) -> dict[str, Any]:
    return {
        "name": found.name,
        "score": None if found.score is None else float(found.score),
        "band": found.band,
        "partners": found.partners,
        "coordinators": found.coordinators,
        "unanswered": found.unanswered,
    }
