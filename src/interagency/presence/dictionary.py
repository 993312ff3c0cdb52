"""Distinct texts of a frame, worked out once each, and the numbers that stand for what they mean.

Joins over numbers are the same on every engine, whatever it takes for equal texts.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, final

from attrs import frozen

from interagency.model import UNKNOWN
from interagency.presence.facts import UnknownName
from interagency.presence.names import Names, is_blank, tidy
from interagency.presence.structure import area_and_above

_MONTH: Final = re.compile(r"(\d{4})[-/](\d{1,2})(?!\d)")
_LEVELS: Final = 2
Counted = Mapping[tuple[str, ...], int]


@final
@frozen
class Dictionary:
    """What the texts of one column, or of the columns of a path, mean.

    Attributes:
        values: What they mean, sorted after `unknown`, which is the first: number 0.
        numbers: The numbers of what each text means; one text may name two sectors.
        unknown: The texts that mean nothing known.
    """

    values: tuple[str, ...]
    numbers: Mapping[tuple[str, ...], tuple[int, ...]]
    unknown: tuple[UnknownName, ...]

    @classmethod
    def of(
        cls,
        field: str,
        texts: Counted,
        meaning: Callable[[tuple[str, ...]], Sequence[str]],
        also: Callable[[str], Iterable[str]] = lambda _: (),
    ) -> "Dictionary":
        """Return the dictionary of some texts.

        Args:
            field: What the texts are: organization, sector, area or period.
            texts: The texts, with the number of their rows.
            meaning: Gives what a text means; nothing if that is unknown.
            also: Gives more values that get a number, such as the areas around an area.
        """
        meant = {text: tuple(meaning(text)) for text in texts}
        known = {value for values in meant.values() for value in values}
        every = known.union(*(also(value) for value in known)) - {UNKNOWN}
        values = (UNKNOWN, *sorted(every))
        places = {value: place for place, value in enumerate(values)}
        numbers = {
            text: tuple(places[value] for value in found) or (0,) for text, found in meant.items()
        }
        unknown = _unknown(field, {text: texts[text] for text, found in meant.items() if not found})
        return cls(values, numbers, unknown)

    def places(self) -> Mapping[str, int]:
        """Return the number of each value."""
        return {value: place for place, value in enumerate(self.values)}


def _unknown(field: str, texts: Counted) -> tuple[UnknownName, ...]:
    found: dict[str, int] = {}
    for text, rows in texts.items():
        name = "/".join(tidy(part) for part in text if not is_blank(part))
        if name:
            found[name] = found.get(name, 0) + rows
    return tuple(UnknownName(field, name, rows) for name, rows in found.items())


def organizations_in(texts: Counted, names: Names) -> Dictionary:
    """Return the organizations that texts mean."""
    return Dictionary.of("organization", texts, lambda text: _one(names.organization(text[0])))


def sectors_in(texts: Counted, names: Names) -> Dictionary:
    """Return the sectors that texts mean."""
    return Dictionary.of("sector", texts, lambda text: names.sectors(text[0]))


def areas_in(texts: Counted, names: Names, *, first_is_country: bool) -> Dictionary:
    """Return the areas that paths mean, with those in which they lie."""

    def meaning(parts: tuple[str, ...]) -> Sequence[str]:
        skipped = first_is_country and len(parts) > 1 and is_blank(parts[0])
        return _one(names.area(parts[1:] if skipped else parts))

    return Dictionary.of("area", texts, meaning, area_and_above)


def periods_in(texts: Counted) -> Dictionary:
    """Return the periods that texts mean: months or years."""
    return Dictionary.of("period", texts, lambda text: _one(period_of(text[0])))


def period_of(text: str) -> str | None:
    """Return the month or year that a date or the like begins with; None if it is another text."""
    month = _MONTH.match(tidy(text))
    if month and 1 <= int(month[2]) <= 12:
        return f"{month[1]}-{int(month[2]):02}"
    return tidy(text) if re.fullmatch(r"\d{4}", tidy(text)) else None


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def two_levels(area: str) -> str:
    """Return the part of the first two levels of an area."""
    return "/".join(area.split("/")[:_LEVELS])


def level_of(area: str, level: int) -> str:
    """Return the area of a level around an area; unknown if it has fewer levels."""
    parts = area.split("/")
    return "/".join(parts[:level]) if area != UNKNOWN and len(parts) >= level else UNKNOWN
