"""Who sits where, appeals for what and is active in what: shared by the rules that compare them.

Sectors and areas lie in wider ones, and what is not written may be any. So that no rule compares
all with all, things are filed under keys and looked for under keys, which are the same where two
of them overlap, or may.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, product
from typing import Final, final

from attrs import frozen

from interagency.model import UNKNOWN, Body, Forum, Plan
from interagency.model.grammar import is_open, named
from interagency.snapshot.index import Index

Key = tuple[str, str]
ANY: Final[Key] = ("any", "")
# No country has as many levels of administration; a longer path lies in its ten widest parts.
_MOST_PARTS = 10
_NONE: Final[Set[str]] = frozenset()


def filed(values: tuple[str, ...], wider: Callable[[str], tuple[str, ...]]) -> set[Key]:
    """Return the keys of something with some values; ANY if it may have others."""
    keys = {ANY} if is_open(values) else set()
    for value in named(values):
        keys |= {("is", value), ("in", value), *(("in", each) for each in wider(value))}
    return keys


def sought(value: str, wider: Callable[[str], tuple[str, ...]]) -> tuple[Key, ...]:
    """Return the keys of what has a value, one inside it or a wider one, or may have it."""
    return (ANY, ("in", value), *(("is", each) for each in wider(value)))


def wider_areas(area: str) -> tuple[str, ...]:
    """Return the areas in which an area lies, the widest first."""
    parts = area.split("/", _MOST_PARTS)[:-1]
    return tuple(accumulate(parts, lambda above, part: f"{above}/{part}"))


def _union(sets: Iterable[set[str] | None]) -> set[str]:
    return set().union(*filter(None, sets))


@frozen
class _Circle:
    """Some groups together: their ids, and whether all who sit in them are known."""

    ids: Set[str]
    known: bool


@final
@frozen
class Participation:
    """Indexes over one snapshot, each made when first asked for."""

    snapshot: Index

    def is_complete(self, list_name: str) -> bool:
        """Return whether the document says that one of its lists is written whole."""
        return list_name in self.snapshot.now.complete

    def members_are_known(self, body: Body) -> bool:
        """Return whether every seat of a body is written, with the organization that holds it."""
        complete = {*self.snapshot.now.complete, *body.complete}
        seats = self.snapshot.seats(body.id)
        return {"leads", "members"} <= complete and all(
            seat.is_certain
            and seat.holder not in (None, UNKNOWN)
            and (seat.held_by is None or self.snapshot.organization_of(seat.held_by) is not None)
            for seat in seats
        )

    @cached_property
    def every_seat_is_known(self) -> bool:
        """Whether no one can sit in a group of a sector who is not recorded as its member.

        The groups are complete and certain, each with its sectors and all of its members.
        """
        return self.is_complete("groups") and all(
            body.is_certain
            and not is_open(self.codes(body.covers))
            and self.members_are_known(body)
            for body in self.groups
        )

    @cached_property
    def seats(self) -> Mapping[str, frozenset[str]]:
        """The bodies in which each organization, by its identity, certainly has a seat."""
        found: dict[str, set[str]] = defaultdict(set)
        for seat in self.snapshot.now.seats:
            if not seat.is_certain:
                continue
            organization = self.snapshot.organization_of(seat.held_by or "")
            if organization is not None:
                found[self.snapshot.identity(organization)].add(seat.body)
        return {id: frozenset(bodies) for id, bodies in found.items()}

    def codes(self, covers: tuple[str, ...]) -> tuple[str, ...]:
        """Return codes of sectors, with `unknown` for one in no list: it may mean any."""
        known = self.snapshot.vocabularies["sectors"]
        return tuple(code if code in known else UNKNOWN for code in covers)

    def filed_codes(self, covers: tuple[str, ...]) -> set[Key]:
        """Return the keys of something that covers some sectors."""
        return filed(self.codes(covers), self.snapshot.vocabularies["sectors"].broader_of)

    def sought_codes(self, code: str) -> tuple[Key, ...]:
        """Return the keys of what covers a sector, in part or among others, or may."""
        return sought(code, self.snapshot.vocabularies["sectors"].broader_of)

    @cached_property
    def groups(self) -> tuple[Body, ...]:
        """The bodies that are a group of a sector, or may be: a forum of a known kind is none."""
        kinds = self.snapshot.vocabularies["body-kinds"]
        return tuple(
            body
            for body in self.snapshot.now.bodies
            if not isinstance(body, Forum)
            or body.covers
            or not body.kind
            or any(kind not in kinds for kind in body.kind)
        )

    def outside(
        self, organization: str, covers: tuple[str, ...], area: str | None
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each sector that has groups in an area, if an organization sits in none of them.

        Only what is certain: the groups are there, and in none that may be another one of that
        sector and area does the organization sit.
        """
        known = self.is_complete("groups") and self.snapshot.is_certain(organization)
        if known and area is not None and area != UNKNOWN:
            for code in named(self.codes(covers)):
                groups = self._groups_in(code, area)
                if groups and self._is_absent(organization, code, area):
                    yield code, groups

    def _groups_in(self, code: str, area: str) -> tuple[str, ...]:
        """Return the sectors and sub-sectors that certainly cover a code all over an area."""
        if (code, area) not in self._found:
            codes = (code, *self.snapshot.vocabularies["sectors"].broader_of(code))
            covering = _union(self._homes[0].get(each) for each in codes)
            there = _union(self._homes[1].get(each) for each in (area, *wider_areas(area)))
            self._found[code, area] = tuple(sorted(covering & there))
        return self._found[code, area]

    @cached_property
    def _found(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {}

    @cached_property
    def _homes(self) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
        """The groups by code and by area: in two, since lists of both would be multiplied."""
        codes: dict[str, set[str]] = defaultdict(set)
        areas: dict[str, set[str]] = defaultdict(set)
        for body in (*self.snapshot.now.sectors, *self.snapshot.now.sub_sectors):
            if not body.is_certain:
                continue
            for code in named(body.covers):
                codes[code].add(body.id)
            for area in named(self.snapshot.areas(body)):
                areas[area].add(body.id)
        return codes, areas

    def _is_absent(self, organization: str, code: str, area: str) -> bool:
        """Return whether an organization certainly sits in no group of a code in an area."""
        sits_in = self.seats.get(self.snapshot.identity(organization), frozenset())
        keys = product(self.sought_codes(code), sought(area, wider_areas))
        circles = map(self._circle, keys)
        return all(circle.known and sits_in.isdisjoint(circle.ids) for circle in circles)

    def _circle(self, key: tuple[Key, Key]) -> _Circle:
        """Return the groups that are filed under a key of codes and one of areas."""
        if key not in self._circles:
            codes, areas, unknown = self._filed
            ids = codes.get(key[0], _NONE) & areas.get(key[1], _NONE)
            self._circles[key] = _Circle(ids, unknown.isdisjoint(ids))
        return self._circles[key]

    @cached_property
    def _circles(self) -> dict[tuple[Key, Key], _Circle]:
        return {}

    @cached_property
    def _filed(self) -> tuple[Mapping[Key, set[str]], Mapping[Key, set[str]], set[str]]:
        """The groups by keys of codes, by keys of areas, and those whose members are not known."""
        codes: dict[Key, set[str]] = defaultdict(set)
        areas: dict[Key, set[str]] = defaultdict(set)
        unknown = set()
        for body in self.groups:
            for code in self.filed_codes(body.covers):
                codes[code].add(body.id)
            for area in filed(self.snapshot.areas(body), wider_areas):
                areas[area].add(body.id)
            if not self.members_are_known(body):
                unknown.add(body.id)
        return codes, areas, unknown

    def chapters(self, plan: Plan) -> Sequence[Plan]:
        """Return the plans that are directly part of a plan."""
        return self._inside.get(plan.id, ())

    @property
    def adrift(self) -> Sequence[Plan]:
        """The plans that are part of another one that nobody named."""
        return self._inside.get(UNKNOWN, ())

    @cached_property
    def chapters_first(self) -> tuple[Plan, ...]:
        """The plans, each after all of its chapters."""
        order = [*self._inside.get(None, ()), *self.adrift]
        for plan in order:  # which grows as it goes
            order += self.chapters(plan)
        return tuple(reversed(order))

    @cached_property
    def _inside(self) -> Mapping[str | None, list[Plan]]:
        found: dict[str | None, list[Plan]] = {}
        for plan in self.snapshot.now.plans:
            found.setdefault(plan.part_of, []).append(plan)
        return found
