"""Candidates for leading one body: those in the room, around it, and those who should be asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import chain
from typing import Final, final

from attrs import frozen

from interagency.checking.ministries import is_ministry_for
from interagency.model import Body, Mandate, Organization, Seat, Sector, SubSector
from interagency.model.grammar import named
from interagency.snapshot.holders import local_actor
from interagency.snapshot.leadership import Leadership
from interagency.snapshot.sameness import joined
from interagency.snapshot.snapshot import Snapshot
from interagency.snapshot.verdict import Verdict
from interagency.vocabularies.mandates import MandateStrength, shipped_mandates

# In the room before around it; a mandate weighs as much as the seat; a habit as little as a kind.
_MEMBER, _NEARBY = 3, 1
_OWN_MANDATE, _STANDING_MANDATE, _MINISTRY, _HABIT = 4, 3, 3, 1
_KIND_ASKED_FOR, _APPEALS, _WORKS, _LOCAL, _FREE = 2, 2, 1, 1, 1
_MANY_BODIES = 2

# Of these none leads a group: they pay, watch or serve.
_NEVER: Final = frozenset(
    ("donor", "embassy", "pooled-fund", "ifi", "media", "military", "observer", "health-facility")
)
# They coordinate all sectors, and so lead none unless they sit in it.
_OF_ALL_SECTORS: Final = frozenset(("unrco", "ocha"))


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
        in_room: Whether it holds a seat in the body, above, below or beside it.
    """

    organization: str
    reasons: tuple[Reason, ...]
    in_room: bool = True

    @property
    def points(self) -> int:
        """Return the sum of its points."""
        return sum(reason.points for reason in self.reasons)


@final
@frozen
class Search:
    """A search for leaders of one body."""

    snapshot: Snapshot
    body: Body
    leadership: Leadership

    def candidates(self) -> Iterator[Candidate]:
        """Yield those who sit, work or have a mandate here and do not lead the body yet."""
        leads = {self.snapshot.identity(id) for id in self._holders(self.leadership.held)}
        for organization in self._known.values():
            id = organization.id
            if self.snapshot.identity(id) not in leads and not self._is_ruled_out(organization):
                seat = self._seat(id)
                yield Candidate(id, (*seat, *self._reasons(organization)), in_room=bool(seat))

    @cached_property
    def _known(self) -> Mapping[str, Organization]:
        """All organizations that are looked at, by id: those in the room first."""
        own = {each.id: each for each in self.snapshot.certain(Organization)}
        registry = self.snapshot.vocabularies.organizations
        called = chain(self._mandated, self._ministries, self._appealing, self._working)
        outside = {id: own.get(id) or registry.get(id) for id in called}
        found = {id: each for id, each in outside.items() if each is not None}
        return {**self._inside, **self._around, **self._beside, **found}

    def _is_ruled_out(self, organization: Organization) -> bool:
        if organization.id in self._inside:
            return False
        is_group = isinstance(self.body, Sector | SubSector)
        return (
            organization.kind in _NEVER
            or (is_group and organization.id in _OF_ALL_SECTORS)
            or self._has_ministry(organization)
        )

    def _has_ministry(self, organization: Organization) -> bool:
        """Return whether it is the government as a whole, beside the ministry for this."""
        is_whole = organization.kind == "government" and not organization.parent
        return is_whole and organization.id not in self._ministries and bool(self._ministries)

    # Circles

    @cached_property
    def _inside(self) -> Mapping[str, Organization]:
        return self._holders(self.snapshot.seats(self.body.id))

    @cached_property
    def _around(self) -> Mapping[str, Organization]:
        above = self.snapshot.seats(self.body.parent or "")
        below = (self.snapshot.seats(each.id) for each in self.snapshot.children(self.body.id))
        return self._holders(chain(above, *below))

    @cached_property
    def _beside(self) -> Mapping[str, Organization]:
        """Those in the groups that lie in the same body."""
        sisters = self.snapshot.children(self.body.parent) if self.body.parent else ()
        seats = (self.snapshot.seats(each.id) for each in sisters if each.id != self.body.id)
        return self._holders(chain(*seats))

    def _holders(self, seats: Iterable[Seat]) -> dict[str, Organization]:
        """Return the organizations that certainly hold some seats, by id."""
        certain = (seat for seat in seats if seat.is_certain)
        ids = (self.snapshot.organization_of(seat.held_by or "") for seat in certain)
        found = (self.snapshot.now.entities.get(id or "") for id in ids)
        return {
            each.id: each for each in found if isinstance(each, Organization) and each.is_certain
        }

    @cached_property
    def _mandated(self) -> frozenset[str]:
        """Those with a mandate for what the body covers, here or by global agreement."""
        own = (each.organization for each in self.snapshot.certain(Mandate) if self._is_own(each))
        standing = (
            id
            for each in self.snapshot.standing_mandates(self.body)
            if each.strength is not MandateStrength.SOFT
            for id in each.organizations
        )
        return frozenset(chain(own, standing, self._globally))

    @cached_property
    def _globally(self) -> Mapping[str, str]:
        """Those who lead a global cluster of what the body covers, each with the name of it."""
        clusters = (each for each in shipped_mandates() if each.setting == "clusters")
        sectors, mine = self.snapshot.vocabularies["sectors"], named(self.body.covers)
        return {
            id: term.name
            for each in clusters
            for code in mine
            if code in each.covers and (term := sectors.get(code))
            for id in each.organizations
        }

    @cached_property
    def _ministries(self) -> frozenset[str]:
        """The parts of government that are, by their names, for what the body covers."""
        return frozenset(
            each.id
            for each in self.snapshot.certain(Organization)
            if is_ministry_for(each, named(self.body.covers), self.snapshot.vocabularies)
        )

    @cached_property
    def _appealing(self) -> frozenset[str]:
        return frozenset(
            each.organization
            for each in self.snapshot.now.appeals
            if each.is_certain and self._shares(each.covers)
        )

    @cached_property
    def _working(self) -> frozenset[str]:
        return frozenset(
            each.organization
            for each in self.snapshot.now.presence
            if each.is_certain and self._shares(each.covers) and self._is_here(each.area)
        )

    def _shares(self, covers: tuple[str, ...]) -> bool:
        return not {*named(covers)}.isdisjoint(named(self.body.covers))

    def _is_here(self, area: str | None) -> bool:
        """Return whether an area and those of the body may have a place in common."""
        mine = named(self.snapshot.areas(self.body))
        if not mine or area is None:
            return True
        pairs = ((f"{area}/", f"{each}/") for each in mine)
        return any(one.startswith(other) or other.startswith(one) for one, other in pairs)

    # Reasons

    def _seat(self, id: str) -> tuple[Reason, ...]:
        """Return where it sits; nothing if it is not in the room."""
        name = self.snapshot.name(self.body.id)
        if id in self._inside:
            return (Reason(f"sits in {name}", _MEMBER),)
        if id in self._around:
            return (Reason(f"sits in the body above {name}, or in one below", _NEARBY),)
        if id in self._beside:
            return (Reason(f"sits in a group beside {name}", _NEARBY),)
        return ()

    def _reasons(self, organization: Organization) -> Iterator[Reason]:
        id = organization.id
        yield from self._mandate(id)
        if id in self._ministries:
            yield Reason("is the part of government for this, by its name", _MINISTRY)
        yield from self._kind(organization)
        yield from self._work(id)
        if local_actor(self.snapshot, organization.kind, organization.tags) is Verdict.MET:
            yield Reason("is a local or national actor", _LOCAL)
        if self._seat(id) and (led := len(self._led.get(id, ()))) < _MANY_BODIES:
            yield Reason("leads one other body" if led else "leads no other body", _FREE)

    def _work(self, id: str) -> Iterator[Reason]:
        if id in self._appealing:
            yield Reason("asks for money for this in a plan", _APPEALS)
        if id in self._working:
            yield Reason("works on this", _WORKS)

    @cached_property
    def _led(self) -> Mapping[str, Set[str]]:
        """The bodies that each organization certainly leads or co-leads, of sisters one."""
        led: dict[str, set[str]] = defaultdict(set)
        stands_for = joined(self.snapshot.now.links, "same_as", "mirrors")
        for body in self.snapshot.now.bodies:
            for id in self._holders(self.snapshot.leadership(body).held):
                led[id].add(stands_for.get(body.id, body.id))
        return led

    def _mandate(self, id: str) -> Iterator[Reason]:
        """Yield the most telling mandate that an organization has for what the body covers."""
        mandates = self.snapshot.certain(Mandate)
        own = [each.id for each in mandates if each.organization == id and self._is_own(each)]
        standing = self.snapshot.standing_mandates(self.body)
        binding = [each for each in standing if id in each.organizations]
        if own:
            yield Reason(f"has a mandate in this document ({min(own)})", _OWN_MANDATE)
        elif hard := [each for each in binding if each.strength is not MandateStrength.SOFT]:
            note = next((f": {each.note}" for each in hard if each.note), "")
            yield Reason(f"has the global mandate{note}", _STANDING_MANDATE)
        elif id in self._globally:
            yield Reason(f"leads the global cluster for {self._globally[id]}", _HABIT)
        elif binding:
            yield Reason("leads this elsewhere by habit, which is general knowledge", _HABIT)

    def _is_own(self, mandate: Mandate) -> bool:
        return self._shares(mandate.covers)

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
