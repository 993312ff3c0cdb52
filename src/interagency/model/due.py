"""Days on which something is due, as people write them: a date, or a rule."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Self, final

from attrs import frozen

from interagency.model.day import Day

_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ORDER = ("first", "second", "third", "fourth", "last")
_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_DAY_OF_WEEK = f"(?:{'|'.join(_WEEK)})"
_DAY_OF_MONTH = r"(?:[1-9]|[12][0-9]|3[01])"
# A form for each rule; without groups that have names, so that JSON Schema can have them too.
_FORMS = {
    "daily": r"every day",
    "weekly": rf"every {_DAY_OF_WEEK}",
    "fortnightly": rf"every other {_DAY_OF_WEEK} from [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}",
    "of month": rf"day {_DAY_OF_MONTH} of every month",
    "last of month": r"last day of every month",
    "weekday of month": rf"(?:{'|'.join(_ORDER)}) {_DAY_OF_WEEK} of every month",
    "yearly": rf"{_DAY_OF_MONTH} (?:{'|'.join(_MONTHS)}) of every year",
}
FORM: Final = "|".join((_DATE, *_FORMS.values()))
HINT: Final = (
    "write a date, `every day`, `every Thursday`, `every other Thursday from 2022-03-17`, "
    "`day 5 of every month`, `last day of every month`, `first Monday of every month` or "
    "`30 June of every year`"
)
_ONE_DAY = timedelta(days=1)
# No rule is longer; what is, is not looked at for what it may mean.
_LONGEST = 60

Test = Callable[[date], bool]


@final
@frozen(weakref_slot=False)
class Due:
    """The days on which something is due: one, or those of a rule; equal if written alike.

    Attributes:
        text: What is written: `2022-04-15`, `every Thursday`, `last day of every month`. What is
            due in a month or a year is due on its last day.
    """

    text: str

    def __attrs_post_init__(self) -> None:
        """Refuse what is neither.

        Raises:
            ValueError: If the text is neither a date nor a rule.
        """
        _test(self.text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date or a rule.

        Raises:
            ValueError: If the text is neither.
        """
        return cls(text)

    def __str__(self) -> str:
        """Return the text as written."""
        return self.text

    @property
    def is_one_day(self) -> bool:
        """Return whether it is one day, and no rule."""
        return re.fullmatch(_DATE, self.text) is not None

    def falls_on(self, day: date) -> bool:
        """Return whether something is due on a day."""
        return _test(self.text)(day)

    def between(self, first: date, last: date) -> Iterator[date]:
        """Yield the days from a first to a last one, both inclusive, on which something is due."""
        test = _test(self.text)
        days = ((first + timedelta(days=ahead)) for ahead in range((last - first).days + 1))
        yield from filter(test, days)


@lru_cache(maxsize=1024)
def _test(text: str) -> Test:
    """Return what tells whether a day is one of those that a text means."""
    if re.fullmatch(_DATE, text):
        last = Day(text).last
        return lambda day: day == last
    rule = next((name for name, form in _FORMS.items() if re.fullmatch(form, text)), None)
    if rule is None:
        close = _respelled(text)
        cure = f"write `{close}`" if close else HINT
        raise ValueError(f"{text!r} is not a day on which something is due: {cure}")
    return _of_rule(rule, text.split())


def _respelled(text: str) -> str | None:
    """Return the rule that a text means, written as rules are; None if it is not nearly one."""
    if len(text) > _LONGEST:
        return None
    names = {name.casefold(): name for name in (*_WEEK, *_MONTHS)}
    names |= {f"{name.casefold()}s": name for name in _WEEK}
    words = [names.get(word, word) for word in text.casefold().split()]
    rule = " ".join(["every", *words] if len(words) == 1 and words[0] in _WEEK else words)
    return rule if any(re.fullmatch(form, rule) for form in _FORMS.values()) else None


def _of_rule(rule: str, words: list[str]) -> Test:
    match rule:
        case "daily":
            return lambda _: True
        case "weekly":
            weekday = _WEEK.index(words[1])
            return lambda day: day.weekday() == weekday
        case "fortnightly":
            return _fortnightly(words[2], Day(words[4]).first)
        case "of month":
            number = int(words[1])
            return lambda day: day.day == number
        case "last of month":
            return _is_last_of_month
        case "weekday of month":
            return _weekday_of_month(_ORDER.index(words[0]), _WEEK.index(words[1]))
    return _yearly(int(words[0]), _MONTHS.index(words[1]) + 1)


def _fortnightly(weekday: str, start: date) -> Test:
    if _WEEK[start.weekday()] != weekday:
        raise ValueError(f"{start} is not a {weekday}, but a {_WEEK[start.weekday()]}")
    return lambda day: day >= start and (day - start).days % 14 == 0


def _is_last_of_month(day: date) -> bool:
    return (day + _ONE_DAY).day == 1


def _weekday_of_month(place: int, weekday: int) -> Test:
    if _ORDER[place] == "last":
        return lambda day: day.weekday() == weekday and (day + 7 * _ONE_DAY).month != day.month
    return lambda day: day.weekday() == weekday and (day.day - 1) // 7 == place


def _yearly(number: int, month: int) -> Test:
    try:
        date(2024, month, number)  # a leap year, so that 29 February is one
    except ValueError:
        raise ValueError(f"{_MONTHS[month - 1]} has no day {number}") from None
    return lambda day: (day.month, day.day) == (month, number)
