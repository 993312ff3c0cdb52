"""Tables of any layout as an architecture: which columns are read, and what became of each row."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from interagency.document import InvalidDocument, Problem
from interagency.document.identities import Identities
from interagency.exchange import Accounting, Imported, RowOutcome
from interagency.importers.table.account import account_of
from interagency.importers.table.assembly import architecture_of
from interagency.importers.table.book import Book
from interagency.importers.table.groups import Groups
from interagency.importers.table.holders import Holders
from interagency.importers.table.mapping import Mapping
from interagency.importers.table.rows import entered
from interagency.importers.table.sheet import TableSheet
from interagency.importers.table.sheets import TableNames, sheets_of, tables_of
from interagency.importers.tabular.ledger import row_outcomes
from interagency.importers.tabular.organizations import Directory
from interagency.importers.tabular.source import Table
from interagency.importers.tabular.text import folded
from interagency.vocabularies import shipped


def read(paths: Iterable[Path], mapping: Mapping, identities: Identities | None = None) -> Imported:
    """Return what tables say, with an account of every row.

    Args:
        paths: Files or folders.
        mapping: What is known of them beforehand.
        identities: Decisions on the names of organizations.

    Raises:
        InvalidDocument: If the mapping is for other columns, or the file is of another kind, or a
            decision makes the same of organizations of two kinds.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    return imported(tables_of(paths), mapping, identities)


def imported(
    tables: Sequence[Table], mapping: Mapping, identities: Identities | None = None
) -> Imported:
    """Return what tables say, with an account of every row."""
    sheets, book = understood(tables, mapping, identities)
    rows = tuple(row for sheet in sheets for row in _outcomes(sheet, book))
    book.holders.directory.refuse_clashes()
    tables_read = tuple(account_of(each, book) for each in sheets)
    return Imported(
        architecture=architecture_of(sheets, book),
        accounting=Accounting(tables=tables_read, rows=rows),
        unsure=tuple(_unsure(sheets)),
    )


def understood(
    tables: Sequence[Table], mapping: Mapping, identities: Identities | None = None
) -> tuple[tuple[TableSheet, ...], Book]:
    """Return tables with what their columns are, and the book that their rows add to."""
    _refuse_others(tables, mapping)
    names = TableNames.of(shipped(), identities)
    sheets = sheets_of(tables, mapping, names)
    holders = Holders(Directory(names.registry), names.vocabularies, names.places)
    groups = Groups(names.vocabularies)
    book = Book(names.vocabularies, names.places, names.sectors, holders, mapping, groups)
    book.is_alone = sum(bool(sheet.reads) for sheet in sheets) == 1
    return sheets, book


def _outcomes(sheet: TableSheet, book: Book) -> Iterator[RowOutcome]:
    yield from row_outcomes(sheet.table, lambda number, cells: entered(sheet, number, cells, book))


def _unsure(sheets: Sequence[TableSheet]) -> Iterator[str]:
    for sheet in sheets:
        for each in sheet.unsure:
            header = each.header or "(no header)"
            yield f"{sheet.table.title}, column {each.letter}: {header}"


def _refuse_others(tables: Sequence[Table], mapping: Mapping) -> None:
    """Refuse files in which nothing says that they are of the kind of a profile.

    Raises:
        InvalidDocument: If nothing does.
    """
    wanted = [folded(each) for each in mapping.says]
    if wanted and not any(_says(table, wanted) for table in tables):
        words = ", ".join(mapping.says)
        message = f"nothing here says {words}; `interagency import table` reads tables of any kind"
        raise InvalidDocument([Problem(message, file=tables[0].file)])


def _says(table: Table, wanted: Sequence[str]) -> bool:
    texts = (table.file, table.name, *(cell for _, cells in table.rows for cell in cells))
    return any(f" {word}" in f" {folded(text)}" for text in texts for word in wanted)
