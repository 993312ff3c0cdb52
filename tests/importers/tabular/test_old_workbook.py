"""Limits of workbooks in the old form .xls."""

from struct import pack

import pytest

from interagency.importers.tabular.old_workbook import OLD_FORMAT, check_old_workbook

END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
Record = tuple[int, bytes]
SHEET: Record = (0x809, b"")


def cell(row: int, column: int) -> Record:
    return 0x203, pack("<HHHd", row, column, 0, 1.0)


def cells(row: int, first: int, last: int) -> Record:
    return 0xBE, pack("<HHHH", row, first, 0, last)


def stream(*records: Record) -> bytes:
    return b"".join(pack("<HH", kind, len(body)) + body for kind, body in records)


def entry(name: str, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    return pack("<64sH50sIII", text, len(text) + 2, b"", start, size, 0)


def old(
    workbook: bytes, *, name: str = "Workbook", cutoff: int = 4096, loop: bool = False
) -> bytes:
    """Returns a file with one stream, in sectors of its own or in the container of small ones.

    Sector 0 is the table of sectors, 1 the folder, 2 the table of small sectors; then the stream.
    """
    size = len(workbook)
    count = -(-max(size, 1) // 512)
    small = size < cutoff
    table = [END, END, END, *range(4, 3 + count), 3 if loop else END]
    little = [*range(1, -(-size // 64)), END] if small else []
    folder = entry("Root Entry", 3, size) + entry(name, 0 if small else 3, size)
    header = OLD_FORMAT + pack("<16xHHHHH6xII", 62, 3, 0xFFFE, 9, 6, 0, 1)
    header += pack("<IIIIIII", 1, 0, cutoff, 2, 1, END, 0) + pack("<109I", 0, *[FREE] * 108)
    parts = [
        pack(f"<{len(table)}I", *table).ljust(512, b"\xff"),
        folder.ljust(512, b"\0"),
        pack(f"<{len(little)}I", *little).ljust(512, b"\xff"),
        workbook.ljust(512 * count, b"\0"),
    ]
    return header + b"".join(parts)


@pytest.mark.parametrize("cutoff", [0, 4096])
def test_a_workbook_of_a_few_cells_is_let_through(cutoff: int) -> None:
    check_old_workbook(old(stream(SHEET, cell(0, 0), (0x0A, b""), cell(300, 20)), cutoff=cutoff))


@pytest.mark.parametrize("cutoff", [0, 4096])
@pytest.mark.parametrize(
    "records",
    [
        (SHEET, cell(65535, 65535)),
        (SHEET, cell(65535, 0), cells(1, 0, 255)),
        (SHEET, cell(65535, 255), SHEET, cell(0, 0)),
    ],
)
def test_a_cell_far_away_is_refused(records: tuple[Record, ...], cutoff: int) -> None:
    with pytest.raises(ValueError, match="reaches over more than 5,000,000 cells"):
        check_old_workbook(old(stream(*records), cutoff=cutoff))


@pytest.mark.parametrize(
    "data",
    [
        OLD_FORMAT,
        old(stream(SHEET), name="Other"),
        old(stream(SHEET) * 200, cutoff=0, loop=True),
        old(stream(SHEET) * 200, cutoff=0)[:1600],
    ],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged, or protected"):
        check_old_workbook(data)


def test_more_tables_of_sectors_are_followed_and_no_further_than_the_file_reaches() -> None:
    data = bytearray(old(stream(SHEET, cell(65535, 255)), cutoff=0))
    data[68:72] = pack("<I", 4)  # the sector after the stream holds the numbers of more tables
    more = pack("<128I", *[FREE] * 127, 4)
    with pytest.raises(ValueError, match="reaches over"):
        check_old_workbook(bytes(data) + more)


def test_a_large_file_is_refused_unread() -> None:
    with pytest.raises(ValueError, match="larger than 50,000,000 bytes"):
        check_old_workbook(b"\0" * 50_000_001)
