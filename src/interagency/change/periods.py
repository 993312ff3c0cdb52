"""The day of a change, and the records that end before it or begin on it."""

from datetime import date, timedelta
from typing import Any, TypeVar

from attrs import evolve

from interagency.change.wholeness import ImpossibleChange
from interagency.model import DatedFact, Day

Dated = TypeVar("Dated", bound=DatedFact)

_YEAR = len("2026")
_MONTH = len("2026-01")


def day_before(day: Day) -> Day:
    """Return the last time before a date, as precise as it is: 2025-12 before 2026-01.

    Raises:
        ImpossibleChange: If no calendar has a day before it.
    """
    if day.first == date.min:
        raise ImpossibleChange(f"nothing can have ended before {day}")
    text = (day.first - timedelta(days=1)).isoformat()
    precision = len(day.text)
    return Day(text[: precision if precision in (_YEAR, _MONTH) else None])


def is_over(record: DatedFact, day: Day) -> bool:
    """Return whether a record has ended before a day."""
    return record.until is not None and record.until.last < day.first


def ended(record: Dated, day: Day) -> Dated | None:
    """Return a record that holds no longer from a day on; None if it would begin no earlier.

    Args:
        record: The record; one that has ended before stays as it is.
        day: The first day on which it does not hold.
    """
    if is_over(record, day):
        return record
    if record.since is not None and record.since.first >= day.first:
        return None
    return evolve(record, until=day_before(day))


def continued(record: Dated, day: Day, *, dated: bool = True, **changes: Any) -> Dated:
    """Return a record as it goes on from a day in another place.

    Args:
        record: The record.
        day: The first day of it there; one that begins later keeps its own.
        dated: Whether to write the day; what begins with its body needs none.
        changes: What is different there.
    """
    is_later = record.since is not None and record.since.first > day.first
    since = record.since if is_later else day if dated else None
    return evolve(record, since=since, **changes)
