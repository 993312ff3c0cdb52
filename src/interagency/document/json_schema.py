"""The JSON Schema of the file format, for editors that complete and check a file while it is typed.

It is derived from the same table and the same annotations as the reader. It says what can be said
of one value at a time; that references resolve and nothing lies within itself, only loading says.
"""

from enum import StrEnum
from typing import Any

from interagency.document.migrations import SAME_SINCE, current_version
from interagency.document.shape import (
    HEADER,
    IMPLIED,
    ONE_OR_MANY,
    SECTIONS,
    SHORT,
    VERSION_KEY,
    file_key,
    own_fields,
)
from interagency.model import (
    Alias,
    Answer,
    Day,
    Due,
    Figure,
    Link,
    Money,
    Progress,
    Receipt,
    Seat,
    Within,
)
from interagency.model.due import FORM as DUE_FORM
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import CODE_FORM, LINE, SLUG, Code, Grammar, OrWord, Ref
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import Section

Schema = dict[str, Any]

_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_MONEY = r"^(?!-0+(\.0+)? )-?([0-9]{1,18}|[0-9]{1,3}(,[0-9]{3}){1,5})(\.[0-9]{1,6})? [A-Z]{3}$"
_FIGURE = r"^(>=|<=|>|<|~)? ?[0-9]{1,18}(\.[0-9]{1,6})?$"
# The records that stand inside others.
_INSIDE = (Alias, Within, Receipt, Progress)
# A number is text where text belongs, so every text may be written as one.
_TEXT: Schema = {"type": ["string", "number"]}


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a document, or of one file of a folder."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "interagency coordination architecture",
        "type": "object",
        "required": [VERSION_KEY],
        "properties": {
            VERSION_KEY: {
                "enum": list(range(SAME_SINCE, current_version() + 1)),
                "description": "Version of the format.",
            },
            **{file_key(shape): _field(shape) for shape in HEADER},
            **{section.key: _section(section) for section in SECTIONS},
        },
        "additionalProperties": False,
        "$defs": {
            "seats": {"type": "object", "additionalProperties": _placed(Seat)},
            "links": _placed(Link),
            **{cls.__name__.lower(): _record(cls) for cls in _INSIDE},
        },
    }


def _section(section: Section) -> Schema:
    described = {"description": (section.holds.__doc__ or "").partition("\n")[0]}
    if section.keyed:
        return described | {
            "type": "object",
            "propertyNames": {"pattern": _whole(_ids_of(section))},
            "additionalProperties": _short_or_long(section.holds, _entry(section)),
        }
    entry = _entry(section)
    if section.holds is Link:
        for end in ("from", "to"):
            entry["properties"][end] = _one_or_list(entry["properties"][end])
    return described | {"type": "array", "minItems": 1, "items": entry}


def _ids_of(section: Section) -> str:
    return CODE_FORM.pattern if section.holds is Answer else SLUG.pattern


def _entry(section: Section) -> Schema:
    properties = _properties(own_fields(section))
    if section.seats:
        properties["seats"] = {"$ref": "#/$defs/seats"}
    if section.links:
        properties |= {kind: {"$ref": "#/$defs/links"} for kind in LINK_KINDS}
    return _object(properties, own_fields(section))


def _placed(cls: type[Any]) -> Schema:
    """Return the schema of a list of seats or links, whose place says what is implied."""
    words = next(shape.words for shape in fields_of(cls) if shape.name == SHORT[cls])
    items = _record(cls, skip=IMPLIED[cls])
    return {"anyOf": [{"type": "array", "minItems": 1, "items": items}, {"enum": list(words)}]}


def _record(cls: type[Any], skip: tuple[str, ...] = ()) -> Schema:
    shapes = tuple(shape for shape in fields_of(cls) if shape.name not in skip)
    return _short_or_long(cls, _object(_properties(shapes), shapes))


def _object(properties: Schema, shapes: tuple[FieldShape, ...]) -> Schema:
    required = [file_key(shape) for shape in shapes if shape.required]
    needed = {"required": required} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **needed}


def _properties(shapes: tuple[FieldShape, ...]) -> Schema:
    return {file_key(shape): _field(shape) for shape in shapes}


def _short_or_long(cls: type[Any], long: Schema) -> Schema:
    if cls not in SHORT:
        return long
    short = next(shape for shape in fields_of(cls) if shape.name == SHORT[cls])
    return {"anyOf": [_value(short), long]}


def _field(shape: FieldShape) -> Schema:
    return {"description": shape.doc, **_value_or_list(shape)}


def _value_or_list(shape: FieldShape) -> Schema:
    if shape.pairs:
        return {"type": "object", "additionalProperties": _TEXT}
    if shape.of is Figure:
        return {"type": "object", "additionalProperties": _pattern(_FIGURE)}
    value = _value(shape)
    if not shape.many:
        return value
    many = {"type": "array", "minItems": 1, "uniqueItems": True, "items": value}
    alone = [{"enum": list(shape.words)}] if shape.words else []
    if shape.name in ONE_OR_MANY:
        alone = [value]
    return {"anyOf": [many, *alone]} if alone else many


def _one_or_list(value: Schema) -> Schema:
    described = {"description": value.pop("description")}
    return {**described, "anyOf": [value, {"type": "array", "minItems": 1, "items": value}]}


def _value(shape: FieldShape) -> Schema:
    if shape.of in _INSIDE:
        return {"$ref": f"#/$defs/{shape.of.__name__.lower()}"}
    if issubclass(shape.of, StrEnum):
        return {"enum": [each.value for each in shape.of]}
    if isinstance(shape.mark, OrWord):
        return {"anyOf": [{"type": "boolean"}, {"enum": list(shape.words)}]}
    simple: dict[type, Schema] = {
        int: {"type": "integer", "minimum": 1},
        bool: {"type": "boolean"},
        Day: _pattern(_DATE),
        Due: _pattern(_whole(DUE_FORM)),
        Money: _pattern(_MONEY),
    }
    return simple.get(shape.of) or _text(shape)


def _text(shape: FieldShape) -> Schema:
    match shape.mark:
        case Grammar() as grammar if grammar != LINE:
            return _pattern(_whole("|".join([grammar.pattern, *grammar.words])))
        case Ref():
            return _pattern(_whole(SLUG.pattern))
        case Code():
            return _pattern(_whole(CODE_FORM.pattern))
    return {**_TEXT, "minLength": 1}


def _pattern(pattern: str) -> Schema:
    return {**_TEXT, "pattern": pattern}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
