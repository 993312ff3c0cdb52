"""Who sits where, appeals for what and is active in what: shared by the rules that compare them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import final

from attrs import frozen

from interagency.checking import Snapshot
from interagency.graph import contains
from interagency.model import Appeal, Body, Plan, Presence, Sector, SubSector
from interagency.model.words import is_open, named
from interagency.rules.certain import certain_bodies, is_certain


@final
@frozen
class Participation:
    """Indexes over one snapshot, each made when first asked for."""

    snapshot: Snapshot

    @cached_property
    def seats(self) -> Mapping[str, frozenset[str]]:
        """The bodies in which each organization certainly has a seat."""
        found: dict[str, set[str]] = defaultdict(set)
        behind: dict[str, str | None] = {}
        for seat in self.snapshot.now.seats:
            if seat.held_by is not None and is_certain(seat):
                if seat.held_by not in behind:
                    behind[seat.held_by] = self.snapshot.organization_of(seat.held_by)
                found[behind[seat.held_by] or ""].add(seat.body)
        return {id: frozenset(bodies) for id, bodies in found.items() if id}

    @cached_property
    def groups(self) -> Mapping[str, tuple[Body, ...]]:
        """The sectors and sub-sectors that certainly cover each code."""
        found: dict[str, list[Body]] = defaultdict(list)
        for body in certain_bodies(self.snapshot, Sector, SubSector):
            for code in named(body.covers):
                found[code].append(body)
        return {code: tuple(bodies) for code, bodies in found.items()}

    @cached_property
    def appeals(self) -> tuple[Appeal, ...]:
        """The appeals that nobody disputes."""
        return tuple(filter(is_certain, self.snapshot.now.appeals))

    @cached_property
    def presence(self) -> tuple[Presence, ...]:
        """The presence that nobody disputes."""
        return tuple(filter(is_certain, self.snapshot.now.presence))

    @cached_property
    def groups_are_known(self) -> bool:
        """Whether every group is written, and what each of them covers."""
        bodies = (*self.snapshot.now.sectors, *self.snapshot.now.sub_sectors)
        return self.is_complete("groups") and not any(is_open(body.covers) for body in bodies)

    def is_complete(self, list_name: str) -> bool:
        """Tell whether the document says that one of its lists is written whole."""
        return list_name in self.snapshot.now.complete

    def members_are_known(self, body: Body) -> bool:
        """Tell whether every seat of a body is written, with who holds it."""
        complete = {*self.snapshot.now.complete, *body.complete}
        seats = self.snapshot.seats(body.id)
        return {"leads", "members"} <= complete and all(
            is_certain(seat) and seat.holder not in (None, "unknown") for seat in seats
        )

    def groups_for(self, code: str, area: str | None = None) -> tuple[Body, ...]:
        """Return the groups that cover a code, and work in an area if one is asked for."""
        groups = self.groups.get(code, ())
        if area is None:
            return groups
        return tuple(body for body in groups if self.works_in(body, area))

    def works_in(self, body: Body, area: str) -> bool:
        """Tell whether a body works in an area, or may: none of its areas is known."""
        areas = self.snapshot.areas(body)
        return is_open(areas) or any(contains(each, area) or contains(area, each) for each in areas)

    def absent_from(self, organization: str, groups: Iterable[Body]) -> bool:
        """Tell whether an organization certainly sits in none of some groups."""
        sits_in = self.seats.get(organization, frozenset())
        return all(body.id not in sits_in and self.members_are_known(body) for body in groups)

    def chapters(self, plan: Plan) -> frozenset[str]:
        """Return the ids of a plan and of everything that is part of it."""
        return self._chapters.get(plan.id, frozenset({plan.id}))

    @cached_property
    def _chapters(self) -> Mapping[str, frozenset[str]]:
        above = {plan.id: plan.part_of for plan in self.snapshot.now.plans}
        found: dict[str, set[str]] = {id: {id} for id in above}
        for id in above:
            at = above[id]
            while at in found:
                found[at].add(id)
                at = above[at]
        return {id: frozenset(inside) for id, inside in found.items()}
