"""All that the rows have said so far."""

from typing import final

from attrs import define, field

from interagency.importers.r4v.places import Gazetteer
from interagency.importers.r4v.plans import Plans
from interagency.importers.r4v.roster import Roster
from interagency.importers.r4v.sectors import SectorName
from interagency.importers.r4v.sheets import Names
from interagency.importers.r4v.structure import Structure

# One thing a row says: whether nobody said it before, and what to call it.
News = tuple[bool, str]


@final
@define
class Book:
    """What is written down, row by row, and what is needed to understand a row."""

    names: Names
    roster: Roster
    areas: Gazetteer
    structure: Structure = field(factory=Structure)
    plans: Plans = field(factory=Plans)
    _seen: set[str] = field(factory=set, init=False)

    def organization(self, id: str) -> News:
        """Return whether an organization is new."""
        return self._first_time(f"organization {id}")

    def area(self, area: str) -> News:
        """Return whether an area is new."""
        return self._first_time(f"area {area}")

    def _first_time(self, label: str) -> News:
        is_new = label not in self._seen
        self._seen.add(label)
        return is_new, label


def code_of(sector: SectorName) -> str | None:
    """Return the code of a sector, or that of the sector it is part of."""
    return sector.code or (sector.sector.code if sector.sector else None)
