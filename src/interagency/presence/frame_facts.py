"""Rows of presence in a data frame: each question is one query on the engine that holds them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, final

import narwhals as nw
from attrs import frozen

from interagency.model import UNKNOWN
from interagency.presence.engines.engine import as_narwhals
from interagency.presence.facts import NOBODY, Activity, Month, UnknownName
from interagency.presence.frame_reading import ROWS, Reading, whole
from interagency.presence.structure import WORDS, SeatPlace, Structure, area_and_above

# Who is first and last by number, and how many there are: the same where there is one only.
_ENDS: Final = (
    nw.col("o").min().alias("first"),
    nw.col("o").max().alias("last"),
    nw.len().alias("organizations"),
)
_NUMBERS: Final = frozenset({"rows", "organizations", "unnamed"})
_MONTH: Final = ("s", "a", "t", "first", "last", "organizations")


@final
@frozen
class FrameFacts:
    """Rows of a frame that was scanned once, with numbers in place of names.

    Attributes:
        reading: The frame.
        structure: The structure of the day.
    """

    reading: Reading
    structure: Structure

    def organizations(self) -> frozenset[str]:
        """Return the ids of the organizations that are active."""
        return frozenset(self.reading.organizations.values[1:])

    def doubts(self) -> frozenset[tuple[str, str]]:
        """Return who may be active in what: an organization and sector, one of them unknown."""
        asked = self.reading.facts.filter((nw.col("o") == 0) | (nw.col("s") == 0))
        rows = self.reading.engine.rows(asked.select("o", "s").unique())
        organizations, sectors = self.reading.organizations.values, self.reading.sectors.values
        return frozenset((organizations[o], sectors[s]) for o, s in rows)

    def active_seats(self) -> frozenset[int]:
        """Return the places, among the seats, of those whose holder is active there."""
        tables = self._seat_tables
        found = [
            table.join(self.reading.facts, on=list(on), how="semi").select("seat")
            for on, table in tables
        ]
        if not found:
            return frozenset()
        rows = self.reading.engine.rows(nw.concat(found).unique())
        return frozenset(int(seat) for (seat,) in rows)

    def activities(self) -> Iterable[Activity]:
        """Return the rows added up by sector and area."""
        added = whole(self.reading.facts.group_by("s", "a", "o").agg(nw.col(ROWS).sum()))
        named = added.filter(nw.col("o") > 0).group_by("s", "a")
        known = named.agg(*_ENDS, nw.col(ROWS).sum())
        nobody = added.filter(nw.col("o") == 0).select("s", "a", ROWS)
        rows = self.reading.engine.rows
        unnamed = {(int(s), int(a)): int(number) for s, a, number in rows(nobody)}
        wanted = ("s", "a", "first", "last", "organizations", ROWS)
        for s, a, first, last, many, number in rows(known.select(*wanted)):
            more = unnamed.pop((int(s), int(a)), 0)
            yield self._activity((s, a), (first, last), many, number + more, more)
        for place, more in unnamed.items():
            yield self._activity(place, (0, 0), 0, more, more)

    def _activity(
        self, place: tuple[int, int], ends: tuple[int, int], many: int, rows: int, unnamed: int
    ) -> Activity:
        return Activity(
            sector=self.reading.sectors.values[place[0]],
            area=self.reading.areas.values[place[1]],
            first=self._name(ends[0]),
            last=self._name(ends[1]),
            organizations=int(many),
            rows=int(rows),
            unnamed=int(unnamed),
        )

    def _name(self, number: int) -> str:
        return self.reading.organizations.values[number] if number else NOBODY

    def months(self) -> tuple[Month, ...]:
        """Return who reports in each period, by sector and area of two levels; sorted."""
        if self.reading.periods is None:
            return ()
        asked = self.reading.months().filter((nw.col("o") > 0) & (nw.col("t") > 0))
        found = asked.group_by("s", "a", "t").agg(*_ENDS)
        rows = self.reading.engine.rows(found.select(*_MONTH))
        return tuple(sorted(self._month(*map(int, row)) for row in rows))

    def _month(self, s: int, a: int, t: int, first: int, last: int, many: int) -> Month:
        periods = self.reading.periods
        period = periods.values[t] if periods else UNKNOWN
        sector, area = self.reading.sectors.values[s], self.reading.areas.values[a]
        return Month(sector, area, period, self._name(first), self._name(last), many)

    def unknown_names(self) -> tuple[UnknownName, ...]:
        """Return the names that mean nothing known, the most frequent first."""
        reading = self.reading
        found = (*reading.organizations.unknown, *reading.sectors.unknown, *reading.areas.unknown)
        periods = reading.periods.unknown if reading.periods else ()
        return tuple(sorted((*found, *periods), key=lambda each: (-each.rows, each)))

    def without_seats(self) -> Any:
        """Return the activities of organizations without a seat, as the caller's kind of frame."""
        order = ("organization", "sector", "area")
        wanted = (*order, nw.col(ROWS).alias("rows"), "sits", "appeals")
        return self.reading.engine.answer(self._without_seats().select(*wanted), order)

    def sectors_without_seats(self) -> tuple[tuple[str, str, str, int], ...]:
        """Return the organizations without a seat: with sector, verdict and number of areas."""
        keys = ("organization", "sector", "sits")
        found = self._without_seats().group_by(*keys).agg(nw.len().alias("areas"))
        rows = self.reading.engine.rows(found.select(*keys, "areas"))
        return tuple(sorted((str(x), str(code), str(sits), int(n)) for x, code, sits, n in rows))

    def _without_seats(self) -> Any:
        found = self.reading.facts.filter((nw.col("o") > 0) & (nw.col("s") > 0))
        for on, table in self._seat_tables:
            found = found.join(table, on=list(on), how="anti")
        for number, table in self._decoded():
            found = found.join(table, on=number, how="inner")
        found = found.join(self._appeals(), on=["o", "s"], how="left")
        return found.with_columns(nw.coalesce("appeals", "otherwise").alias("appeals"))

    def _decoded(self) -> Iterable[tuple[str, Any]]:
        """Yield the tables that give ids and verdicts for numbers, each with its number."""
        small, structure, reading = self.reading.engine.small, self.structure, self.reading
        ids = reading.organizations.values
        sits = [structure.absent(id, is_closed=structure.seats_are_closed) for id in ids]
        appeals = [structure.absent(id, is_closed=structure.appeals_are_closed) for id in ids]
        columns: dict[str, Sequence[Any]] = {
            "o": range(len(ids)),
            "organization": ids,
            "sits": [WORDS[each] for each in sits],
            "otherwise": [WORDS[each] for each in appeals],
        }
        yield "o", small(columns, ("organization", "sits", "otherwise"))
        for number, name, values in (
            ("s", "sector", reading.sectors.values),
            ("a", "area", reading.areas.values),
        ):
            yield number, small({number: range(len(values)), name: values}, (name,))

    def _appeals(self) -> Any:
        """Return the table of who certainly appeals in what."""
        organizations, sectors = self.reading.organizations.places(), self.reading.sectors.places()
        pairs = {
            (organizations[id], sectors[code])
            for id, appealed in self.structure.appeals
            for code in self.structure.near(appealed)
            if id in organizations and code in sectors
        }
        rows = sorted(pairs)
        columns: dict[str, Sequence[Any]] = {
            "o": [o for o, _ in rows],
            "s": [s for _, s in rows],
            "appeals": ["yes"] * len(rows),
        }
        return self.reading.engine.small(columns, ("appeals",))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Any:
        """Return rows as the caller's kind of frame."""
        values = list(zip(*rows, strict=True)) or [() for _ in columns]
        texts = [name for name in columns if name not in _NUMBERS]
        frame = self.reading.engine.small(dict(zip(columns, values, strict=True)), texts)
        return self.reading.engine.answer(frame, columns)

    def rows(self, table: Any) -> list[dict[str, str | int]]:
        """Return the rows of a frame of the caller's kind, as plain values by column."""
        frame = as_narwhals(table)
        names = frame.collect_schema().names()
        rows = self.reading.engine.rows(frame)
        return [
            {
                name: int(value) if name in _NUMBERS else str(value)
                for name, value in zip(names, row, strict=True)
            }
            for row in rows
        ]

    @cached_property
    def _seat_tables(self) -> list[tuple[tuple[str, ...], Any]]:
        """The seats as tables of numbers, with the columns on which each meets the facts."""
        return [
            (on, self.reading.engine.small(_as_columns(("seat", *on), rows)))
            for on, rows in _SeatTables(self.reading, self.structure)
            .of(self.structure.seats)
            .items()
        ]


def _as_columns(names: Sequence[str], rows: Sequence[Sequence[int]]) -> Mapping[str, Sequence[int]]:
    return dict(zip(names, zip(*rows, strict=True), strict=True))


@final
@frozen
class _SeatTables:
    """Seats as rows of numbers, one table for each way in which areas may overlap."""

    reading: Reading
    structure: Structure

    @cached_property
    def _numbers(self) -> tuple[dict[str, int], ...]:
        reading = self.reading
        dictionaries = (reading.organizations, reading.sectors, reading.areas)
        return tuple(dict(each.places()) for each in dictionaries)

    def of(self, seats: Sequence[SeatPlace]) -> dict[tuple[str, ...], list[tuple[int, ...]]]:
        """Return rows by the columns on which they meet the facts.

        An activity is where a seat is if its area lies in that of the seat (of its level), if it
        is around that, or if either is unknown.
        """
        organizations, sectors, areas = self._numbers
        tables: dict[tuple[str, ...], list[tuple[int, ...]]] = {}
        for number, seat in enumerate(seats):
            o = organizations.get(seat.organization)
            codes = [sectors[code] for code in self.structure.near(seat.sector) if code in sectors]
            for s in codes if o is not None else ():
                for on, a in _meetings(seat.area, areas):
                    tables.setdefault(on, []).append((number, o or 0, s, *a))
        return tables


def _meetings(
    area: str, areas: dict[str, int]
) -> Iterable[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Yield the columns on which an area of a seat meets areas, and its number there."""
    if area == UNKNOWN:
        yield ("o", "s"), ()
        return
    *around, itself = area_and_above(area)
    yield ("o", "s", "a"), (0,)
    for wider in around:
        if wider in areas:
            yield ("o", "s", "a"), (areas[wider],)
    if itself in areas:
        yield ("o", "s", f"l{len(around) + 1}"), (areas[itself],)
