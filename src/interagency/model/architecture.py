"""A whole coordination architecture: every fact, every reference resolved."""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Any, final

from attrs import frozen

from interagency.errors import InteragencyError
from interagency.model.bodies import Body, Forum, Level, Sector, SubSector, WorkingGroup
from interagency.model.day import Day
from interagency.model.decisions import Agreement, Decision
from interagency.model.display import Displayed
from interagency.model.facts import Answer, Source
from interagency.model.grammar import (
    Area,
    Code,
    ListName,
    Population,
    Situation,
    SourceRef,
    Text,
    Texts,
)
from interagency.model.handovers import Handover
from interagency.model.offices import Office, Post
from interagency.model.organization import Organization
from interagency.model.plans import Appeal, Plan, Presence
from interagency.model.products import Product
from interagency.model.relations import Link, Mandate, Seat
from interagency.model.sections import SECTIONS, entities_of
from interagency.model.timeline import architecture_on, in_written_order
from interagency.model.validation import BrokenArchitecture, faults_of

Entity = (
    Source | Organization | Body | Mandate | Plan | Office | Post | Product | Decision | Agreement
)


class UnknownId(InteragencyError, LookupError):
    """An id that nothing in the architecture has."""

    def __init__(self, id: str, close_matches: tuple[str, ...] = ()) -> None:
        """Keep the id, and the ids that may have been meant."""
        super().__init__(id, close_matches)
        self.id = id
        self.close_matches = close_matches

    def __str__(self) -> str:
        """Return the id, and what may have been meant."""
        close = " or ".join(self.close_matches)
        return f"nothing has the id {self.id!r}{f'; did you mean {close}?' if close else ''}"


@final
@frozen(kw_only=True, repr=False)
class Architecture(Displayed):
    """All facts of one coordination architecture. It is whole, or it does not exist.

    Attributes:
        title: What it describes.
        as_of: The day, month or year it describes; `check` looks at its last day.
        situation: The kind of situation, from the vocabulary situations; bodies inherit it.
        conforms_to: The reference models it says it follows.
        level: The level of bodies that state none and lie in none.
        areas: The areas of bodies that state none and lie in none.
        populations: The populations of bodies that state none and lie in none.
        default_sources: The sources of facts that state none, and whose own body states none.
        complete: Which lists are written whole: groups, platforms, leads, members, posts, plans,
            appeals, presence, organizations, products, mandates, decisions, agreements.
        roles: What role terms mean in this file: lead, co-lead, leads, supports, participates.
        note: Remark for readers.
        sources: Where facts were read.
        organizations: Agencies, NGOs, ministries.
        forums: Bodies above or beside the sectors.
        sectors: Sector groups and clusters.
        sub_sectors: Areas of responsibility and sub-groups.
        working_groups: Cross-cutting groups and task forces.
        seats: Every place in a body, by body and term in written order.
        links: Every line between two things, by where it starts.
        mandates: Who is mandated to lead what.
        plans: Response plans and their chapters.
        appeals: Who appeals for what in which plan.
        presence: Who is active in which sector and area.
        offices: Offices that serve the structure.
        posts: Coordination positions.
        products: What the structure puts out, and holds.
        decisions: What was decided, and what is open.
        agreements: What parties have agreed.
        handovers: Which functions of bodies pass to whom.
        answers: Answers to questions of reference models.

    Raises:
        BrokenArchitecture: With every duplicate or unknown id, cycle and malformed value at once.
    """

    title: Text | None = None
    as_of: Day | None = None
    situation: Situation | None = None
    conforms_to: tuple[Annotated[str, Code("reference-models")], ...] = ()
    level: Level | None = None
    areas: tuple[Area, ...] = ()
    populations: tuple[Population, ...] = ()
    default_sources: tuple[SourceRef, ...] = ()
    complete: tuple[ListName, ...] = ()
    roles: Texts = ()
    note: Text | None = None
    sources: tuple[Source, ...] = ()
    organizations: tuple[Organization, ...] = ()
    forums: tuple[Forum, ...] = ()
    sectors: tuple[Sector, ...] = ()
    sub_sectors: tuple[SubSector, ...] = ()
    working_groups: tuple[WorkingGroup, ...] = ()
    seats: tuple[Seat, ...] = ()
    links: tuple[Link, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    plans: tuple[Plan, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    presence: tuple[Presence, ...] = ()
    offices: tuple[Office, ...] = ()
    posts: tuple[Post, ...] = ()
    products: tuple[Product, ...] = ()
    decisions: tuple[Decision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    handovers: tuple[Handover, ...] = ()
    answers: tuple[Answer, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Put seats and links in the order a document writes them, and refuse what is broken."""
        faults = faults_of(self)
        if faults:
            raise BrokenArchitecture(faults)
        seats, links = in_written_order(self)
        object.__setattr__(self, "seats", seats)
        object.__setattr__(self, "links", links)

    def __repr__(self) -> str:
        """Return one line: the title, the day, and how many records there are of each class."""
        counts = ((section.key, len(getattr(self, section.key))) for section in SECTIONS)
        parts = [f"{count} {key}" for key, count in counts if count]
        head = " ".join(filter(None, [repr(self.title or ""), str(self.as_of or "")]))
        return f"<Architecture {head}: {', '.join(parts) or 'empty'}>"

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Return every body: forums, sectors, sub-sectors, working groups."""
        return (*self.forums, *self.sectors, *self.sub_sectors, *self.working_groups)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Everything that has an id, by id."""
        return MappingProxyType({each.id: each for each in self.iter_entities()})

    def iter_entities(self) -> Iterator[Entity]:
        """Yield everything that has an id, section by section."""
        yield from entities_of(self)

    def find(self, id: str) -> Entity:
        """Return what has an id.

        Raises:
            UnknownId: If nothing has it; the error carries the ids that may be meant.
        """
        found = self.entities.get(id)
        if found is None:
            raise UnknownId(id, tuple(get_close_matches(id, self.entities, n=2)))
        return found

    def on(self, when: Day | date | str) -> "Architecture":
        """Return the architecture of one day: what holds then, and nothing that rests on the rest.

        Args:
            when: The day, inclusive; of a month or a year, its last day.
        """
        return architecture_on(self, Day.of(when).last)

    def seats_of(self, body: str) -> tuple[Seat, ...]:
        """Return the seats of a body, in written order, those in reserved words too.

        Raises:
            UnknownId: If nothing has the id.
        """
        self.find(body)
        return tuple(seat for seat in self.seats if seat.body == body)

    def leaders(self, body: str) -> tuple[str, ...]:
        """Return the ids of the named holders of leading seats that no source disputes.

        Role terms mean what `roles` and the shipped list say, on the day of `as_of`. An empty
        result is not "no one": ask `interagency.snapshot.Snapshot.leadership`.

        Raises:
            UnknownId: If nothing has the id.
        """
        return self._holders(body, leads=True)

    def members(self, body: str) -> tuple[str, ...]:
        """Return the ids of the other named holders of seats that no source disputes.

        Raises:
            UnknownId: If nothing has the id.
        """
        return self._holders(body, leads=False)

    def bodies_of(self, organization: str) -> tuple[str, ...]:
        """Return the ids of the bodies in which an organization has a seat, itself or by a post.

        Raises:
            UnknownId: If nothing has the id.
        """
        self.find(organization)
        snapshot = self._snapshot()
        same = snapshot.identity(organization)
        seats = [seat for seat in snapshot.now.seats if seat.held_by and seat.is_certain]
        owners = ((seat.body, snapshot.organization_of(seat.held_by)) for seat in seats)
        found = (body for body, owner in owners if owner and snapshot.identity(owner) == same)
        return tuple(dict.fromkeys(found))

    def _holders(self, body: str, *, leads: bool) -> tuple[str, ...]:
        self.find(body)
        snapshot = self._snapshot()
        seats = (seat for seat in snapshot.seats(body) if seat.held_by and seat.is_certain)
        held = (seat.held_by for seat in seats if snapshot.standing(seat).leads is leads)
        return tuple(dict.fromkeys(held))

    def _snapshot(self) -> Any:
        """Return the snapshot, in the room above that answers such questions."""
        return import_module("interagency.snapshot").Snapshot.of(self)

    def _repr_svg_(self) -> str:
        """Return the first drawing of the organogram, for notebooks."""
        found: str = import_module("interagency.report.notebook").svg_of_architecture(self)
        return found
