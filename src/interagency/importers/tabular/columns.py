"""Columns of a table: one for each field, by its header, then by the values below it.

In wide tables, a column of marks stands for each sector, country or month. Such a header is a
value, not the name of a field. Two such columns of a kind must stand together, and hold nothing
but marks: X, yes, no, numbers.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, final

from attrs import frozen

from interagency.importers.tabular.dates import is_month
from interagency.importers.tabular.fields import UNREAD, Field, Header, header_of
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.text import clean, is_no, is_yes_or_no

_SAMPLE = 200
_MOST = 0.6
_JUST_SECTOR = frozenset({"sector", "setor", "secteur"})
# What a column of names becomes if it holds yes and no instead.
NAMES: Final = {
    Field.APPEALS: Field.APPEALING,
    Field.IMPLEMENTS: Field.IMPLEMENTING,
}
Guesses = Mapping[Field, Callable[[str], object]]
Column = tuple[Field, str | None]


def chosen_columns(cells: Cells, headers: Sequence[Header | None]) -> dict[Column, int]:
    """Return one column for each meaning: the one whose header says most, then the leftmost."""
    places: dict[Column, list[int]] = {}
    for index, header in enumerate(headers):
        if header and header.meaning not in UNREAD:
            by_language = header.meaning is Field.ORGANIZATION
            place = (header.meaning, header.language if by_language else None)
            places.setdefault(place, []).append(index)
    return {
        place: min(indexes, key=lambda index: (_rank(headers[index], cells[index]), index))
        for place, indexes in places.items()
    }


def _rank(header: Header | None, text: str) -> int:
    words = text.casefold()
    match header:
        case Header(Field.SECTOR, language):
            says_more = 2 * ("sub" in words) + (words in _JUST_SECTOR)
            return 4 * (language is not None) - says_more
        case Header(Field.BUDGET):
            return -("total" in words)
        case Header(Field.ADMIN1_CODE):
            return -("iso" in words)
        case Header(Field.COUNTRY):
            return int("iso" in words or "cod" in words or "cód" in words)
    return 0


def told_by_values(
    rows: Sequence[tuple[int, Cells]],
    headers: Sequence[Header | None],
    chosen: Mapping[Column, int],
    guesses: Guesses,
) -> dict[Column, int]:
    """Return columns for the meanings that no header names, if most of their values fit."""
    told: dict[Column, int] = {}
    for meaning, fits in guesses.items():
        if (meaning, None) in chosen or any(place[0] is meaning for place in chosen):
            continue
        for index, header in enumerate(headers):
            if header is None and index not in told.values() and _mostly(rows, index, fits):
                told[meaning, None] = index
                break
    return told


def with_flags(columns: dict[Column, int], rows: Sequence[tuple[int, Cells]]) -> dict[Column, int]:
    """Return the columns, where `Appealing organisation: Yes` names nobody, but says a part."""
    flags = {
        (name, None): flag
        for flag, name in NAMES.items()
        if (name, None) in columns and _mostly(rows, columns[name, None], is_yes_or_no)
    }
    return {
        (flags[place], None) if place in flags else place: index for place, index in columns.items()
    }


def _mostly(rows: Sequence[tuple[int, Cells]], index: int, fits: Callable[[str], object]) -> bool:
    values = [clean(cells[index]) for _, cells in rows[:_SAMPLE] if index < len(cells)]
    filled = [value for value in values if value]
    return bool(filled) and sum(bool(fits(value)) for value in filled) >= _MOST * len(filled)


_MARK = re.compile(r"[-–•●✓✔√]+|x+|(us\$|usd|\$)? ?[\d.,]+ ?%?", re.IGNORECASE)
_NOTHING = re.compile(r"[-–0., %]*")
_FEWEST = 2


@final
@frozen
class Mark:
    """A column that says of a row whether it has one value: what it is a value of, and which."""

    meaning: Field
    text: str
    index: int

    def is_set(self, cells: Cells) -> bool:
        """Return whether a row is marked."""
        text = clean(cells[self.index]) if self.index < len(cells) else ""
        return _NOTHING.fullmatch(text) is None and not is_no(text)


def marks_of(
    headers: Sequence[str],
    taken: Iterable[Field],
    rows: Sequence[tuple[int, Cells]],
    guesses: Guesses,
) -> tuple[Mark, ...]:
    """Return the columns of marks, for what no other column tells.

    Args:
        headers: The headers.
        taken: What other columns tell.
        rows: The rows below.
        guesses: What tells a country and a sector.
    """
    known = {*taken}
    kinds = {Field.COUNTRY, Field.SECTOR, Field.MONTH} - known
    if Field.SUBSECTOR in known:
        kinds -= {Field.SECTOR}
    found = [mark for mark in _headed(headers, guesses) if mark.meaning in kinds]
    found = [mark for mark in found if _holds_marks(rows, mark.index)]
    counts = {kind: sum(mark.meaning is kind for mark in found) for kind in kinds}
    return tuple(mark for mark in found if counts[mark.meaning] >= _FEWEST)


def wide_row(rows: Sequence[tuple[int, Cells]], keys: Iterable[Field], guesses: Guesses) -> int:
    """Return the index of a row with one header that says who or where, and columns of marks.

    It is -1 if there is none.
    """
    wanted = set(keys)
    for index, (_, cells) in enumerate(rows):
        headers = filter(None, map(header_of, map(clean, cells)))
        says_who = any(header.meaning in wanted for header in headers)
        if says_who and marks_of(cells, (), rows[index + 1 :], guesses):
            return index
    return -1


def _headed(headers: Sequence[str], guesses: Guesses) -> Iterable[Mark]:
    for index, header in enumerate(headers):
        text = clean(header)
        if not text or header_of(text):
            continue
        if is_month(text):
            yield Mark(Field.MONTH, text, index)
        elif guesses[Field.COUNTRY](text):
            yield Mark(Field.COUNTRY, text, index)
        elif guesses[Field.SECTOR](text):
            yield Mark(Field.SECTOR, text, index)


def _holds_marks(rows: Sequence[tuple[int, Cells]], index: int) -> bool:
    values = (clean(cells[index]) for _, cells in rows[:_SAMPLE] if index < len(cells))
    return all(is_yes_or_no(value) or _MARK.fullmatch(value) for value in values if value)
