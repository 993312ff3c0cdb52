"""Dates as sources write them: a year, a month or a day."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Self, final

from attrs import field, frozen

from interagency.errors import InteragencyError
from interagency.model.fast import maker


class NotADate(InteragencyError, ValueError):
    """A text that is not a year, a month or a day."""


_FORM = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@final
@frozen(order=False, weakref_slot=False)
class Day:
    """A date as written, `2022`, `2022-03` or `2022-03-20`; two are equal if written alike.

    Attributes:
        text: What is written.
        first: The first day of the span, inclusive.
        last: The last day of the span, inclusive.
    """

    text: str
    first: date = field(init=False, eq=False, repr=False)
    last: date = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Work out the span.

        Raises:
            NotADate: If the text is not a date.
        """
        first, last = _span(self.text)
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    @classmethod
    def of(cls, value: "Day | date | str") -> Self:
        """Read a date from a `Day`, a `datetime.date` or its text."""
        if isinstance(value, Day):
            return cls(value.text)
        return cls(value.isoformat() if isinstance(value, date) else value)

    def __str__(self) -> str:
        """Return the text as written."""
        return self.text


# Of a text and its span, which are worked out before.
_spanning = maker(Day, "text", "first", "last")


def _span(text: str) -> tuple[date, date]:
    try:
        return _first_and_last(text)
    except ValueError as error:
        why = error if _FORM.fullmatch(text) else "write 2022, 2022-03 or 2022-03-20"
        raise NotADate(f"{text!r} is not a date: {why}") from None


def _first_and_last(text: str) -> tuple[date, date]:
    if len(text) == 10 and text[7] == "-":  # no other form of ISO 8601 has a hyphen there
        whole = date.fromisoformat(text)
        return whole, whole
    if not _FORM.fullmatch(text):
        raise ValueError
    first = date.fromisoformat(f"{text}-01-01"[:10])
    if len(text) == len("2022"):
        return first, first.replace(month=12, day=31)
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


@lru_cache(maxsize=4096)
def day(text: str) -> Day:
    """Return the `Day` of a text; the same text gives the same object, as files repeat dates."""
    return _spanning(text, *_span(text))
