"""Tables as an architecture, with an account of every row."""

from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from interagency.document.identities import Identities
from interagency.exchange import Accounting, Imported, Outcome, RowOutcome, TableAccount
from interagency.importers.tabular.activities import of_activity
from interagency.importers.tabular.areas import gazetteer_of
from interagency.importers.tabular.fields import Field
from interagency.importers.tabular.ledger import (
    HEADERS,
    Book,
    RowStatus,
    beside,
    row_outcomes,
    verdict,
)
from interagency.importers.tabular.lists import of_partner, of_structure, of_translation
from interagency.importers.tabular.plans import Plans
from interagency.importers.tabular.profile import Profile
from interagency.importers.tabular.roster import roster_of
from interagency.importers.tabular.rows import facts_of
from interagency.importers.tabular.sheet import Family, Names, Sheet, sheets_of
from interagency.importers.tabular.source import Cells, Table, UnreadableTable, read_tables
from interagency.model import Architecture
from interagency.vocabularies import shipped

# Lists give names and spellings that rows of activities lean on.
_OWN = (Field.APPEALING, Field.APPEALS, Field.PARTNER_ID, Field.IN_PLAN)
_MANY = 5
_ORDER = (
    Family.PARTNERS,
    Family.STRUCTURE,
    Family.TRANSLATIONS,
    Family.FORM,
    Family.ACTIVITIES,
    Family.UNKNOWN,
)


def read(source: Path, profile: Profile, identities: Identities | None = None) -> Imported:
    """Return what tables say: one file, or all of a folder taken together.

    Args:
        source: The file or folder.
        profile: What is particular to the tables.
        identities: Decisions on the names of organizations.

    Raises:
        InvalidDocument: If a decision makes the same of organizations of two kinds.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, one that cannot be read, or none of the profile's.
    """
    tables = read_tables(source)
    if not _are_of(tables, profile):
        why = f"nothing here says {profile.publisher}; `interagency import table` reads any table"
        raise UnreadableTable(source, why)
    found = imported(tables, profile, identities)
    return evolve(found, accounting=_with_data(found.accounting))


def _are_of(tables: tuple[Table, ...], profile: Profile) -> bool:
    """Return whether anything says that tables are of a response: a word, or where they are."""
    if any(_says(table, profile) for table in tables):
        return True
    names = Names.of(shipped(), profile)
    return any(_lies_in(sheet, names) for sheet in sheets_of(tables, names))


def _says(table: Table, profile: Profile) -> bool:
    texts = {table.file, table.name, *(cell for _, cells in table.rows for cell in cells)}
    return any(map(profile.says, texts))


def _lies_in(sheet: Sheet, names: Names) -> bool:
    """Return whether a table has columns as those of the response, all in its countries.

    A list of many of its countries, and of no other, needs no such columns.
    """
    named = {sheet.layout.cell(cells, Field.COUNTRY) for _, cells in sheet.table.rows}
    countries = {text for text in named if names.places.country(text)}
    placed = {sheet.layout.cell(cells, Field.PLATFORM) for _, cells in sheet.table.rows}
    platforms = any(map(names.platforms.find, filter(None, placed)))
    # what people leave is no country of the response, and has no platform
    if not all(map(_platform_in(names), countries)) or not (countries or platforms):
        return False
    return sheet.layout.has(*_OWN) or platforms or len(countries) >= _MANY


def imported(
    tables: tuple[Table, ...], profile: Profile, identities: Identities | None = None
) -> Imported:
    """Return what tables say, with an account of every row."""
    names = Names.of(shipped(), profile, identities)
    sheets = sheets_of(tables, names)
    ordered = sorted(sheets, key=lambda sheet: _ORDER.index(sheet.family))
    book = Book(
        names,
        roster_of(sheets, names),
        gazetteer_of(ordered, names.places),
        profile.bodies(),
        Plans(profile.plans),
    )
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


def _with_data(accounting: Accounting) -> Accounting:
    """Return an account in which headers above no row that says anything count for nothing."""
    read = [row for row in accounting.rows if row.outcome is Outcome.READ]
    if not all(row.detail.startswith(HEADERS) for row in read):
        return accounting
    rows = (
        evolve(row, outcome=Outcome.REJECTED, detail=f"{row.detail}; no row below says anything")
        if row.outcome is Outcome.READ
        else row
        for row in accounting.rows
    )
    return evolve(accounting, rows=tuple(rows))


def _platform_in(names: Names) -> Callable[[str], bool]:
    def is_one(country: str) -> bool:
        code = names.places.country(country)
        return code in names.places.region and names.platforms.find(country) is not None

    return is_one


def _entered(sheet: Sheet, book: Book) -> list[RowOutcome]:
    return row_outcomes(sheet.table, lambda number, cells: _outcome_of(book, sheet, number, cells))


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
    profile, plans = book.names.profile, book.plans
    return Architecture(
        title=profile.title,
        situation=profile.situation,
        note=profile.note,
        sources=tuple(sheet.as_source() for sheet in sheets if sheet.table.rows),
        organizations=book.roster.organizations,
        **book.bodies.sections(),
        plans=plans.plans(),
        appeals=plans.appeals(),
        presence=plans.presences(),
    )


def _outcome_of(book: Book, sheet: Sheet, number: int, cells: Cells) -> RowStatus:
    """Write down one row of a table, and return what became of it."""
    if sheet.family is Family.UNKNOWN:
        return Outcome.REJECTED, f"the table has {Family.UNKNOWN}"
    if sheet.form:
        return _of_form(book, sheet, number)
    if not sheet.is_data(number):
        return beside(sheet.layout, number, cells)
    if sheet.family is Family.TRANSLATIONS:
        return of_translation(book, sheet, number, cells)
    facts = facts_of(sheet, cells, book.names, book.areas)
    if sheet.family is Family.PARTNERS:
        return of_partner(book, sheet, number, facts)
    if sheet.family is Family.ACTIVITIES:
        return of_activity(book, sheet, cells, facts)
    return of_structure(book, sheet, facts)


def _of_form(book: Book, sheet: Sheet, number: int) -> RowStatus:
    if sheet.form and number in sheet.form.personal:
        return Outcome.REJECTED, "personal data, not read"
    if sheet.form and number in sheet.form.rows:
        return verdict([book.organization(book.roster.forms[sheet.table.file])])
    return Outcome.REJECTED, "an instruction, or an entry that is not needed"
