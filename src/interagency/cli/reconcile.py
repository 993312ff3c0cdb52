"""`interagency reconcile`: seats, appeals and activity of each organization side by side."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.cli.output import csv_text, table_text
from interagency.document.writer import json_text
from interagency.indicators.reconciliation import Part
from interagency.indicators.reconciliation import reconcile as reconciled
from interagency.model import Day
from interagency.report.printing import shown
from interagency.snapshot import Snapshot, Verdict

_SAID = {Verdict.MET: "yes", Verdict.GAP: "no", Verdict.UNKNOWN: "?"}
_COLUMNS = ("organization", "sector", "sits", "appeals", "active", "seats", "plans", "areas")


@click.command()
@click.argument("path")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text")
@at_option
@output_option
@click.pass_context
def reconcile(
    context: click.Context, path: str, form: str, at: Day | None, output: Path | None
) -> None:
    """Hold seats, appeals and activity against each other, by organization and sector.

    A question mark stands where nothing is written and the list may not be whole.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    deliver(_FORMATS[form](snapshot, reconciled(snapshot)), output)


def _row(snapshot: Snapshot, part: Part) -> tuple[str, ...]:
    verdicts = (part.sits, part.appeals, part.is_active)
    lists = (part.seats, part.plans, part.areas)
    name = snapshot.name(part.organization)
    return (name, part.code, *map(_SAID.__getitem__, verdicts), *map("; ".join, lists))


def _as_text(snapshot: Snapshot, parts: Sequence[Part]) -> str:
    rows = [tuple(map(shown, _row(snapshot, part))) for part in parts]
    return table_text([_COLUMNS, *rows]) if rows else "no organization has a part in any sector\n"


def _as_csv(snapshot: Snapshot, parts: Sequence[Part]) -> str:
    rows = ((part.organization, *_row(snapshot, part)) for part in parts)
    return csv_text([("id", *_COLUMNS), *rows])


def _as_json(snapshot: Snapshot, parts: Sequence[Part]) -> str:
    rows = (dict(zip(_COLUMNS, _row(snapshot, part), strict=True)) for part in parts)
    found = [{"id": part.organization, **row} for part, row in zip(parts, rows, strict=True)]
    return json_text(found)


_FORMATS: dict[str, Callable[[Snapshot, Sequence[Part]], str]] = {
    "text": _as_text,
    "csv": _as_csv,
    "json": _as_json,
}
