"""`interagency decisions`: what is open, what was decided and by whom, what parties agreed."""

from collections.abc import Iterator
from pathlib import Path

import click

from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.document.writer import json_text
from interagency.model import Day
from interagency.report.decision_log import agreement_rows, decision_rows
from interagency.report.printing import shown
from interagency.report.wording import Wording
from interagency.snapshot import counted


@click.command()
@click.argument("path")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@at_option
@output_option
@click.pass_context
def decisions(
    context: click.Context, path: str, form: str, at: Day | None, output: Path | None
) -> None:
    """List decisions, the open ones first, and agreements, the first to end first.

    An open decision names who has to take it: the level to which an unclear position goes.
    """
    wording = Wording.on(snapshot_of(path, at, plugins_of(context, "vocabularies")), whole=True)
    taken, agreed = list(decision_rows(wording)), list(agreement_rows(wording))
    if form == "json":
        deliver(json_text({"decisions": taken, "agreements": agreed}), output)
        return
    title = shown(wording.snapshot.now.title or "untitled")
    counts = f"{counted(len(taken), 'decision')}, {counted(len(agreed), 'agreement')}"
    lines = [f"{title}, {wording.setting()[0]}: {counts}"]
    lines += [line for row in taken for line in ("", *_decision(row))]
    lines += [line for row in agreed for line in ("", *_agreement(row))]
    deliver("\n".join(map(shown, lines)) + "\n", output)


def _decision(row: dict[str, str]) -> Iterator[str]:
    day = "" if row["day"] == "?" else f" ({row['day']})"
    yield f"{row['status']}  {row['name']}{day}"
    if row["text"]:
        yield f"    {row['text']}"
    verb = "to be taken by" if row["status"] == "open" else "by"
    yield f"    {verb}: {row['by']}"
    if row["changes"]:
        yield f"    changes: {row['changes']}"


def _agreement(row: dict[str, str]) -> Iterator[str]:
    yield f"{row['kind']}  {row['name']}, until {row['until']}"
    yield f"    between: {row['parties']}"
    if row["subject"]:
        yield f"    on: {row['subject']}"
    if row["concerns"]:
        yield f"    concerns: {row['concerns']}"
