"""Workbooks and CSV files as sheets of rows of text, which every importer of tables starts from."""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any, Final, final

from attrs import frozen

from interagency.errors import MissingExtra, UnreadableInput
from interagency.importers.tabular.json_rows import json_rows

WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
TEXTS: Final = frozenset({".csv", ".tsv"})
RECORDS: Final = frozenset({".json"})
DELIMITERS: Final = (",", ";", "\t", "|")
_LOOKED_AT = 50

Cells = tuple[str, ...]


class UnreadableTable(UnreadableInput):
    """A path that holds no table, or one that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        """Keep the path."""
        super().__init__(f"{path}: {why}")
        self.path = path


@final
@frozen(kw_only=True)
class TableLimits:
    """The most that a table may hold before it is refused; workbooks have limits of their own.

    Attributes:
        bytes: Size of a file of text.
        rows: Rows of one table.
        columns: Cells of one row.
        cells: Cells of one table, without those of blank rows.
    """

    bytes: int = 200_000_000
    rows: int = 1_048_576
    columns: int = 16_384
    cells: int = 20_000_000


LIMITS: Final = TableLimits()


@final
@frozen(kw_only=True)
class Table:
    """One sheet of a workbook, or one CSV file.

    Attributes:
        file: The file, as a path below the folder that was asked for.
        name: Name of the sheet; nothing for a CSV file.
        rows: The rows that are not blank: number from 1, as in the file, and the cells as text.
        blank: How many rows are blank.
        hidden: Whether the sheet is hidden.
        notes: What is to be told of the reading itself, such as an unusual encoding.
    """

    file: str
    name: str
    rows: tuple[tuple[int, Cells], ...]
    blank: int = 0
    hidden: bool = False
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Return what to call it: the file, and the sheet if it has a name."""
        return f"{self.file}, sheet {self.name.strip()}" if self.name.strip() else self.file


def read_tables(source: Path, limits: TableLimits = LIMITS) -> tuple[Table, ...]:
    """Return every sheet of a file, or of all workbooks and CSV files of a folder.

    Args:
        source: The file or folder.
        limits: What to refuse as too large.

    Raises:
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    tables: list[Table] = []
    for path in _paths(source):
        name = _shown(path.relative_to(source).as_posix() if source.is_dir() else path.name)
        tables += _of_file(path, name, limits)
    return tuple(tables)


def _shown(name: str) -> str:
    """Return the name of a file as text, also one that is not UTF-8."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _paths(source: Path) -> list[Path]:
    if source.is_file():
        if source.suffix.lower() not in WORKBOOKS | TEXTS | RECORDS:
            raise UnreadableTable(source, f"is not a table: {_endings()} are read")
        return [source]
    if not source.is_dir():
        raise UnreadableTable(source, "there is no such file or folder")
    found = [path for path in sorted(source.rglob("*")) if _is_table(path)]
    if not found:
        raise UnreadableTable(source, f"holds no table: {_endings()} are read")
    return found


def _is_table(path: Path) -> bool:
    # ~$ marks the lock file that an open workbook leaves beside itself
    own = not path.name.startswith(("~$", "."))
    return own and path.suffix.lower() in WORKBOOKS | TEXTS and path.is_file()


def _endings() -> str:
    return ", ".join(sorted(WORKBOOKS | TEXTS | RECORDS))


def _of_file(path: Path, file: str, limits: TableLimits) -> list[Table]:
    ending = path.suffix.lower()
    try:
        if ending in WORKBOOKS:
            return _workbook(path, file, limits)
        if path.stat().st_size > limits.bytes:
            raise ValueError(f"it is larger than {limits.bytes:,} bytes")
        if ending in RECORDS:
            return [_table(file, "", json_rows(path.read_bytes()), limits)]
        rows, notes = csv_rows(path.read_bytes())
        return [_table(file, "", rows, limits, notes=notes)]
    except (ValueError, csv.Error) as error:
        sort = {**dict.fromkeys(TEXTS, "CSV"), **dict.fromkeys(RECORDS, "JSON")}
        why = f"cannot be read as {sort.get(ending, 'a workbook')}: {error}"
        raise UnreadableTable(path, why) from error


def _workbook(path: Path, file: str, limits: TableLimits) -> list[Table]:
    try:
        from interagency.importers.tabular.workbook import sheets
    except ImportError as error:
        raise MissingExtra("xlsx", f"{file}: reading a workbook") from error
    return [_table(file, name, rows, limits, hidden=hidden) for name, hidden, rows in sheets(path)]


def _table(
    file: str,
    name: str,
    rows: Iterator[Cells],
    limits: TableLimits,
    *,
    hidden: bool = False,
    notes: tuple[str, ...] = (),
) -> Table:
    kept = []
    total = cells_in_all = 0
    for number, cells in enumerate(rows, start=1):
        total = number
        if any(map(str.strip, cells)):
            kept.append((number, cells))
            cells_in_all += len(cells)
        _refuse(number, len(cells), cells_in_all, limits)
    blank = total - len(kept)
    return Table(file=file, name=name, rows=tuple(kept), blank=blank, hidden=hidden, notes=notes)


def _refuse(row: int, columns: int, cells: int, limits: TableLimits) -> None:
    """Refuse what is too large.

    Raises:
        ValueError: If it is.
    """
    if row > limits.rows:
        raise ValueError(f"it has more than {limits.rows:,} rows: divide it into several files")
    if columns > limits.columns:
        raise ValueError(f"row {row:,} has more than {limits.columns:,} cells")
    if cells > limits.cells:
        raise ValueError(f"it has more than {limits.cells:,} cells: divide it into several files")


def csv_rows(data: bytes) -> tuple[Iterator[Cells], tuple[str, ...]]:
    """Return the rows of a CSV file, and what is to be told of how it was read."""
    text, notes = _decoded(data)
    # a NUL is what a broken export leaves; the reader of the standard library refuses it
    lines = list(StringIO(text.replace("\0", ""), newline=""))
    return _csv_rows(lines, delimiter_of(lines)), notes


def _csv_rows(lines: list[str], delimiter: str) -> Iterator[Cells]:
    """Yield the rows.

    Raises:
        csv.Error: If a quotation mark is never closed: all lines below it would be one cell.
    """
    reader = csv.reader(lines, delimiter=delimiter)
    first = 0
    for row in _bounded(reader):
        # the last row alone can be open to the end, which only the strict way tells
        if reader.line_num == len(lines) > first + 1 and _is_open(lines[first:], delimiter):
            raise csv.Error(f"the quotation mark in line {first + 1} is never closed")
        first = reader.line_num
        yield tuple(row)


def _bounded(reader: Any) -> Iterator[list[str]]:
    """Yield the rows; a cell that is too long is named by its line."""
    try:
        yield from reader
    except csv.Error as error:
        raise csv.Error(f"line {reader.line_num:,}: {error}") from error


def _is_open(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def delimiter_of(lines: list[str]) -> str:
    """Return the delimiter that splits most lines into the same number of cells, above one."""
    first = list(islice(lines, _LOOKED_AT))
    scores = {each: _agreement(first, each) for each in DELIMITERS}
    return max(DELIMITERS, key=lambda each: scores[each])


def _agreement(lines: list[str], delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    except csv.Error:  # with another delimiter the cells of a long line may be short enough
        return (0, 0)
    return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ("read as UTF-16",)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes without a meaning, so that it can fail too
        return data.decode("cp1252", errors="replace"), ("not UTF-8: read as Windows-1252",)
