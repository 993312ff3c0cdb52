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
    rows = csv.reader(lines, delimiter=delimiter_of(lines))
    return (tuple(row) for row in rows), notes


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
