"""Headers that stand on two lines: groups above, and what each group is divided into below.

`Implementing partner` over `Name` and `Type`: alone, the second line would be headers of any
organization. A cell of a group belongs to all columns up to the next one.
"""

import re
from collections.abc import Sequence
from typing import Final

from interagency.importers.cleaning import clean, folded
from interagency.importers.r4v.headers import header_of
from interagency.importers.r4v.meanings import Meaning
from interagency.importers.tables import Cells, Table

# What says too little if two columns have it: the group above each tells them apart.
_BARE: Final = re.compile(
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
    return header is not None and header.meaning is not Meaning.NOISE


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _spread(cells: Sequence[str]) -> list[str]:
    found: list[str] = []
    for cell in cells:
        found.append(cell if cell.strip() or not found else found[-1])
    return found
