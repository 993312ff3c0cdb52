"""Sectors by area: who is alone there, and which group coordinates it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import Final, final

from attrs import define, frozen

from interagency.model import UNKNOWN
from interagency.presence.facts import NOBODY, Activity
from interagency.presence.structure import Structure, area_and_above

ALONE: Final = ("organization", "sector", "area", "rows", "alone")
COVERED: Final = (
    *("sector", "area", "organizations", "rows", "unnamed"),
    *("groups", "leads", "covered"),
)
Row = tuple[str | int, ...]
# A value as it stands, or everything inside it.
_Key = tuple[str, str]
_IS, _IN = "is", "in"


@define
class _Sum:
    """What is added up of some activities: who is in them, if anybody is alone, and rows."""

    who: set[str]
    rows: int = 0

    def add(self, activity: Activity) -> None:
        """Add an activity; three who differ are as many as thousands."""
        if len(self.who) <= 2:
            ends = {activity.first, activity.last} if activity.organizations else set()
            self.who |= ends | ({NOBODY} if activity.unnamed else set())
        self.rows += activity.rows


@final
@frozen
class AreasOfSectors:
    """The activities of a reconciliation, by sector and area.

    Attributes:
        structure: The structure of the day.
        activities: The rows added up by sector and area.
    """

    structure: Structure
    activities: tuple[Activity, ...]

    @cached_property
    def _sums(self) -> Mapping[tuple[_Key, _Key], _Sum]:
        found: dict[tuple[_Key, _Key], _Sum] = defaultdict(lambda: _Sum(set()))
        for each in self.activities:
            codes = [(_IS, each.sector), *((_IN, w) for w in self._wider(each.sector))]
            areas = [(_IS, each.area), *((_IN, w) for w in area_and_above(each.area))]
            for key in product(codes, areas):
                found[key].add(each)
        return found

    def _wider(self, sector: str) -> tuple[str, ...]:
        return () if sector == UNKNOWN else self.structure.with_wider(sector)

    def sole_providers(self) -> tuple[Row, ...]:
        """Return who is alone in a sector, each with the widest area in which that is so."""
        pairs = {(each.sector, each.area) for each in self.activities}
        places = {(code, w) for code, a in pairs for w in area_and_above(a)}
        alone = {place: self._alone(*place) for place in places if UNKNOWN not in place}
        rows = [
            (who, code, area, self._sums[(_IN, code), (_IN, area)].rows, verdict)
            for (code, area), (who, verdict) in alone.items()
            if who and alone.get((code, area.rpartition("/")[0])) != (who, verdict)
        ]
        return tuple(sorted(rows))

    def _alone(self, sector: str, area: str) -> tuple[str, str]:
        """Return who certainly is in a sector and area, if it is one, and whether others may be."""
        there = self._sums[(_IN, sector), (_IN, area)].who - {NOBODY}
        if len(there) != 1:
            return "", ""
        (who,) = there
        certain = self.structure.is_complete("presence") and not self._may_be_others(
            who, sector, area
        )
        absent = self.structure.snapshot.may_be_another(who)
        return who, "yes" if certain and not absent else "unknown"

    def _may_be_others(self, who: str, sector: str, area: str) -> bool:
        wider = self.structure.with_wider(sector)[1:]
        around = area_and_above(area)[:-1]
        codes = [(_IN, sector), (_IS, UNKNOWN), *((_IS, each) for each in wider)]
        areas = [(_IN, area), (_IS, UNKNOWN), *((_IS, each) for each in around)]
        keys = (key for key in product(codes, areas) if key in self._sums)
        return any(self._sums[key].who - {who} for key in keys)

    def coverage(self) -> tuple[Row, ...]:
        """Return a row for each sector and area with activity or a group."""
        active = {(each.sector, each.area): each for each in self.activities}
        grouped = {place for places in self.structure.groups.values() for place in places}
        places = sorted({*active, *grouped})
        return tuple(self._covered(place, active.get(place)) for place in places)

    def _covered(self, place: tuple[str, str], activity: Activity | None) -> Row:
        counts = (
            (activity.organizations, activity.rows, activity.unnamed) if activity else (0, 0, 0)
        )
        groups = dict(self._groups_of(*place))
        leads = sorted({id for body in groups for id in self.structure.leads(body)})
        verdict = "yes" if "yes" in groups.values() else self._uncovered(place[0], groups)
        return (*place, *counts, "; ".join(sorted(groups)), "; ".join(leads), verdict)

    def _uncovered(self, sector: str, groups: Mapping[str, str]) -> str:
        certain = self.structure.groups_are_closed and not groups and sector != UNKNOWN
        return "no" if certain else "unknown"

    def _groups_of(self, sector: str, area: str) -> Iterator[tuple[str, str]]:
        """Yield the groups that cover a sector and area, or may: with unknown, then with yes."""
        wider = self.structure.with_wider(sector)
        around = [] if area == UNKNOWN else [(_IS, each) for each in area_and_above(area)]
        for code in self.structure.near(sector):
            for key in (*around, (_IN, area), (_IS, UNKNOWN)):
                yield from ((body, "unknown") for body in self._groups.get((code, key), ()))
        for code, key in product(wider, around):
            yield from ((body, "yes") for body in self._groups.get((code, key), ()))

    @cached_property
    def _groups(self) -> Mapping[tuple[str, _Key], list[str]]:
        """The groups by code, with their areas as they stand and those around them."""
        found: dict[tuple[str, _Key], list[str]] = defaultdict(list)
        for body, places in self.structure.groups.items():
            for code, area in places:
                found[code, (_IS, area)].append(body)
                for wider in (*area_and_above(area), UNKNOWN):
                    found[code, (_IN, wider)].append(body)
        return found
