"""Seats whose holders are not active where they sit."""

from collections import defaultdict
from typing import Final

from interagency.model import UNKNOWN
from interagency.presence.facts import Facts
from interagency.presence.structure import WORDS, SeatPlace, Structure
from interagency.snapshot import Verdict

COLUMNS: Final = ("organization", "body", "sectors", "areas", "active", "appeals")
Row = tuple[str, ...]


def seats_without_presence(structure: Structure, facts: Facts) -> tuple[Row, ...]:
    """Return a row for each organization and body in whose sectors and areas it is not active."""
    seats = structure.seats
    active = facts.active_seats()
    busy = {(seats[place].organization, seats[place].body) for place in active}
    idle: dict[tuple[str, str], list[SeatPlace]] = defaultdict(list)
    for seat in seats:
        if (seat.organization, seat.body) not in busy:
            idle[seat.organization, seat.body].append(seat)
    doubts = facts.doubts()
    return tuple(_row(structure, doubts, places) for places in idle.values())


def _row(structure: Structure, doubts: frozenset[tuple[str, str]], places: list[SeatPlace]) -> Row:
    organization, body = places[0].organization, places[0].body
    sectors = sorted({each.sector for each in places})
    near = {UNKNOWN, *(code for each in sectors for code in structure.near(each))}
    who = (organization, UNKNOWN)
    may_be_active = any((each, code) in doubts for each in who for code in near)
    closed = structure.is_complete("presence") and not may_be_active
    appeals = [structure.appeals_in(organization, code) for code in sectors]
    return (
        organization,
        body,
        "; ".join(sectors),
        "; ".join(sorted({each.area for each in places})),
        WORDS[structure.absent(organization, is_closed=closed)],
        WORDS[Verdict.MET if Verdict.MET in appeals else appeals[0]],
    )
