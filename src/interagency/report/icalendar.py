"""Days as an iCalendar file (RFC 5545), which every calendar program reads."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import final

from attrs import frozen

# Octets of a line, without its end.
_WIDEST = 75


@final
@frozen
class Entry:
    """One whole day in a calendar.

    Attributes:
        id: What tells it from others of that day.
        day: The day.
        title: What stands in the calendar.
        text: What more there is to say.
    """

    id: str
    day: date
    title: str
    text: str = ""


def icalendar(entries: Iterable[Entry], made: date) -> str:
    """Return entries as a calendar; the same entries give the same bytes.

    Args:
        entries: The entries.
        made: The day of the facts, which stands as the time at which they were made.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//interagency//due//EN"]
    for entry in entries:
        lines += _event(entry, made)
    return "".join(f"{line}\r\n" for each in (*lines, "END:VCALENDAR") for line in _folded(each))


def _event(entry: Entry, made: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}-{_digits(entry.day)}@interagency"
    yield f"DTSTAMP:{_digits(made)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(entry.day)}"
    yield f"DTEND;VALUE=DATE:{_digits(entry.day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.text:
        yield f"DESCRIPTION:{_escaped(entry.text)}"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    return day.strftime("%Y%m%d")


def _escaped(text: str) -> str:
    """Return a text as a property holds it; other control characters have no place in one."""
    kept = "".join(each for each in text if each == "\n" or each.isprintable())
    for sign in "\\;,":
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts that are narrow enough; a part that goes on begins with a space."""
    part, width = "", 0
    for character in line:
        octets = len(character.encode())
        if width + octets > _WIDEST:
            yield part
            part, width = " ", 1
        part, width = part + character, width + octets
    yield part
