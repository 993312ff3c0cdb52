"""The JSON Schema of change sets, for editors, from the table of operations."""

from typing import Any

from interagency.change.change_set_files import BESIDE, VERSION, VERSION_KEY
from interagency.change.change_sets import LIST_KEY
from interagency.change.excerpts import EXCERPT_KEYS
from interagency.change.operation_kinds import KINDS, Argument, OperationKind
from interagency.document.json_schema import json_schema

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": _TEXT}]}
_DAY: Schema = {
    "type": ["string", "number"],
    "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    "description": "The first day on which it holds.",
}
_EXCERPT: Schema = {"$ref": "#/$defs/excerpt"}
_STEPS: Schema = {"type": "array", "items": {"type": ["string", "integer"]}}
_FORMS: dict[str, Schema] = {
    "id": _TEXT,
    "ids": _TEXTS,
    "keys": _TEXTS,
    "text": {"type": ["string", "number"]},
    "truth": {"anyOf": [{"type": "boolean"}, {"const": "jointly"}]},
    "excerpt": _EXCERPT,
    "target": {"anyOf": [_TEXT, _EXCERPT]},
    "path": {"anyOf": [_TEXT, _STEPS]},
    "value": {},
}


def change_set_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a change set."""
    document = json_schema()
    sections = {key: document["properties"][key] for key in EXCERPT_KEYS}
    excerpt = {"type": "object", "properties": sections, "additionalProperties": False}
    return {
        "$schema": document["$schema"],
        "title": "Change set of interagency",
        "type": "object",
        "required": [VERSION_KEY, LIST_KEY],
        "properties": {
            VERSION_KEY: {"const": VERSION, "description": "Version of the format."},
            "title": {**_TEXT, "description": "What the changes are for."},
            "day": _DAY,
            "decision": {**_TEXT, "description": "The id of the decision behind the changes."},
            "add": {**_EXCERPT, "description": "What the document needs first."},
            LIST_KEY: {"type": "array", "items": {"oneOf": [*map(_operation, KINDS)]}},
        },
        "additionalProperties": False,
        "$defs": {**document["$defs"], "excerpt": {**excerpt, "minProperties": 1}},
    }


def _operation(kind: OperationKind) -> Schema:
    beside = {"day": _DAY, "sources": _TEXTS}
    return {
        "type": "object",
        "description": kind.doc,
        "required": [kind.name],
        "properties": {kind.name: _arguments(kind), **{key: beside[key] for key in BESIDE}},
        "additionalProperties": False,
    }


def _arguments(kind: OperationKind) -> Schema:
    given = {each.name: _argument(each) for each in kind.arguments}
    table = {
        "type": "object",
        "properties": given,
        "required": [*kind.required],
        "additionalProperties": False,
    }
    return {"anyOf": [given[kind.short], table]} if kind.short else table


def _argument(argument: Argument) -> Schema:
    return {"description": argument.doc, **_FORMS[argument.form]}
