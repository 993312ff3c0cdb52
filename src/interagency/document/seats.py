"""The entries of a list of seats: by hand where they are plain, for a large file has a million."""

from typing import Any

from interagency.document.converter import Hook, kind_of
from interagency.document.misfits import Misfit, Misfits, unknown_field
from interagency.document.scalars import written
from interagency.document.shape import IMPLIED, file_key
from interagency.model import Day, Seat
from interagency.model.day import day
from interagency.model.fields import fields_of

_PLAIN = frozenset({"holder", "since", "until"})
_KEYS = tuple(file_key(shape) for shape in fields_of(Seat) if shape.name not in IMPLIED[Seat])


def read_seat(hook: Hook, body: str, term: str, entry: Any) -> Seat:
    """Read one entry of a list of seats.

    Args:
        hook: Reads every form of a seat; the plain forms do not need it.
        body: Id of the body.
        term: The term under which the list stands.
        entry: The entry: the id of a holder, or a mapping.
    """
    if type(entry) is str:
        return Seat(body=body, term=term, holder=entry)
    if type(entry) is dict:
        return _long(hook, body, term, entry)
    holder = written(entry)
    if holder is None:
        raise Misfit(f"an id or a mapping is expected here, not {kind_of(entry)}")
    return Seat(body=body, term=term, holder=holder)


def _date(entry: dict[str, Any], key: str) -> Day | None:
    """Return a date written in a plain way; another way is a TypeError or a ValueError."""
    if key not in entry:
        return None
    value = entry[key]
    return day(str(value) if type(value) is int else value)


def _long(hook: Hook, body: str, term: str, entry: dict[str, Any]) -> Seat:
    holder = entry.get("holder")
    if type(holder) is str and entry.keys() <= _PLAIN:
        try:
            return Seat(
                body=body,
                term=term,
                holder=holder,
                since=_date(entry, "since"),
                until=_date(entry, "until"),
            )
        except (TypeError, ValueError):
            pass  # the hook below knows the other ways to write a date, and how to explain
    taken = [name for name in IMPLIED[Seat] if name in entry]
    if taken:
        raise Misfits([(name, Misfit(unknown_field(name, _KEYS))) for name in taken])
    seat: Seat = hook({**entry, "body": body, "term": term}, Seat)
    return seat
