"""Groups and their seats, as rows of a table name them: who leads, co-leads, chairs, takes part."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, final

from attrs import define, field, frozen

from interagency.importers.table.holders import Holding
from interagency.importers.tabular.text import folded, slug, words
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
from interagency.vocabularies import Term, Vocabularies

_FORUMS = words(
    "platform rcf inter-sector inter-cluster hct area-hct unct government-group steering "
    "operational intergovernmental regional-commission regional-organization iasc unsdg camp "
    "ngo-forum donor-group refugee-forum secretariat area-based bilateral local-network"
)
_CROSS_CUTTING = frozenset({"working-group", "task-force", "network"})
_PARTS = frozenset({"aor", "sub-cluster", "sub-sector"})
_SECTORS = frozenset({"sector", "cluster"})
# Words of the name of a group that say what it is, not what it is for.
_GENERAL = re.compile(
    r"\b(sub|sectors?|clusters?|working|groups?|wg|twg|technical|task|force|team|aor|area of "
    r"responsibility|coordination|coordinacion|coordenacao|network|forum|platform|secteurs?|"
    r"groupe|sous|de|du|des|la|le|el|los|travail|grupo|subgrupo|trabajo|trabalho|sectorial|"
    r"sectoriel|setor|setores|subsector|mesa|response|national|nacional|nationale|قطاع|القطاع|"
    r"مجموعة|عمل)\b"
)
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_JOINED = re.compile(r"\s*(?:[,/&+]|\b(?:and|et|y|e)\b)\s*")
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
    section: str
    kinds: tuple[str, ...]
    covers: tuple[str, ...]
    is_inferred: bool
    country: str
    area: str
    broader: str | None
    parent_name: str = ""
    parent: "_Group | None" = None
    level: Level | None = None
    contact: str | None = None
    sources: dict[str, None] = field(factory=dict)
    id: str = ""


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
            section: tuple(_body(each) for each in self._groups if each.section == section)
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
        section, kinds, terms, is_inferred = self._sort_of(row)
        group = _Group(
            number=len(self._groups),
            name=row.name,
            section=section,
            kinds=kinds,
            covers=tuple(each.code for each in terms),
            is_inferred=is_inferred,
            country=row.country,
            area=row.area,
            broader=terms[0].broader if terms else None,
            sources=dict.fromkeys(row.sources),
        )
        self._groups.append(group)
        for name in dict.fromkeys((folded(row.name), core_of(row.name))):
            self._by_name.setdefault((row.country, row.area, name), []).append(group)
        return group

    def _sort_of(self, row: GroupRow) -> tuple[str, tuple[str, ...], tuple[Term, ...], bool]:
        """Return the section of a group, its kinds, its sectors, and whether that is inferred."""
        stated = self._kind(row.kind) if row.kind else None
        kind = stated or self._kind_in(row.name)
        kinds = (kind,) if kind else ()
        if kind in _FORUMS:
            return "forums", kinds, (), False
        terms = self._sectors(row.name)
        if row.field == "sub-sector" or kind in _PARTS:
            return "sub_sectors", kinds, terms, False
        if row.parent and any(_is_part(term, self.vocabularies) for term in terms):
            return "sub_sectors", kinds, terms, row.field != "sector"
        if kind in _SECTORS or (row.field == "sector" and (terms or kind not in _CROSS_CUTTING)):
            return "sectors", kinds, terms, False
        if terms and kind in (None, "working-group"):
            return "sectors", kinds, terms, True
        return "working_groups", kinds, terms, stated is None

    def _kind(self, text: str) -> str | None:
        found = self.vocabularies["body-kinds"].spelled(text)
        return found.code if found else None

    def _kind_in(self, name: str) -> str | None:
        """Return the kind that a name is, or that it ends or begins with."""
        whole = self._kind(name)
        if whole:
            return whole
        words = folded(name).split()
        ends = (" ".join(words[start:]) for start in range(1, len(words)))
        begins = (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
        return next(filter(None, map(self._kind, (*ends, *begins))), None)

    def _sectors(self, name: str) -> tuple[Term, ...]:
        """Return the sectors that a name means: one, or several that it joins."""
        whole = self._sector(name)
        if whole:
            return (whole,)
        parts = [self._sector(part) for part in _JOINED.split(name)]
        return tuple(filter(None, parts)) if all(parts) else ()

    def _sector(self, name: str) -> Term | None:
        terms = self.vocabularies["sectors"]
        bare = _BRACKET.sub("", name)
        found = (terms.spelled(each) for each in (name, bare, core_of(name), core_of(bare)))
        return next(filter(None, found), None)

    def _place_parts(self) -> None:
        """Put sub-sectors that name no sector into the one sector of their place that they fit."""
        for group in self._groups:
            if group.parent is None and group.broader and group.section == "sub_sectors":
                fits = [
                    each
                    for each in self._groups
                    if each.section == "sectors"
                    and group.broader in each.covers
                    and (each.country, each.area) == (group.country, group.area)
                ]
                group.parent = fits[0] if len(fits) == 1 else None

    def _name_ids(self, used: set[str]) -> None:
        several = len({each.country for each in self._groups}) > 1
        for group in self._groups:
            stems = list(_stems(group, several))
            numbered = (f"{stems[-1]}-{number}" for number in range(2, len(self._groups) + 3))
            group.id = next(id for id in (*stems, *numbered) if id and id not in used)
            used.add(group.id)


def core_of(name: str) -> str:
    """Return what a group is for: `health` for `Health Working Group`."""
    words = " ".join(_GENERAL.sub(" ", folded(name)).split())
    return words or folded(name)


def _upward(group: _Group) -> Iterator[_Group]:
    at: _Group | None = group
    while at is not None:
        yield at
        at = at.parent


def _is_part(term: Term, vocabularies: Vocabularies) -> bool:
    return term.broader is not None and term.broader in vocabularies["sectors"]


def _stems(group: _Group, several: bool) -> Iterator[str]:
    short = group.name if group.section == "forums" else core_of(_BRACKET.sub("", group.name))
    name = slug(short) or slug(group.name) or "group"
    place = group.country.lower() if several else ""
    area = slug(group.area.partition("/")[2])
    own = "-".join(filter(None, (place, area, name)))
    yield own
    yield "-".join(filter(None, (place, area, slug(group.name)))) or own
    if group.parent:
        above = slug(core_of(group.parent.name))
        yield "-".join(filter(None, (place, area, above, name)))


def _body(group: _Group) -> Body:
    areas = (group.area,) if group.area else (group.country,) if group.country else ()
    lies = group.parent is not None
    within = Within(to=group.parent.id) if group.parent else None
    if group.section == "sub_sectors" and not lies:
        within = Within(to=UNKNOWN)
    return _CLASSES[group.section](
        id=group.id,
        name=group.name,
        kind=group.kinds,
        within=within,
        covers=group.covers,
        level=group.level,
        areas=areas,
        contact=group.contact,
        certainty=Certainty.INFERRED if group.is_inferred else Certainty.STATED,
        note=_INFERRED if group.is_inferred else None,
        sources=tuple(group.sources),
    )
