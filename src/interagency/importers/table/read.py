"""Tables of any layout as an architecture: which columns are read, and what became of each row."""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any, final

from attrs import frozen

from interagency.document import InvalidDocument, Problem
from interagency.document.registry import called_for
from interagency.exchange import (
    Accounting,
    ColumnPreview,
    Imported,
    RowOutcome,
    TableAccount,
)
from interagency.importers.table.book import Book
from interagency.importers.table.groups import Groups
from interagency.importers.table.holders import Holders
from interagency.importers.table.mapping import Mapping, mapping_text
from interagency.importers.table.rows import entered
from interagency.importers.table.sheet import TableSheet, UnfitColumns, sheet_of
from interagency.importers.tabular.ledger import row_outcomes
from interagency.importers.tabular.mentions import Mention
from interagency.importers.tabular.organizations import Directory, Registry
from interagency.importers.tabular.places import Places
from interagency.importers.tabular.records import organizations_of
from interagency.importers.tabular.sectors import SectorNames
from interagency.importers.tabular.source import Table, read_tables
from interagency.importers.tabular.split import blocks_of, stacked
from interagency.importers.tabular.text import folded, one_line, slug
from interagency.model import Architecture, Organization, Source
from interagency.vocabularies import Vocabularies, shipped

_NOTE = "Read from tables. What no column says is not here."


@final
@frozen(kw_only=True)
class TableNames:
    """What recognises names; made once for an import."""

    vocabularies: Vocabularies
    places: Places
    sectors: SectorNames
    registry: Registry

    @classmethod
    def of(cls, vocabularies: Vocabularies) -> "TableNames":
        """Return what recognises the names that vocabularies know."""
        return cls(
            vocabularies=vocabularies,
            places=Places.of(vocabularies),
            sectors=SectorNames(vocabularies),
            registry=Registry.of(vocabularies.organizations),
        )

    def knows(self) -> dict[str, Callable[[str], object]]:
        """Return what recognises a value of a field."""
        return {
            "sector": self._code,
            "country": self.places.country,
            "organization": lambda text: self.registry.match(Mention(names=((None, text),))),
        }

    def _code(self, text: str) -> str | None:
        found = self.sectors.find(text)
        return found.code if found else None


def tables_of(paths: Iterable[Path]) -> tuple[Table, ...]:
    """Return the tables of files and folders; those that share a sheet apart.

    Raises:
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    whole = (table for path in paths for table in read_tables(path))
    blocks = (block for table in whole for block in blocks_of(table))
    return tuple(part for block in blocks for part in stacked(block))


def sheets_of(
    tables: Iterable[Table], mapping: Mapping, names: TableNames
) -> tuple[TableSheet, ...]:
    """Return the tables, understood.

    Raises:
        InvalidDocument: If the mapping is for other columns.
    """
    used: set[str] = set()
    found, problems = [], []
    for table in tables:
        try:
            found.append(sheet_of(table, _source_id(table, used), mapping, names.knows()))
        except UnfitColumns as error:
            problems += error.problems
    if problems:
        raise InvalidDocument(problems)
    return tuple(found)


def read(paths: Iterable[Path], mapping: Mapping) -> Imported:
    """Return what tables say, with an account of every row.

    Args:
        paths: Files or folders.
        mapping: What is known of them beforehand.

    Raises:
        InvalidDocument: If the mapping is for other columns, or the file is of another kind.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    return imported(tables_of(paths), mapping)


def imported(tables: Sequence[Table], mapping: Mapping) -> Imported:
    """Return what tables say, with an account of every row."""
    _refuse_others(tables, mapping)
    names = TableNames.of(shipped())
    sheets = sheets_of(tables, mapping, names)
    holders = Holders(Directory(names.registry), names.vocabularies, names.places)
    book = Book(
        names.vocabularies,
        names.places,
        names.sectors,
        holders,
        mapping,
        Groups(names.vocabularies),
    )
    book.is_alone = sum(bool(sheet.reads) for sheet in sheets) == 1
    rows = tuple(row for sheet in sheets for row in _entered(sheet, book))
    return Imported(
        architecture=_architecture(sheets, book, mapping),
        accounting=Accounting(tables=tuple(_account(each, book) for each in sheets), rows=rows),
        unsure=tuple(
            f"{sheet.table.title}, column {each.letter}: {each.header or '(no header)'}"
            for sheet in sheets
            for each in sheet.unsure
        ),
    )


def preview(paths: Iterable[Path], mapping: Mapping) -> tuple[ColumnPreview, ...]:
    """Return what each column of some tables is taken for; nothing of the rows is kept.

    Raises:
        InvalidDocument: If the mapping is for other columns.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    sheets = sheets_of(tables_of(paths), mapping, TableNames.of(shipped()))
    return tuple(
        ColumnPreview(
            file=sheet.table.file,
            sheet=sheet.table.name,
            reads=sheet.reads,
            column=each.letter,
            header=each.header,
            meaning=each.meaning if each.is_read else "",
            why=_why(each.how, each.rivals, each.field, each.is_known),
            values=each.samples,
        )
        for sheet in sheets
        for each in sheet.columns
        if each.header or each.samples
    )


def written_mapping(paths: Iterable[Path], mapping: Mapping) -> str:
    """Return the mapping by which some tables are read, to be edited and given again.

    Raises:
        InvalidDocument: If the mapping is for other columns.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    sheets = sheets_of(tables_of(paths), mapping, TableNames.of(shipped()))
    known = [each for each in sheets if each.reads]
    reads = known[0].reads if known else ""
    return mapping_text(reads, ((each.table.name, each.header, each.columns) for each in known))


def _why(how: Any, rivals: tuple[str, ...], name: str, is_known: bool) -> str:
    if rivals and is_known:
        return f"left: another column is read for the {rivals[0]}"
    if rivals:
        return f"left: it may be {' or '.join(rivals)}"
    if not is_known:
        return "left: not recognised"
    if name == "person":
        return "left: personal data"
    return f"by {how}" if name not in ("remark", "id", "leave", "smaller area", "plan") else "left"


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


def _entered(sheet: TableSheet, book: Book) -> list[RowOutcome]:
    return row_outcomes(sheet.table, lambda number, cells: entered(sheet, number, cells, book))


def _account(sheet: TableSheet, book: Book) -> TableAccount:
    table = sheet.table
    named = f"read for its {sheet.reads}" if sheet.reads else "not read"
    left = sheet.unsure
    by_values = [each for each in sheet.columns if each.how and each.how.name == "VALUES"]
    personal = [each for each in sheet.columns if each.field == "person"]
    aside = [each for each in sheet.columns if each.is_known and not each.is_read]
    aside = [each for each in aside if each.field != "person" and each.samples]
    notes = [*table.notes, named]
    notes += (
        f"column {each.header!r} ({each.letter}) is taken for the {each.field}, by its values"
        for each in by_values
    )
    for title, columns in (
        ("left, personal data", personal),
        ("left, not recognised", left),
        ("left", aside),
    ):
        shown = ", ".join(f"{each.header!r} ({each.letter})" for each in columns)
        notes += [f"{title}: columns {shown}"] if columns else []
    people = book.mailboxes_left + book.holders.people
    notes += [f"left, personal data in cells: {people}"] if people else []
    return TableAccount(
        file=table.file,
        sheet=table.name,
        rows=len(table.rows),
        blank=table.blank,
        hidden=table.hidden,
        notes=tuple(notes),
    )


def _architecture(sheets: Sequence[TableSheet], book: Book, mapping: Mapping) -> Architecture:
    registry = shipped().organizations
    organizations = organizations_of(
        book.holders.directory.identities, registry, "table", ("table", "page")
    )
    ids = [each.id for each in organizations]
    taken = {*registry, *(each.source for each in sheets), *book.urls.values()}
    constants = {
        key: value
        for key, value in mapping.constants.items()
        if key in ("title", "as_of", "situation", "areas")
    }
    sections = {
        **book.groups.sections(ids, taken),
        "presence": book.presence.records(ids),
    }
    # those that are as in the registry need not be written, and stand where reading puts them
    own = tuple(each for each in organizations if registry.get(each.id) != each)
    lent = called_for({"organizations": own, **sections}, registry)
    return Architecture(
        note=mapping.constants.get("note", _NOTE),
        **constants,
        default_sources=tuple(each.source for each in sheets if each.reads and book.is_alone),
        sources=(*_sources(sheets, mapping), *_pages(book)),
        organizations=(*own, *_listed(lent, organizations)),
        **sections,
    )


def _listed(
    lent: Sequence[Organization], organizations: Sequence[Organization]
) -> tuple[Organization, ...]:
    """Return the organizations of the registry that are called for, then those only listed."""
    known = {each.id for each in lent}
    registry = shipped().organizations
    unchanged = (each for each in organizations if registry.get(each.id) == each)
    return (*lent, *(each for each in unchanged if each.id not in known))


def _sources(sheets: Sequence[TableSheet], mapping: Mapping) -> Iterable[Source]:
    for sheet in sheets:
        if sheet.reads:
            publisher = mapping.constants.get("publisher")
            yield Source(id=sheet.source, title=one_line(sheet.table.title), publisher=publisher)


def _pages(book: Book) -> Iterable[Source]:
    return (Source(id=id, url=url) for url, id in book.urls.items())


def _source_id(table: Table, used: set[str]) -> str:
    name = f"{table.file.rpartition('.')[0]} {table.name}"
    stem = f"table-{slug(name)}".strip("-")
    numbers = (f"-{number}" if number > 1 else "" for number in count(1))
    id = next(stem + number for number in numbers if stem + number not in used)
    used.add(id)
    return id
