"""Answers to the questions of a workbook, as facts where each question says."""

import json
from collections.abc import Iterator
from typing import Any, final

from attrs import frozen

from interagency.document.problems import Cell, Misfit, Path, Problem
from interagency.document.scalars import shortened
from interagency.document.shape import HEADER, SECTIONS, SHORT, file_key
from interagency.document.workbook.cells import read_cell
from interagency.document.workbook.layout import inner_shapes, link_shape
from interagency.document.workbook.names import Names, parts_of
from interagency.document.workbook.places import Places
from interagency.document.writer import to_entry
from interagency.model import Organization, Seat
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import NONE, UNKNOWN, Ref
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import Section
from interagency.vocabularies.standing import standing_of

_HOLDER = next(shape for shape in fields_of(Seat) if shape.name == "holder")
_SECTION_OF = {section.key: section for section in SECTIONS}


@final
@frozen
class Asked:
    """An answer as it stands in a workbook: the key of its question, its text and its cell."""

    key: str
    text: str
    cell: Cell


@final
@frozen(eq=False)
class AnswerBook:
    """Enters answers into the plain dict of a document."""

    value: dict[str, Any]
    places: Places
    names: Names

    def enter(self, asked: Asked) -> list[Problem]:
        """Enter one answer; return what is wrong with it."""
        try:
            target = _target(asked.key)
            for path in self._enter(target, asked.text):
                self.places.cells[path] = asked.cell
        except Misfit as error:
            return [Problem(str(error), (), "", *asked.cell)]
        return []

    def _enter(self, target: tuple[str, ...], text: str) -> Iterator[Path]:
        match target:
            case (key,):
                shape = next(shape for shape in HEADER if file_key(shape) == key)
                yield self._field(self.value, (), key, shape, text)
            case (section, id, "seats", term):
                yield from self._seats(self._entry(section, id), (section, id, "seats", term), text)
            case (section, id, key) if key in LINK_KINDS:
                yield self._links(self._entry(section, id), (section, id), key, text)
            case _:
                section, id, key = target
                shape = _field_of(_SECTION_OF[section], key)
                yield self._field(self._entry(section, id), (section, id), key, shape, text)

    def _entry(self, section: str, id: str) -> dict[str, Any]:
        """Return the entry that a question is about."""
        entries = self.value.get(section, {})
        entry: dict[str, Any] | None = entries.get(id)
        if entry is None and section == "organizations" and id in self.names.registry.ids:
            # An entry of its own replaces that of the registry, so it says all that is known.
            known: Organization = self.names.registry.ids[id]
            entry = to_entry(known, skip=("id",))
            self.value.setdefault(section, {})[id] = entry
        elif entry is None and section == "answers":
            entry = self.value.setdefault(section, {})[id] = {}
        if entry is None:
            raise Misfit(
                f"the question is about {shortened(id)!r}, which is not in its sheet any more"
            )
        return entry

    def _field(
        self, entry: dict[str, Any], path: Path, key: str, shape: FieldShape, text: str
    ) -> Path:
        value = self._value(shape, text)
        old = entry.get(key)
        if isinstance(old, dict) and old.get("to") == UNKNOWN:
            entry[key] = {**old, "to": value}
        elif shape.many:
            entry[key] = _joined(old, value)
        elif old not in (None, UNKNOWN, value):
            raise Misfit(f"{shortened(str(old))!r} is recorded already; correct it where it stands")
        else:
            entry[key] = value
        return (*path, key)

    def _links(self, entry: dict[str, Any], path: Path, kind: str, text: str) -> Path:
        """Enter where links end, in place of one whose end was unknown."""
        links = self.value.get("links", [])
        unknown = {"from": path[1], "kind": kind, "to": UNKNOWN}
        if unknown in links:
            at = links.index(unknown)
            self._remove(("links",), links, at)
        entry[kind] = _joined(entry.get(kind), self._value(link_shape(kind), text))
        if not links:
            self.value.pop("links", None)
        return (*path, kind)

    def _remove(self, path: Path, items: list[Any], at: int) -> None:
        """Take an item out of a list; those behind it move up, with their places."""
        for index in range(at, len(items) - 1):
            self.places.lines[*path, index] = self.places.lines[*path, index + 1]
        self.places.lines.pop((*path, len(items) - 1), None)
        del items[at]

    def _seats(self, entry: dict[str, Any], path: Path, text: str) -> Iterator[Path]:
        """Enter who holds seats, in place of one whose holder was unknown."""
        term = str(path[-1])
        found = self._value_of_seats(text)
        seats = entry.setdefault("seats", {}).setdefault(term, [])
        for at in reversed(range(len(seats))):
            if seats[at] in (UNKNOWN, {"holder": UNKNOWN}) and found != [UNKNOWN]:
                self._remove(path, seats, at)
        if found == [NONE] and seats:
            yield self._closed(entry, path, term)
            return
        taken = {each.get("holder") if isinstance(each, dict) else each for each in seats}
        for holder in found:
            if holder not in taken:
                yield (*path, len(seats))
                seats.append({"holder": holder})

    def _closed(self, entry: dict[str, Any], path: Path, term: str) -> Path:
        """Say that nobody holds a seat besides those who are recorded."""
        roles = self.value.get("roles", {})
        terms = self.names.vocabularies["role-terms"]
        name = "leads" if standing_of(term, roles, terms).leads else "members"
        entry["complete"] = _joined(entry.get("complete"), [name])
        return (*path[:2], "complete")

    def _value_of_seats(self, text: str) -> list[str]:
        value, wrong = read_cell(_HOLDER, text, self.names.find)
        if not wrong:
            return [value]
        return [self._one(_HOLDER, part) for part in _split(text, wrong[0][1])]

    def _value(self, shape: FieldShape, text: str) -> Any:
        value, wrong = read_cell(shape, text, self.names.find)
        if not wrong:
            return value
        if not shape.many or not isinstance(shape.mark, Ref):
            raise Misfit(wrong[0][1])
        return [self._one(shape, part) for part in _split(text, wrong[0][1])]

    def _one(self, shape: FieldShape, text: str) -> str:
        return self.names.find(shape, text)


def _target(key: str) -> tuple[str, ...]:
    """Return where an answer goes, from the hidden key of its question."""
    try:
        target = tuple(json.loads(key or "[]"))
    except (ValueError, TypeError, RecursionError):
        target = ()
    is_known = 0 < len(target) < 5 and all(isinstance(step, str) for step in target)
    if is_known and (len(target) > 1 or any(file_key(each) == target[0] for each in HEADER)):
        section = _SECTION_OF.get(target[0])
        if len(target) == 1 or (section is not None and _has(section, target[2:])):
            return target
    raise Misfit("this answer has no place of its own: write it in the sheet that it is about")


def _has(section: Section, rest: tuple[str, ...]) -> bool:
    match rest:
        case ("seats", _):
            return section.seats
        case (key,):
            return (section.links and key in LINK_KINDS) or any(
                file_key(shape) == key for shape in fields_of(section.holds)
            )
    return False


def _field_of(section: Section, key: str) -> FieldShape:
    """Return a field; of one that is a record, the field that stands for all of it."""
    shape = next(shape for shape in fields_of(section.holds) if file_key(shape) == key)
    inner = inner_shapes(shape)
    return next((each for each in inner if each.name == SHORT[shape.of]), shape)


def _split(text: str, message: str) -> list[str]:
    """Return the names in an answer such as "WHO and UNICEF"; a single name is not known."""
    parts = parts_of(text)
    if len(parts) < 2:
        raise Misfit(message)
    return parts


def _joined(old: Any, new: Any) -> Any:
    """Return a list with an answer added, and without `unknown`, which it answers."""
    kept = [each for each in _listed(old) if each != UNKNOWN]
    added = [each for each in _listed(new) if each not in kept]
    if added == [NONE] and kept:
        return kept
    whole = [*kept, *added]
    return new if not kept else whole


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
