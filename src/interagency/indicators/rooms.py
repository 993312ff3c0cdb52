"""Indicators over seats: how large forums are, who sits in them, who leads below the capital."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from interagency.checking import Snapshot, leadership_of
from interagency.indicators.actors import all_seats_known, holder_of, of_kind
from interagency.indicators.benchmarks import BENCHMARKS
from interagency.indicators.bodies import FORUMS, certain, forums
from interagency.indicators.indicator import Answer, Indicator, Unit, rounded, share
from interagency.model import NONE, UNKNOWN, VACANT, Body, Certainty, Level, Seat

_KINDS: Final = {
    "un": ("UN agencies", ("un-agency",)),
    "international-ngo": ("international NGOs", ("international-ngo",)),
    "national-ngo": ("national and local NGOs", ("national-ngo", "local-ngo")),
    "government": ("authorities", ("government",)),
    "donor": ("donors", ("donor",)),
}
_LEADING_KINDS: Final = ("un", "international-ngo", "national-ngo", "government")


def room_indicators(snapshot: Snapshot) -> Iterator[Indicator]:
    """Yield the size and the composition of each kind of forum."""
    for name, (words, kinds) in FORUMS.items():
        bodies = forums(snapshot, kinds)
        rooms = [_occupied(snapshot, body) for body in bodies]
        whole = [_is_whole(snapshot, *pair) for pair in zip(bodies, rooms, strict=True)]
        yield _size(name, words, rooms, whole)
        seats = [seat for room in rooms for seat in room]
        for kind in _KINDS:
            key = f"{name}-{kind}-seats"
            yield _by_kind(snapshot, key, f"Seats of {words}", seats, kind)


def sub_national_indicators(snapshot: Snapshot) -> Iterator[Indicator]:
    """Yield who leads at sub-national level."""
    seats = [
        seat
        for body in certain(snapshot, Body)
        if snapshot.level(body) is Level.SUB_NATIONAL
        for seat in leadership_of(snapshot, body).held
    ]
    for kind in _LEADING_KINDS:
        key = f"sub-national-{kind}-leadership"
        yield _by_kind(snapshot, key, "Seats of leadership at sub-national level", seats, kind)


def _by_kind(
    snapshot: Snapshot, key: str, words: str, seats: Iterable[Seat], kind: str
) -> Indicator:
    of, kinds = _KINDS[kind]
    answers = []
    for seat in seats:
        holder = holder_of(snapshot, seat)
        verdict = of_kind(snapshot, holder.kind if holder else None, kinds)
        answers += [Answer(verdict)] * (seat.count or 1)
    return share(key, f"{words}: {of}", answers, BENCHMARKS.get(key))


def _occupied(snapshot: Snapshot, body: Body) -> tuple[Seat, ...]:
    """Return the seats that are held, one for each holder who is named."""
    found: dict[object, Seat] = {}
    for number, seat in enumerate(snapshot.seats(body.id)):
        disputed = seat.certainty is Certainty.DISPUTED
        if not disputed and seat.holder not in (VACANT, NONE, UNKNOWN):
            found.setdefault(seat.held_by or number, seat)
    return tuple(found.values())


def _is_whole(snapshot: Snapshot, body: Body, room: Iterable[Seat]) -> bool:
    """Tell whether the number of those in a room is certain."""
    doubtful = any(
        seat.certainty is Certainty.DISPUTED or seat.holder == UNKNOWN
        for seat in snapshot.seats(body.id)
    )
    counted = all(seat.held_by or seat.count for seat in room)
    return not doubtful and counted and all_seats_known(snapshot, body)


def _size(name: str, words: str, rooms: list[tuple[Seat, ...]], whole: list[bool]) -> Indicator:
    sizes = [sum(seat.count or 1 for seat in room) for room in rooms]
    known = [size for size, is_whole in zip(sizes, whole, strict=True) if is_whole]
    value = _mean(sum(known), len(known))
    return Indicator(
        name=f"{name}-size",
        title=f"Mean size of {words}",
        unit=Unit.NUMBER,
        numerator=sum(known),
        denominator=len(known),
        unknown=len(rooms) - len(known),
        value=value,
        # Whoever else sits in a room that is not written whole: there is no upper limit.
        interval=(_mean(sum(sizes), len(sizes)), value if all(whole) else None),
        benchmark=BENCHMARKS.get(f"{name}-size"),
    )


def _mean(total: int, number: int) -> Decimal | None:
    return rounded(Decimal(total) / number, "0.1") if number else None
