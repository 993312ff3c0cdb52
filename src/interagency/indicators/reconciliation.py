"""Who sits, appeals and is active in what: seats, plans and presence side by side."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, final

from attrs import field, frozen

from interagency.model import UNKNOWN, Fact
from interagency.model.grammar import is_open, named
from interagency.snapshot import Snapshot, Verdict


@final
@frozen(kw_only=True)
class Part:
    """The part of one organization in one sector.

    Attributes:
        organization: Id of the organization.
        code: The sector, a code from the vocabulary sectors.
        seats: Ids of the bodies of that sector in which it has a seat.
        plans: Ids of the plans in which it appeals in that sector.
        areas: The areas in which it is active in that sector.
        sits: Whether it has a seat; unknown if none is written and the lists are open.
        appeals: Whether it appeals; unknown if no appeal is written and the list is open.
        is_active: Whether it is active; unknown if nothing is written and the list is open.
    """

    organization: str
    code: str
    seats: tuple[str, ...]
    plans: tuple[str, ...]
    areas: tuple[str, ...]
    sits: Verdict
    appeals: Verdict
    is_active: Verdict


@frozen
class _Found:
    seats: set[str] = field(factory=set)
    plans: set[str] = field(factory=set)
    areas: set[str] = field(factory=set)


def reconcile(snapshot: Snapshot) -> tuple[Part, ...]:
    """Return the part of every organization in every sector in which it has any.

    Facts on which sources disagree are left out; those without a sector count for none.
    """
    found: dict[tuple[str, str], _Found] = defaultdict(_Found)
    for organization, code, body in _seats(snapshot):
        found[organization, code].seats.add(body)
    for appeal in filter(_is_sure, snapshot.now.appeals):
        for code in named(appeal.covers):
            found[snapshot.identity(appeal.organization), code].plans.add(appeal.plan)
    for presence in filter(_is_sure, snapshot.now.presence):
        for code in named(presence.covers):
            key = (snapshot.identity(presence.organization), code)
            found[key].areas.add(presence.area or UNKNOWN)
    closed = _closed_lists(snapshot)
    nothing = dict.fromkeys(closed, False)
    return tuple(
        _part(key, found[key], nothing if snapshot.may_be_another(key[0]) else closed)
        for key in sorted(found)
    )


def _seats(snapshot: Snapshot) -> Iterator[tuple[str, str, str]]:
    bodies = snapshot.bodies
    for seat in filter(_is_sure, snapshot.now.seats):
        organization = snapshot.organization_of(seat.held_by) if seat.held_by else None
        for code in named(bodies[seat.body].covers) if organization else ():
            yield snapshot.identity(organization or ""), code, seat.body


def _is_sure(fact: Fact) -> bool:
    return fact.is_certain


def _closed_lists(snapshot: Snapshot) -> dict[str, bool]:
    """Return whether nothing can be missing from seats, from appeals, and from presence."""
    now = snapshot.now
    return {
        "seats": snapshot.participation.every_seat_is_known,
        "plans": "appeals" in now.complete and _all_said(now.appeals),
        "areas": "presence" in now.complete and _all_said(now.presence),
    }


def _all_said(records: tuple[Any, ...]) -> bool:
    return all(_is_sure(each) and not is_open(each.covers) for each in records)


def _part(key: tuple[str, str], found: _Found, closed: dict[str, bool]) -> Part:
    verdicts = {name: _verdict(getattr(found, name), closed[name]) for name in closed}
    return Part(
        organization=key[0],
        code=key[1],
        seats=tuple(sorted(found.seats)),
        plans=tuple(sorted(found.plans)),
        areas=tuple(sorted(found.areas)),
        sits=verdicts["seats"],
        appeals=verdicts["plans"],
        is_active=verdicts["areas"],
    )


def _verdict(known: set[str], is_closed: bool) -> Verdict:
    if known:
        return Verdict.MET
    return Verdict.GAP if is_closed else Verdict.UNKNOWN
