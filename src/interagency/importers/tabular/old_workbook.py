"""Limits of workbooks in the old form .xls, checked before any library lays out their sheets.

Such a file is a small file system of sectors ([MS-CFB]) with one stream of records ([MS-XLS]). A
record of a cell names its row and column, and a reader lays out the rectangle up to the last.
"""

import struct
from collections.abc import Iterator
from struct import unpack_from
from typing import Final

OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 50_000_000
_MOST_CELLS = 5_000_000
_LAST = 0xFFFFFFFA  # numbers from here on mark ends and free sectors
_NAMES = ("Workbook", "Book")
# Records that begin with a row and a column: NUMBER, LABEL, RK, LABELSST, FORMULA and their kind.
_CELLS = frozenset({0x06, 0xD6, 0xBD, 0xBE, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x27E})
_SHEET = 0x809  # BOF: what follows is another sheet


def check_old_workbook(data: bytes) -> None:
    """Refuse a workbook in the old form that is damaged, or beyond the limits.

    Raises:
        ValueError: If it is refused.
    """
    if len(data) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST:,} bytes")
    try:
        stream = _Sectors(data).workbook()
        areas = tuple(_areas(stream))
    except (LookupError, ValueError, struct.error) as error:
        raise ValueError("it is damaged, or protected by a password; save it as .xlsx") from error
    if max(areas, default=0) > _MOST_CELLS:
        raise ValueError(f"a sheet reaches over more than {_MOST_CELLS:,} cells")


def _areas(stream: bytes) -> Iterator[int]:
    """Yield for each sheet how many cells lie between its first and its last."""
    at = rows = columns = 0
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        if kind == _SHEET:
            yield rows * columns
            rows = columns = 0
        elif kind in _CELLS:
            row, column = unpack_from("<HH", stream, at + 4)
            # a record of several cells names the last of them at its end
            last = unpack_from("<H", stream, at + 2 + size)[0] if kind in (0xBD, 0xBE) else column
            rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
        at += 4 + size
    yield rows * columns


class _Sectors:
    """The sectors of the file, and which follows which."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = 1 << min(_number(data, 30, 2), 12)
        self.most = len(data) // self.size + 1
        table = b"".join(map(self._sector, self._table_sectors()))
        self.next = unpack_from(f"<{len(table) // 4}I", table)

    def workbook(self) -> bytes:
        """Return the stream of the workbook."""
        folder = self._chain(_number(self.data, 48, 4))
        entries = [folder[at : at + 128] for at in range(0, len(folder) - 127, 128)]
        found = {_name(each): each for each in entries}
        entry = found.get(_NAMES[0]) or found[_NAMES[1]]
        start, size = _number(entry, 116, 4), _number(entry, 120, 4)
        if size >= _number(self.data, 56, 4):
            return self._chain(start)[:size]
        return self._small(start, self._chain(_number(entries[0], 116, 4)))[:size]

    def _table_sectors(self) -> Iterator[int]:
        yield from (each for each in unpack_from("<109I", self.data, 76) if each < _LAST)
        more, left = _number(self.data, 68, 4), self.most
        while more < _LAST and left:
            *numbers, more = unpack_from(f"<{self.size // 4}I", self._sector(more))
            yield from (each for each in numbers if each < _LAST)
            left -= 1

    def _small(self, start: int, container: bytes) -> bytes:
        table = self._chain(_number(self.data, 60, 4))
        following = unpack_from(f"<{len(table) // 4}I", table)
        numbers = _followed(start, following, len(following))
        return b"".join(container[64 * each : 64 * each + 64] for each in numbers)

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _followed(start, self.next, self.most)))

    def _sector(self, number: int) -> bytes:
        found = self.data[self.size * (number + 1) : self.size * (number + 2)]
        if not found:
            raise ValueError(number)
        return found.ljust(self.size, b"\0")


def _followed(start: int, following: tuple[int, ...], most: int) -> Iterator[int]:
    """Yield the numbers of a chain; one that is longer than the file runs in a circle."""
    while start < _LAST:
        if most < 0:
            raise ValueError(start)
        yield start
        start, most = following[start], most - 1


def _number(data: bytes, at: int, size: int) -> int:
    if at + size > len(data):
        raise ValueError(at)
    return int.from_bytes(data[at : at + size], "little")


def _name(entry: bytes) -> str:
    return entry[: max(_number(entry, 64, 2) - 2, 0)].decode("utf-16-le", errors="replace")
