"""The bytes of a CSV file to rows of text, whatever encoding and delimiter it was saved with."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

Cells = tuple[str, ...]

DELIMITERS: Final = (",", ";", "\t", "|")
_LOOKED_AT: Final = 50


def csv_rows(data: bytes) -> tuple[Iterator[Cells], tuple[str, ...]]:
    """Return the rows of a CSV file, and what is to be told of how it was read."""
    text, notes = _decoded(data)
    # a NUL is what a broken export leaves; the reader of the standard library refuses it
    lines = list(StringIO(text.replace("\0", ""), newline=""))
    return _rows(lines, delimiter_of(lines)), notes


def _rows(lines: list[str], delimiter: str) -> Iterator[Cells]:
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
