"""Dates, numbers and lists as coordinators say them."""

from calendar import month_name
from collections.abc import Sequence

from interagency.model import Day

_NUMBERS = (*("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),)
_FEW = 5


def day_words(day: Day) -> str:
    """Return a date in words, as precise as it is written: 2 May 2025, May 2025, 2025."""
    year, _, rest = day.text.partition("-")
    if not rest:
        return year
    month, _, number = rest.partition("-")
    words = f"{month_name[int(month)]} {year}"
    return f"{int(number)} {words}" if number else words


def number_words(count: int) -> str:
    """Return a small number in words, a larger one in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted_words(count: int, noun: str) -> str:
    """Return a number with its noun: one member, three members."""
    return f"{number_words(count)} {noun}{'' if count == 1 else 's'}"


def listed(names: Sequence[str], most: int | None = None) -> str:
    """Return names as a list in a sentence: A, B and C; of many, the first and how many more.

    Args:
        names: The names.
        most: How many to name at most; by default all.
    """
    if most is not None and len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most:,} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def few(names: Sequence[str]) -> str:
    """Return the first names of a list."""
    return listed(names, _FEW)
