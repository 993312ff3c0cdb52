"""`interagency import`: foreign tables to a document, with an account of every row."""

from pathlib import Path

import click

from interagency.cli.inputs import deliver_both, differ, guard, output_option, plugins_of
from interagency.cli.output import csv_text
from interagency.document import InvalidDocument, Problem, dumps
from interagency.exchange import Accounting, Imported, Importer, Outcome
from interagency.plugins.loading import Plugins
from interagency.plugins.running import imported as imported_by
from interagency.report.printing import shown


@click.command("import")
@click.argument("form", metavar="FORMAT")
@click.argument("source", type=click.Path())
@output_option
@click.option(
    "--accounting",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what became of every row to a CSV file.",
)
@click.pass_context
def import_(
    context: click.Context, form: str, source: str, output: Path | None, accounting: Path | None
) -> None:
    """Read a file or folder in a foreign FORMAT and write it as a document.

    What became of every row (read, merged, rejected) is told on standard error.
    """
    plugins = plugins_of(context, "importers")
    if form not in plugins.importers:
        raise click.UsageError(f"no importer {form!r}; known: {', '.join(plugins.importers)}")
    if source == "-":
        raise click.UsageError(
            "importers tell by its name what a file holds, and standard input has none: "
            "save it to a file, and name that"
        )
    differ(output, accounting)
    guard(Path(source))
    imported = _read(plugins.importers[form], Path(source), plugins)
    if not imported.accounting.count(Outcome.READ):
        _tell(imported.accounting)
        message = "no row says who, where or in which sector; nothing was written"
        raise InvalidDocument([Problem(message, file=source)])
    is_json = output is not None and output.suffix.lower() == ".json"
    text = dumps(imported.architecture, format="json" if is_json else "yaml")
    deliver_both(text.encode(), output, _as_csv(imported.accounting).encode(), accounting)
    _tell(imported.accounting)


def _read(importer: Importer, source: Path, plugins: Plugins) -> Imported:
    try:
        if not source.exists():
            raise InvalidDocument([Problem("there is no such file or folder", file=str(source))])
        return imported_by(importer, source, plugins)
    except OSError as error:
        cause = error.strerror or str(error)
        raise InvalidDocument([Problem(f"cannot be read: {cause}", file=str(source))]) from None


def _tell(accounting: Accounting) -> None:
    for line in accounting.summary().splitlines():
        click.echo(shown(line), err=True)


def _as_csv(accounting: Accounting) -> str:
    rows = (
        (row.file, row.sheet, row.row, row.outcome.value, row.detail) for row in accounting.rows
    )
    return csv_text([("file", "sheet", "row", "outcome", "detail"), *rows])
