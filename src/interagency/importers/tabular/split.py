"""Division of a sheet into the tables that stand on it, side by side or one below the other.

R4V's template of 2022 has the appealing organizations and, some columns further, the implementing
partners on one sheet, each with headers of its own. An empty column alone divides nothing: columns
to the right are another table if their headers repeat what headers to the left say.

A row of headers begins another table below the first if a blank row or a title is above it, and
its columns mean something else than before. Headers that are repeated divide nothing.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve

from interagency.importers.tabular.fields import UNREAD, Field, header_of
from interagency.importers.tabular.headers import header_row, meanings_of
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.text import clean

_LETTERS = 26
_SAID_AGAIN = 2
# First column and the one after the last.
Span = tuple[int, int]


def blocks_of(table: Table) -> tuple[Table, ...]:
    """Return the tables of a sheet from left to right; most sheets hold one."""
    spans = list(_spans(table))
    if len(spans) < 2:
        return (table,)
    kept = [spans[0]]
    for span in spans[1:]:
        again = _meanings(table, span) & _meanings(table, kept[-1])
        if len(again) >= _SAID_AGAIN:
            kept.append(span)
        else:
            kept[-1] = (kept[-1][0], span[1])
    return tuple(_columns_of(table, span) for span in kept) if len(kept) > 1 else (table,)


def _spans(table: Table) -> Iterator[Span]:
    """Yield the columns between those that are empty in every row."""
    width = max((len(cells) for _, cells in table.rows), default=0)
    empty = set(range(width))
    for _, cells in table.rows:
        if not empty:
            break
        empty = {at for at in empty if at >= len(cells) or not cells[at].strip()}
    start = 0
    for end in (*sorted(empty), width):
        if end > start:
            yield start, end
        start = end + 1


def _meanings(table: Table, span: Span) -> set[Field]:
    part = _columns_of(table, span)
    index = header_row(part)
    return set() if index is None else meanings_of(part.rows[index][1]) - UNREAD


def _columns_of(table: Table, span: Span) -> Table:
    """Return some columns of a table; rows that hold nothing there are blank."""
    first, after = span
    cut = ((number, cells[first:after]) for number, cells in table.rows)
    rows = tuple((number, cells) for number, cells in cut if any(map(str.strip, cells)))
    name = (
        f"{table.name}, columns {letters_of(first)} to {letters_of(after - 1)}"
        if first
        else table.name
    )
    blank = table.blank + len(table.rows) - len(rows)
    return evolve(table, name=name, rows=rows, blank=blank)


def letters_of(column: int) -> str:
    """Return a column as spreadsheets name it: 0 is A, 26 is AA."""
    rest, letter = divmod(column, _LETTERS)
    return (letters_of(rest - 1) if rest else "") + chr(ord("A") + letter)


_FEWEST = 3
_DIFFERENT = 2
Columns = Mapping[int, Field]


def stacked(table: Table) -> tuple[Table, ...]:
    """Return the tables of a sheet from top to bottom; most sheets hold one."""
    starts = list(_starts(table))
    if len(starts) < 2:
        return (table,)
    first = [1, *(table.rows[index][0] for index in starts[1:])]
    after = [*first[1:], table.blank + len(table.rows) + 1]
    return tuple(
        _rows_of(table, count, span) for count, span in enumerate(zip(first, after, strict=True), 1)
    )


def _starts(table: Table) -> Iterator[int]:
    """Yield the index of the first row of each table: its headers, or the title above them."""
    before: Columns = {}
    for index, (_, cells) in enumerate(table.rows):
        if index and not _stands_apart(table, index):
            continue
        columns = _columns(cells)
        new = [at for at, meaning in columns.items() if before.get(at) is not meaning]
        if columns and len(new) >= _DIFFERENT:
            before = columns
            yield index - 1 if index and _is_title(table, index - 1) else index


def _stands_apart(table: Table, index: int) -> bool:
    return table.rows[index][0] > table.rows[index - 1][0] + 1 or _is_title(table, index - 1)


def _is_title(table: Table, index: int) -> bool:
    return sum(map(bool, map(str.strip, table.rows[index][1]))) == 1


def _columns(cells: Cells) -> Columns:
    """Return what the cells of a row mean, if it holds headers: half of them, of three kinds."""
    filled = {at: clean(cell) for at, cell in enumerate(cells) if cell.strip()}
    headers = {at: header_of(text) for at, text in filled.items()}
    found = {at: header.meaning for at, header in headers.items() if header}
    kinds = {*found.values()} - {Field.NOISE}
    return found if len(kinds) >= _FEWEST and 2 * len(found) >= len(filled) else {}


def _rows_of(table: Table, count: int, span: tuple[int, int]) -> Table:
    """Return some rows of a table, as the table of that number."""
    first, after = span
    rows = tuple(row for row in table.rows if first <= row[0] < after)
    name = f"{table.name}, table {count}".removeprefix(", ") if count > 1 else table.name
    return evolve(table, name=name, rows=rows, blank=after - first - len(rows))
