"""Architectures to workbooks, with lists to pick from, colours, and questions to be answered.

The same architecture gives the same bytes. What is written is data: no cell becomes a formula.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final, final

from attrs import frozen

from interagency.document.migrations import current_version
from interagency.document.shape import HEADER, VERSION_KEY, file_key
from interagency.document.workbook_cells import is_coded
from interagency.document.workbook_layout import (
    FINDINGS,
    KEY,
    LEADS,
    LISTS,
    MORE,
    QUESTIONS,
    SEATS,
    SENT,
    START,
    TYPE,
    Column,
    SheetPlan,
    sheet_plans,
    title,
    type_of,
)
from interagency.document.workbook_lists import Lists, role_options
from interagency.document.workbook_rows import Row, cells_of, flow, memoized, rows_of
from interagency.document.workbook_words import (
    HOW_TO,
    LEGEND,
    NOT_IN_LIST,
    QUESTION_HEADERS,
    STARTING,
)
from interagency.document.writer import plain_of
from interagency.errors import MissingExtra
from interagency.model import Architecture
from interagency.model.fields import FieldShape
from interagency.vocabularies import Vocabularies, shipped
from interagency.vocabularies.standing import standing_of

# The day of the file itself: always the same, so that the same input gives the same bytes.
_CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
# How many empty rows below the written ones have lists to pick from.
_SPARE = 300
_HEAD = {
    "bold": True,
    "bg_color": "#DBE9F6",
    "bottom": 1,
    "text_wrap": True,
    "valign": "top",
}
_BODY = {"num_format": "@", "text_wrap": True, "valign": "top"}
_VACANT: Final[Mapping[str, Any]] = {"bg_color": "#F8CECC"}
_UNKNOWN: Final[Mapping[str, Any]] = {"bg_color": "#FFF2CC"}
_INFERRED: Final[Mapping[str, Any]] = {"italic": True, "font_color": "#7F6000"}
_DISPUTED: Final[Mapping[str, Any]] = {"bg_color": "#E1D5E7"}
_MAIN_TAB = "#1F77B4"
_OTHER_TAB = "#BFBFBF"
_MAIN = (START, "Groups", LEADS, "Members", "Organizations", QUESTIONS)
_WIDE = {"name": 34, "note": 34, "title": 40, "holder": 30, "body": 34, "url": 34}
_CHUNK = 30_000


@final
@frozen(kw_only=True)
class AskedRow:
    """A question as it stands in a workbook, with room for the answer.

    Attributes:
        text: The question.
        target: Where the answer goes: the keys of a document, from its section on. Nothing if
            only a person can tell.
        place: Where it goes, in words.
        write: What a document would say.
    """

    text: str
    target: tuple[str, ...] = ()
    place: str = ""
    write: str = ""


@final
@frozen(kw_only=True)
class FoundRow:
    """A finding as it stands in a workbook, for readers only."""

    severity: str
    message: str
    about: str
    rule: str


def write_workbook(
    architecture: Architecture,
    *,
    questions: Sequence[AskedRow] = (),
    findings: Sequence[FoundRow] = (),
    vocabularies: Vocabularies | None = None,
) -> bytes:
    """Return the workbook of an architecture; reading it gives an equal one.

    Args:
        architecture: What to write.
        questions: What it leaves open, to be answered in the workbook.
        findings: What was found in it.
        vocabularies: Code lists and registry of organizations; by default the shipped ones.

    Raises:
        MissingExtra: If the library that writes workbooks is missing.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra("xlsx", "writing a workbook") from error
    known = vocabularies or shipped()
    plain = plain_of(architecture, known)
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _CREATED, "title": architecture.title or ""})
        _Writer(book, plain, known).run(questions, findings)
    return out.getvalue()


@final
class _Writer:
    """The state of writing one workbook."""

    def __init__(self, book: Any, plain: Mapping[str, Any], vocabularies: Vocabularies) -> None:
        self.book = book
        self.plain = plain
        self.lists = Lists(plain, vocabularies)
        self.vocabularies = vocabularies
        self.text = memoized(self.lists.label)
        self.formats: dict[str, Any] = {}
        self.ranges: dict[tuple[str, ...], str] = {}

    def run(self, questions: Sequence[AskedRow], findings: Sequence[FoundRow]) -> None:
        """Write every sheet, those that nobody needs to see last."""
        self.start()
        rows = rows_of(self.plain, self.leads)
        for plan in sheet_plans():
            self.sheet(plan, rows[plan.title])
        self.questions(questions)
        self.findings(findings)
        self.sent()
        self.options()

    def leads(self, term: str) -> bool:
        """Return whether a term is one of leadership."""
        roles = self.plain.get("roles", {})
        return standing_of(term, roles, self.vocabularies["role-terms"]).leads

    def format(self, **properties: Any) -> Any:
        """Return a format; equal ones are one."""
        key = repr(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(properties)
        return self.formats[key]

    def new(self, name: str) -> Any:
        """Return a new sheet."""
        sheet = self.book.add_worksheet(name)
        sheet.set_tab_color(_MAIN_TAB if name in _MAIN else _OTHER_TAB)
        return sheet

    # The first sheet: what this is, and the head of the document

    def start(self) -> None:
        """Write what the workbook is, how to fill it, and what holds for all of it."""
        sheet = self.new(START)
        body, head = self.format(**_BODY), self.format(**_HEAD)
        sheet.set_column(0, 0, 30, body)
        sheet.set_column(1, 1, 50, body)
        sheet.set_column(2, 2, 70, body)
        sheet.write_string(0, 0, STARTING, self.format(bold=True, font_size=16))
        for row, line in enumerate(HOW_TO, 1):
            sheet.write_string(row, 0, line, self.format(text_wrap=False))
        row = len(HOW_TO) + 2
        for place, text in enumerate(("Field", "Value", "Meaning")):
            sheet.write_string(row, place, text, head)
        for label, value, shape, doc in self.head():
            row += 1
            sheet.write_string(row, 0, label, self.format(**_BODY, bold=True))
            if value:
                sheet.write_string(row, 1, value, body)
            sheet.write_string(row, 2, doc, self.format(**_BODY, font_color="#595959"))
            if shape is not None:
                self.validate(sheet, (row, row), 1, shape)
        self.legend(sheet, row + 2)
        sheet.activate()
        sheet.set_first_sheet()

    def head(self) -> Iterator[tuple[str, str, FieldShape | None, str]]:
        """Yield label, text, field and meaning of each part of the head of the document."""
        left: dict[str, Any] = {}
        version = str(current_version())
        yield title(VERSION_KEY), version, None, "Version of the format; leave it as it is."
        for shape in HEADER:
            key = file_key(shape)
            text = self.text(shape, self.plain[key]) if key in self.plain else ""
            if text is None:
                left[key] = self.plain[key]
            yield title(key), text or "", shape, _prompt(shape)
        for number, part in enumerate(flow(left) if left else [""], 1):
            yield _more(number), part, None, "What no other cell can hold, in the syntax of a file."

    def legend(self, sheet: Any, row: int) -> None:
        """Write what the colours mean; the words in the cells say the same."""
        colours = (_VACANT, _UNKNOWN, _INFERRED, _DISPUTED)
        for number, ((word, meaning), colour) in enumerate(zip(LEGEND, colours, strict=True)):
            sheet.write_string(row + number, 0, word, self.format(**_BODY, **colour))
            sheet.write_string(row + number, 1, meaning, self.format(**_BODY))

    # The sheets of entries

    def sheet(self, plan: SheetPlan, rows: Sequence[Row]) -> None:
        """Write the rows of one sheet."""
        sheet = self.new(plan.title)
        cells = [cells_of(row, plan, self.text) for row in rows]
        parts = [flow(each.more) if each.more else [] for each in cells]
        used = {place for each in cells for place in each.texts}
        first = 2 if plan.types else 1
        most = max([1, *map(len, parts)])
        headers = [KEY, *([TYPE] if plan.types else []), *(each.header for each in plan.columns)]
        headers += [_more(number) for number in range(1, most + 1)]
        head = self.format(**_HEAD)
        for place, text in enumerate(headers):
            sheet.write_string(0, place, text, head)
        for line, (row, each, more) in enumerate(zip(rows, cells, parts, strict=True), 1):
            sheet.write_string(line, 0, str(row.number))
            if plan.types:
                sheet.write_string(line, 1, type_of(row.section))
            for place, text in each.texts.items():
                sheet.write_string(line, first + place, text)
            for number, part in enumerate(more):
                sheet.write_string(line, first + len(plan.columns) + number, part)
        self.dress(sheet, plan, first, used, len(rows), len(headers))

    def dress(
        self, sheet: Any, plan: SheetPlan, first: int, used: set[int], rows: int, columns: int
    ) -> None:
        """Give a sheet its widths, lists to pick from and colours."""
        body = self.format(**_BODY)
        sheet.set_column(0, 0, 6, body, {"hidden": True})
        span = (1, rows + _SPARE)
        if plan.types:
            sheet.set_column(1, 1, 16, body)
            message = "Forums coordinate sectors; sectors coordinate a response."
            self.pick(sheet, span, 1, plan.types, TYPE, message if "Forum" in plan.types else "")
        for place, column in enumerate(plan.columns):
            is_shown = column.first or place in used
            hidden = {} if is_shown else {"hidden": True, "level": 1}
            sheet.set_column(first + place, first + place, _width(column), body, hidden)
            options = self.terms(plan) if column.key == "term" and SEATS in plan.sections else None
            self.validate(sheet, span, first + place, column.shape, options)
        sheet.set_column(first + len(plan.columns), columns - 1, 24, body)
        sheet.freeze_panes(1, first + 1)
        sheet.autofilter(0, 0, max(rows, 1), columns - 1)
        self.colour(sheet, plan, first, (span[0], 0, span[1], columns - 1))

    def terms(self, plan: SheetPlan) -> tuple[str, ...]:
        """Return the roles to pick from on a sheet of seats."""
        return tuple(role_options(self.vocabularies, self.leads, plan.title == LEADS))

    def colour(
        self, sheet: Any, plan: SheetPlan, first: int, area: tuple[int, int, int, int]
    ) -> None:
        """Colour what is vacant, unknown, inferred or disputed; the words say the same."""
        for word, colour in (("vacant", _VACANT), ("unknown", _UNKNOWN)):
            same = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
            sheet.conditional_format(*area, {**same, "format": self.format(**colour)})
        for place, column in enumerate(plan.columns):
            for word, colour in (("inferred", _INFERRED), ("disputed", _DISPUTED)):
                if column.key == "certainty":
                    cell = f'=${_letters(first + place)}{area[0] + 1}="{word}"'
                    rule = {"type": "formula", "criteria": cell, "format": self.format(**colour)}
                    sheet.conditional_format(*area, rule)

    # What may be picked

    def validate(
        self,
        sheet: Any,
        rows: tuple[int, int],
        column: int,
        shape: FieldShape,
        options: tuple[str, ...] | None = None,
    ) -> None:
        """Offer a list to pick from, or at least the meaning of the field."""
        found = self.lists.options(shape) if options is None else options
        prompt = _prompt(shape)
        if shape.many and found:
            prompt = f"{prompt} Several are separated by semicolons."
        self.pick(sheet, rows, column, found, title(shape.name.rstrip("_")), prompt, shape.many)

    def pick(
        self,
        sheet: Any,
        rows: tuple[int, int],
        column: int,
        options: tuple[str, ...],
        heading: str,
        prompt: str,
        many: bool = False,
    ) -> None:
        """Offer a list to pick from: whatever else is written is a warning, and no stop."""
        rule: dict[str, Any] = {"input_title": heading[:32], "input_message": prompt[:255]}
        if options:
            rule |= {"validate": "list", "source": self.range(options), "error_type": "warning"}
            rule |= {"error_title": "Not in the list", "error_message": NOT_IN_LIST}
        else:
            rule |= {"validate": "any"}
        if many:
            rule["show_error"] = False
        sheet.data_validation(rows[0], column, rows[1], column, rule)

    def range(self, options: tuple[str, ...]) -> str:
        """Return where a list stands on the hidden sheet; a list in a rule itself is cut short."""
        if options not in self.ranges:
            column = _letters(len(self.ranges))
            self.ranges[options] = f"={LISTS}!${column}$1:${column}${len(options)}"
        return self.ranges[options]

    def options(self) -> None:
        """Write the lists to pick from; the sheet stands last, or LibreOffice would show it."""
        sheet = self.book.add_worksheet(LISTS)
        for place, options in enumerate(self.ranges):
            for row, option in enumerate(options):
                sheet.write_string(row, place, option)
        sheet.hide()

    # What was found, and what is asked

    def questions(self, questions: Sequence[AskedRow]) -> None:
        """Write what the document leaves open, with a column for the answers."""
        sheet = self.new(QUESTIONS)
        self.table(sheet, QUESTION_HEADERS, (6, 70, 34, 34, 60))
        sheet.set_column(0, 0, 6, self.format(**_BODY), {"hidden": True})
        answer = self.format(**_BODY, bg_color="#E2F0D9", border=1, border_color="#A9D08E")
        for row, each in enumerate(questions, 1):
            texts = (json.dumps(each.target, ensure_ascii=False), each.text)
            for place, text in enumerate(texts):
                sheet.write_string(row, place, text, self.format(**_BODY))
            sheet.write_blank(row, 2, None, answer)
            sheet.write_string(row, 3, each.place, self.format(**_BODY))
            sheet.write_string(row, 4, each.write, self.format(**_BODY, font_color="#595959"))
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(len(questions), 1), len(QUESTION_HEADERS) - 1)

    def findings(self, findings: Sequence[FoundRow]) -> None:
        """Write what was found; nothing on this sheet is read back."""
        sheet = self.new(FINDINGS)
        self.table(sheet, ("Severity", "Finding", "About", "Rule"), (12, 90, 30, 30))
        for row, each in enumerate(findings, 1):
            for place, text in enumerate((each.severity, each.message, each.about, each.rule)):
                sheet.write_string(row, place, text)
        sheet.freeze_panes(1, 0)

    def table(self, sheet: Any, headers: Iterable[str], widths: Iterable[int]) -> None:
        """Write the first row of a sheet."""
        for place, (text, width) in enumerate(zip(headers, widths, strict=True)):
            sheet.set_column(place, place, width, self.format(**_BODY))
            sheet.write_string(0, place, text, self.format(**_HEAD))

    def sent(self) -> None:
        """Write the document as it was sent out, to compare with what comes back."""
        sheet = self.book.add_worksheet(SENT)
        packed = base64.b85encode(zlib.compress(json.dumps(self.plain).encode(), 9)).decode()
        # A letter in front, so that no part of it looks like a formula or a number.
        for row, at in enumerate(range(0, len(packed), _CHUNK)):
            sheet.write_string(row, 0, f"z{packed[at : at + _CHUNK]}")
        sheet.hide()


def _more(number: int) -> str:
    return MORE if number == 1 else f"{MORE} {number}"


def _prompt(shape: FieldShape) -> str:
    """Return what a field means, as one sentence without the marks of code."""
    return shape.doc.replace("`", "")


def _width(column: Column) -> int:
    return _WIDE.get(column.key, 24 if is_coded(column.shape) else 18)


def _letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    column += 1
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
