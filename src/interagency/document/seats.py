"""Lists of seats: column by column where they are plain, for a large file has a million."""

from collections.abc import Sequence
from itertools import chain, repeat
from typing import Any

from interagency.document.converter import Hook
from interagency.document.misfits import Misfit, Misfits, unknown_field
from interagency.document.readers import kind_of
from interagency.document.scalars import written
from interagency.document.shape import IMPLIED, file_key
from interagency.model import Seat
from interagency.model.day import day
from interagency.model.fields import fields_of
from interagency.model.making import maker

_KEYS = tuple(file_key(shape) for shape in fields_of(Seat) if shape.name not in IMPLIED[Seat])
_PLAIN_KEYS = ("holder", "since", "until")
_plain = maker(Seat, "body", "term", *_PLAIN_KEYS)

# The id of a body, a term, and the entries under it.
SeatList = tuple[str, str, list[Any]]


def read_lists(hook: Hook, lists: Sequence[SeatList]) -> list[Seat]:
    """Read lists of seats.

    All at once if all are plain; else each half on its own, until what is not stands alone.

    Args:
        hook: Reads every form of a seat; the plain forms do not need it.
        lists: The lists.
    """
    found = _plain_seats(lists)
    if found is not None:
        return found
    if len(lists) > 1:
        middle = len(lists) // 2
        return read_lists(hook, lists[:middle]) + read_lists(hook, lists[middle:])
    return [read_seat(hook, body, term, each) for body, term, entries in lists for each in entries]


def _plain_seats(lists: Sequence[SeatList]) -> list[Seat] | None:
    """Return the seats in lists whose entries say no more than holders and dates, else None."""
    columns = _columns(list(chain.from_iterable(entries for *_, entries in lists)))
    if columns is None:
        return None
    bodies = chain.from_iterable(repeat(body, len(entries)) for body, _, entries in lists)
    terms = chain.from_iterable(repeat(term, len(entries)) for _, term, entries in lists)
    return list(map(_plain, bodies, terms, *columns))


def _columns(entries: list[Any]) -> tuple[list[Any], ...] | None:
    """Return the holders, first days and last days of entries that say nothing else, else None."""
    if not {*map(type, entries)} <= {str, dict}:
        return None
    rows = [each if type(each) is dict else {"holder": each} for each in entries]
    holders, *dates = ([row.get(key) for row in rows] for key in _PLAIN_KEYS)
    said = len(_PLAIN_KEYS) * len(rows) - sum(column.count(None) for column in (holders, *dates))
    if sum(map(len, rows)) != said or not {*map(type, holders)} <= {str}:
        return None
    try:
        # As text, for a year in YAML is a number.
        days = [[None if each is None else day(str(each)) for each in column] for column in dates]
    except ValueError:
        return None  # the hook knows how to explain
    return (holders, *days)


def read_seat(hook: Hook, body: str, term: str, entry: Any) -> Seat:
    """Read one entry of a list of seats.

    Args:
        hook: Reads every form of a seat; the plain forms do not need it.
        body: Id of the body.
        term: The term under which the list stands.
        entry: The entry: the id of a holder, or a mapping.
    """
    if type(entry) is dict:
        return _any(hook, body, term, entry)
    holder = written(entry)
    if holder is None:
        raise Misfit(f"an id or a mapping is expected here, not {kind_of(entry)}")
    return _plain(body, term, holder, None, None)


def _any(hook: Hook, body: str, term: str, entry: dict[str, Any]) -> Seat:
    taken = [name for name in IMPLIED[Seat] if name in entry]
    if taken:
        raise Misfits([(name, Misfit(unknown_field(name, _KEYS))) for name in taken])
    seat: Seat = hook({**entry, "body": body, "term": term}, Seat)
    return seat
