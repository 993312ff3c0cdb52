"""Sheets of a workbook, through calamine; imported only where there is a workbook to read."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from interagency.document.workbook.limits import check_workbook
from interagency.importers.tabular.old_workbook import OLD_FORMAT, check_old_workbook

Cells = tuple[str, ...]
# Row and column of a cell, from 0.
Place = tuple[int, int]
Given = TypeVar("Given")


def sheets(path: Path) -> Iterator[tuple[str, bool, Iterator[Cells]]]:
    """Yield the name of each sheet, whether it is hidden, and its rows from the first on.

    Raises:
        ValueError: If the file is not a workbook.
    """
    data = path.read_bytes()
    if data.startswith(OLD_FORMAT):
        check_old_workbook(data)
    elif path.suffix.lower() == ".xlsb":
        raise ValueError("the form .xlsb is not read; save it as .xlsx")
    else:
        check_workbook(data)
    # from the bytes that were looked at, so nothing else can take their place
    book = _guarded(lambda: CalamineWorkbook.from_filelike(BytesIO(data)))
    for sheet in book.sheets_metadata:
        if sheet.typ is SheetTypeEnum.WorkSheet:  # a chart on a sheet of its own has no rows
            # the empty area above and left of the first cell is kept: rows keep their numbers
            found = _guarded(partial(book.get_sheet_by_name, sheet.name))
            rows = _guarded(partial(found.to_python, skip_empty_area=False))
            _fill(rows, found.merged_cell_ranges or ())
            hidden = sheet.visible is not SheetVisibleEnum.Visible
            yield sheet.name, hidden, (tuple(map(as_text, row)) for row in rows)


def _guarded(call: Callable[[], Given]) -> Given:
    """Return what calamine gives; a broken file may also make it panic, which is no Exception."""
    try:
        return call()
    except CalamineError as error:
        raise ValueError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise ValueError("it is damaged") from error
        raise


def _fill(rows: list[list[Any]], merged: Iterable[tuple[Place, Place]]) -> None:
    """Write what stands in cells that are merged into one on each of their rows.

    Rows of nothing else stay blank: an instruction over five lines is read once.
    """
    for (top, left), (bottom, _) in merged:
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and any(value != "" for value in row):
                row[left] = rows[top][left]


def as_text(value: Any) -> str:
    """Return the value of a cell as it would be typed: 2023 for 2023.0, 2022-08-01 for a date."""
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
