"""Tables that stand side by side on one sheet, as the lists behind a template do.

R4V's template of 2022 has the appealing organizations and, some columns further, the implementing
partners on one sheet, each with headers of its own. An empty column alone divides nothing: what
is to the right must have headers that say again what headers to the left say.
"""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from interagency.importers.r4v.header_rows import header_row, meanings_of
from interagency.importers.r4v.meanings import UNREAD, Meaning
from interagency.importers.tables import Table

_LETTERS: Final = 26
_SAID_AGAIN: Final = 2
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
    return tuple(_part(table, span) for span in kept) if len(kept) > 1 else (table,)


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


def _meanings(table: Table, span: Span) -> set[Meaning]:
    part = _part(table, span)
    index = header_row(part)
    return set() if index is None else meanings_of(part.rows[index][1]) - UNREAD


def _part(table: Table, span: Span) -> Table:
    """Return some columns of a table; rows that hold nothing there are blank."""
    first, after = span
    cut = ((number, cells[first:after]) for number, cells in table.rows)
    rows = tuple((number, cells) for number, cells in cut if any(map(str.strip, cells)))
    name = (
        f"{table.name}, columns {_letters(first)} to {_letters(after - 1)}" if first else table.name
    )
    blank = table.blank + len(table.rows) - len(rows)
    return evolve(table, name=name, rows=rows, blank=blank)


def _letters(column: int) -> str:
    """Return a column as spreadsheets name it: 0 is A, 26 is AA."""
    rest, letter = divmod(column, _LETTERS)
    return (_letters(rest - 1) if rest else "") + chr(ord("A") + letter)
