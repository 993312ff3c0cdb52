"""Seats and presence against each other: four answers, and what they leave open."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, final

from attrs import frozen

from interagency.checking import Report
from interagency.errors import UnknownName
from interagency.model import UNKNOWN, Architecture, Day
from interagency.presence.areas import ALONE, COVERED, AreasOfSectors
from interagency.presence.facts import Facts
from interagency.presence.findings import report_of
from interagency.presence.names import Names
from interagency.presence.record_facts import RecordFacts
from interagency.presence.seats import COLUMNS, Row, seats_without_presence
from interagency.presence.structure import Structure, area_and_above
from interagency.presence.trends import Trends
from interagency.snapshot import Snapshot
from interagency.vocabularies import Vocabularies

ANSWERS: Final = (
    "seats_without_presence",
    "presence_without_seats",
    "sole_providers",
    "coverage",
    "unknown_names",
)
_UNKNOWN_NAMES: Final = ("field", "name", "rows")


@final
class UnknownAnswer(UnknownName):
    """A name that none of the answers of a reconciliation has."""

    sort = "answer"


def _order(answer: str, row: Mapping[str, str | int]) -> tuple[Any, ...]:
    """Return by what a row is sorted: names by their number of rows, the most frequent first."""
    first = (-int(row["rows"]),) if answer == "unknown_names" else ()
    return (*first, *map(str, row.values()))


@final
@frozen
class Reconciliation:
    """Seats and presence of one day, compared.

    Every answer is a table of the caller's own kind: a frame where presence is a frame, else a
    tuple of dictionaries. Rows in which something certainly is missing say `no`, or `yes` for who
    is alone; they say `unknown` where a list is not complete or a name is not known. Each answer is
    worked out when it is first asked for.

    Attributes:
        structure: The small side: seats, appeals and leads.
        facts: The rows of presence.
    """

    structure: Structure
    facts: Facts

    @cached_property
    def seats_without_presence(self) -> Any:
        """Who sits in a body and is not active in its sectors and areas.

        The columns are organization, body, sectors, areas, active and appeals.
        """
        return self.facts.table(COLUMNS, self._seats)

    @cached_property
    def presence_without_seats(self) -> Any:
        """Who is active in a sector and area and has no seat in a body of that sector and area.

        The columns are organization, sector, area, rows, sits and appeals. A frame that is lazy
        stays so: the rows are worked out when the caller collects them.
        """
        return self.facts.without_seats()

    @cached_property
    def sole_providers(self) -> Any:
        """Who alone is active in a sector, with the widest area in which that is so.

        The columns are organization, sector, area, rows and alone.
        """
        return self.facts.table(ALONE, self._alone)

    @cached_property
    def coverage(self) -> Any:
        """Each sector and area with activity or a group.

        The columns are sector, area, organizations, rows, unnamed (the rows whose organization is
        unknown), groups, leads, and covered: whether a group certainly covers it all.
        """
        return self.facts.table(COVERED, self._covered)

    @cached_property
    def unknown_names(self) -> Any:
        """The names that mean nothing known, most rows first: field, name and rows."""
        found = self.facts.unknown_names()
        rows = [(each.field, each.name, each.rows) for each in found]
        return self.facts.table(_UNKNOWN_NAMES, rows)

    def to_rows(self, answer: str) -> list[dict[str, str | int]]:
        """Return an answer as rows of plain values, sorted, whatever kind the frame is.

        Args:
            answer: Name of the answer: `coverage`, `unknown_names` and so on.
        """
        if answer not in ANSWERS:
            raise UnknownAnswer(answer, ANSWERS)
        return sorted(self.facts.rows(getattr(self, answer)), key=lambda row: _order(answer, row))

    @cached_property
    def report(self) -> Report:
        """The certain gaps as findings, with the lists that are not complete."""
        return report_of(self.structure, self.facts, self._seats, self._alone, self._covered)

    @cached_property
    def trends(self) -> Trends:
        """Presence by period: who stopped reporting, and who never did."""
        return Trends(self.structure, self.facts)

    @cached_property
    def _seats(self) -> tuple[Row, ...]:
        return seats_without_presence(self.structure, self.facts)

    @cached_property
    def _areas(self) -> AreasOfSectors:
        return AreasOfSectors(self.structure, tuple(self.facts.activities()))

    @cached_property
    def _alone(self) -> tuple[tuple[str | int, ...], ...]:
        return self._areas.sole_providers()

    @cached_property
    def _covered(self) -> tuple[tuple[str | int, ...], ...]:
        return self._areas.coverage()


def reconcile(
    architecture: Architecture | Snapshot,
    presence: object = None,
    *,
    on: Day | date | str | None = None,
    columns: Mapping[str, str] | None = None,
    names: Mapping[str, Mapping[str, str]] | None = None,
    country: str | None = None,
    vocabularies: Vocabularies | None = None,
) -> Reconciliation:
    """Compare who sits with who is active, by sector and area.

    Args:
        architecture: The architecture, or its snapshot.
        presence: A data frame with a row for each activity, lazy or not: pandas, polars, pyarrow,
            DuckDB, Dask or PySpark. By default the presence records of the document.
        on: The day on which to look; by default the last day of `as_of`.
        columns: Fields by column of the frame: `{"Socio": "organization"}`. The fields are
            organization, sector, area or country and admin1 to admin4, and period. Columns that
            are called like a field need no mapping.
        names: Decisions on names, by field: `{"organization": {"ACNUR Col": "unhcr"}}`.
        country: The country of rows that name none, as an ISO 3166-1 alpha-3 code.
        vocabularies: The code lists; by default the shipped ones.

    Returns:
        The four answers, the unknown names, and a report.

    Raises:
        UnfitColumns: If no column holds organizations or sectors, or the mapping does not fit.
        NotAFrame: If the presence is no data frame of a known kind.
        MissingExtra: If narwhals is not installed.
    """
    structure = Structure(Snapshot.of(architecture, on, vocabularies))
    if presence is None:
        return Reconciliation(structure, RecordFacts(structure))
    from interagency.presence.engines import engine_of

    engine_of(presence)  # first of all, since without narwhals nothing else can be imported
    from interagency.presence.frame_facts import FrameFacts
    from interagency.presence.frame_reading import read_frame

    levels = _levels(structure)
    reading = read_frame(presence, Names(structure, names or {}, country), levels, columns)
    return Reconciliation(structure, FrameFacts(reading, structure))


def _levels(structure: Structure) -> tuple[int, ...]:
    """Return the levels of areas in which there are seats."""
    areas = {seat.area for seat in structure.seats} - {UNKNOWN}
    return tuple(sorted({len(area_and_above(area)) for area in areas}))
