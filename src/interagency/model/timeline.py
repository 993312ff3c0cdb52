"""The architecture of one day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from copy import copy
from datetime import date
from functools import cache
from itertools import chain, groupby
from typing import Any, TypeVar

import attrs

from interagency.model.facts import Certainty, DatedFact, Fact
from interagency.model.fast import column
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import Ref
from interagency.model.keys import seat_key
from interagency.model.relations import LINK_KINDS, Link, Seat
from interagency.model.sections import SECTIONS, Sectioned, entities_of

Whole = TypeVar("Whole", bound=Sectioned)
# A record goes when one of these goes; from everything else the reference is taken out.
_DOUBT = (Certainty.STATED, Certainty.INFERRED, Certainty.DISPUTED)
CARRIERS = ("parent", "part_of", "office", "body", "holder", "from_", "to", "plan")


def architecture_on(architecture: Whole, when: date) -> Whole:
    """Return what holds on a day; what lies in, sits in or rests on something else goes with it."""
    gone = _gone(architecture, when)
    changes: dict[str, Any] = {}
    for section in SECTIONS:
        name = section.key
        before = getattr(architecture, name)
        kept = tuple(_staying(before, gone, when))
        after = _without(kept, gone)
        if name == "seats" and after != kept:
            after = _told_apart(after)
        if after != before:
            changes[name] = after
    return _narrowed(architecture, changes) if changes else architecture


def _told_apart(seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """Return seats of which those that differed only by a post that is gone are one."""
    alike: dict[object, list[Seat]] = defaultdict(list)
    for each in seats:
        alike[seat_key(each)].append(each)
    return tuple(same[0] if len(same) == 1 else _joined(same) for same in alike.values())


def _joined(seats: list[Seat]) -> Seat:
    """Return the one seat that several are, in whatever order: as sure and as much as any."""
    surest = min(seats, key=lambda seat: (_DOUBT.index(seat.certainty), repr(seat)))
    changes: dict[str, Any] = {
        "sources": tuple(sorted({id for seat in seats for id in seat.sources})),
        "accountable": _most([seat.accountable for seat in seats], surest.accountable),
        "last_resort": True if any(seat.last_resort for seat in seats) else surest.last_resort,
    }
    if surest.holder is None:
        changes["count"] = sum(seat.count or 1 for seat in seats)
    return attrs.evolve(surest, **changes)


def _most(found: list[bool | str | None], otherwise: bool | str | None) -> bool | str | None:
    """Return for what somebody is accountable who is so in several seats: alone before jointly."""
    return True if True in found else next((each for each in found if each), otherwise)


def _narrowed(architecture: Whole, changes: dict[str, Any]) -> Whole:
    """Return an architecture with less in it.

    What is left of a whole one is whole and in order, as nothing refers to what is gone: neither
    is looked at again, which would take longer than all the rest.
    """
    narrowed = copy(architecture)
    for name, records in changes.items():
        object.__setattr__(narrowed, name, records)
    return narrowed


def _gone(architecture: Sectioned, when: date) -> Set[str]:
    """Return the ids that do not hold on the day, or that lie in one that does not."""
    inside: dict[str, list[str]] = defaultdict(list)
    waiting = []
    for each in entities_of(architecture):
        if not _holds(each, when):
            waiting.append(each.id)
        for name in _carriers(type(each)):
            inside[getattr(each, name)].append(each.id)
    gone: set[str] = set()
    while waiting:
        id = waiting.pop()
        gone.add(id)
        waiting += inside.pop(id, ())
    return gone


def _holds(record: object, when: date) -> bool:
    return not isinstance(record, DatedFact) or record.holds_on(when)


def _staying(records: Sequence[Any], gone: Set[str], when: date) -> Sequence[Any]:
    """Return the records that hold on a day and rest on nothing that is gone."""
    if not records:
        return records
    if isinstance(records[0], DatedFact):
        # As `holds_on`, without a call for each of a million seats.
        records = [
            each
            for each in records
            if (each.since is None or each.since.first <= when)
            and (each.until is None or when <= each.until.last)
        ]
    for name in _carriers(type(records[0])) if gone and records else ():
        carriers = column(records, name)
        if not gone.isdisjoint(carriers):
            pairs = zip(records, carriers, strict=True)
            records = [each for each, carrier in pairs if carrier not in gone]
    return records


def _carriers(cls: type) -> tuple[str, ...]:
    return _carrying(cls)


@cache
def _carrying(cls: type) -> tuple[str, ...]:
    return tuple(name for name in CARRIERS if hasattr(cls, name))


def _without(records: tuple[Any, ...], gone: Set[str]) -> tuple[Any, ...]:
    """Return records with the references to what is gone taken out, inside them too."""
    for shape, names in _nested_references(type(records[0])) if records and gone else ():
        records = tuple(_without_nested(each, shape.name, names, gone) for each in records)
    loose = _references(type(records[0])) if records and gone else ()
    touched = [shape for shape in loose if _has_gone(shape, records, gone)]
    if not touched:
        return records
    changes = (dict(_changes(each, touched, gone)) for each in records)
    return tuple(
        attrs.evolve(each, **found) if found else each
        for each, found in zip(records, changes, strict=True)
    )


def _without_nested(record: Any, field: str, names: Sequence[str], gone: Set[str]) -> Any:
    """Return a record without those of the records inside it that refer to what is gone."""
    inside = getattr(record, field)
    kept = tuple(each for each in inside if gone.isdisjoint(getattr(each, x) for x in names))
    return record if len(kept) == len(inside) else attrs.evolve(record, **{field: kept})


def _nested_references(cls: type) -> tuple[tuple[FieldShape, tuple[str, ...]], ...]:
    return _references_inside(cls)


@cache
def _references_inside(cls: type) -> tuple[tuple[FieldShape, tuple[str, ...]], ...]:
    """Return the lists of records inside a class, with the fields of theirs that refer."""
    lists = (each for each in fields_of(cls) if each.many and issubclass(each.of, Fact))
    named = ((each, tuple(shape.name for shape in _references(each.of))) for each in lists)
    return tuple((each, names) for each, names in named if names)


def _has_gone(shape: FieldShape, records: tuple[Any, ...], gone: Set[str]) -> bool:
    values = column(records, shape.name)
    return not gone.isdisjoint(chain.from_iterable(values) if shape.many else values)


def _changes(
    record: Any, loose: Sequence[FieldShape], gone: Set[str]
) -> Iterator[tuple[str, object]]:
    for shape in loose:
        value = getattr(record, shape.name)
        if shape.many and not gone.isdisjoint(value):
            yield shape.name, tuple(each for each in value if each not in gone)
        elif not shape.many and value in gone:
            yield shape.name, None


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


Orders = tuple[tuple[Seat, ...], tuple[Link, ...]]


def in_written_order(architecture: Sectioned) -> Orders:
    """Return the seats by body and term, and the links by where they start and by kind."""
    places = {each.id: place for place, each in enumerate(entities_of(architecture))}
    return _seats(architecture.seats, places), _links(architecture.links, places)


def _seats(seats: tuple[Seat, ...], places: dict[str, int]) -> tuple[Seat, ...]:
    written = zip(column(seats, "body"), column(seats, "term"), strict=True)
    runs = [run for run, _ in groupby(written)]
    homes = [places[body] for body, _ in runs]
    if len(set(runs)) == len(runs) and homes == sorted(homes):
        return seats  # as they come from most files: nothing to sort
    terms = {run: index for index, run in reversed([*enumerate(runs)])}
    return tuple(sorted(seats, key=lambda seat: (places[seat.body], terms[seat.body, seat.term])))


def _links(links: tuple[Link, ...], places: dict[str, int]) -> tuple[Link, ...]:
    kinds = {kind: place for place, kind in enumerate(LINK_KINDS)}
    return tuple(sorted(links, key=lambda link: (places[link.from_], kinds[link.kind])))
