"""Indexes and effective values of one architecture on one day: the ground under `Snapshot`."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import field, frozen

from interagency.errors import InteragencyError
from interagency.model import (
    UNKNOWN,
    Architecture,
    Body,
    Entity,
    Fact,
    Level,
    Link,
    Seat,
)
from interagency.model.fast import column
from interagency.model.keys import shared_names
from interagency.snapshot.effective import Inheritance, organization_of
from interagency.snapshot.sameness import Sameness
from interagency.vocabularies import Vocabularies, shipped
from interagency.vocabularies.standing import Standing, standing_of


class NotABody(InteragencyError, TypeError):
    """An id of something that is not a forum, sector, sub-sector or working group."""


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@frozen
class Index:
    """Facts of one day, by what they belong to. Read-only; each part is built when first used.

    Attributes:
        whole: The architecture with all its time.
        day: The day looked at; None if neither the caller nor the document says one.
        vocabularies: The code lists.
    """

    whole: Architecture
    day: date | None = None
    vocabularies: Vocabularies = field(factory=shipped)

    @cached_property
    def now(self) -> Architecture:
        """The architecture of the day."""
        return self.whole if self.day is None else self.whole.on(self.day)

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """The bodies of the day, by id."""
        return MappingProxyType({body.id: body for body in self.now.bodies})

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """The names, in small letters, that several things have."""
        return shared_names(self.whole.iter_entities())

    @cached_property
    def _lists(self) -> Mapping[tuple[str, str], tuple[Seat, ...]]:
        """The seats by body and term: those of a list stand side by side in an architecture."""
        lists = groupby(self.now.seats, attrgetter("body", "term"))
        return {place: tuple(seats) for place, seats in lists}

    @cached_property
    def _seats(self) -> Mapping[str, tuple[Seat, ...]]:
        return _joined((body, seats) for (body, _), seats in self._lists.items())

    @cached_property
    def _links(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        return _grouped(self.now.links, lambda link: (link.from_, link.kind))

    @cached_property
    def _children(self) -> Mapping[str | None, tuple[Body, ...]]:
        return _grouped(self.now.bodies, lambda body: body.parent)

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        return dict(self.whole.roles)

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        terms = self.vocabularies["role-terms"]
        written = set(column(self.whole.seats, "term"))
        return {term: standing_of(term, self._roles, terms) for term in written}

    @cached_property
    def _by_standing(self) -> Mapping[Standing, Mapping[str, tuple[Seat, ...]]]:
        lists: dict[str, list[tuple[str, tuple[Seat, ...]]]] = {each: [] for each in Standing}
        homes = {term: lists[standing] for term, standing in self._standings.items()}
        for (body, term), seats in self._lists.items():
            homes[term].append((body, seats))
        return {standing: _joined(lists[standing]) for standing in Standing}

    def body(self, x: Body | str) -> Body:
        """Return a body, of itself or of its id.

        Raises:
            UnknownId: If nothing has the id.
            NotABody: If something else has it.
        """
        found = x if isinstance(x, Body) else self.whole.find(x)
        if not isinstance(found, Body):
            raise NotABody(f"{x!r} is not the id of a body")
        return found

    def seats(self, body: Body | str, standing: Standing | None = None) -> tuple[Seat, ...]:
        """Return the seats of a body, those in reserved words too.

        Args:
            body: Id of the body.
            standing: The part that the seats must play; by default any.
        """
        found = self._seats if standing is None else self._by_standing[standing]
        return found.get(body if isinstance(body, str) else body.id, ())

    def links(self, from_: Entity | str, kind: str) -> tuple[Link, ...]:
        """Return the links of a kind that start somewhere, those in reserved words too."""
        return self._links.get((from_ if isinstance(from_, str) else from_.id, kind), ())

    def children(self, body: Body | str) -> tuple[Body, ...]:
        """Return the bodies that lie directly in a body."""
        return self._children.get(body if isinstance(body, str) else body.id, ())

    def standing(self, seat: Seat) -> Standing:
        """Return the part that a seat plays."""
        return self._standings[seat.term]

    def upward(self, body: Body | str) -> Iterator[Body]:
        """Yield a body, the body it lies in, and so on to the top."""
        return self._inheritance.upward(self.body(body))

    def level(self, body: Body | str) -> Level | None:
        """Return the effective level of a body: its own, or what it inherits; None if unknown."""
        level: Level | None = self._inheritance.value(self.body(body), "level", self.now.level)
        return None if level is Level.UNKNOWN else level

    def areas(self, body: Body | str) -> tuple[str, ...]:
        """Return the effective areas of a body."""
        areas: tuple[str, ...] = self._inheritance.value(self.body(body), "areas", self.now.areas)
        return areas

    def populations(self, body: Body | str) -> tuple[str, ...]:
        """Return the effective populations of a body."""
        populations: tuple[str, ...] = self._inheritance.value(
            self.body(body), "populations", self.now.populations
        )
        return populations

    def situation(self, body: Body | str) -> str | None:
        """Return the effective situation of a body; None if unknown."""
        situation: str | None = self._inheritance.value(
            self.body(body), "situation", self.now.situation
        )
        return None if situation == UNKNOWN else situation

    def is_of_the_whole(self, body: Body | str, field: str) -> bool:
        """Return whether a body has what the document as a whole says: no body above says it."""
        return self._inheritance.is_of_the_whole(self.body(body), field)

    def sources(self, fact: Fact, carrier: str | None = None) -> tuple[str, ...]:
        """Return where a fact was read: its own sources, else its carrier's, else the file's.

        Nothing comes from the body above: who wrote of a forum did not thereby write of the groups
        in it.

        Args:
            fact: The fact.
            carrier: Id of the entry in which it is written; by default what a seat or a line
                belongs to.
        """
        if isinstance(fact, Seat | Link):
            carrier = fact.body if isinstance(fact, Seat) else fact.from_
        entry = self.now.entities.get(carrier or "")
        carried: tuple[str, ...] = getattr(entry, "sources", ())
        return fact.sources or carried or self.now.default_sources

    def once(self, of: Hashable, work_out: Callable[[], Value]) -> Value:
        """Return what is worked out of this snapshot, the first time that somebody asks for it.

        Args:
            of: What it is the answer to; nothing else may be asked for under the same.
            work_out: Gives the answer, of this snapshot alone.
        """
        if of not in self._worked_out:
            self._worked_out[of] = work_out()
        found: Value = self._worked_out[of]
        return found

    @cached_property
    def _worked_out(self) -> dict[Hashable, Any]:
        return {}

    @cached_property
    def _inheritance(self) -> Inheritance:
        return Inheritance(self.bodies)

    def organization_of(self, holder: str) -> str | None:
        """Return the organization behind a holder: itself, or that of a post; None if unknown."""
        return organization_of(self.now, holder)

    def identity(self, id: str) -> str:
        """Return the id under which something counts: the first of those that are the same."""
        return self._sameness.identity(id)

    def is_certain(self, id: str) -> bool:
        """Return whether no one disputes that an entity exists, and that it is no other one."""
        found = self.now.entities.get(id)
        return isinstance(found, Fact) and found.is_certain and not self.may_be_another(id)

    def may_be_another(self, id: str) -> bool:
        """Return whether something may be the same as another, as disputed or unnamed.

        An entry that is the same as an unknown one may be any of its sort.
        """
        return self._sameness.may_be_another(id)

    def distinct(self, ids: Iterable[str]) -> int:
        """Return how many different ones there are at least; those that may be one count as one."""
        return self._sameness.distinct(ids)

    @cached_property
    def _sameness(self) -> Sameness:
        return Sameness(self.now)


def _joined(lists: Iterable[tuple[str, tuple[Seat, ...]]]) -> Mapping[str, tuple[Seat, ...]]:
    """Return the seats in lists by their body, in the order of the lists."""
    # In a list, since to add tuples copies all before: a body may have a term for each seat.
    found: dict[str, list[Seat]] = defaultdict(list)
    for body, seats in lists:
        found[body] += seats
    return MappingProxyType({body: tuple(seats) for body, seats in found.items()})


def _grouped(
    values: Iterable[Value], key: Callable[[Value], Key]
) -> Mapping[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return MappingProxyType({name: tuple(group) for name, group in groups.items()})
