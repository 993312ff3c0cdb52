"""Which row of a table is the header: the one that says most of who, where and which sector."""

from collections.abc import Sequence
from typing import Final

from interagency.importers.cleaning import clean
from interagency.importers.r4v.columns import Guesses
from interagency.importers.r4v.headers import header_of
from interagency.importers.r4v.marks import wide_row
from interagency.importers.r4v.meanings import Meaning
from interagency.importers.tables import Cells, Table

_FIRST_ROWS: Final = 30
# Below so many rows of instructions headers are looked for if there are none above.
_ANY_ROWS: Final = 300
# A header holds at least one of these: it says who, where, or in which sector.
KEYS: Final = frozenset(
    {
        Meaning.ORGANIZATION,
        Meaning.APPEALING,
        Meaning.IMPLEMENTING,
        Meaning.PLATFORM,
        Meaning.COUNTRY,
        Meaning.ADMIN1,
        Meaning.SECTOR,
        Meaning.SUBSECTOR,
        Meaning.ENGLISH,
    }
)


def is_hxl(cells: Cells) -> bool:
    """Tell whether a row holds HXL tags, such as #org+lead, and nothing else."""
    filled = (cell.strip() for cell in cells if cell.strip())
    return all(cell.startswith("#") and cell[1:2].isalpha() for cell in filled)


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


def meanings_of(cells: Cells) -> set[Meaning]:
    """Return what the cells of a row mean if they are headers."""
    headers = (header_of(clean(cell)) for cell in cells)
    return {header.meaning for header in headers if header and header.meaning is not Meaning.NOISE}


def _is_one_column(table: Table) -> bool:
    filled = {tuple(i for i, cell in enumerate(cells) if cell.strip()) for _, cells in table.rows}
    return len(table.rows) > 1 and len(filled) == 1 and all(len(each) == 1 for each in filled)
