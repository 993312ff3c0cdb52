"""Ids and the fields that refer to them: an architecture with some ids replaced by others."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

import attrs

from interagency.model import Architecture, Fact
from interagency.model.fast import column
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import Ref
from interagency.model.sections import ENTITY_KEYS, SECTION_KEYS


def with_ids(architecture: Architecture, ids: Mapping[str, str]) -> Architecture:
    """Return an architecture in which things have other ids, wherever they are referred to.

    Args:
        architecture: The architecture.
        ids: The new id of each old one.

    Raises:
        BrokenArchitecture: If a new id is no id, or is taken.
    """
    changes: dict[str, Any] = {}
    for section in SECTION_KEYS:
        before = getattr(architecture, section)
        after = _records(before, ids, has_id=section in ENTITY_KEYS)
        if after is not before:
            changes[section] = after
    header = dict(_changes(architecture, references(Architecture), ids))
    return attrs.evolve(architecture, **changes, **header) if changes or header else architecture


def with_record_ids(record: Any, ids: Mapping[str, str]) -> Any:
    """Return a record that refers to other ids; its own id stays."""
    cls: type = type(record)
    return _record(record, references(cls), _inside(cls), ids, renamed=False)


def references(cls: type) -> tuple[FieldShape, ...]:
    """Return the fields of a class that refer to something by its id."""
    return _references(cls)


@cache
def _references(cls: type) -> tuple[FieldShape, ...]:
    return tuple(shape for shape in fields_of(cls) if isinstance(shape.mark, Ref))


@cache
def _inside(cls: type) -> tuple[FieldShape, ...]:
    """Return the fields of a record that hold records, such as `within`."""
    shapes = fields_of(cls)
    return tuple(shape for shape in shapes if issubclass(shape.of, Fact))


def _records(records: tuple[Any, ...], ids: Mapping[str, str], *, has_id: bool) -> tuple[Any, ...]:
    if not records:
        return records
    cls: type = type(records[0])
    shapes = [shape for shape in references(cls) if _is_touched(records, shape, ids)]
    inside = [shape for shape in _inside(cls) if any(column(records, shape.name))]
    renamed = has_id and not ids.keys().isdisjoint(column(records, "id"))
    if not shapes and not inside and not renamed:
        return records
    found = tuple(_record(each, shapes, inside, ids, renamed) for each in records)
    return records if found == records else found


def _record(
    record: Any,
    shapes: Sequence[FieldShape],
    inside: Sequence[FieldShape],
    ids: Mapping[str, str],
    renamed: bool,
) -> Any:
    changes = dict(_changes(record, shapes, ids))
    for shape in inside:
        value = getattr(record, shape.name)
        inner = value if shape.many else (value,) if value else ()
        found = tuple(_inner(each, ids) for each in inner)
        after = found if shape.many else next(iter(found), None)
        if after != value:
            changes[shape.name] = after
    if renamed and record.id in ids:
        changes["id"] = ids[record.id]
    return attrs.evolve(record, **changes) if changes else record


def _inner(record: Any, ids: Mapping[str, str]) -> Any:
    return attrs.evolve(record, **dict(_changes(record, references(type(record)), ids)))


def _is_touched(records: tuple[Any, ...], shape: FieldShape, ids: Mapping[str, str]) -> bool:
    values = column(records, shape.name)
    return not ids.keys().isdisjoint(chain.from_iterable(values) if shape.many else values)


def _changes(
    record: Any, shapes: Sequence[FieldShape], ids: Mapping[str, str]
) -> Iterator[tuple[str, Any]]:
    for shape in shapes:
        value = getattr(record, shape.name)
        if shape.many:
            if not ids.keys().isdisjoint(value):
                yield shape.name, tuple(dict.fromkeys(ids.get(each, each) for each in value))
        elif value in ids:
            yield shape.name, ids[value]
