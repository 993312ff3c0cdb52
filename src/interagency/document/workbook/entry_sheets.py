"""Sheets of entries: a row each, with lists to pick from below the last one too."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from interagency.document.workbook.book import Book
from interagency.document.workbook.cells import is_coded
from interagency.document.workbook.colours import colour
from interagency.document.workbook.layout import (
    KEY,
    LEADS,
    SEATS,
    TYPE,
    Column,
    SheetPlan,
    more_header,
    type_of,
)
from interagency.document.workbook.lists import role_options
from interagency.document.workbook.rows import Cells, Row, cells_of, flow
from interagency.document.workbook.start_sheet import Text
from interagency.document.workbook.words import TYPES

# How many empty rows below the written ones have lists to pick from.
_SPARE: Final = 300
_WIDE: Final = {"name": 34, "note": 34, "title": 40, "holder": 30, "body": 34, "url": 34}
Leads = Callable[[str], bool]


def write_entries(
    book: Book, plan: SheetPlan, rows: Sequence[Row], text: Text, leads: Leads
) -> None:
    """Write the rows of one sheet.

    Args:
        book: The workbook.
        plan: What stands on the sheet.
        rows: Its rows.
        text: Returns the text of a value.
        leads: Returns whether a role term is one of leadership.
    """
    sheet = book.sheet(plan.title)
    cells = [cells_of(row, plan, text) for row in rows]
    parts = [flow(each.more) if each.more else [] for each in cells]
    headers = _headers(plan, max([1, *map(len, parts)]))
    for place, header in enumerate(headers):
        sheet.write_string(0, place, header, book.header())
    for number, row in enumerate(zip(rows, cells, parts, strict=True), 1):
        _write_row(sheet, number, plan, *row)
    _dress(book, sheet, plan, cells, len(headers))
    _offer(book, sheet, plan, (1, len(rows) + _SPARE), leads)
    colour(book, sheet, plan, _first(plan), (1, 0, len(rows) + _SPARE, len(headers) - 1))


def _first(plan: SheetPlan) -> int:
    """Return the column of the first field, from 0."""
    return 2 if plan.types else 1


def _headers(plan: SheetPlan, most: int) -> list[str]:
    own = [KEY, *([TYPE] if plan.types else []), *(each.header for each in plan.columns)]
    return [*own, *map(more_header, range(1, most + 1))]


def _write_row(
    sheet: Any, number: int, plan: SheetPlan, row: Row, cells: Cells, more: Sequence[str]
) -> None:
    first = _first(plan)
    sheet.write_string(number, 0, str(row.number))
    if plan.types:
        sheet.write_string(number, 1, type_of(row.section))
    for place, text in cells.texts.items():
        sheet.write_string(number, first + place, text)
    for place, part in enumerate(more, first + len(plan.columns)):
        sheet.write_string(number, place, part)


def _dress(book: Book, sheet: Any, plan: SheetPlan, cells: Sequence[Cells], columns: int) -> None:
    """Give a sheet its widths; what is rarely used and empty is folded away."""
    body, first = book.body(), _first(plan)
    used = {place for each in cells for place in each.texts}
    sheet.set_column(0, 0, 6, body, {"hidden": True})
    for place, column in enumerate(plan.columns):
        hidden = {} if column.first or place in used else {"hidden": True, "level": 1}
        sheet.set_column(first + place, first + place, _width(column), body, hidden)
    sheet.set_column(first + len(plan.columns), columns - 1, 24, body)
    sheet.freeze_panes(1, first + 1)
    sheet.autofilter(0, 0, max(len(cells), 1), columns - 1)


def _offer(book: Book, sheet: Any, plan: SheetPlan, span: tuple[int, int], leads: Leads) -> None:
    """Offer lists to pick from, in the written rows and below them."""
    if plan.types:
        sheet.set_column(1, 1, 16, book.body())
        prompt = TYPES if "Forum" in plan.types else ""
        book.pick(sheet, span, 1, plan.types, (TYPE, prompt))
    for place, column in enumerate(plan.columns, _first(plan)):
        is_role = column.key == "term" and SEATS in plan.sections
        roles = role_options(book.lists.vocabularies, leads, plan.title == LEADS)
        book.offer(sheet, span, place, column.shape, tuple(roles) if is_role else None)


def _width(column: Column) -> int:
    return _WIDE.get(column.key, 24 if is_coded(column.shape) else 18)
