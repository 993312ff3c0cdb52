"""Wide tables: a column for each sector, country or month, in which a row is marked or not.

Such a header is a value, not the name of one. Two columns of a kind must stand beside each other's
kind, and hold nothing but marks: X, yes, no, numbers.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, final

from attrs import frozen

from interagency.importers.cleaning import clean, is_no, is_yes_or_no
from interagency.importers.r4v.headers import header_of
from interagency.importers.r4v.meanings import Meaning
from interagency.importers.r4v.periods import is_month
from interagency.importers.tables import Cells

_MARK: Final = re.compile(r"[-–•●✓✔√]+|x+|(us\$|usd|\$)? ?[\d.,]+ ?%?", re.IGNORECASE)
_NOTHING: Final = re.compile(r"[-–0., %]*")
_FEWEST: Final = 2
_SAMPLE: Final = 200
Guesses = Mapping[Meaning, Callable[[str], object]]


@final
@frozen
class Mark:
    """A column that says of a row whether it has one value: what it is a value of, and which."""

    meaning: Meaning
    text: str
    index: int

    def is_set(self, cells: Cells) -> bool:
        """Tell whether a row is marked."""
        text = clean(cells[self.index]) if self.index < len(cells) else ""
        return _NOTHING.fullmatch(text) is None and not is_no(text)


def marks_of(
    headers: Sequence[str],
    taken: Iterable[Meaning],
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
    kinds = {Meaning.COUNTRY, Meaning.SECTOR, Meaning.MONTH} - known
    if Meaning.SUBSECTOR in known:
        kinds -= {Meaning.SECTOR}
    found = [mark for mark in _headed(headers, guesses) if mark.meaning in kinds]
    found = [mark for mark in found if _holds_marks(rows, mark.index)]
    counts = {kind: sum(mark.meaning is kind for mark in found) for kind in kinds}
    return tuple(mark for mark in found if counts[mark.meaning] >= _FEWEST)


def wide_row(rows: Sequence[tuple[int, Cells]], keys: Iterable[Meaning], guesses: Guesses) -> int:
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
            yield Mark(Meaning.MONTH, text, index)
        elif guesses[Meaning.COUNTRY](text):
            yield Mark(Meaning.COUNTRY, text, index)
        elif guesses[Meaning.SECTOR](text):
            yield Mark(Meaning.SECTOR, text, index)


def _holds_marks(rows: Sequence[tuple[int, Cells]], index: int) -> bool:
    values = (clean(cells[index]) for _, cells in rows[:_SAMPLE] if index < len(cells))
    return all(is_yes_or_no(value) or _MARK.fullmatch(value) for value in values if value)
