"""Limits of workbooks, checked by streaming the zip before any library reads it as a whole.

A workbook of one kilobyte may claim a cell in the last row and column of a sheet; a reader that
lays out the rectangle in between asks for hundreds of gigabytes, and the process is aborted.
Nothing here keeps more than a megabyte, and nothing in a workbook is executed.
"""

import re
import struct
import sys
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path as FilePath
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import frozen

_CHUNK = 1 << 20
# A tag, or a reference in it, that is cut in two by the end of a chunk is seen in the next one.
_OVERLAP = 256

# Every `r` of a row (digits) or of a cell (letters and digits), in any part of the zip.
_REFERENCE = re.compile(rb"""[\s"']r\s*=\s*["']([A-Za-z]{0,9})([0-9]{0,18})["']""")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?=[\s/>])[^>]*>")
# A cell that does not state where it stands: its place follows from those before it.
_IMPLIED = re.compile(
    rb"""<(?:[\w.-]+:)?c(?=[\s/>])(?=[^>]*>)(?![^>]*[\s"']r\s*=\s*["'][A-Za-z])"""
)
# Rows and cells without a value, in the form of LibreOffice and Excel: deleting a row leaves one
# with a style in the last row of the sheet. Readers lay out values alone.
_WITHOUT_VALUE = re.compile(
    rb"""<(?:row(?:\s[\w:]+="[^"<>]*")*\s*/?|c(?:\s[\w:]+="[^"<>]*")*\s*/)>"""
)
_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?=[\s/>])")
_ITEM = re.compile(rb"<(?:[\w.-]+:)?si(?=[\s/>])")
_INDEX = re.compile(rb"<(?:[\w.-]+:)?v[^>]*>([0-9]{1,9})<")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]+)[\"']")


@frozen(kw_only=True)
class WorkbookLimits:
    """The most that a workbook may hold before it is refused.

    Attributes:
        bytes: Size of the file.
        unpacked: Size of all that is packed in it, together.
        cells: Cells of the rectangle from the first cell of a sheet to its last, in each sheet.
        text: Bytes of the text in one cell; a spreadsheet holds at most 32,767 letters in one.
        texts: Bytes of the texts in all cells together.
    """

    bytes: int = 50_000_000
    unpacked: int = 500_000_000
    cells: int = 5_000_000
    text: int = 400_000
    texts: int = 500_000_000


LIMITS: Final = WorkbookLimits()
# All that zipfile was seen to raise on bytes that are no archive, or that were changed: it promises
# only the first, and the fuzzer met the others.
_BROKEN: Final = (
    BadZipFile,
    NotImplementedError,  # a way of packing that it does not know
    RuntimeError,  # a part with a password
    EOFError,  # a part that is cut off
    ValueError,  # a place before the beginning of the file
    OverflowError,  # a place too far away for the system
    zlib.error,  # a part that was changed
    struct.error,  # a head that is too short
)


class UnfitWorkbook(ValueError):
    """A file that is not a workbook, or one that is too large to be read; the message says why."""


def check_workbook(source: FilePath | bytes, limits: WorkbookLimits = LIMITS) -> None:
    """Refuse what is not a workbook in a zip (xlsx, xlsm, ods), and what is beyond the limits.

    Args:
        source: The file, or its bytes.
        limits: What to refuse.

    Raises:
        UnfitWorkbook: If it is refused.
        OSError: If the file cannot be read.
    """
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.bytes:
        raise UnfitWorkbook(f"is larger than {limits.bytes:,} bytes")
    try:
        with ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            _Scan(archive, limits).run()
    except UnfitWorkbook:
        raise
    except _BROKEN as error:
        raise UnfitWorkbook(_why(source)) from error


def _why(source: FilePath | bytes) -> str:
    """Return why a file cannot be unpacked, from its first bytes."""
    if isinstance(source, bytes):
        start = source[:8]
    else:
        with source.open("rb") as stream:
            start = stream.read(8)
    if start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "is protected by a password, or in the old format .xls; save it as .xlsx without one"
    if start.startswith(b"PK"):
        return "is damaged: not all that is packed in it can be unpacked"
    return "is not a workbook; a workbook ends in .xlsx and is saved by a spreadsheet program"


class _Scan:
    """One pass over everything that is packed in a workbook."""

    def __init__(self, archive: ZipFile, limits: WorkbookLimits) -> None:
        self.archive = archive
        self.limits = limits
        self.unpacked = 0
        self.shared: list[int] = []
        self.references = 0

    def run(self) -> None:
        """Scan every part; those of a sheet twice if long texts may be repeated too often."""
        parts = self.archive.infolist()
        if len(parts) > 10_000:
            raise UnfitWorkbook("holds more than 10,000 parts")
        for part in parts:
            self._part(part)
        longest = max(self.shared, default=0)
        if longest * self.references > self.limits.texts:
            self._refuse_repeated_texts(parts)

    def _part(self, part: ZipInfo) -> None:
        last_row = last_column = 0
        implied = False
        items = _Items(self.limits)
        for chunk, fresh in self._chunks(part):
            if b"<" not in chunk and not items.open:
                continue  # no cell begins here, nor the rest of a text that cells share
            self._refuse_repeated_cells(chunk)
            found = set(_REFERENCE.findall(chunk))
            last_row = max([last_row, *(int(row or b"0") for _, row in found)])
            last_column = max([last_column, *(_column(letters) for letters, _ in found)])
            self.references += fresh.count(b"<v")
            implied = implied or _IMPLIED.search(chunk) is not None
            if part.filename.endswith("sharedStrings.xml"):
                items.feed(fresh)
        if implied:
            rows, columns = self._counted(part)
            last_row, last_column = last_row + rows, last_column + columns
        elif last_row * last_column > self.limits.cells:
            last_row, last_column = self._valued(part)
        self._refuse_area(part, last_row, last_column)
        self.shared += items.end()

    def _chunks(self, part: ZipInfo) -> Iterator[tuple[bytes, bytes]]:
        """Yield a part piece by piece: with the end of the piece before, and without it."""
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnfitWorkbook("is packed in a way that no spreadsheet program uses")
        # What the zip says of its size need not be true: all of it is unpacked, and counted.
        part.file_size = sys.maxsize
        rest = b""
        with self.archive.open(part) as stream:
            while fresh := stream.read(_CHUNK):
                self.unpacked += len(fresh)
                if self.unpacked > self.limits.unpacked:
                    raise UnfitWorkbook(f"unpacks to more than {self.limits.unpacked:,} bytes")
                yield rest + fresh, fresh
                rest = fresh[-_OVERLAP:]

    def _counted(self, part: ZipInfo) -> tuple[int, int]:
        """Return how many rows, and at most how many cells in one of them, a part writes."""
        rows = most = here = 0
        for _, fresh in self._chunks(part):
            first, *others = _ROW.split(fresh)
            counts = [len(_CELL.findall(each)) + 1 for each in (first, *others)]
            rows += len(others)
            here += counts[0]
            most = max(most, here, *counts)
            here = here if not others else counts[-1]
        return rows + 1, most + 1

    def _valued(self, part: ZipInfo) -> tuple[int, int]:
        """Return the last row and column of a part in which a cell has a value."""
        last_row = last_column = 0
        for chunk, _ in self._chunks(part):
            cut = chunk.rfind(b"<")  # a tag that is cut in two is seen in the next piece
            seen = chunk[:cut] if len(chunk) - cut < _OVERLAP else chunk
            found = set(_REFERENCE.findall(_WITHOUT_VALUE.sub(b"", seen)))
            last_row = max([last_row, *(int(row or b"0") for _, row in found)])
            last_column = max([last_column, *(_column(letters) for letters, _ in found)])
        return last_row, last_column

    def _refuse_area(self, part: ZipInfo, rows: int, columns: int) -> None:
        if rows * columns > self.limits.cells:
            raise UnfitWorkbook(
                f"{part.filename} in it reaches to row {rows:,} and column {columns:,}: "
                f"more than {self.limits.cells:,} cells; delete the rows and columns beyond "
                "your table, and save it again"
            )

    def _refuse_repeated_cells(self, chunk: bytes) -> None:
        """Refuse the cells of an ods file that stand for many others and are not empty."""
        if b"-repeated" not in chunk:
            return
        for tag in re.findall(rb"<table:table-cell[^>]*office:value-type[^>]*>", chunk):
            if any(int(each) > 1_000 for each in _REPEATED.findall(tag)):
                raise UnfitWorkbook("repeats one cell more than 1,000 times")

    def _refuse_repeated_texts(self, parts: list[ZipInfo]) -> None:
        total = 0
        for part in parts:
            for _, fresh in self._chunks(part):
                indexes = (int(each) for each in _INDEX.findall(fresh))
                total += sum(self.shared[each] for each in indexes if each < len(self.shared))
                if total > self.limits.texts:
                    message = f"holds more than {self.limits.texts:,} bytes of text in its cells"
                    raise UnfitWorkbook(message)


class _Items:
    """The lengths of the texts that cells share, found piece by piece."""

    def __init__(self, limits: WorkbookLimits) -> None:
        self.limits = limits
        self.lengths: list[int] = []
        self.open = 0

    def feed(self, fresh: bytes) -> None:
        """Take the next piece; a tag cut in two makes one text of two, which only counts more."""
        starts = [match.start() for match in _ITEM.finditer(fresh)]
        ends = [*starts, len(fresh)]
        self._grow(ends[0])
        for start, end in zip(starts, ends[1:], strict=True):
            self.lengths.append(self.open)
            self.open = 0
            self._grow(end - start)

    def _grow(self, size: int) -> None:
        self.open += size
        if self.open > self.limits.text:
            raise UnfitWorkbook("holds a text too long for a cell, of which 32,767 letters is most")

    def end(self) -> list[int]:
        """Return the length of each text; the head before the first is none."""
        return [*self.lengths[1:], self.open] if self.lengths else []


def _column(letters: bytes) -> int:
    """Return the number of a column from its letters: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
