"""Tables that stand one below the other on one sheet, each under headers of its own.

A row of headers begins another table if a blank row or a title is above it, and its columns mean
something else than before. Headers that are said again divide nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve

from interagency.importers.cleaning import clean
from interagency.importers.r4v.headers import header_of
from interagency.importers.r4v.meanings import Meaning
from interagency.importers.tables import Cells, Table

_FEWEST: Final = 3
_DIFFERENT: Final = 2
Columns = Mapping[int, Meaning]


def stacked(table: Table) -> tuple[Table, ...]:
    """Return the tables of a sheet from top to bottom; most sheets hold one."""
    starts = list(_starts(table))
    if len(starts) < 2:
        return (table,)
    first = [1, *(table.rows[index][0] for index in starts[1:])]
    after = [*first[1:], table.blank + len(table.rows) + 1]
    return tuple(
        _part(table, count, span) for count, span in enumerate(zip(first, after, strict=True), 1)
    )


def _starts(table: Table) -> Iterator[int]:
    """Yield the index of the first row of each table: its headers, or the title above them."""
    before: Columns = {}
    for index, (_, cells) in enumerate(table.rows):
        if index and not _is_apart(table, index):
            continue
        columns = _columns(cells)
        new = [at for at, meaning in columns.items() if before.get(at) is not meaning]
        if columns and len(new) >= _DIFFERENT:
            before = columns
            yield index - 1 if index and _is_title(table, index - 1) else index


def _is_apart(table: Table, index: int) -> bool:
    return table.rows[index][0] > table.rows[index - 1][0] + 1 or _is_title(table, index - 1)


def _is_title(table: Table, index: int) -> bool:
    return sum(map(bool, map(str.strip, table.rows[index][1]))) == 1


def _columns(cells: Cells) -> Columns:
    """Return what the cells of a row mean, if it holds headers: half of them, of three kinds."""
    filled = {at: clean(cell) for at, cell in enumerate(cells) if cell.strip()}
    headers = {at: header_of(text) for at, text in filled.items()}
    found = {at: header.meaning for at, header in headers.items() if header}
    kinds = {*found.values()} - {Meaning.NOISE}
    return found if len(kinds) >= _FEWEST and 2 * len(found) >= len(filled) else {}


def _part(table: Table, count: int, span: tuple[int, int]) -> Table:
    """Return some rows of a table, as the table of that number."""
    first, after = span
    rows = tuple(row for row in table.rows if first <= row[0] < after)
    name = f"{table.name}, table {count}".removeprefix(", ") if count > 1 else table.name
    return evolve(table, name=name, rows=rows, blank=after - first - len(rows))
