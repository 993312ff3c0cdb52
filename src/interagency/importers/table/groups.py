"""Groups and their seats, as rows of a table name them: who leads, co-leads, chairs, takes part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, final

from attrs import define, field, frozen

from interagency.importers.table.group_names import core_of, stems
from interagency.importers.table.group_sorts import Sort, Sorts
from interagency.importers.table.holders import Holding
from interagency.importers.tabular.text import folded, slug
from interagency.model import (
    UNKNOWN,
    VACANT,
    Body,
    Certainty,
    Day,
    Forum,
    Level,
    Seat,
    Sector,
    SubSector,
    Within,
    WorkingGroup,
)
from interagency.model.grammar import RESERVED
from interagency.vocabularies import Vocabularies

_CLASSES = {
    "forums": Forum,
    "sectors": Sector,
    "sub_sectors": SubSector,
    "working_groups": WorkingGroup,
}
_INFERRED = "what it is and covers is inferred from its name"


@final
@frozen(kw_only=True)
class GroupRow:
    """One group as a row names it.

    Attributes:
        name: Its name.
        field: The field that names it: sector, sub-sector, group or parent.
        kind: What the row says it is.
        parent: The name of the body it lies in.
        country: The code of its country.
        area: The path of the area it works in, if it works in a part of a country.
        level: The level that the row says.
        contact: A role mailbox or page.
        source: The ids of what says so.
    """

    name: str
    field: str
    kind: str = ""
    parent: str = ""
    country: str = ""
    area: str = ""
    level: Level | None = None
    contact: str | None = None
    sources: tuple[str, ...] = ()


@final
@define(eq=False)
class _Group:
    number: int
    name: str
    sort: Sort
    country: str
    area: str
    parent_name: str = ""
    parent: "_Group | None" = None
    level: Level | None = None
    contact: str | None = None
    sources: dict[str, None] = field(factory=dict)
    id: str = ""

    @property
    def covers(self) -> tuple[str, ...]:
        """Return the codes of the sectors that it is for."""
        return tuple(each.code for each in self.sort.terms)

    @property
    def broader(self) -> str | None:
        """Return the code of the sector that its own is a part of."""
        return self.sort.terms[0].broader if self.sort.terms else None


# Group, term, number of the organization, kind, whether it is vacant, first and last day.
SeatKey = tuple[int, str, int | None, str | None, bool, str | None, str | None]


@final
@define
class Groups:
    """The groups of one import, and their seats; what adds to them returns whether it is new."""

    vocabularies: Vocabularies
    _groups: list[_Group] = field(factory=list, init=False)
    _by_name: dict[tuple[str, str, str], list[_Group]] = field(factory=dict, init=False)
    _seats: dict[SeatKey, dict[str, None]] = field(factory=dict, init=False)

    def group(self, row: GroupRow) -> tuple[bool, int]:
        """Keep a group, with the one it lies in; return whether it is new, and its number."""
        found = self._find(row)
        is_new = found is None
        group = found or self._add(row)
        group.parent_name = group.parent_name or row.parent
        group.level = group.level or row.level
        group.contact = group.contact or row.contact
        group.sources |= dict.fromkeys(row.sources)
        return is_new, group.number

    def seat(
        self,
        group: int,
        holding: Holding,
        organization: int | None,
        since: Day | None,
        until: Day | None,
        sources: Iterable[str],
    ) -> bool:
        """Keep a seat of a group; return whether it is new."""
        days = (since.text if since else None, until.text if until else None)
        key = (group, holding.term, organization, holding.kind, holding.is_vacant, *days)
        is_new = key not in self._seats
        self._seats.setdefault(key, {}).update(dict.fromkeys(sources))
        return is_new

    def name(self, group: int) -> str:
        """Return the name of a group."""
        return self._groups[group].name

    def sections(self, organizations: Sequence[str], taken: Iterable[str]) -> Mapping[str, Any]:
        """Return the bodies and seats, by section of an architecture.

        Args:
            organizations: The ids of the organizations, by their numbers.
            taken: Ids that other things have.
        """
        self._place_in_parents()
        self._place_parts()
        self._name_ids({*RESERVED, *organizations, *taken})
        bodies = {
            section: tuple(_body(each) for each in self._groups if each.sort.section == section)
            for section in _CLASSES
        }
        return {**bodies, "seats": tuple(self._records(bodies, organizations))}

    def _records(
        self, bodies: Mapping[str, tuple[Body, ...]], organizations: Sequence[str]
    ) -> Iterator[Seat]:
        order = {each.id: at for at, each in enumerate(chain(*bodies.values()))}
        for key in sorted(self._seats, key=lambda key: order[self._groups[key[0]].id]):
            group, term, number, kind, is_vacant, since, until = key
            holder = None if number is None else organizations[number]
            yield Seat(
                body=self._groups[group].id,
                term=term,
                holder=VACANT if is_vacant else holder,
                kind=kind,
                since=Day.of(since) if since else None,
                until=Day.of(until) if until else None,
                sources=tuple(self._seats[key]),
            )

    def _find(self, row: GroupRow) -> _Group | None:
        """Return the group of a name in a place; two of one name lie in different bodies."""
        same = self._named(row.name, row.country, row.area)
        parent = core_of(row.parent)
        fits = [each for each in same if parent in ("", core_of(each.parent_name or row.parent))]
        return fits[0] if len(fits) == 1 or (fits and not parent) else None

    def _named(self, name: str, country: str, area: str) -> list[_Group]:
        whole = self._by_name.get((country, area, folded(name)), [])
        return whole or self._by_name.get((country, area, core_of(name)), [])

    def _place_in_parents(self) -> None:
        """Put each group into the one it names: of its place, else of its country, else above."""
        for group in tuple(self._groups):
            if group.parent_name and folded(group.parent_name) != folded(group.name):
                parent = self._parent(group)
                if group not in _upward(parent):
                    group.parent = parent

    def _parent(self, group: _Group) -> _Group:
        places = ((group.country, group.area), (group.country, ""), ("", ""))
        found = (self._named(group.parent_name, *place) for place in dict.fromkeys(places))
        others = ([each for each in same if each is not group] for same in found)
        first = next(filter(None, others), None)
        if first:
            return first[0]
        row = GroupRow(
            name=group.parent_name,
            field="parent",
            country=group.country,
            sources=tuple(group.sources),
        )
        return self._add(row)

    def _add(self, row: GroupRow) -> _Group:
        is_part = bool(row.parent)
        sort = Sorts(self.vocabularies).of(
            row.name, field=row.field, kind=row.kind, is_part=is_part
        )
        group = _Group(
            number=len(self._groups),
            name=row.name,
            sort=sort,
            country=row.country,
            area=row.area,
            sources=dict.fromkeys(row.sources),
        )
        self._groups.append(group)
        for name in dict.fromkeys((folded(row.name), core_of(row.name))):
            self._by_name.setdefault((row.country, row.area, name), []).append(group)
        return group

    def _place_parts(self) -> None:
        """Put sub-sectors that name no sector into the one sector of their place that they fit."""
        for group in self._groups:
            if group.parent is None and group.broader and group.sort.section == "sub_sectors":
                fits = [
                    each
                    for each in self._groups
                    if each.sort.section == "sectors"
                    and group.broader in each.covers
                    and (each.country, each.area) == (group.country, group.area)
                ]
                group.parent = fits[0] if len(fits) == 1 else None

    def _name_ids(self, used: set[str]) -> None:
        several = len({each.country for each in self._groups}) > 1
        for group in self._groups:
            own = list(
                stems(
                    group.name,
                    is_forum=group.sort.section == "forums",
                    place=group.country.lower() if several else "",
                    area=slug(group.area.partition("/")[2]),
                    above=group.parent.name if group.parent else "",
                )
            )
            numbered = (f"{own[-1]}-{number}" for number in range(2, len(self._groups) + 3))
            group.id = next(id for id in (*own, *numbered) if id and id not in used)
            used.add(group.id)


def _upward(group: _Group) -> Iterator[_Group]:
    at: _Group | None = group
    while at is not None:
        yield at
        at = at.parent


def _body(group: _Group) -> Body:
    areas = (group.area,) if group.area else (group.country,) if group.country else ()
    lies = group.parent is not None
    within = Within(to=group.parent.id) if group.parent else None
    if group.sort.section == "sub_sectors" and not lies:
        within = Within(to=UNKNOWN)
    return _CLASSES[group.sort.section](
        id=group.id,
        name=group.name,
        kind=group.sort.kinds,
        within=within,
        covers=group.covers,
        level=group.level,
        areas=areas,
        contact=group.contact,
        certainty=Certainty.INFERRED if group.sort.is_inferred else Certainty.STATED,
        note=_INFERRED if group.sort.is_inferred else None,
        sources=tuple(group.sources),
    )
