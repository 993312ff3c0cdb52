"""Indicators over seats: how large forums are, who sits in them, who leads below the capital."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import final

from attrs import evolve, frozen

from interagency.indicators.bodies import FORUMS, certain, forums
from interagency.indicators.indicator import BENCHMARKS, Answer, Indicator, Unit, rounded, share
from interagency.model import NONE, UNKNOWN, VACANT, Body, Level, Seat
from interagency.snapshot import Snapshot, Verdict
from interagency.snapshot.holders import Holder

_KINDS = {
    "un": ("UN agencies", ("un-agency",)),
    "international-ngo": ("international NGOs", ("international-ngo",)),
    "national-ngo": ("national and local NGOs", ("national-ngo", "local-ngo")),
    "government": ("authorities", ("government",)),
    "donor": ("donors", ("donor",)),
}
_LEADING_KINDS = ("un", "international-ngo", "national-ngo", "government")
_ANY_SHARE = (Decimal("0.0"), Decimal("100.0"))


@final
@frozen
class Room:
    """Those who sit somewhere: their seats, and whether it is certain that these are all."""

    seats: tuple[Seat, ...]
    whole: bool


def room_indicators(snapshot: Snapshot) -> Iterator[Indicator]:
    """Yield the size and the composition of each kind of forum."""
    for name, (words, kinds) in FORUMS.items():
        rooms = [_room(snapshot, body) for body in forums(snapshot, kinds)]
        yield _size(name, words, rooms)
        for kind in _KINDS:
            key = f"{name}-{kind}-seats"
            yield _by_kind(snapshot, key, f"Seats of {words}", rooms, kind)
        yield _local(snapshot, f"{name}-local-actor-seats", words, rooms)


def _local(snapshot: Snapshot, key: str, words: str, rooms: Iterable[Room]) -> Indicator:
    """Return the share of local and national actors in all seats."""
    title = f"Seats of {words}: local and national actors"
    return _share_of_seats(snapshot, key, title, rooms, snapshot.is_local)


def sub_national_indicators(snapshot: Snapshot) -> Iterator[Indicator]:
    """Yield who leads at sub-national level."""
    bodies = (each for each in certain(snapshot, Body) if _is_sub_national(snapshot, each))
    rooms = [leadership_room(snapshot, body) for body in bodies]
    for kind in _LEADING_KINDS:
        key = f"sub-national-{kind}-leadership"
        yield _by_kind(snapshot, key, "Seats of leadership at sub-national level", rooms, kind)


def _by_kind(
    snapshot: Snapshot, key: str, words: str, rooms: Iterable[Room], kind: str
) -> Indicator:
    """Return the share of a kind in all seats."""
    of, kinds = _KINDS[kind]

    def counts(holder: Holder) -> Verdict:
        return snapshot.is_of_kind(holder.kind, kinds)

    return _share_of_seats(snapshot, key, f"{words}: {of}", rooms, counts)


def _share_of_seats(
    snapshot: Snapshot,
    key: str,
    title: str,
    rooms: Iterable[Room],
    counts: Callable[[Holder], Verdict],
) -> Indicator:
    """Return the share of some holders in all seats; beside a list that is open, it may be any."""
    rooms = tuple(rooms)
    answers: list[Answer] = []
    for room in rooms:
        for seat in room.seats:
            holder = snapshot.holder(seat) or Holder()
            verdict = counts(holder) if room.whole else Verdict.UNKNOWN
            answers.append(Answer(verdict, weight=seat.count or 1))
    found = share(key, title, answers, BENCHMARKS.get(key))
    return found if all(room.whole for room in rooms) else evolve(found, interval=_ANY_SHARE)


def _is_sub_national(snapshot: Snapshot, body: Body) -> bool:
    return snapshot.level(body) is Level.SUB_NATIONAL


def _room(snapshot: Snapshot, body: Body) -> Room:
    """Return the seats that somebody holds, or may hold: one for each holder who is named.

    What is disputed comes last, so that a holder counts where it is surest.
    """
    seats = [seat for seat in snapshot.seats(body.id) if seat.holder not in (VACANT, NONE)]
    by_certainty = sorted(seats, key=lambda each: not each.is_certain)
    return _each_once(snapshot, by_certainty, whole=snapshot.all_seats_known(body))


def leadership_room(snapshot: Snapshot, body: Body) -> Room:
    """Return the seats of leadership that are held, one for each holder who is named.

    Those of a kind need their number.
    """
    leadership = snapshot.leadership(body)
    return _each_once(snapshot, leadership.held, whole=leadership.closed)


def _each_once(snapshot: Snapshot, seats: Iterable[Seat], *, whole: bool) -> Room:
    """Return the room of some seats: of a holder the first, those of nobody in particular all."""
    found: dict[object, Seat] = {}
    for seat in seats:
        found.setdefault(snapshot.identity(seat.held_by) if seat.held_by else id(seat), seat)
    counted = all(_is_sure(seat) and (seat.held_by or seat.count) for seat in found.values())
    named = [each for each in found if isinstance(each, str)]
    counted = counted and snapshot.distinct(named) == len(named)
    return Room(tuple(found.values()), counted and whole)


def _is_sure(seat: Seat) -> bool:
    return seat.is_certain and seat.holder != UNKNOWN


def _size(name: str, words: str, rooms: list[Room]) -> Indicator:
    sizes = [sum(seat.count or 1 for seat in room.seats if _is_sure(seat)) for room in rooms]
    known = [size for size, room in zip(sizes, rooms, strict=True) if room.whole]
    value = _mean(known)
    return Indicator(
        name=f"{name}-size",
        title=f"Mean size of {words}",
        unit=Unit.NUMBER,
        numerator=sum(known),
        denominator=len(known),
        unknown=len(rooms) - len(known),
        value=value,
        # Whoever else sits in a room that is not written whole: there is no upper limit.
        interval=(_mean(sizes), value if len(known) == len(rooms) else None),
        benchmark=BENCHMARKS.get(f"{name}-size"),
    )


def _mean(sizes: list[int]) -> Decimal | None:
    return rounded(Decimal(sum(sizes)) / len(sizes), "0.1") if sizes else None
