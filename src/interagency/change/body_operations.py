"""Changes of single bodies: open, rename, move."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from interagency.change.periods import continued, ended, is_over
from interagency.change.references import with_ids
from interagency.change.wholeness import ImpossibleChange, body_of, named, whole
from interagency.model import (
    NONE,
    Alias,
    Architecture,
    Body,
    DatedFact,
    Day,
    Link,
    Within,
    section_of,
)
from interagency.model.keys import KEYS
from interagency.model.sections import ENTITY_KEYS
from interagency.vocabularies import Vocabularies


def open_records(
    architecture: Architecture,
    records: Iterable[Any],
    day: Day | None = None,
    *,
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture with more in it: bodies with their seats and lines, plans, posts.

    Args:
        architecture: The architecture.
        records: The records, of any section. Seats and lines of a body that opens need no dates.
        day: The day on which bodies, plans, offices and posts open that state none.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If something has the id of one of them already.
        BrokenArchitecture: If the records do not fit the rest.
    """
    added: dict[str, list[Any]] = defaultdict(list)
    for each in records:
        section = section_of(each)
        if section is None:
            raise AssertionError(f"{each!r} is not a record")
        if section.key in ENTITY_KEYS and each.id in architecture.entities:
            name = named(architecture, each.id)
            raise ImpossibleChange(f"the id {each.id} is taken, by {name}; choose another")
        opens = section.key in ENTITY_KEYS and isinstance(each, DatedFact) and each.since is None
        added[section.key].append(evolve(each, since=day) if opens else each)
    sections = {key: (*getattr(architecture, key), *more) for key, more in added.items()}
    return whole(architecture, vocabularies, **sections)


def rename(
    architecture: Architecture,
    id: str,
    *,
    to: str | None = None,
    name: str | None = None,
    acronym: str | None = None,
) -> Architecture:
    """Return an architecture in which something has another id, name or acronym.

    References follow the id. A former name becomes an alias, so that it is still found.

    Args:
        architecture: The architecture.
        id: Its id.
        to: Its new id.
        name: Its new name.
        acronym: Its new acronym.

    Raises:
        ImpossibleChange: If nothing has the id, or something has the new one.
    """
    record: Any = architecture.entities.get(id)
    if record is None:
        raise ImpossibleChange(f"nothing has the id {id!r}")
    if to is not None and to != id and to in architecture.entities:
        raise ImpossibleChange(f"the id {to} is taken, by {named(architecture, to)}")
    changes = dict(_names(record, name, acronym))
    section = section_of(record)
    if section is None:
        raise AssertionError(f"{record!r} is not a record")
    records = getattr(architecture, section.key)
    new: Any = tuple(evolve(each, **changes) if each.id == id else each for each in records)
    renamed = evolve(architecture, **{section.key: new})
    return renamed if to in (None, id) else with_ids(renamed, {id: str(to)})


def _names(record: Any, name: str | None, acronym: str | None) -> Iterator[tuple[str, Any]]:
    field = "name" if hasattr(record, "name") else "title"
    if name is not None and not hasattr(record, field):
        raise ImpossibleChange(f"{record.id} has no name: it is known by its id alone")
    before = getattr(record, field, None)
    if name is not None and name != before:
        yield field, name
        if before and hasattr(record, "aliases"):
            former = [each for each in record.aliases if each.name not in (before, name)]
            yield "aliases", (*former, Alias(name=before))
    if acronym is not None:
        if not hasattr(record, "acronym"):
            raise ImpossibleChange(f"{record.id} has no acronym: only groups and organizations do")
        yield "acronym", acronym


def move(
    architecture: Architecture,
    body: str,
    within: str,
    day: Day,
    *,
    sources: tuple[str, ...] = (),
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which a body lies in another.

    A line by which it reported to the body it lay in goes to the new one. The format records one
    place of a body, so the former one is not kept.

    Args:
        architecture: The architecture.
        body: Id of the body that moves.
        within: Id of the body it moves to, or `none`.
        day: The first day on which it lies there.
        sources: Ids of the sources that say so.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If it would lie within itself, or lies there already.
    """
    moving = body_of(architecture, body, day)
    if within != NONE:
        body_of(architecture, within, day)
    name = named(architecture, body)
    if body in above(architecture, within):
        raise ImpossibleChange(f"{name} would lie within itself: move {within} first")
    if moving.within is not None and moving.within.to == within:
        raise ImpossibleChange(f"{name} lies in {within} already")
    place = Within(to=within, sources=sources)
    links = list(_redirected(architecture.links, moving, within, day))
    moved = with_bodies(architecture, {body: evolve(moving, within=place)})
    return whole(moved, vocabularies, links={KEYS["links"](each): each for each in links}.values())


def above(architecture: Architecture, id: str) -> list[str]:
    """Return the id of a body, of the one it lies in, and so on."""
    found: list[str] = []
    here: Any = architecture.entities.get(id)
    while isinstance(here, Body):
        found.append(here.id)
        here = architecture.entities.get(here.parent or "")
    return found


def with_bodies(architecture: Architecture, bodies: dict[str, Body]) -> Architecture:
    """Return an architecture in which some bodies are other ones with the same ids."""
    keys = dict.fromkeys(section.key for each in bodies.values() if (section := section_of(each)))
    changes: dict[str, Any] = {
        key: tuple(bodies.get(each.id, each) for each in getattr(architecture, key)) for key in keys
    }
    return evolve(architecture, **changes)


def _redirected(links: Iterable[Link], moving: Body, within: str, day: Day) -> Iterator[Link]:
    """Yield the links, of which those that report to the former place report to the new one."""
    for each in links:
        reports = (each.kind, each.from_, each.to) == ("reports_to", moving.id, moving.parent)
        if not reports or is_over(each, day):
            yield each
            continue
        if (before := ended(each, day)) is not None:
            yield before
        if within != NONE:
            yield continued(each, day, to=within)
