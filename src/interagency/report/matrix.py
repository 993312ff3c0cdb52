"""Who leads and does what, as a table with two axes.

An axis is sectors, areas, organizations, groups, or partners: what sorts of organization they are.

An empty cell is not recorded. A dash says that there certainly is nothing: the list is complete.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, final

from attrs import frozen

from interagency.model import UNKNOWN, Body, Certainty, Level, Seat
from interagency.report.partners import sort_name, sorts_of, sorts_of_unnamed
from interagency.report.wording import Wording
from interagency.snapshot import Standing

Axis = Literal["sectors", "areas", "organizations", "groups", "partners"]
AXES: Final[tuple[Axis, ...]] = ("sectors", "areas", "organizations", "groups", "partners")
# Beside the groups, for who is in none: no id has this form.
_BESIDE: Final = {"appeal:": "Appealing organizations", "active:": "Active"}
_ROLES = {
    Standing.LEAD: "lead",
    Standing.CO_LEAD: "co-lead",
    Standing.SUPPORTS: "supports",
    Standing.PARTICIPATES: "member",
    Standing.UNKNOWN: "other",
}
_ACTIVE = "active"
_OBSERVER = "observer"
NOTHING: Final = "–"
MOST_COLUMNS: Final = 8


@final
@frozen(kw_only=True)
class Matrix:
    """A table with two axes.

    Attributes:
        rows: The rows: key and name.
        columns: The columns: key and name.
        cells: What stands in each cell, by the keys of its row and column; the weightiest first.
        closed: The cells in which there certainly is nothing.
    """

    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: Mapping[tuple[str, str], tuple[str, ...]]
    closed: frozenset[tuple[str, str]]

    def text(self, row: str, column: str) -> str:
        """Return what stands in a cell, in one line."""
        found = self.cells.get((row, column), ())
        return "; ".join(found) or (NOTHING if (row, column) in self.closed else "")

    @property
    def is_wide(self) -> bool:
        """Return whether it has more columns than can be read on a page."""
        return len(self.columns) > MOST_COLUMNS

    def grouped(self, row: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return what stands in a row, each text once, with the names of its columns."""
        found: dict[str, list[str]] = defaultdict(list)
        for column, name in self.columns:
            if text := self.text(row, column):
                found[text].append(name)
        return tuple((text, tuple(names)) for text, names in found.items())


@final
@frozen(kw_only=True)
class _Entry:
    """Somebody who has a part in a group, or is active, with all that axes ask of it.

    Attributes:
        values: The keys on each axis.
        order: How weighty the part is; the smaller, the weightier.
        role: The part, in one word; nothing if there is a group and that is all.
        who: The organization, or `?`.
        mark: How sure it is, nothing if it is stated.
        above: The level of a group that is above countries, as its areas are many.
    """

    values: Mapping[Axis, tuple[str, ...]]
    order: int
    role: str
    who: str
    mark: str = ""
    above: Level | None = None


def matrix_of(wording: Wording, rows: Axis, columns: Axis, *, members: bool = True) -> Matrix:
    """Return a matrix of a snapshot.

    Args:
        wording: The words for the snapshot.
        rows: What the rows are.
        columns: What the columns are.
        members: Whether those who do not lead are in it, and those who are active.
    """
    entries = [each for each in _entries(wording, rows, columns) if members or each.order < 3]
    cells: dict[tuple[str, str], set[tuple[int, str]]] = defaultdict(set)
    for each in entries:
        text = _text(wording, each, (rows, columns))
        for row in each.values[rows]:
            for column in each.values[columns]:
                cells[row, column].add((each.order, text))
    row_keys = _keys(wording, rows, entries)
    column_keys = _keys(wording, columns, entries)
    return Matrix(
        rows=tuple((key, _name(wording, rows, key)) for key in row_keys),
        columns=tuple((key, _name(wording, columns, key)) for key in column_keys),
        cells={key: tuple(text for _, text in sorted(found)) for key, found in cells.items()},
        closed=frozenset(_closed(wording, rows, columns, row_keys, column_keys) - set(cells)),
    )


def _text(wording: Wording, entry: _Entry, axes: tuple[Axis, Axis]) -> str:
    role = wording.language.say(entry.role)
    if "areas" in axes and entry.above:
        role = f"{role}, {wording.level_name(entry.above)}" if role else role
    if "organizations" in axes:
        return role + entry.mark
    return f"{entry.who} ({role}){entry.mark}" if entry.role else f"{entry.who}{entry.mark}"


def _entries(wording: Wording, rows: Axis, columns: Axis) -> Iterator[_Entry]:
    snapshot = wording.snapshot
    for body in snapshot.now.bodies:
        place: dict[Axis, tuple[str, ...]] = {
            "sectors": tuple(each for each in body.covers if each != UNKNOWN),
            "areas": _areas(wording, snapshot.areas(body)),
            "groups": (body.id,),
        }
        for seat in snapshot.seats(body.id):
            if seat.held_by or (seat.kind and "partners" in (rows, columns)):
                level = snapshot.level(body)
                yield _seat(wording, seat, place, level if level in _ABOVE else None)
        if not {"organizations", "partners"} & {rows, columns}:
            yield from _open_seats(wording, body, {**place, "organizations": (), "partners": ()})
    if "groups" not in (rows, columns) or "partners" in (rows, columns):
        yield from _presence(wording)
    if {rows, columns} == {"groups", "partners"}:
        yield from _appeals(wording)


def _seat(
    wording: Wording, seat: Seat, place: Mapping[Axis, tuple[str, ...]], above: Level | None
) -> _Entry:
    snapshot = wording.snapshot
    holder = snapshot.organization_of(seat.held_by or "") or seat.held_by or ""
    standing = snapshot.standing(seat)
    own = (snapshot.identity(holder),) if holder else ()
    sorts = sorts_of(snapshot, holder) if holder else sorts_of_unnamed(seat)
    return _Entry(
        values={**place, "organizations": own, "partners": sorts},
        order=[*_ROLES].index(standing) + (1 if standing not in _LEADS else 0),
        role=_OBSERVER if _observes(wording, seat) else _ROLES[standing],
        who=wording.short(holder) if holder else wording.unnamed(seat),
        mark=wording.mark(seat),
        above=above,
    )


def _observes(wording: Wording, seat: Seat) -> bool:
    """Return whether a seat is that of an observer, who takes part and is no member."""
    term = wording.snapshot.vocabularies["role-terms"].spelled(seat.term)
    return term is not None and term.code == _OBSERVER


_ABOVE = (Level.GLOBAL, Level.REGIONAL, Level.SUB_REGIONAL)
_LEADS = (Standing.LEAD, Standing.CO_LEAD)


def _open_seats(
    wording: Wording, body: Body, values: Mapping[Axis, tuple[str, ...]]
) -> Iterator[_Entry]:
    """Yield that a leading seat is vacant, and that it is not known in full who leads."""
    found = wording.leadership(body)
    if found.lead.vacant or found.co_lead.vacant:
        yield _Entry(values=values, order=1, role="", who=wording.language.say("VACANT"))
    if not found.closed:
        yield _Entry(values=values, order=2, role="", who="?")


def _presence(wording: Wording) -> Iterator[_Entry]:
    snapshot = wording.snapshot
    for each in snapshot.now.presence:
        areas = _areas(wording, (each.area,) if each.area and each.area != UNKNOWN else ())
        yield _Entry(
            values={
                "sectors": tuple(code for code in each.covers if code != UNKNOWN),
                "areas": areas,
                "organizations": (snapshot.identity(each.organization),),
                "partners": sorts_of(snapshot, each.organization),
                "groups": ("active:",),
            },
            order=9,
            role=_ACTIVE,
            who=wording.short(each.organization),
            mark="" if each.certainty is Certainty.STATED else wording.mark(each),
        )


def _appeals(wording: Wording) -> Iterator[_Entry]:
    snapshot = wording.snapshot
    for each in snapshot.now.appeals:
        sorts = sorts_of(snapshot, each.organization)
        yield _Entry(
            values={"partners": sorts, "groups": ("appeal:",)},
            order=8,
            role="",
            who=wording.short(each.organization),
            mark=wording.mark(each),
        )


def _areas(wording: Wording, areas: Iterable[str]) -> tuple[str, ...]:
    """Return areas as an axis has them: countries if the document is about several."""
    known = [area for area in areas if area != UNKNOWN]
    if not wording.snapshot.once(_has_countries, lambda: _has_countries(wording)):
        return tuple(dict.fromkeys(known))
    return tuple(dict.fromkeys(area.partition("/")[0] for area in known))


def _has_countries(wording: Wording) -> bool:
    snapshot = wording.snapshot
    areas = {area for body in snapshot.now.bodies for area in snapshot.areas(body)}
    areas |= {each.area for each in snapshot.now.presence if each.area}
    return len({area.partition("/")[0] for area in areas - {UNKNOWN}}) > 1


def _keys(wording: Wording, axis: Axis, entries: Iterable[_Entry]) -> list[str]:
    """Return the keys of an axis: groups as in the document, organizations by weight, else A-Z."""
    counts: dict[str, int] = defaultdict(int)
    for each in entries:
        for key in each.values[axis]:
            counts[key] += 10 if each.order < 2 else 1
    if axis == "groups":
        ids = [body.id for body in wording.snapshot.now.bodies if body.id in counts]
        return [*ids, *(key for key in _BESIDE if key in counts)]
    if axis == "organizations":
        return sorted(counts, key=lambda key: (-counts[key], wording.short(key).casefold()))
    return sorted(counts)


def _name(wording: Wording, axis: Axis, key: str) -> str:
    language, lists = wording.language, wording.snapshot.vocabularies
    if axis == "sectors":
        return language.code_name(lists["sectors"], key)
    if axis == "areas":
        country, _, rest = key.partition("/")
        return f"{language.code_name(lists['countries'], country)}{f', {rest}' if rest else ''}"
    if axis == "partners":
        return sort_name(wording, key)
    return language.say(_BESIDE[key]) if key in _BESIDE else wording.short(key)


def _closed(
    wording: Wording, rows: Axis, columns: Axis, row_keys: Iterable[str], column_keys: Iterable[str]
) -> set[tuple[str, str]]:
    """Return the cells of which the list is complete, so that nothing in them is no gap in it."""
    now = wording.snapshot.now
    if {rows, columns} == {"organizations", "groups"}:
        groups, others = (row_keys, column_keys) if rows == "groups" else (column_keys, row_keys)
        closed = [key for key in groups if _is_closed(wording, wording.snapshot.bodies[key])]
        pairs = {(group, other) for group in closed for other in others}
        return pairs if rows == "groups" else {(other, group) for group, other in pairs}
    if {rows, columns} == {"sectors", "areas"} and {"groups", "presence"} <= {*now.complete}:
        return {(row, column) for row in row_keys for column in column_keys}
    return set()


def _is_closed(wording: Wording, body: Body) -> bool:
    complete = {*wording.snapshot.now.complete, *body.complete}
    return "members" in complete and wording.leadership(body).closed
