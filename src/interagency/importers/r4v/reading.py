"""Tables to an architecture, with an account of every row."""

from pathlib import Path
from typing import Final

from attrs import evolve

from interagency.exchange import Accounting, Imported, Outcome, RowOutcome, TableAccount
from interagency.importers.r4v import bodies
from interagency.importers.r4v.areas import gazetteer_of
from interagency.importers.r4v.book import Book
from interagency.importers.r4v.ledger import enter
from interagency.importers.r4v.roster import roster_of
from interagency.importers.r4v.sheets import Family, Names, Sheet, sheets_of
from interagency.importers.tables import Table, read_tables
from interagency.model import Architecture
from interagency.vocabularies import shipped

# Lists give names and spellings that rows of activities lean on.
_ORDER: Final = (
    Family.PARTNERS,
    Family.STRUCTURE,
    Family.TRANSLATIONS,
    Family.FORM,
    Family.ACTIVITIES,
    Family.UNKNOWN,
)
_NOTE: Final = "Read from R4V's own tables. What they do not say is not here: above all, who leads."


def read(source: Path) -> Imported:
    """Return what R4V's tables say: one file, or all of a folder taken together.

    Raises:
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    return imported(read_tables(source))


def imported(tables: tuple[Table, ...]) -> Imported:
    """Return what tables say, with an account of every row."""
    names = Names.of(shipped())
    sheets = sheets_of(tables, names)
    ordered = sorted(sheets, key=lambda sheet: _ORDER.index(sheet.family))
    book = Book(names, roster_of(sheets, names), gazetteer_of(ordered, names.places))
    outcomes: dict[str, list[RowOutcome]] = {}
    first: dict[object, Sheet] = {}
    for sheet in ordered:
        # who fills in a form is whom the placeholders of its file mean
        form = book.roster.forms.get(sheet.table.file)
        same = (sheet.table.rows, sheet.years, sheet.told_country, form)
        twin = first.setdefault(same, sheet)
        outcomes[sheet.source] = (
            _entered(sheet, book) if twin is sheet else _merged(sheet, twin, outcomes[twin.source])
        )
    accounting = Accounting(
        tables=tuple(map(_account, sheets)),
        rows=tuple(row for sheet in sheets for row in outcomes[sheet.source]),
    )
    return Imported(architecture=_architecture(sheets, book), accounting=accounting)


def _entered(sheet: Sheet, book: Book) -> list[RowOutcome]:
    found = []
    for number, cells in sheet.table.rows:
        outcome, detail = enter(book, sheet, number, cells)
        found.append(
            RowOutcome(
                file=sheet.table.file,
                sheet=sheet.table.name,
                row=number,
                outcome=outcome,
                detail=detail,
            )
        )
    return found


def _merged(sheet: Sheet, twin: Sheet, outcomes: list[RowOutcome]) -> list[RowOutcome]:
    """Return what became of the rows of a table that is another again: amounts count once."""
    again = f"into the same row of {twin.table.title}"
    return [
        evolve(
            row,
            file=sheet.table.file,
            sheet=sheet.table.name,
            outcome=row.outcome if row.outcome is Outcome.REJECTED else Outcome.MERGED,
            detail=row.detail if row.outcome is Outcome.REJECTED else again,
        )
        for row in outcomes
    ]


def _account(sheet: Sheet) -> TableAccount:
    table = sheet.table
    return TableAccount(
        file=table.file,
        sheet=table.name,
        rows=len(table.rows),
        blank=table.blank,
        hidden=table.hidden,
        notes=(*table.notes, f"taken for {sheet.family}", *sheet.notes),
    )


def _architecture(sheets: tuple[Sheet, ...], book: Book) -> Architecture:
    structure, plans = book.structure, book.plans
    return Architecture(
        title="R4V, coordination of the response for refugees and migrants from Venezuela",
        situation="refugee-and-migrant",
        note=_NOTE,
        sources=tuple(sheet.as_source() for sheet in sheets if sheet.table.rows),
        organizations=book.roster.organizations,
        forums=bodies.forums(structure),
        sectors=bodies.sectors(structure),
        sub_sectors=bodies.sub_sectors(structure),
        seats=bodies.seats(structure),
        plans=plans.plans(),
        appeals=plans.appeals(),
        presence=plans.presences(),
    )
