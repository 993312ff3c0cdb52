"""A workbook being written: its sheets, formats, and the lists to pick from in its cells."""

from collections.abc import Iterable
from typing import Any, Final, final

from attrs import define, field

from interagency.document.workbook.layout import (
    LEADS,
    LISTS,
    QUESTIONS,
    START,
    title,
)
from interagency.document.workbook.lists import Lists
from interagency.document.workbook.words import NOT_IN_LIST, SEVERAL
from interagency.model.fields import FieldShape

_HEAD: Final = {"bold": True, "bg_color": "#DBE9F6", "bottom": 1, "text_wrap": True}
_MAIN_TAB = "#1F77B4"
_OTHER_TAB = "#BFBFBF"
_MAIN = (START, "Groups", LEADS, "Members", "Organizations", QUESTIONS)
# A spreadsheet cuts what is longer.
_LONGEST_TITLE, _LONGEST_PROMPT = 32, 255


@final
@define(eq=False)
class Book:
    """A workbook of XlsxWriter, with what its sheets share.

    Attributes:
        book: The workbook.
        lists: What may stand in its cells.
    """

    book: Any
    lists: Lists
    _formats: dict[str, Any] = field(factory=dict, init=False)
    _ranges: dict[tuple[str, ...], str] = field(factory=dict, init=False)

    def sheet(self, name: str) -> Any:
        """Return a new sheet."""
        sheet = self.book.add_worksheet(name)
        sheet.set_tab_color(_MAIN_TAB if name in _MAIN else _OTHER_TAB)
        return sheet

    def format(self, **properties: Any) -> Any:
        """Return a format; equal ones are one."""
        key = repr(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(properties)
        return self._formats[key]

    def body(self, **more: Any) -> Any:
        """Return the format of a cell to write in: its text stays as it is typed."""
        return self.format(num_format="@", text_wrap=True, valign="top", **more)

    def header(self) -> Any:
        """Return the format of what stands above columns."""
        return self.format(**_HEAD, valign="top")

    def headers(self, sheet: Any, headers: Iterable[str], widths: Iterable[int]) -> None:
        """Write the first row of a sheet."""
        for place, (text, width) in enumerate(zip(headers, widths, strict=True)):
            sheet.set_column(place, place, width, self.body())
            sheet.write_string(0, place, text, self.header())

    def offer(
        self,
        sheet: Any,
        rows: tuple[int, int],
        column: int,
        shape: FieldShape,
        options: tuple[str, ...] | None = None,
    ) -> None:
        """Offer a list to pick from in the cells of a field, or at least its meaning.

        Args:
            sheet: The sheet.
            rows: The first and last row, from 0.
            column: The column, from 0.
            shape: The field.
            options: What to pick from; by default what the field takes.
        """
        found = self.lists.options(shape) if options is None else options
        prompt = f"{meaning(shape)} {SEVERAL}" if shape.many and found else meaning(shape)
        more = {"show_error": False} if shape.many else {}
        self.pick(sheet, rows, column, found, (title(shape.name.rstrip("_")), prompt), **more)

    def pick(
        self,
        sheet: Any,
        rows: tuple[int, int],
        column: int,
        options: tuple[str, ...],
        prompt: tuple[str, str],
        **more: Any,
    ) -> None:
        """Offer a list to pick from: whatever else is written is a warning, and no stop."""
        heading, text = prompt
        rule = {"input_title": heading[:_LONGEST_TITLE], "input_message": text[:_LONGEST_PROMPT]}
        if options:
            rule |= {"validate": "list", "source": self._range(options), "error_type": "warning"}
            rule |= {"error_title": "Not in the list", "error_message": NOT_IN_LIST}
        else:
            rule |= {"validate": "any"}
        sheet.data_validation(rows[0], column, rows[1], column, {**rule, **more})

    def _range(self, options: tuple[str, ...]) -> str:
        """Return where a list stands on the hidden sheet; a list in a rule itself is cut short."""
        if options not in self._ranges:
            column = letters(len(self._ranges))
            self._ranges[options] = f"={LISTS}!${column}$1:${column}${len(options)}"
        return self._ranges[options]

    def write_lists(self) -> None:
        """Write the lists to pick from; the sheet stands last, or LibreOffice would show it."""
        sheet = self.book.add_worksheet(LISTS)
        for place, options in enumerate(self._ranges):
            for row, option in enumerate(options):
                sheet.write_string(row, place, option)
        sheet.hide()


def meaning(shape: FieldShape) -> str:
    """Return what a field means, as one sentence without the marks of code."""
    return shape.doc.replace("`", "")


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    column += 1
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
