"""Tables to hand on, in the forms that people open: CSV, Markdown, HTML, a workbook."""

import csv
from collections.abc import Container, Mapping, Sequence
from html import escape
from io import BytesIO, StringIO
from typing import Any, Final, final

from attrs import frozen

from interagency.errors import MissingLibrary
from interagency.report.language import ENGLISH, Language
from interagency.report.wording import one_line, seen

FORMS: Final = ("csv", "md", "html", "xlsx")
Rows = Sequence[Sequence[str]]

_MARKDOWN = str.maketrans({each: f"\\{each}" for each in "\\`*_{}[]<>#|~&$"})
# What a spreadsheet would take for a formula.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
# A cell of a workbook holds no more than this.
_MOST = 32_000
_LONGEST_NAME = 31


@final
@frozen
class Table:
    """A table with its heads.

    Attributes:
        title: Its title.
        note: What is to be known of it: the day, what an empty cell means.
        heads: The head of each column.
        rows: The rows, texts only.
        language: The language that heads are in.
    """

    title: str
    note: str
    heads: Sequence[str]
    rows: Rows
    language: Language = ENGLISH


def written(table: Table, form: str) -> str | bytes:
    """Return a table in a form, one of `FORMS`; nothing in it is taken for code or a formula.

    Raises:
        MissingLibrary: If a workbook is wanted, and XlsxWriter is not installed.
    """
    if form == "xlsx":
        return workbook({table.title: table})
    made = {"csv": _as_csv, "md": _as_markdown, "html": _as_html}
    return made[form](table)


def file_name(id: str, taken: Container[str], suffix: str) -> str:
    """Return a name for the file about an entry that no other file has."""
    name = id.replace("/", "-")
    while f"{name}.{suffix}" in taken:
        name += "-2"
    return f"{name}.{suffix}"


def _as_csv(table: Table) -> str:
    """Return a table as CSV; what a spreadsheet would take for a formula gets an apostrophe.

    The mark at its start tells Excel that it is UTF-8.
    """
    out = StringIO()
    rows = ([safe_cell(seen(cell)) for cell in row] for row in (table.heads, *table.rows))
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    return "\ufeff" + out.getvalue()


def safe_cell(text: str) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text


def _as_markdown(table: Table) -> str:
    lines = [
        table.heads,
        ["---"] * len(table.heads),
        *([_marked(cell) for cell in row] for row in table.rows),
    ]
    text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"# {_marked(table.title)}\n\n{_marked(table.note)}\n\n{text}\n"


def _marked(text: str) -> str:
    return one_line(text, 300).translate(_MARKDOWN)


def _as_html(table: Table) -> str:
    """Return a table as a page of its own, without script, style or anything from elsewhere."""
    title, note = escape(seen(table.title)), escape(seen(table.note))
    heads = "".join(f'<th scope="col">{escape(seen(head))}</th>' for head in table.heads)
    rows = "\n".join(
        f"<tr>{''.join(f'<td><bdi>{escape(seen(cell))}</bdi></td>' for cell in row)}</tr>"
        for row in table.rows
    )
    return (
        f'<!doctype html>\n<html lang="{table.language.code}" dir="{table.language.direction}">'
        f'<head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>'
        f"<p>{note}</p>\n<table><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n"
        "</tbody></table></body></html>\n"
    )


def workbook(tables: Mapping[str, Table]) -> bytes:
    """Return tables as a workbook, a sheet each; all cells are texts, so that none is a formula.

    Args:
        tables: The tables by the names of their sheets, which are cut to what Excel allows.

    Raises:
        MissingLibrary: If XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingLibrary("to write workbooks", "xlsx") from None
    from datetime import datetime

    out = BytesIO()
    book: Any = Workbook(out, {"in_memory": True})
    # The same input gives the same bytes, so the day is fixed; a workbook knows no zone.
    book.set_properties({"created": datetime.fromisoformat("1980-01-01")})
    styles = {
        "head": book.add_format({"bold": True, "text_wrap": True, "bg_color": "#eef3f8"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "gap": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#b00000"}),
    }
    for number, (name, table) in enumerate(tables.items(), start=1):
        _add_sheet(book, _sheet_name(name, number), table, styles)
    book.close()
    return out.getvalue()


def _sheet_name(name: str, number: int) -> str:
    """Return a name that Excel takes, and that no other sheet has."""
    plain = "".join(" " if each in "[]:*?/\\'" else each for each in one_line(name, 200))
    short = plain.strip()[: _LONGEST_NAME - 4].strip() or "Sheet"
    return short if number == 1 else f"{short} {number}"


def _add_sheet(book: Any, name: str, table: Table, styles: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(name)
    vacant = table.language.say("VACANT")
    if table.language.direction == "rtl":
        sheet.right_to_left()
    sheet.write_string(0, 0, seen(f"{table.title} ({table.note})")[:_MOST], None)
    for number, row in enumerate((table.heads, *table.rows), start=1):
        for column, cell in enumerate(row):
            style = "head" if number == 1 else "gap" if vacant in cell else "cell"
            sheet.write_string(number, column, seen(cell)[:_MOST], styles[style])
    sheet.freeze_panes(2, 1)
    sheet.autofilter(1, 0, max(1, len(table.rows) + 1), max(0, len(table.heads) - 1))
    sheet.set_column(0, max(0, len(table.heads) - 1), 24)
