"""Sheets of what a document leaves open, with room for answers, and of what was found in it."""

import json
from collections.abc import Sequence
from typing import Final, final

from attrs import frozen

from interagency.document.workbook.book import Book
from interagency.document.workbook.layout import FINDINGS, QUESTIONS
from interagency.document.workbook.words import FINDING_HEADERS, QUESTION_HEADERS

_QUESTION_WIDTHS: Final = (6, 70, 34, 34, 60)
_FINDING_WIDTHS: Final = (12, 90, 30, 30)
_ANSWER: Final = {"bg_color": "#E2F0D9", "border": 1, "border_color": "#A9D08E"}


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


def write_questions(book: Book, questions: Sequence[AskedRow]) -> None:
    """Write what the document leaves open, with a column for the answers."""
    sheet = book.sheet(QUESTIONS)
    book.headers(sheet, QUESTION_HEADERS, _QUESTION_WIDTHS)
    sheet.set_column(0, 0, 6, book.body(), {"hidden": True})
    for row, each in enumerate(questions, 1):
        sheet.write_string(row, 0, json.dumps(each.target, ensure_ascii=False), book.body())
        sheet.write_string(row, 1, each.text, book.body())
        sheet.write_blank(row, 2, None, book.body(**_ANSWER))
        sheet.write_string(row, 3, each.place, book.body())
        sheet.write_string(row, 4, each.write, book.body(font_color="#595959"))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(questions), 1), len(QUESTION_HEADERS) - 1)


def write_findings(book: Book, findings: Sequence[FoundRow]) -> None:
    """Write what was found; nothing on this sheet is read back."""
    sheet = book.sheet(FINDINGS)
    book.headers(sheet, FINDING_HEADERS, _FINDING_WIDTHS)
    for row, each in enumerate(findings, 1):
        for place, text in enumerate((each.severity, each.message, each.about, each.rule)):
            sheet.write_string(row, place, text)
    sheet.freeze_panes(1, 0)
