"""Workbooks and CSV files as sheets of rows of text, which every importer of tables starts from."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Final, final

from attrs import frozen

from interagency.errors import InteragencyError, UnreadableInput

WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
TEXTS: Final = frozenset({".csv", ".tsv"})
DELIMITERS: Final = (",", ";", "\t", "|")
_LOOKED_AT = 50

Cells = tuple[str, ...]


class MissingExtra(InteragencyError):
    """A library that is installed only on demand is not there; `extra` brings it."""

    def __init__(self, extra: str, purpose: str) -> None:
        """Keep the extra."""
        super().__init__(f"{purpose} needs one more library: pip install 'interagency[{extra}]'")
        self.extra = extra


class UnreadableTable(UnreadableInput):
    """A path that holds no table, or one that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        """Keep the path."""
        super().__init__(f"{path}: {why}")
        self.path = path


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


def read_tables(source: Path) -> tuple[Table, ...]:
    """Return every sheet of a file, or of all workbooks and CSV files of a folder.

    Raises:
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    tables: list[Table] = []
    for path in _paths(source):
        name = path.relative_to(source).as_posix() if source.is_dir() else path.name
        tables += _csv(path, name) if path.suffix.lower() in TEXTS else _workbook(path, name)
    return tuple(tables)


def _paths(source: Path) -> list[Path]:
    if source.is_file():
        if source.suffix.lower() not in WORKBOOKS | TEXTS:
            raise UnreadableTable(source, f"is no table: {_endings()} are read")
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
    return ", ".join(sorted(WORKBOOKS | TEXTS))


def _csv(path: Path, file: str) -> list[Table]:
    try:
        rows, notes = csv_rows(path.read_bytes())
        return [_table(file, "", rows, notes=notes)]
    except csv.Error as error:
        raise UnreadableTable(path, f"cannot be read as CSV: {error}") from error


def _workbook(path: Path, file: str) -> list[Table]:
    try:
        from interagency.importers.tabular.workbook import sheets
    except ImportError as error:
        raise MissingExtra("xlsx", f"{file}: reading a workbook") from error
    try:
        return [_table(file, name, rows, hidden=hidden) for name, hidden, rows in sheets(path)]
    except ValueError as error:
        raise UnreadableTable(path, f"cannot be read as a workbook: {error}") from error


def _table(
    file: str,
    name: str,
    rows: Iterator[Cells],
    *,
    hidden: bool = False,
    notes: tuple[str, ...] = (),
) -> Table:
    kept = []
    total = 0
    for number, cells in enumerate(rows, start=1):
        total = number
        if any(map(str.strip, cells)):
            kept.append((number, cells))
    blank = total - len(kept)
    return Table(file=file, name=name, rows=tuple(kept), blank=blank, hidden=hidden, notes=notes)


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
    for row in reader:
        # the last row alone can be open to the end, which only the strict way tells
        if reader.line_num == len(lines) > first + 1 and _is_open(lines[first:], delimiter):
            raise csv.Error(f"the quotation mark in line {first + 1} is never closed")
        first = reader.line_num
        yield tuple(row)


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
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ("read as UTF-16",)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes without a meaning, so that it can fail too
        return data.decode("cp1252", errors="replace"), ("not UTF-8: read as Windows-1252",)
