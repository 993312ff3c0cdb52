"""The entries of a list of seats: by hand where they are plain, for a large file has a million."""

from typing import Any

from interagency.document.converter import Hook, kind_of
from interagency.document.misfits import Misfit, Misfits, unknown_field
from interagency.document.scalars import written
from interagency.document.shape import IMPLIED, file_key
from interagency.model import Seat
from interagency.model.day import day
from interagency.model.fields import fields_of
from interagency.model.making import maker

_KEYS = tuple(file_key(shape) for shape in fields_of(Seat) if shape.name not in IMPLIED[Seat])


_plain = maker(Seat, "body", "term", "holder", "since", "until")


def read_seat(hook: Hook, body: str, term: str, entry: Any) -> Seat:
    """Read one entry of a list of seats.

    Args:
        hook: Reads every form of a seat; the plain forms do not need it.
        body: Id of the body.
        term: The term under which the list stands.
        entry: The entry: the id of a holder, or a mapping.
    """
    if type(entry) is str:
        return _plain(body, term, entry, None, None)
    if type(entry) is not dict:
        return _alone(body, term, entry)
    # Nothing but a holder and dates, all of them said: the form that a large file is full of.
    holder, since, until = entry.get("holder"), entry.get("since"), entry.get("until")
    said = (holder is not None) + (since is not None) + (until is not None)
    if said == len(entry) and type(holder) is str:
        try:
            first = None if since is None else day(str(since))
            last = None if until is None else day(str(until))
            return _plain(body, term, holder, first, last)
        except ValueError:
            pass  # the hook below knows how to explain
    return _any(hook, body, term, entry)


def _alone(body: str, term: str, entry: Any) -> Seat:
    holder = written(entry)
    if holder is None:
        raise Misfit(f"an id or a mapping is expected here, not {kind_of(entry)}")
    return Seat(body=body, term=term, holder=holder)


def _any(hook: Hook, body: str, term: str, entry: dict[str, Any]) -> Seat:
    taken = [name for name in IMPLIED[Seat] if name in entry]
    if taken:
        raise Misfits([(name, Misfit(unknown_field(name, _KEYS))) for name in taken])
    seat: Seat = hook({**entry, "body": body, "term": term}, Seat)
    return seat
