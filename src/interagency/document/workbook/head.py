"""The head of a document, as the sheet Start holds it: fields with their values, one a row."""

from collections.abc import Iterator, Sequence
from typing import Final, final

from attrs import frozen

from interagency.document.names import spelling
from interagency.document.problems import Cell, Problem
from interagency.document.scalars import number, shortened
from interagency.document.shape import HEADER, VERSION_KEY, file_key
from interagency.document.workbook.draft import Draft
from interagency.document.workbook.headers import more_of
from interagency.document.workbook.layout import START, title
from interagency.document.workbook.sheets import SheetRows
from interagency.document.workbook.words import LEGEND
from interagency.document.yaml_reader import Unreadable
from interagency.model.fields import FieldShape

_FIELD, _VALUE = "Field", "Value"
_SHAPES: Final = {
    spelling(name): shape for shape in HEADER for name in (title(file_key(shape)), file_key(shape))
}
_LEGEND: Final = frozenset(spelling(word) for word, _ in LEGEND)


@final
@frozen
class HeadRow:
    """One row of the head: its label, the text of its value, and the cell of that."""

    label: str
    text: str
    cell: Cell


def head_rows(sheet: SheetRows, draft: Draft) -> Sequence[HeadRow]:
    """Return the rows of the head; their values are read once the names are known.

    Raises:
        Unreadable: If the row of headers is missing.
    """
    wanted = (spelling(_FIELD), spelling(_VALUE))
    spelled = [list(map(spelling, row)) for row in sheet.rows]
    head = next((n for n, row in enumerate(spelled) if {*wanted} <= {*row}), None)
    if head is None:
        message = f"the row with the headers {_FIELD} and {_VALUE} is missing"
        raise Unreadable(Problem(message, (), "", 1, 1, sheet.name))
    field, value = (spelled[head].index(each) for each in wanted)
    return [*_rows(sheet, head, field, value, draft)]


def _rows(sheet: SheetRows, head: int, field: int, value: int, draft: Draft) -> Iterator[HeadRow]:
    for row, cells in enumerate(sheet.rows[head + 1 :], head + 2):
        cell = Cell(row, value + 1, sheet.name)
        if (row - 1, value) in sheet.errors:
            draft.problem("the formula in it failed; write the value itself", cell)
        if cells[field].strip():
            yield HeadRow(cells[field].strip(), cells[value], cell)


def read_head(rows: Sequence[HeadRow], draft: Draft) -> None:
    """Read the head of the document."""
    for each in rows:
        name = spelling(each.label)
        if name == spelling(title(VERSION_KEY)):
            draft.value[VERSION_KEY] = number(each.text.strip()) or None
            draft.places.cells[VERSION_KEY,] = each.cell
        elif name in _SHAPES:
            _field(each, _SHAPES[name], draft)
        elif name not in _LEGEND and not more_of(name) and each.text.strip():
            shown = shortened(each.label)
            draft.notes.append(f"{START}: the row {shown!r} was left: it is your own")
    _more([each for each in rows if more_of(spelling(each.label))], draft)
    draft.value.setdefault(VERSION_KEY, None)


def _field(row: HeadRow, shape: FieldShape, draft: Draft) -> None:
    key = file_key(shape)
    draft.places.cells[key,] = row.cell
    if row.text.strip():
        draft.value[key] = draft.read(shape, row.text.strip(), (key,), row.cell)


def _more(rows: Sequence[HeadRow], draft: Draft) -> None:
    text = "".join(each.text for each in rows)
    if text.strip():
        draft.value |= draft.flow(text, rows[0].cell)
