"""The first sheet of a workbook: how to fill it in, the head of the document, what colours mean."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, final

from attrs import frozen

from interagency.document.migrations import current_version
from interagency.document.shape import HEADER, VERSION_KEY, file_key
from interagency.document.workbook.book import Book, meaning
from interagency.document.workbook.colours import LEGEND_COLOURS
from interagency.document.workbook.layout import START, more_header, title
from interagency.document.workbook.rows import flow
from interagency.document.workbook.words import HOW_TO, LEGEND, STARTING
from interagency.model.fields import FieldShape

_GREY = "#595959"
_VERSION = "Version of the format; leave it as it is."
_REST = "What no other cell can hold, in the syntax of a file."
# Returns the text of a value, None if no cell can hold it.
Text = Callable[[FieldShape, Any], str | None]


@final
@frozen
class _Row:
    label: str
    value: str
    meaning: str
    shape: FieldShape | None = None


def write_start(book: Book, plain: Mapping[str, Any], text: Text) -> None:
    """Write the first sheet, and make it the one that is shown."""
    sheet = book.sheet(START)
    for column, width in enumerate((30, 50, 70)):
        sheet.set_column(column, column, width, book.body())
    sheet.write_string(0, 0, STARTING, book.format(bold=True, font_size=16))
    for row, line in enumerate(HOW_TO, 1):
        sheet.write_string(row, 0, line, book.format(text_wrap=False))
    top = len(HOW_TO) + 2
    for place, label in enumerate(("Field", "Value", "Meaning")):
        sheet.write_string(top, place, label, book.header())
    head = [*_head(plain, text)]
    for row, each in enumerate(head, top + 1):
        _write_row(book, sheet, row, each)
    _write_legend(book, sheet, top + len(head) + 2)
    sheet.activate()
    sheet.set_first_sheet()


def _write_row(book: Book, sheet: Any, row: int, each: _Row) -> None:
    sheet.write_string(row, 0, each.label, book.body(bold=True))
    if each.value:
        sheet.write_string(row, 1, each.value, book.body())
    sheet.write_string(row, 2, each.meaning, book.body(font_color=_GREY))
    if each.shape is not None:
        book.offer(sheet, (row, row), 1, each.shape)


def _head(plain: Mapping[str, Any], text: Text) -> Iterator[_Row]:
    """Yield each part of the head of the document, and what no cell of it can hold."""
    left: dict[str, Any] = {}
    yield _Row(title(VERSION_KEY), str(current_version()), _VERSION)
    for shape in HEADER:
        key = file_key(shape)
        written = text(shape, plain[key]) if key in plain else ""
        if written is None:
            left[key] = plain[key]
        yield _Row(title(key), written or "", meaning(shape), shape)
    for number, part in enumerate(flow(left) if left else [""], 1):
        yield _Row(more_header(number), part, _REST)


def _write_legend(book: Book, sheet: Any, row: int) -> None:
    """Write what the colours mean; the words in the cells say the same."""
    for number, ((word, text), colour) in enumerate(zip(LEGEND, LEGEND_COLOURS, strict=True)):
        sheet.write_string(row + number, 0, word, book.body(**colour))
        sheet.write_string(row + number, 1, text, book.body())
