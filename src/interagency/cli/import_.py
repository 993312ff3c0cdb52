"""`interagency import`: foreign tables to a document, with an account of every row."""

import csv
from io import StringIO
from pathlib import Path

import click

from interagency.cli.inputs import deliver, differ, guard, output_option, plugins_of, shown
from interagency.document import InvalidDocument, Problem, dumps
from interagency.exchange import Accounting, Imported, Importer, Outcome


@click.command("import")
@click.argument("form", metavar="FORMAT")
@click.argument("source", type=click.Path(path_type=Path))
@output_option
@click.option(
    "--accounting",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what became of every row to a CSV file.",
)
@click.pass_context
def import_(
    context: click.Context, form: str, source: Path, output: Path | None, accounting: Path | None
) -> None:
    """Read a file or folder in a foreign FORMAT and write it as a document.

    What became of every row (read, merged, rejected) is told on standard error.
    """
    importers = plugins_of(context, "importers").importers
    if form not in importers:
        raise click.UsageError(f"no importer {form!r}; known: {', '.join(importers)}")
    differ(output, accounting)
    guard(source)
    imported = _read(importers[form], source)
    if not imported.accounting.count(Outcome.READ):
        _tell(imported.accounting)
        message = "no row says who, where or in which sector; nothing was written"
        raise InvalidDocument([Problem(message, file=str(source))])
    is_json = output is not None and output.suffix.lower() == ".json"
    text = dumps(imported.architecture, format="json" if is_json else "yaml")
    if accounting is not None:
        deliver(_as_csv(imported.accounting).encode(), accounting)
    deliver(text.encode(), output)
    _tell(imported.accounting)


def _read(importer: Importer, source: Path) -> Imported:
    if not source.exists():
        raise InvalidDocument([Problem("there is no such file or folder", file=str(source))])
    try:
        return importer.read(source)
    except OSError as error:
        cause = error.strerror or str(error)
        raise InvalidDocument([Problem(f"cannot be read: {cause}", file=str(source))]) from None


def _tell(accounting: Accounting) -> None:
    for line in accounting.summary().splitlines():
        click.echo(shown(line), err=True)


def _as_csv(accounting: Accounting) -> str:
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["file", "sheet", "row", "outcome", "detail"])
    for row in accounting.rows:
        table.writerow([row.file, row.sheet, row.row, row.outcome.value, row.detail])
    return out.getvalue()
