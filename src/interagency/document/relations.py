"""Lists of seats: column by column where they are plain, for a large file has a million."""

from collections.abc import Sequence
from itertools import chain, product, repeat
from typing import Any, Final, final

from interagency.document.converter import Hook, kind_of, sequence, table
from interagency.document.problems import Misfit, Misfits, unknown_field
from interagency.document.scalars import written
from interagency.document.shape import IMPLIED, file_key
from interagency.model import Link, Seat
from interagency.model.day import day
from interagency.model.fast import maker
from interagency.model.fields import fields_of

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


# Two lists of ten thousand ends fit into a small file, and make a hundred million links.
MOST_PAIRS: Final = 50_000
_ENDS = ("from", "to")

# A link that is written as the id at its end, under the key of its kind.
plain_link = maker(Link, "kind", "from_", "to")


def link_entry(kind: str, from_: str, value: Any) -> dict[str, Any]:
    """Return an entry that stands under the key of its kind with all its fields."""
    entry = {"to": value} if isinstance(value, str) else table(value)
    taken = [name for name in ("from", "kind") if name in entry]
    if taken:
        hint = Misfit("the place of this link says it already; leave it out")
        raise Misfits([(name, hint) for name in taken])
    return {**entry, "from": from_, "kind": kind}


@final
class Spread:
    """Makes one link for every pair of the ends of an entry, each of which may be a list."""

    def __init__(self) -> None:
        """Begin to count."""
        self.pairs = 0

    def __call__(self, value: Any) -> list[dict[str, Any]]:
        """Return the links of an entry of the section `links`."""
        entry = table(value)
        ends = [_listed(entry.get(name)) for name in _ENDS]
        self.pairs += len(ends[0]) * len(ends[1])
        if self.pairs > MOST_PAIRS and max(map(len, ends)) > 1:
            raise Misfit(f"the lists of ends make more than {MOST_PAIRS:,} links; write fewer")
        return [entry | _written(entry, pair) for pair in product(*ends)]


def _listed(end: Any) -> list[Any]:
    return sequence(end) if isinstance(end, list) else [end]


def _written(entry: dict[str, Any], pair: tuple[Any, ...]) -> dict[str, Any]:
    return {name: end for name, end in zip(_ENDS, pair, strict=True) if name in entry}
