"""Rows of a report on seats that are vacant, and on what ends soon."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from interagency.model import VACANT, Seat
from interagency.model.day import Day
from interagency.report.references import References, Row

# A vacancy to come is announced half a year ahead, the time that it takes to fill a post.
AHEAD: Final = timedelta(days=180)


def vacancy_rows(references: References) -> Iterator[Row]:
    """Yield each seat that is known to be empty, the leading ones first."""
    wording = references.wording
    snapshot = wording.snapshot
    seats = [seat for seat in snapshot.now.seats if seat.holder == VACANT]
    for seat in sorted(seats, key=lambda seat: not snapshot.standing(seat).leads):
        yield {
            "group": references.name(seat.body),
            "anchor": references.anchor(seat.body),
            "term": wording.term(seat),
            "since": str(seat.since or ""),
            "mark": wording.mark(seat).strip(),
        }


def ending_rows(references: References) -> Iterator[Row]:
    """Yield what ends within half a year of the day, the nearest first."""
    now, day = references.wording.snapshot.now, references.wording.snapshot.day
    records = (*now.bodies, *now.seats, *now.posts, *now.plans, *now.mandates, *now.agreements)
    if day is None:
        return
    ending = [each for each in records if each.until and _is_near(each.until, day)]
    for each in sorted(ending, key=lambda each: each.until.last if each.until else day):
        id = str(getattr(each, "id", None) or getattr(each, "body", ""))
        what, anchor = _what(references, each), references.anchor(id)
        yield {"what": what, "anchor": anchor, "until": str(each.until)}


def _what(references: References, record: Any) -> str:
    if isinstance(record, Seat):
        wording = references.wording
        return f"{wording.term(record)}, {references.name(record.body)}: {wording.holder(record)}"
    return references.name(record.id)


def _is_near(until: Day, day: date) -> bool:
    return day <= until.last <= day + AHEAD
