"""Indicators over bodies: who takes part in leading them, who coordinates, who is in the room."""

from collections.abc import Iterable, Iterator
from typing import Final

from interagency.indicators.indicator import BENCHMARKS, Answer, Indicator, share
from interagency.model import (
    NONE,
    VACANT,
    Body,
    Forum,
    Post,
    Seat,
    Sector,
    SubSector,
    WorkingGroup,
)
from interagency.snapshot import Snapshot, Verdict, is_for_refugees, some
from interagency.snapshot.holders import (
    Holder,
)

FORUMS: Final = {
    "hct": ("humanitarian country teams", ("hct",)),
    "inter-sector": ("inter-sector and inter-cluster groups", ("inter-sector", "inter-cluster")),
    "rcf": ("refugee coordination forums", ("rcf",)),
}
_CO_LEADS = {
    "ngo": ("an NGO", ("ngo",)),
    "national-ngo": ("a national or local NGO", ("national-ngo", "local-ngo")),
    "government": ("a part of government", ("government",)),
}
_NGOS = {
    "national-ngo": ("a national or local NGO", ("national-ngo", "local-ngo")),
    "international-ngo": ("an international NGO", ("international-ngo",)),
}
_CAPACITIES = {
    "dedicated": "a dedicated coordinator",
    "double-hatting": "a coordinator with another function besides, and no dedicated one",
}
# Where the voice of those concerned is asked for first.
_PROTECTION = {"PRO", "PRO-GBV"}


def certain(snapshot: Snapshot, *classes: type[Body]) -> Iterator[Body]:
    """Yield the bodies of some classes whose existence nobody disputes."""
    for body in snapshot.now.bodies:
        if isinstance(body, classes) and body.is_certain:
            yield body


def forums(snapshot: Snapshot, kinds: Iterable[str]) -> tuple[Body, ...]:
    """Return the forums that are known to be of one of some kinds."""
    wanted = {*kinds}
    return tuple(body for body in certain(snapshot, Forum) if wanted.intersection(body.kind))


def co_lead_indicators(snapshot: Snapshot) -> Iterator[Indicator]:
    """Yield in how many groups a kind of organization leads or co-leads."""
    groups = tuple(certain(snapshot, Sector, SubSector, WorkingGroup))
    for name, (words, kinds) in _CO_LEADS.items():
        answers = [_leads(snapshot, body, kinds) for body in groups]
        title = f"Sectors, sub-sectors and working groups that {words} leads or co-leads"
        yield share(f"{name}-co-lead", title, answers)


def _leads(snapshot: Snapshot, body: Body, kinds: tuple[str, ...]) -> Answer:
    leadership = snapshot.leadership(body)
    found = [snapshot.holder(seat) or Holder() for seat in leadership.held]
    verdicts = [snapshot.is_of_kind(holder.kind, kinds) for holder in found]
    decidable = leadership.closed and Verdict.UNKNOWN not in verdicts
    return Answer(some(verdicts, closed=leadership.closed), decidable)


def coordinator_indicators(snapshot: Snapshot) -> Iterator[Indicator]:
    """Yield how many sectors have a coordinator of their own."""
    capacities = [_capacities(snapshot, body) for body in certain(snapshot, Sector)]
    for name, words in _CAPACITIES.items():
        answers = [_has_capacity(had, closed, name) for had, closed in capacities]
        key = f"{name}-coordinator"
        yield share(key, f"Sectors with {words}", answers, BENCHMARKS[key])


def _capacities(snapshot: Snapshot, body: Body) -> tuple[frozenset[str], bool]:
    """Return the capacities of the posts that coordinate a body, and whether those are all."""
    seats = [seat for seat in snapshot.seats(body.id) if _coordinates(snapshot, seat)]
    found = [_capacity(snapshot, seat) for seat in seats if seat.holder not in (VACANT, NONE)]
    return frozenset(filter(None, found)), None not in found and snapshot.all_seats_known(body)


def _coordinates(snapshot: Snapshot, seat: Seat) -> bool:
    term = snapshot.vocabularies["role-terms"].spelled(seat.term)
    return snapshot.standing(seat).leads or (term is not None and term.code == "coordinator")


def _capacity(snapshot: Snapshot, seat: Seat) -> str | None:
    post = snapshot.now.entities.get(seat.post or seat.holder or "")
    if not isinstance(post, Post) or not (seat.is_certain and post.is_certain):
        return None
    return post.capacity if post.capacity in snapshot.vocabularies["capacities"] else None


def _has_capacity(had: frozenset[str], closed: bool, wanted: str) -> Answer:
    if wanted == "dedicated":
        found = some([Verdict.MET] if wanted in had else [], closed=closed)
        return Answer(found, closed)
    if "dedicated" in had:
        return Answer(Verdict.GAP, closed)
    if not closed:
        return Answer(Verdict.UNKNOWN)
    return Answer(Verdict.MET if wanted in had else Verdict.GAP)


def presence_indicators(snapshot: Snapshot) -> Iterator[Indicator]:
    """Yield in how many bodies local actors, women-led and refugee-led organizations sit."""
    for name, (words, kinds) in FORUMS.items():
        answers = [_local(snapshot, body) for body in forums(snapshot, kinds)]
        key = f"{name}-with-local-actor"
        title = f"{words.capitalize()} with a local or national actor"
        yield share(key, title, answers, BENCHMARKS.get(key))
        for kind, (one, codes) in _NGOS.items():
            answers = [_sits(snapshot, body, codes) for body in forums(snapshot, kinds)]
            key = f"{name}-with-{kind}"
            yield share(key, f"{words.capitalize()} with {one}", answers, BENCHMARKS.get(key))
    rooms = [*forums(snapshot, FORUMS["rcf"][1])]
    rooms += [each for each in certain(snapshot, Sector, SubSector) if _protects(each)]
    for tag in ("women-led", "refugee-led"):
        title = f"Refugee, protection and GBV groups with a {tag} organization"
        asked = [each for each in rooms if tag != "refugee-led" or _is_for_refugees(snapshot, each)]
        answers = [_tagged(snapshot, body, tag) for body in asked]
        yield share(f"{tag}-presence", title, answers)


def _is_for_refugees(snapshot: Snapshot, body: Body) -> bool:
    return isinstance(body, Forum) or is_for_refugees(snapshot, body)


def _sits(snapshot: Snapshot, body: Body, kinds: tuple[str, ...]) -> Answer:
    verdicts = [snapshot.is_of_kind(each.kind, kinds) for each in snapshot.holders(body)]
    closed = snapshot.all_seats_known(body)
    return Answer(some(verdicts, closed=closed), closed and Verdict.UNKNOWN not in verdicts)


def _protects(body: Body) -> bool:
    return not _PROTECTION.isdisjoint(body.covers)


def _local(snapshot: Snapshot, body: Body) -> Answer:
    verdicts = [snapshot.is_local(each) for each in snapshot.holders(body)]
    closed = snapshot.all_seats_known(body)
    return Answer(some(verdicts, closed=closed), closed and Verdict.UNKNOWN not in verdicts)


def _tagged(snapshot: Snapshot, body: Body, tag: str) -> Answer:
    verdicts = [snapshot.is_led_by(each, tag) for each in snapshot.holders(body)]
    closed = snapshot.all_seats_known(body)
    return Answer(some(verdicts, closed=closed), closed and Verdict.UNKNOWN not in verdicts)
