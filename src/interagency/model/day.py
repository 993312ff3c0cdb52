"""Dates as sources write them: a year, a month or a day."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Self, final

from attrs import field, frozen

from interagency.model.making import maker

_PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


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
            ValueError: If the text is no date.
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
    if len(text) == 10 and text[4] == text[7] == "-":  # nearly all dates, and no other form of ISO
        try:
            whole = date.fromisoformat(text)
        except ValueError:
            pass  # told apart below
        else:
            return whole, whole
    match = _PARTS.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date: write 2022, 2022-03 or 2022-03-20")
    year, month, day = match.groups()
    try:
        # It also takes forms that are none of ours, and were refused above.
        first = date.fromisoformat(text if day else f"{year}-{month or '01'}-01")
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date: {error}") from None
    if month is None:
        return first, first.replace(month=12, day=31)
    # A whole date that is one was returned above.
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


@lru_cache(maxsize=4096)
def day(text: str) -> Day:
    """Return the `Day` of a text; the same text gives the same object, as files repeat dates."""
    return _spanning(text, *_span(text))
