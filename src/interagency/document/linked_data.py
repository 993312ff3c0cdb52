"""Documents as JSON-LD: the Organization Ontology and PROV of W3C beside our own fields, and back.

Every field of a record stands under its own key, so that a document comes back whole. Beside it
stand what tools of linked data look for, under keys with a prefix: who is a member of what, in
which role, and what a statement was derived from. Those keys are not read back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from interagency.document.migrations import current_version
from interagency.document.shape import HEADER, SHORT, VERSION_KEY, file_key
from interagency.document.writer import header_of, to_entry
from interagency.model import Architecture, Body, Day
from interagency.model.facts import Fact
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import RESERVED, Ref
from interagency.model.sections import SECTIONS, Section
from interagency.vocabularies import Vocabularies, shipped

NAMESPACE: Final = "https://interagency.example/ns#"
_CONTEXT: Final[Mapping[str, Any]] = {
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    # what has keys of its own, which are no terms
    **{
        key: {"@type": "@json"}
        for key in ("figures", "identifiers", "names", "reached", "roles", "targets")
    },
}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PAGE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
# What W3C calls the records of a section, beside our own class of each.
_CLASSES: Final[Mapping[str, str]] = {
    "organizations": "org:FormalOrganization",
    "offices": "org:Site",
    "posts": "org:Post",
    "seats": "org:Membership",
    "sources": "prov:Entity",
    "plans": "prov:Plan",
}
_BODY: Final = "org:OrganizationalCollaboration"


def linked_data(
    architecture: Architecture,
    namespace: str = NAMESPACE,
    vocabularies: Vocabularies | None = None,
) -> dict[str, Any]:
    """Return an architecture as JSON-LD, to be written as JSON.

    Args:
        architecture: The architecture.
        namespace: The IRI that the names of our own terms begin with.
        vocabularies: The code lists; by default the shipped ones.
    """
    roles = (vocabularies or shipped())["role-terms"]
    found: dict[str, Any] = {
        "@context": {"@vocab": namespace, "ia": namespace, **_CONTEXT, **_references()},
        "@id": "",
        "@type": ["Architecture", "prov:Entity"],
        VERSION_KEY: current_version(),
    }
    header = header_of(architecture)
    shapes = {file_key(shape): shape for shape in HEADER}
    found |= {key: _linked(shapes[key], value) for key, value in header.items()}
    found |= {"dcterms:title": architecture.title} if architecture.title else {}
    for section in SECTIONS:
        records = getattr(architecture, section.key)
        if records:
            found[section.key] = [_record(section, each, roles.get) for each in records]
    return found


def plain_of_linked(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain dict of a document from the JSON-LD that `linked_data` gave.

    What stands under other keys is left as it is, so that loading it says what is wrong.
    """
    sections = {section.key: section for section in SECTIONS}
    plain = {key: each for key, each in _own(value) if key not in sections}
    shapes = {file_key(shape): shape for shape in HEADER}
    plain = {key: _unlinked(shapes.get(key), each) for key, each in plain.items()}
    for key, section in sections.items():
        if not section.nested and isinstance(value.get(key), list):
            plain[key] = _entries(section, value[key])
    for seat in _records(sections["seats"], value.get("seats", [])):
        _place(plain, seat)
    return plain


def _references() -> dict[str, Any]:
    """Return the fields that name other records, as terms whose values are IRIs."""
    shapes = (shape for section in SECTIONS for shape in fields_of(section.holds))
    return {
        file_key(shape): {"@type": "@id"}
        for shape in (*shapes, *HEADER)
        if isinstance(shape.mark, Ref)
    }


def _record(section: Section, record: Any, role: Any) -> dict[str, Any]:
    """Return a record with all its fields, and what tools of linked data look for."""
    shapes = {file_key(shape): shape for shape in fields_of(section.holds)}
    entry = {key: _linked(shapes[key], value) for key, value in to_entry(record).items()}
    id = {"@id": f"#{entry.pop('id')}"} if section.keyed else {}
    return {**id, "@type": _types(section), **entry, **dict(_standard(section, record, role))}


def _types(section: Section) -> list[str]:
    name = section.holds.__name__
    standard = _BODY if issubclass(section.holds, Body) else _CLASSES.get(section.key)
    return [name, standard] if standard else [name]


def _standard(section: Section, record: Any, role: Any) -> Iterator[tuple[str, Any]]:
    """Return what W3C's vocabularies say of a record."""
    pairs: Iterable[tuple[str, Any]] = (
        ("skos:prefLabel", getattr(record, "name", None)),
        ("skos:altLabel", list(_labels(record))),
        ("dcterms:title", getattr(record, "title", None)),
        ("schema:startDate", _day(getattr(record, "since", None))),
        ("schema:endDate", _day(getattr(record, "until", None))),
        ("prov:wasDerivedFrom", _nodes(getattr(record, "sources", ()))),
        *_of_section(section, record, role),
    )
    return ((key, value) for key, value in pairs if value)


def _of_section(section: Section, record: Any, role: Any) -> Iterator[tuple[str, Any]]:
    if section.key == "seats":
        term = role(record.term)
        yield "org:organization", _node(record.body)
        yield "org:member", _node(record.holder)
        yield "org:role", {"@id": f"ia:role-terms/{term.code}"} if term else None
    elif issubclass(section.holds, Body):
        yield "org:subOrganizationOf", _node(record.parent)
    elif section.key == "posts":
        yield "org:postIn", _node(record.organization)
    elif section.key == "offices":
        yield "org:siteOf", _node(record.organization)
    elif section.key == "sources":
        yield "dcterms:publisher", record.publisher
        yield "dcterms:issued", _day(record.published)
        yield "schema:url", {"@id": record.url} if _PAGE.fullmatch(record.url or "") else None


def _labels(record: Any) -> Iterator[Any]:
    """Yield the other names of a record, with their languages."""
    acronym = getattr(record, "acronym", None)
    yield from [acronym] if acronym else []
    for language, name in getattr(record, "names", ()):
        if _LANGUAGE.fullmatch(language):
            yield {"@value": name, "@language": language}


def _day(day: Day | None) -> str | None:
    return day.text if day else None


def _node(id: str | None) -> dict[str, str] | None:
    return {"@id": f"#{id}"} if id and id not in RESERVED else None


def _nodes(ids: Iterable[str]) -> list[dict[str, str]]:
    return [node for id in ids if (node := _node(id))]


def _linked(shape: FieldShape, value: Any) -> Any:
    """Return a value of a file, with IRIs where it names other records."""
    if isinstance(value, list):
        return [_linked(shape, each) for each in value]
    inner = _inner(shape)
    if isinstance(value, dict) and inner:
        return {key: _linked(inner[key], each) for key, each in value.items()}
    named = inner.get(SHORT[shape.of], shape) if shape.of in SHORT else shape
    if isinstance(named.mark, Ref) and isinstance(value, str):
        return f"ia:{value}" if value in RESERVED else f"#{value}"
    return value


def _unlinked(shape: FieldShape | None, value: Any) -> Any:
    """Return a value of JSON-LD as a file has it."""
    if isinstance(value, list):
        return [_unlinked(shape, each) for each in value]
    inner = _inner(shape) if shape else {}
    if isinstance(value, dict) and inner:
        return {key: _unlinked(inner.get(key), each) for key, each in _own(value)}
    named = inner.get(SHORT[shape.of], shape) if shape and shape.of in SHORT else shape
    if named and isinstance(named.mark, Ref) and isinstance(value, str):
        word = value.removeprefix("ia:")
        return word if word in RESERVED else value.removeprefix("#")
    return value


def _inner(shape: FieldShape) -> dict[str, FieldShape]:
    """Return the fields inside a field that holds records."""
    is_record = issubclass(shape.of, Fact)
    return {file_key(each): each for each in fields_of(shape.of)} if is_record else {}


def _own(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what is written under our own keys."""
    return ((key, each) for key, each in value.items() if ":" not in key and key[:1] != "@")


def _records(section: Section, values: Any) -> Iterator[Any]:
    shapes = {file_key(shape): shape for shape in fields_of(section.holds)}
    for each in values if isinstance(values, list) else ():
        if isinstance(each, dict):
            yield {key: _unlinked(shapes.get(key), one) for key, one in _own(each)}


def _entries(section: Section, values: list[Any]) -> Any:
    entries = list(_records(section, values))
    if not section.keyed:
        return entries
    ids = [str(each.get("@id", "")).removeprefix("#") for each in values if isinstance(each, dict)]
    return dict(zip(ids, entries, strict=True))


def _place(plain: dict[str, Any], seat: dict[str, Any]) -> None:
    """Put a seat into the entry of its body, under its term."""
    body, term = seat.pop("body", ""), seat.pop("term", "")
    keys = (section.key for section in SECTIONS if section.seats)
    homes = (plain[key] for key in keys if body in plain.get(key, ()))
    home = next(homes, None)
    if home is not None:
        home[body].setdefault("seats", {}).setdefault(term, []).append(seat)
