"""Fields by their places: which field of the model a path of a document leads to."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, final

from interagency.document.problems import Path
from interagency.document.shape import (
    HEADER,
    IMPLIED,
    SECTIONS,
    SHORT,
    entry_keys,
    file_key,
)
from interagency.model import Body, Figure, Link, Seat
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import Ref
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import Section

_SECTION_OF: Final = {section.key: section for section in SECTIONS}
_HEADER_OF: Final = {file_key(shape): shape for shape in HEADER}


@final
class Placed(NamedTuple):
    """A single value of a document: its path, its field and the value."""

    path: Path
    shape: FieldShape
    value: Any


def kind_of(section: Section) -> str:
    """Return how references call the entries of a section: body, organization, plan."""
    return "body" if issubclass(section.holds, Body) else section.noun


def shape_at(path: Path) -> FieldShape | None:
    """Return the field that a path leads to; of a record, the field that stands for all of it.

    Nothing stands for an entry that has no short form, and for a table such as `roles`.
    """
    return _shape(path, whole=False)


def _shape(path: Path, whole: bool) -> FieldShape | None:
    """Return the field at a path.

    Args:
        path: The path.
        whole: Whether to return a field that holds records as it is.
    """
    if not path or not isinstance(path[0], str):
        return None
    first, rest = path[0], path[1:]
    if first in _HEADER_OF:
        return _inside(_HEADER_OF[first], rest, whole)
    section = _SECTION_OF.get(first)
    if section is None or not rest:
        return None
    return _of_record(section.holds, rest[1:], whole, section)


def _of_record(
    cls: type[Any], rest: Path, whole: bool, section: Section | None = None
) -> FieldShape | None:
    """Return the field at a path inside a record of a class."""
    if not rest:
        return next((each for each in fields_of(cls) if each.name == SHORT.get(cls)), None)
    key = rest[0]
    if section is not None and section.seats and key == "seats":
        return _of_record(Seat, _without_index(rest[2:]), whole) if len(rest) > 1 else None
    if section is not None and section.links and key in LINK_KINDS:
        return _of_record(Link, _without_index(rest[1:]), whole)
    shape = next((each for each in fields_of(cls) if file_key(each) == key), None)
    return None if shape is None else _inside(shape, rest[1:], whole)


def _inside(shape: FieldShape, rest: Path, whole: bool) -> FieldShape | None:
    if shape.of in SHORT and not (whole and not rest):
        return _of_record(shape.of, _without_index(rest), whole)
    return None if _without_index(rest) else shape


def _without_index(rest: Path) -> Path:
    return rest[1:] if rest and isinstance(rest[0], int) else rest


def record_at(path: Path) -> type[Any] | None:
    """Return the class of the record that stands at a path; None if no record does."""
    first, rest = (path[0], path[1:]) if path else ("", ())
    if first in _HEADER_OF:
        return _record_inside(_HEADER_OF[str(first)], rest)
    section = _SECTION_OF.get(str(first))
    return _record(section.holds, rest[1:], section) if section and rest else None


def _record(cls: type[Any], rest: Path, section: Section | None = None) -> type[Any] | None:
    if not rest:
        return cls
    key = rest[0]
    if section is not None and section.seats and key == "seats":
        return _record(Seat, rest[3:]) if len(rest) > 2 else None
    if section is not None and section.links and key in LINK_KINDS:
        return _record(Link, rest[2:]) if len(rest) > 1 else None
    shape = next((each for each in fields_of(cls) if file_key(each) == key), None)
    return None if shape is None else _record_inside(shape, rest[1:])


def _record_inside(shape: FieldShape, rest: Path) -> type[Any] | None:
    if shape.of not in SHORT or (shape.many and not rest):
        return None
    return _record(shape.of, rest[1:] if shape.many else rest)


def placed(value: Any) -> Iterator[Placed]:
    """Yield every single value of a document that is a field, in its order."""
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, each = waiting.pop()
        if isinstance(each, dict | list):
            steps = each.items() if isinstance(each, dict) else enumerate(each)
            waiting += reversed([((*path, step), inner) for step, inner in steps])
        elif (shape := shape_at(path)) is not None:
            yield Placed(path, shape, each)


def references(value: Any) -> Iterator[Placed]:
    """Yield every id of a document that stands for something else."""
    return (each for each in placed(value) if isinstance(each.shape.mark, Ref))


def is_list(path: Path) -> bool:
    """Return whether a list stands at a path, or a reserved word in its place."""
    match path:
        case (str(section), str(), "seats", str()):
            return section in _SECTION_OF
        case (str(section), str(), str(key)) if key in LINK_KINDS:
            return section in _SECTION_OF
    shape = _shape(path, whole=True)
    is_table = shape is not None and shape.of is Figure
    return shape is not None and shape.many and not is_table and isinstance(path[-1], str)


def keys_at(path: Path) -> tuple[str, ...]:
    """Return the keys that a mapping at a path may have; nothing where any key may stand."""
    if not path:
        return (*_HEADER_OF, *_SECTION_OF)
    section = _SECTION_OF.get(str(path[0]))
    if section is not None and len(path) == 2:
        return entry_keys(section)
    cls = record_at(path)
    skipped = IMPLIED.get(cls, ()) if cls is not None else ()
    shapes = fields_of(cls) if cls is not None else ()
    return tuple(file_key(shape) for shape in shapes if shape.name not in skipped)
