"""Seats of bodies that end, as their holders sit in the body that takes over."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from interagency.change.periods import continued, is_over
from interagency.change.seat_operations import MEMBER, leads, open_seats
from interagency.model import NONE, RESERVED, VACANT, Architecture, Certainty, Day, Seat
from interagency.vocabularies import Vocabularies

_WORDS: Final = (VACANT, NONE)


def carried_seats(
    architecture: Architecture,
    old: Sequence[str],
    target: str,
    day: Day,
    given: Sequence[Seat],
    *,
    is_new: bool,
    vocabularies: Vocabularies | None,
) -> list[Seat]:
    """Return the new seats of a body that takes over from others; each holder sits there once.

    Args:
        architecture: The architecture, in which they have not ended.
        old: The ids of the bodies that end.
        target: The id of the one that takes over.
        day: The first day on which it does.
        given: Its seats as far as they are given.
        is_new: Whether it opens on that day.
        vocabularies: The code lists.
    """

    def leading(seat: Seat) -> bool:
        return leads(architecture, seat.term, vocabularies)

    there = [*given, *([] if is_new else open_seats(architecture, target, day))]
    before = _open(architecture, old, day)
    keeps_leads = is_new and not any(map(leading, given))
    demoted = [
        each if keeps_leads or not leading(each) else _as_member(each)
        for each in sorted(before, key=lambda seat: not leading(seat))
        if keeps_leads or not leading(each) or each.held_by
    ]
    carried = [
        continued(each, day, dated=not is_new, body=target)
        for each in _without_words(demoted, before, old)
    ]
    return [*given, *_once(carried, there)]


def _open(architecture: Architecture, bodies: Collection[str], day: Day) -> list[Seat]:
    inside = {*bodies}
    return [each for each in architecture.seats if each.body in inside and not is_over(each, day)]


def _as_member(seat: Seat) -> Seat:
    """Return the seat of who led a group and is a member of the one that takes over."""
    return evolve(seat, term=MEMBER, accountable=None, last_resort=None, selection=None)


def _without_words(
    seats: Iterable[Seat], before: Sequence[Seat], old: Sequence[str]
) -> Iterator[Seat]:
    """Yield seats without `none` and `vacant`, unless every group said so of that term."""
    words = [seat for seat in before if seat.holder in _WORDS]
    for each in seats:
        here = (each.term, each.holder)
        alike = {seat.body for seat in words if (seat.term, seat.holder) == here}
        if each.holder not in _WORDS or len(alike) == len(old):
            yield each


def _once(seats: Iterable[Seat], there: Iterable[Seat]) -> list[Seat]:
    """Return seats of which each holder has one, those apart who have one there already."""
    holders = {each.held_by for each in there if each.held_by}
    words = {(each.term, each.holder) for each in there if each.holder in RESERVED}
    kinds: dict[tuple[object, ...], Seat] = {}
    found: list[Seat] = []
    for each in seats:
        if each.held_by is not None:
            if each.held_by not in holders:
                found.append(each)
            holders.add(each.held_by)
        elif each.holder is not None:
            if (each.term, each.holder) not in words:
                found.append(each)
            words.add((each.term, each.holder))
        else:
            key = (each.term, each.kind, each.tags, each.when)
            kinds[key] = _larger(kinds[key], each) if key in kinds else each
    return [*found, *kinds.values()]


def _larger(one: Seat, other: Seat) -> Seat:
    """Return one entry for two lists of unnamed holders, who may be the same: at least so many."""
    if one.count is None and other.count is None:
        return one
    count = max(one.count or 1, other.count or 1)
    return evolve(one, count=count, certainty=Certainty.INFERRED)
