"""Completion: keys of an entry, ids of the document and the registry, codes of the vocabularies."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final, final

from attrs import frozen

from interagency.document.field_places import keys_at, kind_of, shape_at
from interagency.document.problems import Path
from interagency.document.schema_codes import COUNTRIES, ROLE_TERMS
from interagency.document.shape import SECTIONS
from interagency.editor.cursor import Cursor, typing_at
from interagency.editor.open_text import OpenText
from interagency.model.fields import FieldShape
from interagency.model.grammar import Code, Grammar, Ref
from interagency.model.keys import spoken

_COUNTRY_FORMS: Final = ("country", "area")


@final
@frozen
class Completion:
    """Something that may be typed.

    Attributes:
        text: The text.
        sort: key, id, code or word.
        meaning: What it means.
    """

    text: str
    sort: str
    meaning: str = ""


@final
@frozen
class Offered:
    """What may be typed at a place, and what it takes the place of.

    Attributes:
        start: Where the word begins that is being typed, in characters.
        end: Where it ends.
        completions: What may be typed.
    """

    start: int
    end: int
    completions: tuple[Completion, ...]


def completions(text: OpenText, offset: int) -> Offered:
    """Return what may be typed at a place; nothing where that cannot be known."""
    cursor = typing_at(text, offset)
    if cursor is None:
        return Offered(offset, offset, ())
    found = _keys(text, cursor.path) if cursor.is_key else _values(text, cursor)
    return Offered(cursor.start, cursor.end, tuple(dict.fromkeys(found)))


def _keys(text: OpenText, path: Path) -> Iterator[Completion]:
    """Yield the keys that a mapping may have: fields, terms of seats, ids of nothing."""
    above = path[:-1]
    if above[2:] == ("seats",) or above == ("roles",):
        terms = text.plugins.vocabularies[ROLE_TERMS].terms
        yield from (Completion(term.code, "key", term.name) for term in terms)
        return
    for key in keys_at(above):
        shape = shape_at((*above, key))
        yield Completion(key, "key", shape.doc if shape else "")


def _values(text: OpenText, cursor: Cursor) -> Iterator[Completion]:
    shape = shape_at(cursor.path)
    if shape is None:
        return
    yield from (Completion(word, "word") for word in shape.words)
    form = shape.mark.name if isinstance(shape.mark, Grammar) else ""
    match shape.mark:
        case Ref() as ref:
            yield from _ids(text, ref)
        case Code() as code:
            yield from _codes(text, code.vocabulary)
        case _ if form in _COUNTRY_FORMS:
            yield from _codes(text, COUNTRIES)
        case _:
            yield from _words(shape)


def _words(shape: FieldShape) -> Iterator[Completion]:
    if issubclass(shape.of, StrEnum):
        yield from (Completion(each.value, "word") for each in shape.of)
    elif shape.of is bool:
        yield from (Completion(word, "word") for word in ("true", "false"))


def _codes(text: OpenText, vocabulary: str) -> Iterator[Completion]:
    plugins = text.plugins
    if vocabulary in plugins.vocabularies:
        for term in plugins.vocabularies[vocabulary].terms:
            yield Completion(term.code, "code", term.name)
    models = plugins.reference_models if vocabulary == "reference-models" else {}
    yield from (Completion(name, "code", model.title) for name, model in models.items())


def _ids(text: OpenText, ref: Ref) -> Iterator[Completion]:
    """Yield the ids of the document, then those of the registry."""
    for section in SECTIONS:
        if section.keyed and kind_of(section) in ref.kinds:
            for part in (text.value, *_others(text)):
                for id, entry in part.get(section.key, {}).items():
                    yield Completion(id, "id", _name(entry))
    if "organization" in ref.kinds:
        for id, each in text.plugins.vocabularies.organizations.items():
            yield Completion(id, "id", each.name or spoken(each) or "")


def _others(text: OpenText) -> Iterator[dict[str, Any]]:
    """Yield what the other files of the document say."""
    document = text.read.document
    if document is not None:
        yield document.whole.value


def _name(entry: Any) -> str:
    return str(entry.get("name") or entry.get("title") or "") if isinstance(entry, dict) else ""
