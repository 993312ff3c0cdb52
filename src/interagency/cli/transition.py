"""`interagency transition`: which function of which cluster has no accepted national owner."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.cli.output import aligned, csv_text
from interagency.document.writer import json_text
from interagency.model import Day
from interagency.report.markdown import escaped
from interagency.report.printing import day_text, shown
from interagency.report.transition import Row, transition_rows
from interagency.snapshot import Snapshot, counted

_COLUMNS = ("body", "name", "function", "taker", "accepted", "day", "state")
_FORMS = ("text", "markdown", "json", "csv")
_MET = "accepted by a national owner"
_MARKS = {_MET: "ok", "no accepted national owner": "GAP", "unknown": "?"}


@click.command()
@click.argument("path", metavar="PATH")
@at_option
@click.option("--format", "form", type=click.Choice(_FORMS), default="text")
@output_option
@click.pass_context
def transition(
    context: click.Context, path: str, at: Day | None, form: str, output: Path | None
) -> None:
    """List the functions of each cluster: who takes them over, by when, and have they accepted.

    The functions are the six core functions of a cluster and accountability to affected people.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    rows = list(transition_rows(snapshot))
    deliver(_text(snapshot, rows, form), output)


def _text(snapshot: Snapshot, rows: Sequence[Row], form: str) -> str:
    if form == "json":
        return json_text([{key: row[key] for key in _COLUMNS} for row in rows])
    if form == "csv":
        return csv_text([_COLUMNS, *([row[key] for key in _COLUMNS] for row in rows)])
    met = sum(row["state"] == _MET for row in rows)
    has = "has" if met == 1 else "have"
    title = f"{snapshot.now.title or 'untitled'}, {day_text(snapshot.day)}"
    head = (
        f"{title}: {met} of {counted(len(rows), 'function')} {has} a national owner who accepted it"
    )
    if form == "markdown":
        return "\n".join([f"## {escaped(head, 1_000)}", *_markdown(rows)]) + "\n"
    return "\n".join([shown(head), *_plain(rows)]) + "\n"


def _plain(rows: Sequence[Row]) -> Iterator[str]:
    for name, group in groupby(rows, key=lambda row: row["name"]):
        yield from ("", shown(name))
        cells = [(_MARKS[row["state"]], row["function"], row["text"]) for row in group]
        yield from (f"  {shown(line)}" for line in aligned(cells))


def _markdown(rows: Sequence[Row]) -> Iterator[str]:
    yield from ("", "| group | function | who takes it over |", "|---|---|---|")
    for row in rows:
        cells = (escaped(row[key], 1_000) for key in ("name", "function", "text"))
        yield f"| {' | '.join(cells)} |"
