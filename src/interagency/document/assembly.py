"""The plain value of a document to an architecture: quickly if it is good, in detail if not."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import evolve
from cattrs import ForbiddenExtraKeysError

from interagency.document.cures import Cures
from interagency.document.diagnose import read_sections
from interagency.document.problems import (
    MISFITS,
    MOST_PROBLEMS,
    InvalidDocument,
    Path,
    Problem,
)
from interagency.document.registry import called_for
from interagency.document.shape import SECTIONS
from interagency.document.structure import read_quickly
from interagency.model import Architecture, BrokenArchitecture, Fault, Organization
from interagency.vocabularies import Vocabularies

_STEP = re.compile(r"[^.\[\]]+|\[[0-9]+\]")

_KEYED = frozenset(section.key for section in SECTIONS if section.keyed)
_SECTION_OF = {section.holds: section.key for section in SECTIONS if section.keyed}

Registry = Mapping[str, Organization]


def quickly(
    data: dict[str, Any], registry: Registry, vocabularies: Vocabularies | None = None
) -> Architecture | list[Problem] | None:
    """Return the architecture of a good document, or what is wrong if that is plain already.

    None if that cannot be known without reading it in detail.

    Args:
        data: The plain value of the document.
        registry: The organizations that it may name without describing them.
        vocabularies: What to look for cures in; without it a problem has none.
    """
    fields: dict[str, Any] = {}
    try:
        fields = read_quickly(data)
        return _made(fields, registry)
    except BrokenArchitecture as error:
        return _problems_of_entries(_cured(error.faults, fields, vocabularies), data)
    except (*MISFITS, ForbiddenExtraKeysError, KeyError):
        return None


def assembled(data: dict[str, Any], registry: Registry) -> Architecture:
    """Return the architecture that a plain value describes, which is in the current format.

    Raises:
        InvalidDocument: With everything that is wrong, by paths in the value.
    """
    found = quickly(data, registry)
    if isinstance(found, Architecture):
        return found
    raise InvalidDocument(in_detail(data, registry) if found is None else found)


def _problems_of_entries(faults: tuple[Fault, ...], data: dict[str, Any]) -> list[Problem] | None:
    """Return faults as problems, if all are of entries whose section and id say where they are."""
    origins: dict[int, Path] = {}
    for fault in faults:
        section = _SECTION_OF.get(type(fault.record))
        if section is None or fault.record.id not in data.get(section, ()):
            return None
        origins[id(fault.record)] = (section, fault.record.id)
    return [_problem(fault, origins) for fault in faults]


def in_detail(
    data: dict[str, Any], registry: Registry, vocabularies: Vocabularies | None = None
) -> list[Problem]:
    """Return everything that is wrong with a document: what does not fit, what is broken.

    Args:
        data: The plain value of the document.
        registry: The organizations that it may name without describing them.
        vocabularies: What to look for cures in; without it a problem has none.
    """
    draft = read_sections(data)
    if len(draft.problems) >= MOST_PROBLEMS or _lacks_sections(data, draft.problems):
        return draft.problems
    try:
        _made(draft.fields, registry)
    except BrokenArchitecture as error:
        faults = _cured(error.faults, draft.fields, vocabularies)
        return draft.problems + [_problem(fault, draft.origins) for fault in faults]
    return draft.problems


def _lacks_sections(data: dict[str, Any], problems: list[Problem]) -> bool:
    """Return whether a whole section could not be read: nobody knows which ids stand in it."""
    lost = (str(problem.path[0]) for problem in problems if len(problem.path) == 1)
    return any(key in _KEYED or isinstance(data[key], dict) for key in lost)


def _made(fields: dict[str, Any], registry: Registry) -> Architecture:
    lent = called_for(fields, registry)
    return Architecture(**{**fields, "organizations": (*fields.get("organizations", ()), *lent)})


def _cured(
    faults: tuple[Fault, ...], fields: Mapping[str, Any], vocabularies: Vocabularies | None
) -> tuple[Fault, ...]:
    """Return faults that say what to write instead, where that can be worked out."""
    if vocabularies is None:
        return faults
    cures = Cures(fields, vocabularies)
    return tuple(evolve(fault, message=cures.message(fault)) for fault in faults)


def _problem(fault: Fault, origins: Mapping[int, Path]) -> Problem:
    """Return a fault as a problem at the place where its record was read."""
    steps = _STEP.findall(fault.field)
    field = tuple(int(step[1:-1]) if step[0] == "[" else step.rstrip("_") for step in steps)
    return Problem(fault.message, (*origins.get(id(fault.record), ()), *field))
