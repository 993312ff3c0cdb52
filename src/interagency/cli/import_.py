"""`interagency import`: foreign tables to a document, with an account of every row."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import click

from interagency.cli.channel import note
from interagency.cli.guard import OutputPath, anything
from interagency.cli.import_workbook import import_workbook
from interagency.cli.inputs import (
    deliver,
    deliver_both,
    differ,
    guard,
    output_option,
    plugins_of,
)
from interagency.cli.output import csv_text, table_text
from interagency.document import InvalidDocument, Problem, dumps
from interagency.document.identities import (
    IDENTITIES_FILE,
    NO_IDENTITIES,
    Identities,
    read_identities,
)
from interagency.document.workbook.files import WORKBOOK
from interagency.exchange import Accounting, ColumnPreview, Imported, Importer, Outcome
from interagency.plugins.formats import imported as imported_by
from interagency.plugins.formats import mapping_of, previewed
from interagency.plugins.loading import Plugins
from interagency.report.printing import shown

_LONGEST_VALUES = 60
_UNSURE = 1
# Reading so many bytes takes seconds.
_LONG = 1_000_000
Given = TypeVar("Given")


@click.command("import")
@click.argument("form", metavar="FORMAT")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@output_option
@click.option(
    "--accounting",
    type=OutputPath(),
    help="Write what became of every row to a CSV file.",
)
@click.option(
    "--preview", is_flag=True, help="Show what each column of a table is taken for; write nothing."
)
@click.option(
    "--mapping",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Read the columns of tables as this file says.",
)
@click.option(
    "--write-mapping",
    type=OutputPath(),
    help="Write how the columns are read, to be edited and given with --mapping.",
)
@click.option(
    "--identities",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Settle names by the decisions in this file; by default identities.yaml beside the "
    "output, if there is one.",
)
@click.option(
    "--strict", is_flag=True, help="End with exit code 1 if a column is left as not recognised."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="With the format xlsx: the document that a workbook was written from, to bring its "
    "changes back.",
)
@click.option("--write", is_flag=True, help="With --into: change the document.")
@click.pass_context
def import_(
    context: click.Context,
    form: str,
    sources: tuple[str, ...],
    output: Path | None,
    accounting: Path | None,
    preview: bool,
    mapping: Path | None,
    write_mapping: Path | None,
    identities: Path | None,
    strict: bool,
    into: Path | None,
    write: bool,
) -> None:
    """Read files or folders in a foreign FORMAT and write them as a document.

    What became of every row (read, merged, rejected) is told on standard error. Tables of any
    layout are the format `table`; `--preview` shows what it takes their columns for. A workbook
    that was sent out as a document is the format `xlsx`; --into brings what changed back.
    """
    if form == WORKBOOK:
        import_workbook(context, sources, into, output, write=write)
        return
    if into or write:
        raise click.UsageError("--into and --write go with the format xlsx")
    plugins = plugins_of(context, "importers")
    importer = _importer(form, sources, plugins)
    wants_tables = preview or bool(mapping) or bool(write_mapping) or strict or len(sources) > 1
    if wants_tables and importer.tables is None:
        raise click.UsageError(
            f"importer {form!r} takes one file or folder, and no mapping; `table` takes them"
        )
    differ(output, accounting, write_mapping)
    files = tuple(map(Path, sources))
    for file in (*files, *filter(None, [mapping])):
        guard(file, anything)
    _announce(files)
    if preview:
        shown_columns = _reading(files, lambda: previewed(importer, files, mapping, plugins))
        deliver(_preview_text(shown_columns), output)
        return
    if write_mapping:
        text = _reading(files, lambda: mapping_of(importer, files, mapping, plugins))
        deliver(text, write_mapping)
    decided = _decided(importer, identities, output)
    imported = _reading(
        files,
        lambda: imported_by(importer, files, plugins, mapping=mapping, identities=decided),
    )
    _deliver(imported, files, output, accounting)
    if strict and imported.unsure:
        for line in imported.unsure:
            note(f"not recognised: {line}")
        context.exit(_UNSURE)


def _announce(files: tuple[Path, ...]) -> None:
    """Name on standard error the files that take a while, before they are read."""
    for file in files:
        with suppress(OSError, ValueError):  # whoever reads it says why it cannot be read
            size = file.stat().st_size
            if size > _LONG:
                note(f"reading {file}, {size / 1e6:.1f} MB")


def _importer(form: str, sources: tuple[str, ...], plugins: Plugins) -> Importer:
    if form not in plugins.importers:
        raise click.UsageError(f"no importer {form!r}; known: {', '.join(plugins.importers)}")
    if "-" in sources:
        raise click.UsageError(
            "importers tell by its name what a file holds, and standard input has none: "
            "save it to a file, and name that"
        )
    return plugins.importers[form]


def _decided(importer: Importer, given: Path | None, output: Path | None) -> Identities:
    """Return the decisions on names: those of a file that is given, or that lies there."""
    path = given or (output or Path()).parent / IDENTITIES_FILE
    if given is None and not path.exists():
        return NO_IDENTITIES
    if importer.tables is None and importer.settled is None:
        if given is not None:
            raise click.UsageError(f"importer {importer.name!r} takes no decisions on names")
        note(f"{path} was left: importer {importer.name!r} takes none")
        return NO_IDENTITIES
    guard(path)
    found = read_identities(path)
    note(f"names are settled by {path}: {len(found.decisions)} decisions")
    return found


def _reading(files: tuple[Path, ...], call: Callable[[], Given]) -> Given:
    """Return what reading gives; a file that cannot be read is a problem."""
    try:
        missing = [str(file) for file in files if not file.exists()]
        if missing:
            message = "there is no such file or folder"
            raise InvalidDocument([Problem(message, file=each) for each in missing])
        return call()
    except OSError as error:
        cause = error.strerror or str(error)
        raise InvalidDocument([Problem(f"cannot be read: {cause}", file=str(files[0]))]) from None


def _deliver(
    imported: Imported, files: tuple[Path, ...], output: Path | None, accounting: Path | None
) -> None:
    if not imported.accounting.count(Outcome.READ):
        _tell(imported.accounting)
        message = "no row says who, where or in which sector; nothing was written"
        raise InvalidDocument([Problem(message, file=str(file)) for file in files])
    is_json = output is not None and output.suffix.lower() == ".json"
    text = dumps(imported.architecture, format="json" if is_json else "yaml")
    deliver_both(text.encode(), output, _as_csv(imported.accounting).encode(), accounting)
    _tell(imported.accounting)


def _preview_text(columns: tuple[ColumnPreview, ...]) -> str:
    """Return a table of columns for each sheet."""
    parts = []
    for title in dict.fromkeys((each.file, each.sheet, each.reads) for each in columns):
        file, sheet, reads = title
        name = " / ".join(filter(None, (file, sheet)))
        rows = [
            tuple(map(shown, _preview_row(each)))
            for each in columns
            if (each.file, each.sheet, each.reads) == title
        ]
        about = (
            f"rows are read for {reads}" if reads else "not read: no column says what it is about"
        )
        parts.append(f"{shown(name)}: {about}\n{table_text(rows)}")
    return "\n".join(parts) or "no columns\n"


def _preview_row(column: ColumnPreview) -> tuple[str, ...]:
    values = "; ".join(column.values)
    short = values if len(values) <= _LONGEST_VALUES else f"{values[:_LONGEST_VALUES]}..."
    return (column.column, column.header, column.meaning or "-", column.why, short)


def _tell(accounting: Accounting) -> None:
    for line in accounting.summary().splitlines():
        note(line)


def _as_csv(accounting: Accounting) -> str:
    rows = (
        (row.file, row.sheet, row.row, row.outcome.value, row.detail) for row in accounting.rows
    )
    return csv_text([("file", "sheet", "row", "outcome", "detail"), *rows])
