"""The sheets of a workbook as rows of text, read with calamine once the limits are checked.

Formulas are never computed: what counts is the value that was saved with them.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import unescape
from io import BytesIO
from typing import Any, final
from zipfile import ZipFile

from attrs import frozen

from interagency.document.workbook.limits import (
    LIMITS,
    UnfitWorkbook,
    WorkbookLimits,
    check_workbook,
)
from interagency.errors import BrokenDown, MissingExtra, attempt

# Row and column of a cell, from 0.
Place = tuple[int, int]

_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*\st\s*=\s*["']e["'])[^>]*?\br\s*=\s*["']([A-Z]+)([0-9]+)["'][^>]*>"""
    rb"""(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<""",
    re.DOTALL,
)
_MOST_ERRORS = 1_000


@final
@frozen
class SheetRows:
    """One sheet.

    Attributes:
        name: Its name.
        rows: The texts of its cells, from the first row and column on.
        errors: What a formula failed with, by row and column from 0.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    errors: Mapping[Place, str]


def sheets_in(data: bytes, limits: WorkbookLimits = LIMITS) -> tuple[SheetRows, ...]:
    """Return the sheets of a workbook in the format .xlsx.

    Args:
        data: The bytes of the workbook.
        limits: What to refuse.

    Raises:
        UnfitWorkbook: If it is none, or too large, or broken.
        MissingExtra: If the library that reads workbooks is missing.
    """
    check_workbook(data, limits)
    try:
        import python_calamine
    except ImportError as error:
        raise MissingExtra("xlsx", "reading a workbook") from error
    with ZipFile(BytesIO(data)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise UnfitWorkbook("is not a workbook in the format .xlsx; save it as one")
        errors = _errors(archive)
    try:
        return attempt(lambda: tuple(_read(python_calamine, data, errors)))
    except BrokenDown as error:
        message = f"is broken, and cannot be read ({error}); open it, and save it again as .xlsx"
        raise UnfitWorkbook(message) from error


def _read(library: Any, data: bytes, errors: Mapping[str, dict[Place, str]]) -> Iterable[SheetRows]:
    with library.CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        for each in book.sheets_metadata:
            if each.typ is library.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(each.name)
                rows = sheet.to_python(skip_empty_area=False)
                _fill(rows, sheet.merged_cell_ranges or ())
                found = tuple(tuple(map(as_text, row)) for row in rows)
                yield SheetRows(each.name, found, errors.get(each.name, {}))


def _fill(rows: list[list[Any]], merged: Iterable[tuple[Place, Place]]) -> None:
    """Write what stands in cells that are merged downwards on each of their rows."""
    for (top, left), (bottom, _) in merged:
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and any(value != "" for value in row):
                row[left] = rows[top][left]


def as_text(value: Any) -> str:
    """Return the value of a cell as it would be typed: 2023 for 2023.0, 2022-08-01 for a date."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime() if (value.hour, value.minute, value.second) == (0, 0, 0):
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
    return str(value)


def _errors(archive: ZipFile) -> dict[str, dict[Place, str]]:
    """Return the cells in which a formula failed, by sheet: calamine gives them as empty."""
    targets = {
        each.get("Id", ""): each.get("Target", "")
        for each in _tags(archive, "xl/_rels/workbook.xml.rels", _RELATION)
    }
    found: dict[str, dict[Place, str]] = {}
    for each in _tags(archive, "xl/workbook.xml", _SHEET):
        identity = next((value for key, value in each.items() if key.endswith(":id")), "")
        target = targets.get(identity, "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.namelist():
            found[each.get("name", "")] = _errors_in(archive.read(part))
    return found


def _tags(archive: ZipFile, part: str, tag: re.Pattern[str]) -> list[dict[str, str]]:
    if part not in archive.namelist():
        return []
    text = archive.read(part).decode("utf-8", "replace")
    return [
        {key: unescape(first or second) for key, first, second in _ATTRIBUTE.findall(inside)}
        for inside in tag.findall(text)
    ]


def _errors_in(data: bytes) -> dict[Place, str]:
    if b't="e"' not in data and b"t='e'" not in data:
        return {}
    found: dict[Place, str] = {}
    for letters, row, text in _ERROR.findall(data)[:_MOST_ERRORS]:
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        found[int(row) - 1, column - 1] = text.decode("utf-8", "replace")
    return found
