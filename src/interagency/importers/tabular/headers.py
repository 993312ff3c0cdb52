"""The row of headers of a table: the one that says most of who, where and which sector.

Headers may stand on two lines: groups above, and what each group is divided into below.
`Implementing partner` over `Name` and `Type`: alone, the second line would be headers of any
organization. A cell of a group belongs to all columns up to the next one.
"""

import re
from collections.abc import Sequence
from typing import Final

from interagency.importers.tabular.blanks import is_error
from interagency.importers.tabular.columns import Guesses, wide_row
from interagency.importers.tabular.fields import Field, header_of
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.text import clean, folded

_FIRST_ROWS = 30
# Below so many rows of instructions headers are looked for if there are none above.
_ANY_ROWS = 300
# A header holds at least one of these: it says who, where, or in which sector.
KEYS: Final = frozenset(
    {
        Field.ORGANIZATION,
        Field.APPEALING,
        Field.IMPLEMENTING,
        Field.PLATFORM,
        Field.COUNTRY,
        Field.ADMIN1,
        Field.SECTOR,
        Field.SUBSECTOR,
        Field.ENGLISH,
    }
)


def is_hxl(cells: Cells) -> bool:
    """Return whether a row holds HXL tags, such as #org+lead, in at least half of its cells."""
    filled = [cell.strip() for cell in cells if cell.strip() and not is_error(cell)]
    tags = sum(cell.startswith("#") and cell[1:2].isalpha() for cell in filled)
    return tags > 0 and 2 * tags >= len(filled)


def header_row(table: Table) -> int | None:
    """Return the index of the row that says most; a table of one column may have one header."""
    best = _best_row(table.rows[:_FIRST_ROWS])
    if best is None:
        best = _best_row(table.rows[:_ANY_ROWS])
    if best is None and _is_one_column(table) and meanings_of(table.rows[0][1]) & KEYS:
        return 0
    return best


def _best_row(rows: Sequence[tuple[int, Cells]]) -> int | None:
    best, most = None, 1
    for index, (_, cells) in enumerate(rows):
        meanings = meanings_of(cells)
        if len(meanings) > most and meanings & KEYS:
            best, most = index, len(meanings)
    return best


def any_header_row(table: Table, guesses: Guesses) -> int | None:
    """Return the index of the header, be it one of a wide table, headed by sectors or months."""
    found = header_row(table)
    wide = wide_row(table.rows[:_FIRST_ROWS], KEYS, guesses) if found is None else -1
    return wide if wide >= 0 else found


def fullest_row(table: Table) -> int:
    """Return the index of the first row with the most cells that are not empty."""
    filled = [sum(map(bool, map(str.strip, cells))) for _, cells in table.rows[:_FIRST_ROWS]]
    return filled.index(max(filled))


def meanings_of(cells: Cells) -> set[Field]:
    """Return what the cells of a row mean if they are headers."""
    headers = (header_of(clean(cell)) for cell in cells)
    return {header.meaning for header in headers if header and header.meaning is not Field.NOISE}


def _is_one_column(table: Table) -> bool:
    filled = {tuple(i for i, cell in enumerate(cells) if cell.strip()) for _, cells in table.rows}
    return len(table.rows) > 1 and len(filled) == 1 and all(len(each) == 1 for each in filled)


# What says too little if two columns have it: the group above each tells them apart.
_BARE = re.compile(
    r"(full )?(name|nombre|nome|nom|type|tipo|acronym|acronimo|siglas?|code|codigo|p ?code|id)"
)


def headings(table: Table, index: int) -> Cells:
    """Return the header of each column of a table, with its group where it needs one.

    Args:
        table: The table.
        index: Which of its rows holds the headers.
    """
    number, cells = table.rows[index]
    above = table.rows[index - 1] if index else (0, ())
    if above[0] != number - 1 or sum(map(bool, map(str.strip, above[1]))) < 2:
        return cells
    width = max(len(cells), len(above[1]))
    own, alone = _padded(cells, width), _padded(above[1], width)
    groups = _spread(alone)
    words = [folded(clean(each)) for each in own]
    said_again = [words.count(each) > 1 and _BARE.fullmatch(each) is not None for each in words]
    return tuple(
        _heading(own[at], alone[at], groups[at] if said_again[at] else "") for at in range(width)
    )


def last_line(table: Table, index: int) -> int:
    """Return the index of the row that ends the headers: what groups are divided into, or itself.

    A row of headers is one of these if something in it stands below nothing; else it repeats them.
    """
    if index + 1 >= len(table.rows) or table.rows[index + 1][0] != table.rows[index][0] + 1:
        return index
    upper, lower = table.rows[index][1], table.rows[index + 1][1]
    filled = [at for at, cell in enumerate(lower) if cell.strip()]
    divides = any(at >= len(upper) or not upper[at].strip() for at in filled)
    headers = all(_is_part(lower[at]) for at in filled)
    return index + 1 if divides and headers and len(filled) > 1 else index


def _is_part(text: str) -> bool:
    return _says_something(text) or _BARE.fullmatch(folded(clean(text))) is not None


def _heading(own: str, alone: str, group: str) -> str:
    """Return the header of a column: its own, that above it, or both."""
    if not own.strip():
        return alone if _says_something(alone) else own
    return f"{clean(group)} {clean(own)}" if _says_something(group) else own


def _says_something(text: str) -> bool:
    header = header_of(clean(text))
    return header is not None and header.meaning is not Field.NOISE


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _spread(cells: Sequence[str]) -> list[str]:
    found: list[str] = []
    for cell in cells:
        found.append(cell if cell.strip() or not found else found[-1])
    return found
