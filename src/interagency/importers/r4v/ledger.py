"""Each row of each table is written down, and gets exactly one outcome."""

from interagency.exchange import Outcome
from interagency.importers.r4v.activities import of_activity
from interagency.importers.r4v.book import Book
from interagency.importers.r4v.facts import facts_of
from interagency.importers.r4v.lists import of_partner, of_structure, of_translation
from interagency.importers.r4v.sheets import Family, Sheet
from interagency.importers.r4v.verdicts import Verdict, beside, verdict
from interagency.importers.tables import Cells


def enter(book: Book, sheet: Sheet, number: int, cells: Cells) -> Verdict:
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


def _of_form(book: Book, sheet: Sheet, number: int) -> Verdict:
    if sheet.form and number in sheet.form.personal:
        return Outcome.REJECTED, "personal data, not read"
    if sheet.form and number in sheet.form.rows:
        return verdict([book.organization(book.roster.forms[sheet.table.file])])
    return Outcome.REJECTED, "an instruction, or an entry that is not needed"
