"""The small side of a reconciliation: seats, appeals and leads of one day, and which are complete.

Rows of presence are many; everything here fits in memory, whatever their number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Final, final

from attrs import frozen

from interagency.model import UNKNOWN, Body, Sector, SubSector
from interagency.model.grammar import is_open, named
from interagency.snapshot import Snapshot, Verdict

WORDS: Final = {Verdict.MET: "yes", Verdict.GAP: "no", Verdict.UNKNOWN: "unknown"}


@final
@frozen
class SeatPlace:
    """The seat of an organization in a body, in one sector and one area that the body covers.

    Attributes:
        organization: Id of the organization.
        body: Id of the body.
        sector: A code of the vocabulary sectors.
        area: An area of the body; `unknown` if none is recorded.
    """

    organization: str
    body: str
    sector: str
    area: str


def area_and_above(area: str) -> tuple[str, ...]:
    """Return an area and those in which it lies, the widest first."""
    return tuple(accumulate(area.split("/"), lambda above, part: f"{above}/{part}"))


# As the order that attrs would make, which takes ten times as long.
_PLACE = attrgetter("organization", "body", "sector", "area")


@final
@frozen
class Structure:
    """What the architecture of one day says for a comparison with presence.

    Facts on which sources disagree are left out, and keep an answer from being no.
    """

    snapshot: Snapshot

    @cached_property
    def seats(self) -> tuple[SeatPlace, ...]:
        """The certain seats of organizations in bodies with a sector, sorted."""
        found = set()
        for seat in self.snapshot.now.seats:
            body = self.snapshot.bodies[seat.body]
            holder = self.snapshot.organization_of(seat.held_by) if seat.held_by else None
            if holder is not None and seat.is_certain and body.is_certain:
                organization = self.snapshot.identity(holder)
                found |= {SeatPlace(organization, body.id, *place) for place in self._places(body)}
        return tuple(sorted(found, key=_PLACE))

    def _places(self, body: Body) -> Iterator[tuple[str, str]]:
        """Yield each sector of a body with each of its areas; an area that is open is unknown."""
        areas = self.snapshot.areas(body)
        where = (UNKNOWN,) if is_open(areas) else named(areas)
        yield from ((code, area) for code in named(body.covers) for area in where)

    @cached_property
    def groups(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The certain sectors and sub-sectors, each with its sectors and areas."""
        bodies = self.snapshot.certain(Sector, SubSector)
        return {body.id: tuple(self._places(body)) for body in bodies}

    @cached_property
    def appeals(self) -> frozenset[tuple[str, str]]:
        """The organizations that certainly appeal, each with each of its sectors."""
        return frozenset(
            (self.snapshot.identity(appeal.organization), code)
            for appeal in self.snapshot.now.appeals
            if appeal.is_certain
            for code in appeal.covers or (UNKNOWN,)
        )

    def is_complete(self, name: str) -> bool:
        """Return whether the document marks a list as complete."""
        return name in self.snapshot.now.complete

    @cached_property
    def seats_are_closed(self) -> bool:
        """Whether nobody can sit in a group of a sector without being recorded."""
        return self.snapshot.participation.every_seat_is_known

    @cached_property
    def groups_are_closed(self) -> bool:
        """Whether no group of a sector can be missing, or cover a sector that is not recorded."""
        participation = self.snapshot.participation
        return self.is_complete("groups") and all(
            body.is_certain and not is_open(participation.codes(body.covers))
            for body in participation.groups
        )

    @cached_property
    def appeals_are_closed(self) -> bool:
        """Whether no appeal is missing, and each is certain and has its sectors."""
        appeals = self.snapshot.now.appeals
        known = all(each.is_certain and not is_open(each.covers) for each in appeals)
        return known and self.is_complete("appeals")

    def absent(self, organization: str, *, is_closed: bool) -> Verdict:
        """Return the verdict for an organization that is not in a list."""
        entity = self.snapshot.now.entities.get(organization)
        disputed = entity is not None and not self.snapshot.is_certain(organization)
        return Verdict.GAP if is_closed and not disputed else Verdict.UNKNOWN

    def appeals_in(self, organization: str, sector: str) -> Verdict:
        """Return whether an organization appeals in a sector, a wider or a narrower one."""
        if any((organization, code) in self.appeals for code in self.near(sector)):
            return Verdict.MET
        return self.absent(organization, is_closed=self.appeals_are_closed)

    def near(self, sector: str) -> tuple[str, ...]:
        """Return a sector with the wider and narrower ones: what overlaps it."""
        return self._near.get(sector, (sector,))

    @cached_property
    def _near(self) -> Mapping[str, tuple[str, ...]]:
        sectors = self.snapshot.vocabularies["sectors"]
        found: dict[str, set[str]] = defaultdict(set)
        for term in sectors:
            for wider in (term.code, *sectors.broader_of(term.code)):
                found[term.code].add(wider)
                found[wider].add(term.code)
        return {code: tuple(sorted(codes)) for code, codes in found.items()}

    def with_wider(self, sector: str) -> tuple[str, ...]:
        """Return a sector with the wider ones."""
        return (sector, *self.snapshot.vocabularies["sectors"].broader_of(sector))

    def name(self, organization: str) -> str:
        """Return the name by which people know an organization, of the document or registry."""
        if organization in self.snapshot.now.entities:
            return self.snapshot.name(organization)
        known = self.snapshot.vocabularies.organizations.get(organization)
        return (known.acronym or known.name or organization) if known else organization

    def leads(self, body: str) -> Iterable[str]:
        """Return the ids of who holds the seats of leadership of a body."""
        held = self.snapshot.leadership(body).held
        return [seat.held_by for seat in held if seat.held_by]
