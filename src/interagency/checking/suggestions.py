"""Who may fill a vacant or open seat of leadership: those in the room, with the reasons for each.

Nothing is chosen: the candidates are ranked by points, every point has a reason that is told, and
two with the same points stand in the order of their ids. Those who are not in the room are never
suggested, and nobody is ruled out by what is not written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import final

from attrs import frozen

from interagency.model import (
    Body,
    Mandate,
    Organization,
    Seat,
)
from interagency.model.grammar import named
from interagency.snapshot.holders import local_actor
from interagency.snapshot.leadership import Leadership
from interagency.snapshot.sameness import joined
from interagency.snapshot.snapshot import Snapshot
from interagency.snapshot.verdict import Verdict
from interagency.vocabularies.mandates import (
    MandateStrength,
)

# In the room before around it; a mandate weighs as much as the seat; a habit as little as a kind.
_MEMBER, _NEARBY = 3, 1
_OWN_MANDATE, _STANDING_MANDATE, _HABIT = 4, 3, 1
_KIND_ASKED_FOR, _LOCAL, _FREE = 2, 1, 1
_MANY_BODIES = 2


@final
@frozen
class Reason:
    """One thing that speaks for a candidate, and how many points it counts."""

    text: str
    points: int


@final
@frozen
class Candidate:
    """An organization that may fill a seat of leadership.

    Attributes:
        organization: Its id.
        reasons: What speaks for it.
    """

    organization: str
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """Return the sum of its points."""
        return sum(reason.points for reason in self.reasons)


def suggest(snapshot: Snapshot, body_id: str) -> tuple[Candidate, ...]:
    """Return who may lead or co-lead a body, the most points first; nobody if it lacks nobody.

    Raises:
        UnknownId: If nothing has the id on the day.
        TypeError: If the id is not that of a body.
    """
    body = snapshot.now.find(body_id)
    if not isinstance(body, Body):
        raise TypeError(f"{body_id!r} is not a body")
    leadership = snapshot.leadership(body)
    if not lacks_a_leader(leadership):
        return ()
    found = _Search(snapshot, body, leadership).candidates()
    return tuple(sorted(found, key=lambda each: (-each.points, each.organization)))


def lacks_a_leader(leadership: Leadership) -> bool:
    """Return whether a seat of leadership is vacant, or may be held by somebody nobody named."""
    return bool(leadership.lead.vacant or leadership.co_lead.vacant) or not leadership.closed


def wanted_seats(leadership: Leadership) -> str:
    """Return in words the seats to fill: those that are vacant, else those nobody wrote of."""
    vacant = [seat.term for seat in (*leadership.lead.vacant, *leadership.co_lead.vacant)]
    if vacant:
        return f"the vacant {' and '.join(vacant)}"
    slot = "lead" if leadership.co_lead.closed else "lead or co-lead"
    slot = "co-lead" if leadership.lead.closed else slot
    return f"a {slot} of whom nothing is written"


@final
@frozen
class _Search:
    """A search for leaders of one body."""

    snapshot: Snapshot
    body: Body
    leadership: Leadership

    def candidates(self) -> Iterator[Candidate]:
        """Yield everybody in the room, and around it, who does not lead the body yet."""
        inside = self._holders(self.snapshot.seats(self.body.id))
        nearby = self._holders(self._seats_nearby())
        leads = {self.snapshot.identity(id) for id in self._holders(self.leadership.held)}
        for organization in {**inside, **nearby}.values():
            if self.snapshot.identity(organization.id) not in leads:
                seat = self._seat(organization.id in inside)
                yield Candidate(organization.id, (seat, *self._reasons(organization)))

    def _seats_nearby(self) -> Iterator[Seat]:
        """Yield the seats of the body above, and of the bodies directly below."""
        yield from self.snapshot.seats(self.body.parent or "")
        for below in self.snapshot.children(self.body.id):
            yield from self.snapshot.seats(below.id)

    def _holders(self, seats: Iterable[Seat]) -> dict[str, Organization]:
        """Return the organizations that certainly hold some seats, by id."""
        certain = (seat for seat in seats if seat.is_certain)
        ids = (self.snapshot.organization_of(seat.held_by or "") for seat in certain)
        found = (self.snapshot.now.entities.get(id or "") for id in ids)
        return {
            each.id: each for each in found if isinstance(each, Organization) and each.is_certain
        }

    @cached_property
    def _led(self) -> Mapping[str, Set[str]]:
        """The bodies that each organization certainly leads or co-leads, of sisters one."""
        led: dict[str, set[str]] = defaultdict(set)
        stands_for = joined(self.snapshot.now.links, "same_as", "mirrors")
        for body in self.snapshot.now.bodies:
            for id in self._holders(self.snapshot.leadership(body).held):
                led[id].add(stands_for.get(body.id, body.id))
        return led

    def _seat(self, is_member: bool) -> Reason:
        name = self.snapshot.name(self.body.id)
        if is_member:
            return Reason(f"sits in {name}", _MEMBER)
        return Reason(f"sits in the body above {name}, or in one below", _NEARBY)

    def _reasons(self, organization: Organization) -> Iterator[Reason]:
        yield from self._mandate(organization.id)
        yield from self._kind(organization)
        if local_actor(self.snapshot, organization.kind, organization.tags) is Verdict.MET:
            yield Reason("is a local or national actor", _LOCAL)
        if (led := len(self._led.get(organization.id, ()))) < _MANY_BODIES:
            yield Reason("leads one other body" if led else "leads no other body", _FREE)

    def _mandate(self, id: str) -> Iterator[Reason]:
        """Yield the most telling mandate that an organization has for what the body covers."""
        own = [each.id for each in self.snapshot.now.mandates if self._is_own(each, id)]
        standing = self.snapshot.standing_mandates(self.body)
        binding = [each for each in standing if id in each.organizations]
        if own:
            yield Reason(f"has a mandate in this document ({min(own)})", _OWN_MANDATE)
        elif any(each.strength is not MandateStrength.SOFT for each in binding):
            yield Reason("has the global mandate", _STANDING_MANDATE)
        elif binding:
            yield Reason("leads this elsewhere by habit, which is general knowledge", _HABIT)

    def _is_own(self, mandate: Mandate, id: str) -> bool:
        shared = {*named(mandate.covers)} & {*self.body.covers}
        is_certain = mandate.is_certain
        return mandate.organization == id and bool(shared) and is_certain

    def _kind(self, organization: Organization) -> Iterator[Reason]:
        """Yield that models ask for a kind which is not known to lead yet."""
        kinds = self.snapshot.vocabularies["organization-kinds"]
        for wanted, words in (("ngo", "an NGO"), ("government", "a part of government")):
            leads = any(kinds.is_a(kind, wanted) for kind in self._kinds_that_lead)
            if kinds.is_a(organization.kind or "", wanted) and not leads:
                text = f"is {words}, which models ask for, and no other is known to lead"
                yield Reason(text, _KIND_ASKED_FOR)

    @cached_property
    def _kinds_that_lead(self) -> frozenset[str]:
        named_ones = self._holders(self.leadership.held).values()
        unnamed = [seat.kind for seat in self.leadership.held]
        return frozenset(filter(None, [*(each.kind for each in named_ones), *unnamed]))
