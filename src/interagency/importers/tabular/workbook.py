"""Sheets of a workbook, through calamine; imported only where there is a workbook to read."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

Cells = tuple[str, ...]
# Row and column of a cell, from 0.
Place = tuple[int, int]


def sheets(path: Path) -> Iterator[tuple[str, bool, Iterator[Cells]]]:
    """Yield the name of each sheet, whether it is hidden, and its rows from the first on.

    Raises:
        ValueError: If the file is no workbook.
    """
    try:
        book = CalamineWorkbook.from_path(path)
        for sheet in book.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet:  # a chart on a sheet of its own has no rows
                # the empty area above and left of the first cell is kept: rows keep their numbers
                found = book.get_sheet_by_name(sheet.name)
                rows = found.to_python(skip_empty_area=False)
                _fill(rows, found.merged_cell_ranges or ())
                hidden = sheet.visible is not SheetVisibleEnum.Visible
                yield sheet.name, hidden, (tuple(map(as_text, row)) for row in rows)
    except CalamineError as error:
        raise ValueError(str(error)) from error


def _fill(rows: list[list[Any]], merged: Iterable[tuple[Place, Place]]) -> None:
    """Write what stands in cells that are merged into one on each of their rows.

    Rows of nothing else stay blank: an instruction over five lines is said once.
    """
    for (top, left), (bottom, _) in merged:
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and any(value != "" for value in row):
                row[left] = rows[top][left]


def as_text(value: Any) -> str:
    """Return the value of a cell as it would be typed: 2023 for 2023.0, 2022-08 for a date."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return str(int(value)) if value.is_integer() else f"{value:f}".rstrip("0")
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return str(value)
