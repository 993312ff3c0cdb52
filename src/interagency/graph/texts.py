"""Any record of the model as a row of texts, for tables and for formats that hold nothing else."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from interagency.model import Alias, Figure, Source, Within
from interagency.model.facts import Fact
from interagency.model.fields import FieldShape, fields_of

_BETWEEN = "; "


def texts_of(record: Any) -> dict[str, str]:
    """Return every field of a record as text; what is not written is an empty text.

    Lists are joined by semicolons, tables are written as `key=text`, an alias is its name, any
    other record inside a record the texts of its own fields, and the place of a body is followed
    by who vouches for it.
    """
    cls: type = type(record)
    return {column: _text(_value(record, field, inner)) for column, field, inner in _columns(cls)}


def columns_of(cls: type) -> tuple[str, ...]:
    """Return the names of the texts of a class, its own before those it inherits."""
    return tuple(column for column, _, _ in _columns(cls))


@cache
def _columns(cls: type) -> tuple[tuple[str, str, str], ...]:
    """Return the columns of a class: name, field, and the field inside it, if it is a record."""
    return tuple(column for shape in fields_of(cls) for column in _columns_of_field(shape))


def _columns_of_field(shape: FieldShape) -> Iterator[tuple[str, str, str]]:
    if shape.of is Within:
        yield shape.name, shape.name, "to"
        for inner in ("certainty", "sources", "note"):
            yield f"{shape.name}_{inner}", shape.name, inner
    elif shape.many or not issubclass(shape.of, Fact | Source):
        yield shape.name.rstrip("_"), shape.name, ""


def _value(record: Any, field: str, inner: str) -> Any:
    value = getattr(record, field)
    return getattr(value, inner, None) if inner else value


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case tuple():
            return _BETWEEN.join(item_text(each) for each in value)
    return str(value)


def item_text(value: Any) -> str:
    """Return an item of a list as text."""
    match value:
        case (key, text):
            return f"{key}={text}"
        case Figure():
            return f"{value.name}={value}"
        case Alias():
            return value.name
        case Fact():
            return ", ".join(f"{name}={text}" for name, text in texts_of(value).items() if text)
    return str(value)
