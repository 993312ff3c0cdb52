"""The presence records of a document: the same questions, without a data frame."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, final

from attrs import frozen

from interagency.model import UNKNOWN, Presence, contains
from interagency.presence.dictionary import two_levels
from interagency.presence.facts import NOBODY, Activity, Month, UnknownName
from interagency.presence.structure import WORDS, SeatPlace, Structure, area_and_above

Rows = tuple[dict[str, str | int], ...]
_WITHOUT: Final = ("organization", "sector", "area", "rows", "sits", "appeals")


@final
@frozen
class RecordFacts:
    """The presence records of one day.

    Attributes:
        structure: The structure of the day.
    """

    structure: Structure

    @cached_property
    def _counted(self) -> Mapping[tuple[str, str, str], int]:
        """The number of records by organization, sector and area; what is disputed is left out."""
        found: dict[tuple[str, str, str], int] = defaultdict(int)
        for each in self.structure.snapshot.certain(Presence):
            organization = self.structure.snapshot.identity(each.organization)
            for code in each.covers or (UNKNOWN,):
                found[organization, code, each.area or UNKNOWN] += 1
        return found

    @cached_property
    def _areas(self) -> Mapping[tuple[str, str], set[str]]:
        """The areas by organization and sector, each with those in which it lies."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for organization, code, area in self._counted:
            found[organization, code].update(area_and_above(area))
        return found

    @cached_property
    def _exact(self) -> Mapping[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for organization, code, area in self._counted:
            found[organization, code].add(area)
        return found

    def organizations(self) -> frozenset[str]:
        """Return the ids of the organizations that are active."""
        return frozenset(organization for organization, _, _ in self._counted)

    def doubts(self) -> frozenset[tuple[str, str]]:
        """Return who may be active in what: sources disagree on it, or the sector is unknown."""
        identity = self.structure.snapshot.identity
        return frozenset(
            (identity(each.organization), code)
            for each in self.structure.snapshot.now.presence
            for code in each.covers or (UNKNOWN,)
            if code == UNKNOWN or not each.is_certain
        )

    def active_seats(self) -> frozenset[int]:
        """Return the places, among the seats, of those whose holder is active there."""
        seats = enumerate(self.structure.seats)
        return frozenset(number for number, seat in seats if self._is_active(seat))

    def _is_active(self, seat: SeatPlace) -> bool:
        keys = [(seat.organization, code) for code in self.structure.near(seat.sector)]
        there = [key for key in keys if key in self._exact]
        if seat.area == UNKNOWN:
            return bool(there)
        around = {UNKNOWN, *area_and_above(seat.area)}
        return any(
            seat.area in self._areas[key] or not around.isdisjoint(self._exact[key])
            for key in there
        )

    def activities(self) -> Iterable[Activity]:
        """Return the records added up by sector and area; a disputed one is of nobody for sure."""
        found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for (organization, code, area), rows in self._counted.items():
            found[code, area][organization] = rows
        for each in self.structure.snapshot.now.presence:
            if not each.is_certain:
                for code in each.covers or (UNKNOWN,):
                    there = found[code, each.area or UNKNOWN]
                    there[NOBODY] = there.get(NOBODY, 0) + 1
        for (code, area), rows_of in found.items():
            rows, unnamed = sum(rows_of.values()), rows_of.pop(NOBODY, 0)
            first, last = min(rows_of, default=NOBODY), max(rows_of, default=NOBODY)
            yield Activity(code, area, first, last, len(rows_of), rows, unnamed)

    def months(self) -> tuple[Month, ...]:
        """Return who reports in each month in which a record begins, sorted."""
        found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for each in self.structure.snapshot.certain(Presence):
            if each.since is not None:
                place = two_levels(each.area or UNKNOWN), str(each.since)[:7]
                for code in each.covers or (UNKNOWN,):
                    found[code, *place].add(self.structure.snapshot.identity(each.organization))
        return tuple(
            Month(*key, min(ids), max(ids), len(ids)) for key, ids in sorted(found.items())
        )

    def unknown_names(self) -> tuple[UnknownName, ...]:
        """Return nothing: every organization of a record is one of the document."""
        return ()

    def without_seats(self) -> Rows:
        """Return the activities of organizations without a seat."""
        seats: dict[tuple[str, str], set[str]] = defaultdict(set)
        for seat in self.structure.seats:
            for code in self.structure.near(seat.sector):
                seats[seat.organization, code].add(seat.area)
        closed = self.structure.seats_are_closed
        rows = [
            (
                *key,
                number,
                WORDS[self.structure.absent(key[0], is_closed=closed)],
                WORDS[self.structure.appeals_in(key[0], key[1])],
            )
            for key, number in sorted(self._counted.items())
            if key[1] != UNKNOWN and not _meets(key[2], seats.get(key[:2], set()))
        ]
        return self.table(_WITHOUT, rows)

    def sectors_without_seats(self) -> tuple[tuple[str, str, str, int], ...]:
        """Return the organizations without a seat: with sector, verdict and number of areas."""
        found: dict[tuple[str, str, str], int] = defaultdict(int)
        for row in self.without_seats():
            found[str(row["organization"]), str(row["sector"]), str(row["sits"])] += 1
        return tuple((*key, areas) for key, areas in sorted(found.items()))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Rows:
        """Return rows, each by the names of the columns."""
        return tuple(dict(zip(columns, row, strict=True)) for row in rows)

    def rows(self, table: Rows) -> list[dict[str, str | int]]:
        """Return the rows of a table, which are plain values by column."""
        return [dict(row) for row in table]


def _meets(area: str, seats: set[str]) -> bool:
    """Return whether an area overlaps one of those of seats, or either is unknown."""
    return any(
        UNKNOWN in (area, each) or contains(area, each) or contains(each, area) for each in seats
    )
