"""`interagency matrix`: who leads and does what, by sector, area, organization or group."""

from collections.abc import Iterator
from pathlib import Path

import click

from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.cli.output import table_text
from interagency.model import Day
from interagency.report.language import LANGUAGES, language
from interagency.report.matrix import AXES, Axis, Matrix, matrix_of
from interagency.report.printing import shown
from interagency.report.tables import Table, written
from interagency.report.wording import Wording

_SUFFIXES = {"csv": "csv", "markdown": "md", "html": "html", "xlsx": "xlsx"}
_NAMES = {
    "sectors": "Sector",
    "areas": "Area",
    "organizations": "Organization",
    "groups": "Group",
    "partners": "Sort of partner",
}
_NOTE = "An empty cell is not recorded; a dash says that there certainly is nothing."


@click.command()
@click.argument("path")
@click.option("--rows", type=click.Choice(AXES), default="sectors", show_default=True)
@click.option("--columns", type=click.Choice(AXES), default="areas", show_default=True)
@click.option("--leads", is_flag=True, help="Only who leads, without members and the active.")
@click.option("--format", "form", type=click.Choice(["text", *_SUFFIXES]), default="text")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", help="Language of headings.")
@at_option
@output_option
@click.pass_context
def matrix(
    context: click.Context,
    path: str,
    rows: Axis,
    columns: Axis,
    leads: bool,
    form: str,
    lang: str,
    at: Day | None,
    output: Path | None,
) -> None:
    """Show who leads and who is active, as a table with two axes.

    An empty cell is not recorded; a dash says that there certainly is nothing.
    """
    if rows == columns:
        raise click.UsageError(f"rows and columns are both {rows}; choose two axes")
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    wording = Wording.on(snapshot, language=language(lang))
    found = matrix_of(wording, rows, columns, members=not leads)
    if form == "text":
        deliver(_as_text(wording, found), output)
    else:
        deliver(written(_table(wording, found, rows), _SUFFIXES[form]), output)


def _table(wording: Wording, found: Matrix, rows: Axis) -> Table:
    say = wording.language.say
    return Table(
        title=wording.snapshot.now.title or say("untitled"),
        note=f"{wording.setting()[0]}. {say(_NOTE)}",
        heads=[say(_NAMES[rows]), *(name for _, name in found.columns)],
        rows=[
            (name, *(found.text(row, column) for column, _ in found.columns))
            for row, name in found.rows
        ],
        language=wording.language,
    )


def _as_text(wording: Wording, found: Matrix) -> str:
    """Return a matrix row by row, as columns side by side would not fit a terminal."""
    title = shown(wording.snapshot.now.title or wording.language.say("untitled"))
    heading = f"{title}, {wording.setting()[0]}"
    lines = [line for row, name in found.rows for line in _lines(found, row, name)]
    table = table_text([tuple(map(shown, line)) for line in lines])
    return f"{heading}\n{table}{wording.language.say(_NOTE)}\n"


def _lines(found: Matrix, row: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the first line of a row with its name, and others without."""
    groups = found.grouped(row)
    for place, (text, names) in enumerate(groups):
        yield (name if place == 0 else "", text, ", ".join(names))
    if not groups:
        yield (name, "", "")
