"""What is due in words, and as an iCalendar file (RFC 5545) that every calendar program reads."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from interagency.errors import MissingExtra
from interagency.model import Product
from interagency.model.grammar import is_open, named
from interagency.report.involvement import EVENTS
from interagency.report.wording import seen
from interagency.snapshot import Issue, Snapshot

_STATUS = {
    "overdue": "overdue: ",
    "not recorded": "was due, and is not recorded as done: ",
    "due": "",
    "meets": "meeting of ",
    "no day": "",
}


def title_of(snapshot: Snapshot, issue: Issue) -> str:
    """Return an issue as one line: how it stands, its name, and its rhythm."""
    rhythm = f" ({issue.rhythm})" if issue.rhythm else ""
    return f"{_STATUS[issue.status]}{snapshot.name(issue.id)}{rhythm}"


def details_of(snapshot: Snapshot, issue: Issue) -> Iterator[str]:
    """Yield who owes input to an issue, who clears it and who asks for it; of a meeting nothing."""
    product = snapshot.now.find(issue.id)
    if not isinstance(product, Product):
        return
    if product.kind in EVENTS:
        yield f"organized by: {_names(snapshot, product.by)}"
        yield f"takes part: {_names(snapshot, product.participants)}"
    else:
        yield _input(snapshot, issue)
        yield _clearance(snapshot, issue, product)
    asking = [snapshot.name(each) for each in issue.asked_by]
    yield f"asks for it: {', '.join(asking) or '? (no post is recorded with this duty)'}"
    if product.note:
        yield f"note: {product.note}"


def _names(snapshot: Snapshot, ids: tuple[str, ...]) -> str:
    more = ["? (no one recorded who else)"] if named(ids) and is_open(ids) else []
    names = [*map(snapshot.name, named(ids)), *more]
    nobody = "? (no one recorded who)" if is_open(ids) else "no one"
    return ", ".join(names) or nobody


def _input(snapshot: Snapshot, issue: Issue) -> str:
    waiting = [snapshot.name(each) for each in issue.waiting_for]
    waiting += ["? (others owe input, and no one recorded who)"] if issue.others else []
    return f"no input recorded from: {', '.join(waiting)}" if waiting else "all input is there"


def _clearance(snapshot: Snapshot, issue: Issue, product: Product) -> str:
    clearing = [snapshot.name(each) for each in issue.to_clear]
    if not issue.clearing_known:
        more = "who else clears it" if named(product.cleared_by) else "who clears it"
        clearing.append(f"? (no one recorded {more})")
    return f"no clearance recorded by: {', then '.join(clearing)}" if clearing else "cleared"


def icalendar(snapshot: Snapshot, issues: Iterable[Issue], made: date) -> bytes:
    """Return the issues that have a day as a calendar; the same issues give the same bytes.

    Args:
        snapshot: The snapshot.
        issues: The issues.
        made: The day of the facts, which stands as the time at which the entries were made.

    Raises:
        MissingExtra: If the library that writes calendars is missing.
    """
    try:
        from icalendar import Calendar, Event
    except ImportError as error:
        raise MissingExtra("calendar", "writing a calendar") from error
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//interagency//due//EN")
    for issue in issues:
        if issue.day is not None:
            event = Event()
            event.add("UID", f"{issue.id}-{issue.day:%Y%m%d}@interagency")
            event.add("DTSTAMP", datetime(made.year, made.month, made.day, tzinfo=UTC))
            event.add("DTSTART", issue.day)
            event.add("DTEND", issue.day + timedelta(days=1))
            event.add("SUMMARY", seen(title_of(snapshot, issue)))
            details = "\n".join(details_of(snapshot, issue))
            if details:
                event.add("DESCRIPTION", seen(details))
            calendar.add_component(event)
    return bytes(calendar.to_ical())
