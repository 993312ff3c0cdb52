"""The entries of a document as rows of sheets: seats and links taken out, every field in a cell.

What no column or no cell can hold goes into the column More, in the syntax of a file.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen

from interagency.document.shape import SECTIONS, SHORT
from interagency.document.workbook.cells import Label, cell_text, unsafe_letters
from interagency.document.workbook.layout import (
    LEADS,
    MEMBERS,
    SEATS,
    Column,
    SheetPlan,
    sheet_plans,
)
from interagency.model.fields import FieldShape
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import Section

Entry = dict[str, Any]

# Letters beyond the Basic Multilingual Plane count twice, and a cell holds 32,767.
_CHUNK = 16_000
_PLAN_OF = {
    section.key: plan for plan in sheet_plans() for section in plan.sections if section is not SEATS
}
_LEADS, _MEMBERS = (
    next(plan for plan in sheet_plans() if plan.title == title) for title in (LEADS, MEMBERS)
)
_LINKS = next(section for section in SECTIONS if section.key == "links")


@frozen
class Row:
    """One row of a sheet.

    Attributes:
        section: The section of the entry.
        number: The place of the entry among those of its family, from 1: its hidden key.
        entry: The entry with all its fields, the id and what its place implies among them.
    """

    section: Section
    number: int
    entry: Entry


def rows_of(plain: Mapping[str, Any], leads: Callable[[str], bool]) -> dict[str, list[Row]]:
    """Return the rows of each sheet, by its title.

    Args:
        plain: The plain dict of a document, in its shortest form.
        leads: Returns whether a term is one of leadership.
    """
    rows: dict[str, list[Row]] = {plan.title: [] for plan in sheet_plans()}
    seats: list[Entry] = []
    links: list[Entry] = []
    for section in SECTIONS:
        if section is _LINKS:
            continue
        plan = _PLAN_OF[section.key]
        for entry in _entries(section, plain.get(section.key, ())):
            seats += _seats_of(entry)
            links += _links_of(entry, section, plan)
            rows[plan.title].append(Row(section, len(rows[plan.title]) + 1, entry))
    links += plain.get("links", ())
    rows[_PLAN_OF["links"].title] = [Row(_LINKS, n, each) for n, each in enumerate(links, 1)]
    for number, seat in enumerate(seats, 1):
        plan = _LEADS if leads(seat["term"]) else _MEMBERS
        rows[plan.title].append(Row(SEATS, number, seat))
    return rows


def _entries(section: Section, value: Any) -> Iterator[Entry]:
    if not section.keyed:
        yield from value
        return
    for id, entry in dict(value).items():
        long = {SHORT[section.holds]: entry} if isinstance(entry, str) else entry
        yield {"id": id, **long}


def _seats_of(entry: Entry) -> Iterator[Entry]:
    """Take the seats out of the entry of a body."""
    for term, value in entry.pop("seats", {}).items():
        for seat in [value] if isinstance(value, str) else value:
            own = {"holder": seat} if isinstance(seat, str) else seat
            # An empty cell would be read as a holder whom nobody recorded.
            spare = {} if own.keys() & {"holder", "kind", "tags"} else {"holder": None}
            yield {"body": entry["id"], "term": term, **own, **spare}


def _links_of(entry: Entry, section: Section, plan: SheetPlan) -> Iterator[Entry]:
    """Take the links out of an entry, but plain ones that have a column there."""
    columns = {column.key for column in plan.columns if section.key in column.shapes}
    for kind in LINK_KINDS if section.links else ():
        value = entry.get(kind, [])
        ends = [value] if isinstance(value, str) else value
        if kind in columns and all(isinstance(end, str) for end in ends):
            continue
        entry.pop(kind, None)
        for end in ends:
            own = {"to": end} if isinstance(end, str) else end
            yield {"from": entry["id"], "kind": kind, **own}


@frozen
class Cells:
    """The texts of one row, by column, and what they leave over."""

    texts: dict[int, str]
    more: Entry


def cells_of(row: Row, plan: SheetPlan, text: Callable[[FieldShape, Any], str | None]) -> Cells:
    """Return the texts of the cells of a row, and what no cell of it can hold.

    Args:
        row: The row.
        plan: The sheet on which it stands.
        text: Returns the text of a value, None if no cell can hold it.
    """
    texts: dict[int, str] = {}
    more = dict(row.entry)
    for key, places in _by_key(plan, row.section.key).items():
        if more.get(key) is not None:
            found = _texts(more[key], places, text)
            if found is not None:
                texts |= found
                del more[key]
    return Cells(texts, more)


def _by_key(plan: SheetPlan, section: str) -> dict[str, list[tuple[int, Column, FieldShape]]]:
    found: dict[str, list[tuple[int, Column, FieldShape]]] = {}
    for place, column in enumerate(plan.columns):
        if section in column.shapes:
            found.setdefault(column.key, []).append((place, column, column.shapes[section]))
    return found


def _texts(
    value: Any,
    places: list[tuple[int, Column, FieldShape]],
    text: Callable[[FieldShape, Any], str | None],
) -> dict[int, str] | None:
    """Return the texts of a field by column, or None if some of it has no form in a cell."""
    nested = bool(places[0][1].inner)
    inner = value if nested and isinstance(value, dict) else None
    found: dict[int, str] = {}
    for place, column, shape in places:
        is_told = not nested or inner is not None or shape.name in SHORT.values()
        each = inner.get(column.inner) if inner is not None else value if is_told else None
        if each is None:
            continue
        written = text(shape, each)
        if written is None:
            return None
        found[place] = written
    known = {column.inner for _, column, _ in places}
    return found if inner is None or inner.keys() <= known else None


def memoized(label: Label) -> Callable[[FieldShape, Any], str | None]:
    """Return `cell_text` with a label, which judges each value of a field once."""
    known: dict[tuple[int, object], str | None] = {}

    def text(shape: FieldShape, value: Any) -> str | None:
        key = (id(shape), tuple(value) if isinstance(value, list) else value)
        try:
            if key not in known:
                known[key] = cell_text(shape, value, label)
            return known[key]
        except TypeError:  # it holds what has no hash
            return cell_text(shape, value, label)

    return text


def flow(value: Any) -> list[str]:
    """Return a value in the flow syntax of a file, cut into texts that cells can hold."""
    text = json.dumps(value, ensure_ascii=False)
    parts: list[str] = []
    last = 0
    for match in unsafe_letters(text):
        letter = match[0][0]
        parts += [text[last : match.start()], f"\\u{ord(letter):04x}", match[0][1:]]
        last = match.end()
    text = "".join([*parts, text[last:]])
    return [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
