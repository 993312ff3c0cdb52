"""Rows of a workbook as entries of a document: their ids, and the fields that their cells give."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from interagency.document.names import slug, spelling
from interagency.document.problems import Path
from interagency.document.scalars import shortened
from interagency.document.shape import SHORT, file_key
from interagency.document.workbook.cells import read_cell
from interagency.document.workbook.draft import Draft
from interagency.document.workbook.layout import (
    MORE,
    SheetPlan,
    implied,
    kind_of_section,
    sheet_plans,
)
from interagency.document.workbook.names import Named, Names
from interagency.document.workbook.tables import Entry
from interagency.model import Organization
from interagency.model.fields import FieldShape, fields_of
from interagency.model.sections import Section

# The fields by which an entry is called.
_SPELLED: Final = ("name", "acronym", "title", "names", "aliases")
_PLANS: Final = {section.key: plan for plan in sheet_plans() for section in plan.sections}


def id_of(entry: Entry, names: Names) -> str:
    """Return the id of a row; without one, what its name gives."""
    written = entry.line.text("id") or entry.more.get("id")
    if written:
        return str(written)
    name, acronym = entry.line.text("name"), entry.line.text("acronym")
    if entry.section.holds is Organization:
        known = names.registry.of(name, None if name else acronym)
        own = slug(acronym)
        taken = own in names.registry.ids
        return known or (own if own and not taken else slug(name)) or slug(name)
    return slug(name or entry.line.text("title") or acronym)


def named(entries: Sequence[tuple[Entry, str]]) -> Iterator[Named]:
    """Yield what each row is called, for those that name it elsewhere."""
    for entry, id in entries:
        called = dict(entry.more)
        for column in _SPELLED:
            shape = _shape(entry.section, column)
            text = entry.line.text(column)
            if shape is not None and text:
                called[column] = read_cell(shape, text, lambda _, text: text)[0]
        yield kind_of_section(entry.section), id, called


def fields_in(entry: Entry, path: Path, draft: Draft) -> dict[str, Any]:
    """Return the fields of a row, and note what is wrong with its cells."""
    found: dict[str, Any] = {}
    for column in plan_of(entry.section).columns:
        text = entry.line.text(column.place)
        if not text or column.key in ("id", *implied(entry.section)):
            continue
        shape = column.shapes.get(entry.section.key)
        where = (*path, *column.place.split("."))
        cell = entry.line.cell(column.place)
        value = text if shape is None else draft.read(shape, text, where, cell)
        if column.inner:
            found.setdefault(column.key, {})[column.inner] = value
        else:
            found[column.key] = value
    _judge_more(entry, found, path, draft)
    return {key: _short(value) for key, value in found.items()} | entry.more


def keyed(entry: Entry, id: str, draft: Draft) -> None:
    """Read a row of a section that is a mapping by id."""
    path: Path = (entry.section.key, id)
    entries = draft.value.setdefault(entry.section.key, {})
    found = {key: value for key, value in fields_in(entry, path, draft).items() if key != "id"}
    if not id:
        cell = entry.line.cell("name", "title", "id")
        draft.problem("the name is missing, which gives the id", cell)
    elif id in entries:
        first = draft.places.lines[path].row
        message = f"the id {shortened(id)!r} is used in row {first} already"
        cure = "write another one in the column Id"
        draft.problem(f"{message}; {cure}", entry.line.cell("id"), (*path, entry.line.row))
    else:
        draft.places.lines[path] = entry.line
        entries[id] = found
    if not entries:
        del draft.value[entry.section.key]


def listed(entry: Entry, draft: Draft) -> None:
    """Read a row of a section that is a list."""
    items = draft.value.setdefault(entry.section.key, [])
    path: Path = (entry.section.key, len(items))
    items.append(fields_in(entry, path, draft))
    draft.places.lines[path] = entry.line


def plan_of(section: Section) -> SheetPlan:
    """Return the sheet on which the entries of a section stand."""
    return _PLANS[section.key]


def _judge_more(entry: Entry, found: dict[str, Any], path: Path, draft: Draft) -> None:
    for key in [key for key in found if key in entry.more]:
        message = f"says {shortened(key)!r}, which has a column of its own here; keep one of them"
        draft.problem(message, entry.line.cell(spelling(MORE)), (*path, key))


def _shape(section: Section, key: str) -> FieldShape | None:
    return next((each for each in fields_of(section.holds) if file_key(each) == key), None)


def _short(value: Any) -> Any:
    """Return a record inside an entry in its short form, if it says no more."""
    is_short = isinstance(value, dict) and len(value) == 1
    return next((value[key] for key in SHORT.values() if is_short and key in value), value)
