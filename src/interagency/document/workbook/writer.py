"""Architectures to workbooks, with lists to pick from, colours, and questions to be answered.

The same architecture gives the same bytes. What is written is data: no cell becomes a formula.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any, Final

from interagency.document.workbook.book import Book
from interagency.document.workbook.entry_sheets import write_entries
from interagency.document.workbook.layout import SENT, sheet_plans
from interagency.document.workbook.lists import Lists
from interagency.document.workbook.question_sheet import (
    AskedRow,
    FoundRow,
    write_findings,
    write_questions,
)
from interagency.document.workbook.rows import memoized, rows_of
from interagency.document.workbook.sent import packed
from interagency.document.workbook.start_sheet import write_start
from interagency.document.writer import plain_of
from interagency.errors import MissingExtra
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies, shipped
from interagency.vocabularies.standing import standing_of

# The day of the file itself: always the same, so that the same input gives the same bytes.
_CREATED: Final = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


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
    with xlsxwriter.Workbook(out, _OPTIONS) as file:
        file.set_properties({"created": _CREATED, "title": architecture.title or ""})
        book = Book(file, Lists(plain, known))
        _write_document(book, plain, known)
        write_questions(book, questions)
        write_findings(book, findings)
        _write_sent(book, plain)
        book.write_lists()
    return out.getvalue()


def _write_document(book: Book, plain: Mapping[str, Any], vocabularies: Vocabularies) -> None:
    text = memoized(book.lists.label)
    leads = partial(_leads, plain.get("roles", {}), vocabularies)
    rows = rows_of(plain, leads)
    write_start(book, plain, text)
    for plan in sheet_plans():
        write_entries(book, plan, rows[plan.title], text, leads)


def _leads(roles: Mapping[str, Any], vocabularies: Vocabularies, term: str) -> bool:
    """Return whether a term is one of leadership."""
    return standing_of(term, roles, vocabularies["role-terms"]).leads


def _write_sent(book: Book, plain: Mapping[str, Any]) -> None:
    """Write the document as it is sent out, to compare with what comes back."""
    sheet = book.book.add_worksheet(SENT)
    for row, text in enumerate(packed(plain)):
        sheet.write_string(row, 0, text)
    sheet.hide()
