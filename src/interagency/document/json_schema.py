"""The JSON Schema of the file format, for editors that complete and check a file while it is typed.

It is derived from the same table and the same annotations as the reader. It says what can be said
of one value at a time; that references resolve and nothing lies within itself, only loading says.
"""

from enum import StrEnum
from typing import Any, final

from attrs import frozen

from interagency.document.migrations import SAME_SINCE, current_version
from interagency.document.schema_codes import (
    CLAUSES,
    Codes,
    Schema,
    country_reference,
    definitions,
    known_codes,
    offered,
    reference_of,
    terms_as_keys,
)
from interagency.document.shape import (
    HEADER,
    IMPLIED,
    ONE_OR_MANY,
    SCHEMA_KEY,
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
from interagency.vocabularies import Vocabularies, shipped

_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_MONEY = r"^(?!-0+(\.0+)? )-?([0-9]{1,18}|[0-9]{1,3}(,[0-9]{3}){1,5})(\.[0-9]{1,6})? [A-Z]{3}$"
_FIGURE = r"^(>=|<=|>|<|~)? ?[0-9]{1,18}(\.[0-9]{1,6})?$"
# The records that stand inside others.
_INSIDE = (Alias, Within, Receipt, Progress)
# A number is text where text belongs, so every text may be written as one.
_TEXT: Schema = {"type": ["string", "number"]}


def json_schema(vocabularies: Vocabularies | None = None, codes: Codes | None = None) -> Schema:
    """Return the JSON Schema (2020-12) of a document, or of one file of a folder.

    Args:
        vocabularies: The code lists whose codes editors offer; by default the shipped ones.
        codes: More codes to offer, by list, each with its meaning: of `reference-models` and of
            `clauses`, which plugins bring.
    """
    return _Maker(known_codes(vocabularies or shipped(), codes)).document()


@final
@frozen
class _Maker:
    """Makes the schema of everything, with the codes that are known."""

    codes: Codes

    def document(self) -> Schema:
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:interagency:schema:document:{current_version()}",
            "title": "interagency coordination architecture",
            "type": "object",
            "required": [VERSION_KEY],
            "properties": {
                SCHEMA_KEY: {"type": "string", "description": "Where this schema is, for editors."},
                VERSION_KEY: {
                    "enum": list(range(SAME_SINCE, current_version() + 1)),
                    "description": "Version of the format.",
                },
                **{file_key(shape): self._field(shape) for shape in HEADER},
                **{section.key: self._section(section) for section in SECTIONS},
            },
            "additionalProperties": False,
            "$defs": {
                "seats": terms_as_keys(self.codes, {"$ref": "#/$defs/seat-list"}),
                "seat-list": self._placed(Seat),
                "links": self._placed(Link),
                **{cls.__name__.lower(): self._record(cls) for cls in _INSIDE},
                **definitions(self.codes),
            },
        }

    def _section(self, section: Section) -> Schema:
        described = {"description": (section.holds.__doc__ or "").partition("\n")[0]}
        if section.keyed:
            return described | {
                "type": "object",
                "propertyNames": self._names(section),
                "additionalProperties": self._short_or_long(section.holds, self._entry(section)),
            }
        entry = self._entry(section)
        if section.holds is Link:
            for end in ("from", "to"):
                entry["properties"][end] = _one_or_list(entry["properties"][end])
        return described | {"type": "array", "minItems": 1, "items": entry}

    def _names(self, section: Section) -> Schema:
        """Return the schema of the keys of a section: ids, or clauses that are answered."""
        is_answers = section.holds is Answer
        return offered(self.codes.get(CLAUSES, {}) if is_answers else {}, _ids_of(section))

    def _entry(self, section: Section) -> Schema:
        properties = self._properties(own_fields(section))
        if section.seats:
            properties["seats"] = {"$ref": "#/$defs/seats"}
        if section.links:
            properties |= {kind: {"$ref": "#/$defs/links"} for kind in LINK_KINDS}
        return _object(properties, own_fields(section))

    def _placed(self, cls: type[Any]) -> Schema:
        """Return the schema of a list of seats or links, whose place says what is implied."""
        words = next(shape.words for shape in fields_of(cls) if shape.name == SHORT[cls])
        items = self._record(cls, skip=IMPLIED[cls])
        return {"anyOf": [{"type": "array", "minItems": 1, "items": items}, {"enum": list(words)}]}

    def _record(self, cls: type[Any], skip: tuple[str, ...] = ()) -> Schema:
        shapes = tuple(shape for shape in fields_of(cls) if shape.name not in skip)
        return self._short_or_long(cls, _object(self._properties(shapes), shapes))

    def _properties(self, shapes: tuple[FieldShape, ...]) -> Schema:
        return {file_key(shape): self._field(shape) for shape in shapes}

    def _short_or_long(self, cls: type[Any], long: Schema) -> Schema:
        if cls not in SHORT:
            return long
        short = next(shape for shape in fields_of(cls) if shape.name == SHORT[cls])
        return {"anyOf": [self._value(short), long]}

    def _field(self, shape: FieldShape) -> Schema:
        return {"description": shape.doc, **self._value_or_list(shape)}

    def _value_or_list(self, shape: FieldShape) -> Schema:
        if shape.pairs:
            terms = shape.name == "roles"
            return terms_as_keys(self.codes if terms else {}, _TEXT)
        if shape.of is Figure:
            return {"type": "object", "additionalProperties": _pattern(_FIGURE)}
        value = self._value(shape)
        if not shape.many:
            return value
        many = {"type": "array", "minItems": 1, "uniqueItems": True, "items": value}
        alone = [{"enum": list(shape.words)}] if shape.words else []
        if shape.name in ONE_OR_MANY:
            alone = [value]
        return {"anyOf": [many, *alone]} if alone else many

    def _value(self, shape: FieldShape) -> Schema:
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
        return simple.get(shape.of) or self._text(shape)

    def _text(self, shape: FieldShape) -> Schema:
        match shape.mark:
            case Grammar() as grammar if grammar != LINE:
                known = country_reference(grammar)
                return known or _pattern(_whole("|".join([grammar.pattern, *grammar.words])))
            case Ref():
                return _pattern(_whole(SLUG.pattern))
            case Code() as code:
                return reference_of(code.vocabulary, self.codes)
        return {**_TEXT, "minLength": 1}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


def _ids_of(section: Section) -> str:
    return CODE_FORM.pattern if section.holds is Answer else SLUG.pattern


def _object(properties: Schema, shapes: tuple[FieldShape, ...]) -> Schema:
    required = [file_key(shape) for shape in shapes if shape.required]
    needed = {"required": required} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **needed}


def _one_or_list(value: Schema) -> Schema:
    described = {"description": value.pop("description")}
    return {**described, "anyOf": [value, {"type": "array", "minItems": 1, "items": value}]}


def _pattern(pattern: str) -> Schema:
    return {**_TEXT, "pattern": pattern}
