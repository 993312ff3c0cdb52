"""Rows of Leads and Members as seats in the entries of their bodies."""

from typing import Any

from attrs import evolve

from interagency.document.converter import converter
from interagency.document.problems import MISFITS, Misfit, Path, problems_in
from interagency.document.scalars import shortened
from interagency.document.shape import SECTIONS
from interagency.document.workbook.cells import read_cell
from interagency.document.workbook.draft import Draft
from interagency.document.workbook.entries import fields_in
from interagency.document.workbook.names import parts_of
from interagency.document.workbook.places import Line
from interagency.document.workbook.tables import Entry
from interagency.model import Seat
from interagency.model.fields import fields_of
from interagency.model.grammar import UNKNOWN

_BODY_SHAPE, _HOLDER_SHAPE = (
    next(shape for shape in fields_of(Seat) if shape.name == name) for name in ("body", "holder")
)


def read_seats(entry: Entry, draft: Draft) -> None:
    """Read a row of seats into the entry of its body: one, or one for each name in its cell."""
    holders = _several(entry.line.text("holder"), draft)
    place = entry.line.columns.get("holder", 0) - 1
    for holder in holders:
        cells = (*entry.line.cells[:place], holder, *entry.line.cells[place + 1 :])
        _read_seat(evolve(entry, line=evolve(entry.line, cells=cells)), draft)
    if not holders:
        _read_seat(entry, draft)


def _several(text: str, draft: Draft) -> list[str]:
    """Return the holders in a cell such as "WFP, UNHCR"; none if it names one, or unknown ones."""
    parts = parts_of(text)
    if len(parts) < 2 or not read_cell(_HOLDER_SHAPE, text, draft.names.find)[1]:
        return []
    found = [read_cell(_HOLDER_SHAPE, part, draft.names.find) for part in parts]
    return [] if any(wrong for _, wrong in found) else [str(value) for value, _ in found]


def _read_seat(entry: Entry, draft: Draft) -> None:
    line = entry.line
    term, group = (line.text(key) or str(entry.more.get(key, "")) for key in ("term", "body"))
    body = _body(group, line, draft)
    home = _home(body, draft)
    if not term:
        message = "the role is missing: write lead, co-lead, chair, member or another"
        draft.problem(message, line.cell("term"))
    if home is None or not term:
        _judge(entry, draft)
        return
    seats = draft.value[home][body].setdefault("seats", {})
    entries = seats.setdefault(term, [])
    path: Path = (home, body, "seats", term, len(entries))
    entries.append(_fields(entry, path, draft))
    draft.places.lines[path] = line


def _body(group: str, line: Line, draft: Draft) -> str:
    """Return the id of the body that a seat names, nothing if none is known by it."""
    if not group:
        draft.problem("the group is missing", line.cell("body"))
        return ""
    try:
        found = draft.names.find(_BODY_SHAPE, group)
    except Misfit as error:
        draft.problem(str(error), line.cell("body"))
        return ""
    if found not in draft.names.ids["body"]:
        message = f"{shortened(found)!r} is not a group; a group is expected here"
        draft.problem(message, line.cell("body"))
    return found


def _home(body: str, draft: Draft) -> str | None:
    """Return the section in which a body stands."""
    own = (each.key for each in SECTIONS if each.seats)
    return next((key for key in own if body in draft.value.get(key, ())), None)


def _fields(entry: Entry, path: Path, draft: Draft) -> dict[str, Any]:
    """Return the fields of a seat; one of which nothing is written has an unknown holder."""
    own = fields_in(entry, path, draft)
    found = {key: value for key, value in own.items() if key not in ("body", "term")}
    if not any(key in found for key in ("holder", "kind", "tags")):
        found["holder"] = UNKNOWN
    return {key: value for key, value in found.items() if value is not None}


def _judge(entry: Entry, draft: Draft) -> None:
    """Note what is wrong with a seat that has no place to stand."""
    path: Path = ("", entry.line.row)
    value = {**_fields(entry, path, draft), "body": "group", "term": "role"}
    try:
        converter(detailed=True).get_structure_hook(Seat)(value, Seat)
    except MISFITS as error:
        known = {problem.path for problem in draft.problems}
        for problem in problems_in(error, path):
            if problem.path not in known:
                keys = ".".join(map(str, problem.path[2:]))
                draft.problem(problem.message, entry.line.cell(keys), problem.path)
