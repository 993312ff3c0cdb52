"""What the rows have said so far, and what became of each row: read, merged or rejected."""

from collections.abc import Callable, Iterable
from typing import Final, final

from attrs import define, field

from interagency.exchange import Outcome, RowOutcome
from interagency.importers.tabular.headers import is_hxl
from interagency.importers.tabular.layout import Layout
from interagency.importers.tabular.places import Gazetteer
from interagency.importers.tabular.plans import Plans
from interagency.importers.tabular.profile import Bodies
from interagency.importers.tabular.roster import Roster
from interagency.importers.tabular.sectors import SectorName
from interagency.importers.tabular.sheet import Names
from interagency.importers.tabular.source import Cells, Table

# One thing a row says: whether nobody said it before, and what to call it.
News = tuple[bool, str]


@final
@define
class Book:
    """What is written down, row by row, and what is needed to understand a row."""

    names: Names
    roster: Roster
    areas: Gazetteer
    bodies: Bodies
    plans: Plans
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


# Read, merged or rejected, and why.
RowStatus = tuple[Outcome, str]
HEADERS: Final = "the headers"


def verdict(news: Iterable[News], problems: Iterable[str] = ()) -> RowStatus:
    """Return the outcome of a row: read if any part of it is new, merged if all is known."""
    said = list(news)
    told = "; ".join(dict.fromkeys(problems))
    left = f"; not understood: {told}" if told else ""
    new = [label for is_new, label in said if is_new]
    if new:
        return Outcome.READ, shown(new) + left
    if said:
        return Outcome.MERGED, f"into {shown(label for _, label in said)}{left}"
    return Outcome.REJECTED, told or "nothing in the columns that are read"


def row_outcomes(table: Table, status: Callable[[int, Cells], RowStatus]) -> list[RowOutcome]:
    """Return what became of each row of a table, by a function of its number and cells."""
    found = []
    for number, cells in table.rows:
        outcome, detail = status(number, cells)
        found.append(
            RowOutcome(
                file=table.file, sheet=table.name, row=number, outcome=outcome, detail=detail
            )
        )
    return found


def beside(layout: Layout, number: int, cells: Cells) -> RowStatus:
    """Return what became of a row that is no data: titles, headers, tags."""
    if number < layout.header:
        return Outcome.REJECTED, "a title or an instruction above the headers"
    if number == layout.header:
        return Outcome.READ, f"{HEADERS}: {shown(layout.meanings)}"
    return Outcome.REJECTED, "HXL tags" if is_hxl(cells) else "repeats the headers"


def shown(values: Iterable[str]) -> str:
    """Return values as a sentence lists them, each once."""
    return ", ".join(dict.fromkeys(values))
