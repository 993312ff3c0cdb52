"""The answers once more, by loops over all pairs: slow, and plain to read."""

from collections.abc import Iterable

from attrs import frozen

from interagency.model import UNKNOWN, contains
from interagency.presence.structure import SeatPlace, Structure


@frozen(order=True)
class Fact:
    """One row of presence, with ids."""

    organization: str
    sector: str
    area: str


def meet(structure: Structure, seat: SeatPlace, fact: Fact) -> bool:
    """Return whether an activity is where a seat is, as far as anything is known."""
    areas = seat.area, fact.area
    overlap = contains(*areas) or contains(*reversed(areas)) or UNKNOWN in areas
    near = fact.sector in structure.near(seat.sector)
    return seat.organization == fact.organization and near and overlap


def idle(structure: Structure, facts: Iterable[Fact]) -> set[tuple[str, str]]:
    """Return the organizations and bodies of seats without presence."""
    seats = structure.seats
    every = {(each.organization, each.body) for each in seats}
    busy = {
        (seat.organization, seat.body)
        for fact in facts
        for seat in seats
        if meet(structure, seat, fact)
    }
    return every - busy


def unseated(structure: Structure, facts: Iterable[Fact]) -> set[tuple[str, str, str]]:
    """Return the activities without a seat."""
    return {
        (fact.organization, fact.sector, fact.area)
        for fact in facts
        if UNKNOWN not in (fact.organization, fact.sector)
        and not any(meet(structure, seat, fact) for seat in structure.seats)
    }


def certainly_alone(structure: Structure, facts: Iterable[Fact]) -> set[tuple[str, str, str]]:
    """Return who certainly is alone in a sector and the widest area in which that is so."""
    rows = list(facts)
    found = {
        (who, code, area)
        for code in {fact.sector for fact in rows} - {UNKNOWN}
        for each in rows
        for area in _around(each.area)
        if (who := _alone(structure, rows, code, area))
    }
    return {
        (who, code, area) for who, code, area in found
        if (who, code, area.rpartition("/")[0]) not in found
    }  # fmt: skip


def _around(area: str) -> list[str]:
    parts = area.split("/")
    return [] if area == UNKNOWN else ["/".join(parts[: n + 1]) for n in range(len(parts))]


def _alone(structure: Structure, rows: list[Fact], code: str, area: str) -> str:
    inside = {
        fact.organization
        for fact in rows
        if code in structure.with_wider(fact.sector) and contains(area, fact.area)
    }
    near = {
        fact.organization
        for fact in rows
        if fact.sector in (*structure.near(code), UNKNOWN)
        and (contains(area, fact.area) or contains(fact.area, area) or fact.area == UNKNOWN)
    }
    return next(iter(inside)) if len(near) == 1 and inside == near != {UNKNOWN} else ""
