"""Architectures to texts and files."""

import json
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby
from pathlib import Path as FilePath
from typing import Any

import attrs

from interagency.document.files import SUFFIXES, known_format
from interagency.document.migrations import current_version
from interagency.document.registry import Registry, called_for
from interagency.document.replacement import write_whole
from interagency.document.shape import (
    HEADER,
    IMPLIED,
    ONE_OR_MANY,
    SECTIONS,
    SHORT,
    VERSION_KEY,
    file_key,
)
from interagency.document.yaml_writer import yaml_text
from interagency.model import Architecture, Fact, Figure, Link, Seat
from interagency.model.fields import FieldShape, fields_of
from interagency.model.sections import SECTION_KEYS, Section
from interagency.vocabularies import Vocabularies, shipped

Entries = dict[str, Any]


def to_plain(architecture: Architecture, registry: Registry) -> dict[str, Any]:
    """Return what a document of an architecture says, ready to be written.

    Args:
        architecture: What to write.
        registry: The well-known organizations; those that equal it are left out, because
            reading brings them back.
    """
    lent = _lent(architecture, registry)
    written = {section.key: _section(architecture, section, lent) for section in SECTIONS}
    keyed = (entries for entries in written.values() if isinstance(entries, dict))
    homes = {id: entry for entries in keyed for id, entry in entries.items()}
    _place_seats(architecture.seats, homes)
    written["links"] = _place_links(architecture.links, homes)
    header = {VERSION_KEY: current_version(), **header_of(architecture)}
    return header | {key: entries for key, entries in written.items() if entries}


def header_of(architecture: Architecture) -> dict[str, Any]:
    """Return what holds for a whole document, by the keys of a file, without the version."""
    return _fields(architecture, HEADER)


def _lent(architecture: Architecture, registry: Registry) -> frozenset[str]:
    """Return the ids of the organizations that reading would bring back, in the same place."""
    organizations = architecture.organizations
    known = {each.id: each for each in organizations if registry.get(each.id) == each}
    own = tuple(each for each in organizations if each.id not in known)
    fields = {name: getattr(architecture, name) for name in SECTION_KEYS}
    called = called_for(fields | {"organizations": own}, known)
    return frozenset(known) if organizations == (*own, *called) else frozenset()


def _section(architecture: Architecture, section: Section, lent: frozenset[str]) -> Any:
    records = [] if section.holds is Link else getattr(architecture, section.key)
    if not section.keyed:
        return [to_entry(record) for record in records]
    return {each.id: to_entry(each, skip=("id",)) for each in records if each.id not in lent}


def _place_seats(seats: Iterable[Seat], homes: dict[str, Entries]) -> None:
    """Write each seat into the entry of its body, under its term."""
    for (body, term), group in groupby(seats, key=lambda seat: (seat.body, seat.term)):
        entries = [to_entry(seat, skip=IMPLIED[Seat]) for seat in group]
        homes[body].setdefault("seats", {})[term] = word_or_list(entries, Seat)


def _place_links(links: Iterable[Link], homes: dict[str, Entries]) -> list[Any]:
    """Write each link into the entry it starts from; return those whose start is not written."""
    homeless = []
    for (from_, kind), group in groupby(links, key=lambda link: (link.from_, link.kind)):
        if from_ in homes:
            entries = [to_entry(link, skip=IMPLIED[Link]) for link in group]
            homes[from_][kind] = word_or_list(entries, Link)
        else:
            homeless += [to_entry(link) for link in group]
    return homeless


def word_or_list(entries: list[Any], cls: type[Any]) -> Any:
    """Return the entries under a term or a kind of link, or the reserved word that stands alone."""
    shape = next(shape for shape in fields_of(cls) if shape.name == SHORT[cls])
    return entries[0] if len(entries) == 1 and entries[0] in shape.words else entries


def to_entry(record: Any, skip: tuple[str, ...] = ()) -> Any:
    """Return a record as a mapping, or as its one telling value."""
    shapes = [shape for shape in fields_of(type(record)) if shape.name not in skip]
    entry = _fields(record, shapes)
    short = SHORT.get(type(record))
    return entry[short] if short is not None and list(entry) == [short] else entry


def _fields(record: Any, shapes: Iterable[FieldShape]) -> Entries:
    defaults = {each.name: each.default for each in attrs.fields(type(record))}
    values = ((shape, getattr(record, shape.name)) for shape in shapes)
    return {
        file_key(shape): _value(shape, value)
        for shape, value in values
        if value != defaults[shape.name]
    }


def _value(shape: FieldShape, value: Any) -> Any:
    if shape.pairs:
        return dict(value)
    if shape.of is Figure:
        return {figure.name: _figure(figure) for figure in value}
    if not shape.many:
        return _single(value)
    if len(value) == 1 and (shape.name in ONE_OR_MANY or value[0] in shape.words):
        return _single(value[0])
    return [_single(each) for each in value]


def _single(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Fact):
        return to_entry(value)
    return value if isinstance(value, bool | int) else str(value)


def _figure(figure: Figure) -> str | int:
    is_whole = not figure.bound and figure.value == figure.value.to_integral_value()
    return int(figure.value) if is_whole and str(figure).isdigit() else str(figure)


def dumps(
    architecture: Architecture, *, format: str = "yaml", vocabularies: Vocabularies | None = None
) -> str:
    """Return the document of an architecture; reading it gives an equal architecture.

    Args:
        architecture: What to write.
        format: yaml or json.
        vocabularies: The registry of organizations to lean on; by default the shipped one.
    """
    kind = known_format(format)
    plain = plain_of(architecture, vocabularies)
    return json_text(plain) if kind == "json" else yaml_text(plain)


def plain_of(
    architecture: Architecture, vocabularies: Vocabularies | None = None
) -> dict[str, Any]:
    """Return what a document of an architecture says, as a plain dict in its shortest form.

    Args:
        architecture: What to write.
        vocabularies: The registry of organizations to lean on; by default the shipped one.
    """
    return to_plain(architecture, (vocabularies or shipped()).organizations)


def dump(
    architecture: Architecture,
    path: str | FilePath,
    *,
    format: str | None = None,
    vocabularies: Vocabularies | None = None,
) -> None:
    """Write the document of an architecture to a file.

    Args:
        architecture: What to write.
        path: The file; if it exists, it is replaced once all is written.
        format: yaml, json or xlsx; by default what the name of the file says.
        vocabularies: The registry of organizations to lean on; by default the shipped one.
    """
    target = FilePath(path)
    if format == "xlsx" or (format is None and target.suffix.lower() == ".xlsx"):
        from interagency.document.workbook.writer import write_workbook  # for who wants one

        write_whole(target, write_workbook(architecture, vocabularies=vocabularies))
        return
    kind = format or SUFFIXES.get(target.suffix.lower(), "yaml")
    write_whole(target, dumps(architecture, format=kind, vocabularies=vocabularies))


def json_text(plain: Any) -> str:
    """Return a plain value as JSON."""
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
