"""Workbooks to the plain dict that a text gives, with the cell of everything in it.

All that is judged of a document is judged of that dict; only what a workbook alone can have wrong
is judged here: names that are unknown or mean two things, ids that stand twice, sheets without
headers, cells in which a formula failed.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, final

from attrs import frozen

from interagency.document.names import spelling
from interagency.document.problems import Problem
from interagency.document.shape import HEADER, SECTIONS, VERSION_KEY, file_key
from interagency.document.workbook.answer_sheet import read_answers
from interagency.document.workbook.draft import Draft
from interagency.document.workbook.entries import id_of, keyed, listed, named
from interagency.document.workbook.head import head_rows, read_head
from interagency.document.workbook.headers import is_filled
from interagency.document.workbook.layout import (
    FINDINGS,
    LISTS,
    QUESTIONS,
    SEATS,
    SENT,
    START,
    sheet_plans,
)
from interagency.document.workbook.limits import LIMITS, UnfitWorkbook, WorkbookLimits
from interagency.document.workbook.names import Names
from interagency.document.workbook.places import Places
from interagency.document.workbook.seats import read_seats
from interagency.document.workbook.sheets import SheetRows, sheets_in
from interagency.document.workbook.tables import Entry, entries_of
from interagency.document.yaml_reader import Unreadable
from interagency.vocabularies import Vocabularies, shipped

_OWN_SHEETS: Final = (START, QUESTIONS, FINDINGS, LISTS, SENT)


@final
@frozen
class ReadWorkbook:
    """What was read of a workbook.

    Attributes:
        value: The plain value, as a text gives it.
        problems: What is wrong with it, with the cell of each.
        places: The cell of each path.
        notes: What was left, and is not wrong: sheets and columns that are not of this format.
    """

    value: dict[str, Any]
    problems: tuple[Problem, ...]
    places: Places
    notes: tuple[str, ...]


def read_workbook(
    data: bytes,
    vocabularies: Vocabularies | None = None,
    limits: WorkbookLimits = LIMITS,
) -> ReadWorkbook:
    """Return what a workbook says.

    Args:
        data: Its bytes.
        vocabularies: Code lists and registry of organizations; by default the shipped ones.
        limits: What to refuse.

    Raises:
        Unreadable: If it cannot be read at all, or is a workbook of something else.
        MissingExtra: If the library that reads workbooks is missing.
    """
    try:
        sheets = sheets_in(data, limits)
    except UnfitWorkbook as error:
        raise Unreadable(Problem(str(error))) from None
    known = vocabularies or shipped()
    draft = Draft(Names((), known))
    by_name = {spelling(each.name): each for each in reversed(sheets)}
    _refuse_foreign(sheets, by_name, draft)
    _read(by_name, known, draft)
    value = _in_order(draft.value)
    return ReadWorkbook(value, tuple(draft.problems), draft.places, tuple(draft.notes))


def _read(sheets: Mapping[str, SheetRows], vocabularies: Vocabularies, draft: Draft) -> None:
    """Read every sheet: first all names, since any row may name what stands in another."""
    head = head_rows(sheets[spelling(START)], draft)
    entries = entries_of(sheets, draft)
    found = [(each, id_of(each, draft.names)) for each in entries if each.section.keyed]
    draft.names = Names(named(found), vocabularies)
    read_head(head, draft)
    for each, id in found:
        keyed(each, id, draft)
    for each in entries:
        _read_unkeyed(each, draft)
    questions = sheets.get(spelling(QUESTIONS))
    if questions is not None:
        read_answers(questions, draft)


def _read_unkeyed(entry: Entry, draft: Draft) -> None:
    if entry.section is SEATS:
        read_seats(entry, draft)
    elif not entry.section.keyed:
        listed(entry, draft)


def _refuse_foreign(
    sheets: Sequence[SheetRows], by_name: Mapping[str, SheetRows], draft: Draft
) -> None:
    """Refuse a workbook of something else, and note the sheets that are of no use here.

    Raises:
        Unreadable: If the sheet Start is missing.
    """
    own = {spelling(each) for each in (*_OWN_SHEETS, *(plan.title for plan in sheet_plans()))}
    if spelling(START) not in by_name:
        is_known = any(name in own for name in by_name)
        missing = "the sheet Start is missing, which holds the version of the format"
        reason = missing if is_known else "none of the sheets Start, Groups, Leads is in it"
        cure = "`interagency init FILE.xlsx` writes an empty workbook to fill in"
        raise Unreadable(Problem(f"is not a workbook of interagency: {reason}; {cure}"))
    strange = [each for each in sheets if spelling(each.name) not in own and is_filled(each)]
    draft.notes += [f"the sheet {each.name!r} was left: it is your own" for each in strange]


def _in_order(value: dict[str, Any]) -> dict[str, Any]:
    """Return the sections in the order of a file, so that the same rows give the same dict."""
    order = [VERSION_KEY, *map(file_key, HEADER), *(each.key for each in SECTIONS)]
    known = [key for key in order if key in value]
    rest = [key for key in value if key not in order]
    return {key: value[key] for key in (*known, *rest)}
