"""Which column is read for which meaning: by its header, then by the values below it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from interagency.importers.cleaning import clean, is_yes_or_no
from interagency.importers.r4v.headers import Header
from interagency.importers.r4v.meanings import UNREAD, Meaning
from interagency.importers.tables import Cells

_SAMPLE: Final = 200
_MOST: Final = 0.6
_JUST_SECTOR: Final = frozenset({"sector", "setor", "secteur"})
# What a column of names becomes if it holds yes and no instead.
NAMES: Final = {
    Meaning.APPEALS: Meaning.APPEALING,
    Meaning.IMPLEMENTS: Meaning.IMPLEMENTING,
}
Guesses = Mapping[Meaning, Callable[[str], object]]
Place = tuple[Meaning, str | None]


def chosen_columns(cells: Cells, headers: Sequence[Header | None]) -> dict[Place, int]:
    """Return one column for each meaning: the one whose header says most, then the leftmost."""
    places: dict[Place, list[int]] = {}
    for index, header in enumerate(headers):
        if header and header.meaning not in UNREAD:
            by_language = header.meaning is Meaning.ORGANIZATION
            place = (header.meaning, header.language if by_language else None)
            places.setdefault(place, []).append(index)
    return {
        place: min(indexes, key=lambda index: (_rank(headers[index], cells[index]), index))
        for place, indexes in places.items()
    }


def _rank(header: Header | None, text: str) -> int:
    words = text.casefold()
    match header:
        case Header(Meaning.SECTOR, language):
            says_more = 2 * ("sub" in words) + (words in _JUST_SECTOR)
            return 4 * (language is not None) - says_more
        case Header(Meaning.BUDGET):
            return -("total" in words)
        case Header(Meaning.ADMIN1_CODE):
            return -("iso" in words)
        case Header(Meaning.COUNTRY):
            return int("iso" in words or "cod" in words or "cód" in words)
    return 0


def told_by_values(
    rows: Sequence[tuple[int, Cells]],
    headers: Sequence[Header | None],
    chosen: Mapping[Place, int],
    guesses: Guesses,
) -> dict[Place, int]:
    """Return columns for the meanings that no header names, if most of their values fit."""
    told: dict[Place, int] = {}
    for meaning, fits in guesses.items():
        if (meaning, None) in chosen or any(place[0] is meaning for place in chosen):
            continue
        for index, header in enumerate(headers):
            if header is None and index not in told.values() and _mostly(rows, index, fits):
                told[meaning, None] = index
                break
    return told


def with_flags(columns: dict[Place, int], rows: Sequence[tuple[int, Cells]]) -> dict[Place, int]:
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
