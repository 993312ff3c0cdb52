"""Rows of headers: which row of a table names what stands below it."""

from collections.abc import Sequence
from typing import Final

from interagency.importers.table.columns import Reading, readings_of_header
from interagency.importers.table.mapping import Mapping, SheetMapping
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.text import clean, folded, is_yes_or_no, one_line
from interagency.vocabularies import shipped

FIRST_ROWS: Final = 30
# Whether cells name a field, not roles alone, and how many different things they mean.
Score = tuple[bool, int]
_NO_SCORE: Final[Score] = (False, 0)


def header_row(
    table: Table, tags: int | None, mapping: Mapping, mapped: SheetMapping | None
) -> int | None:
    """Return the index of the row that means most as headers, the first of several."""
    if mapped and mapped.header_row:
        fits = (i for i, (number, _) in enumerate(table.rows) if number == mapped.header_row)
        return next(fits, None)
    last = FIRST_ROWS if tags is None else tags
    scores = [_score(cells, mapping, mapped) for _, cells in table.rows[:last]]
    best = max(scores, default=_NO_SCORE)
    if best > _NO_SCORE and not _is_data(table, scores.index(best), best, tags):
        return scores.index(best)
    return tags - 1 if tags else None


def fullest_row(table: Table) -> int | None:
    """Return the index of the first row with the most cells, which is shown as headers."""
    filled = [_filled(cells) for _, cells in table.rows[:FIRST_ROWS]]
    return filled.index(max(filled)) if filled else None


def readings(header: str, mapping: Mapping) -> tuple[Reading, ...]:
    """Return what a header may mean, by a mapping or by itself, the surest first."""
    own = mapping.words.get(folded(header))
    return (as_meant(own),) if own else readings_of_header(header)


def as_meant(text: str) -> Reading:
    """Return what a mapping says of a column: a field, or the terms of seats."""
    parts = tuple(text.split("/"))
    terms = shipped()["role-terms"]
    return Reading(terms=parts) if all(part in terms for part in parts) else Reading(text)


def _is_data(table: Table, index: int, score: Score, tags: int | None) -> bool:
    """Return whether a row with one word of headers stands below rows that are as full."""
    above = table.rows[:index]
    as_full = any(_filled(cells) >= _filled(table.rows[index][1]) for _, cells in above)
    return tags is None and score[1] < 2 and as_full


def _filled(cells: Cells) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _score(cells: Cells, mapping: Mapping, mapped: SheetMapping | None) -> Score:
    """Return how much the cells of a row mean as headers: any field, and how many things."""
    if mapped:
        return True, sum(one_line(clean(cell)) in mapped.columns for cell in cells)
    found = {each[0] for each in (readings(text, mapping) for text in _texts(cells)) if each}
    # roles alone stand in rows of data too
    return any(each.field for each in found), len({each.text for each in found})


def _texts(cells: Sequence[str]) -> list[str]:
    """Return the cells that may be headers.

    The name of the World Health Organization stands in more rows of data than headers, and `No`
    in more answers than numbers of rows.
    """
    texts = [one_line(clean(cell)) for cell in cells]
    first = [text for text in texts[:1] if text != "WHO"]
    return first + [text for text in texts[1:] if text != "WHO" and not is_yes_or_no(text)]
