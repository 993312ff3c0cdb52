"""The architecture of one day."""

from collections import defaultdict
from collections.abc import Set
from copy import copy
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from interagency.model.bodies import Within
from interagency.model.facts import DatedFact
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import Ref
from interagency.model.integrity import KEYS, record_sections

if TYPE_CHECKING:
    from interagency.model.architecture import Architecture

# A record goes when one of these goes; from everything else the reference is taken out.
CARRIERS = ("within", "part_of", "parent", "office", "body", "holder", "from_", "to", "plan")


def architecture_on(architecture: "Architecture", when: date) -> "Architecture":
    """Return what holds on a day; what lies in, sits in or rests on something else goes with it."""
    gone = _gone(architecture, when)
    changes: dict[str, Any] = {}
    for name in record_sections():
        before = getattr(architecture, name)
        kept = tuple(each for each in before if _stays(each, gone, when))
        after = tuple(_without(each, gone) for each in kept)
        # What differed only by something that is gone is one and the same now.
        if name in KEYS and after != kept:
            after = tuple({KEYS[name](each): each for each in reversed(after)}.values())[::-1]
        if after != before:
            changes[name] = after
    return _narrowed(architecture, changes) if changes else architecture


def _narrowed(architecture: "Architecture", changes: dict[str, Any]) -> "Architecture":
    """Return an architecture with less in it.

    What is left of a whole one is whole and in order, as nothing refers to what is gone: neither
    is looked at again, which would take longer than all the rest.
    """
    narrowed = copy(architecture)
    for name, records in changes.items():
        object.__setattr__(narrowed, name, records)
    return narrowed


def _gone(architecture: "Architecture", when: date) -> Set[str]:
    """Return the ids that do not hold on the day, or that lie in one that does not."""
    inside: dict[str, list[str]] = defaultdict(list)
    waiting = []
    for each in architecture.iter_entities():
        if not _stays(each, frozenset(), when):
            waiting.append(each.id)
        for carrier in filter(None, _rests_on(each)):
            inside[carrier].append(each.id)
    gone: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in gone:
            gone.add(id)
            waiting += inside[id]
    return gone


def _stays(record: Any, gone: Set[str], when: date) -> bool:
    if isinstance(record, DatedFact) and not record.holds_on(when):
        return False
    return not gone or gone.isdisjoint(_rests_on(record))


def _rests_on(record: Any) -> list[str | None]:
    """Return the ids that a record goes with."""
    values = [getattr(record, name) for name in _carriers(type(record))]
    return [value.to if isinstance(value, Within) else value for value in values]


@cache
def _carriers(cls: type) -> tuple[str, ...]:
    return tuple(shape.name for shape in fields_of(cls) if shape.name in CARRIERS)


def _without(record: Any, gone: Set[str]) -> Any:
    """Return a record with the references to what is gone taken out."""
    changes: dict[str, Any] = {}
    for shape in _references(type(record)) if gone else ():
        value = getattr(record, shape.name)
        if shape.many and any(each in gone for each in value):
            changes[shape.name] = tuple(each for each in value if each not in gone)
        elif value in gone:
            changes[shape.name] = None
    return attrs.evolve(record, **changes) if changes else record


def _references(cls: type) -> tuple[FieldShape, ...]:
    return _loose_references(cls)


@cache
def _loose_references(cls: type) -> tuple[FieldShape, ...]:
    """Return the fields of a class that may lose a reference without losing the record."""
    return tuple(
        shape
        for shape in fields_of(cls)
        if isinstance(shape.mark, Ref)
        and shape.name not in CARRIERS
        and not {"organization", "source"} >= set(shape.mark.kinds)
    )
