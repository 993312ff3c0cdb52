"""What a user names by its id, or nearly: who does not know the id finds it in the message."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

import click

from interagency.change.history import lineage
from interagency.change.words import listed
from interagency.model import UnknownId
from interagency.report.printing import day_text, shown
from interagency.snapshot import Snapshot
from interagency.vocabularies.vocabulary import folded

Wanted = TypeVar("Wanted")

_MOST = 3
_LONGEST = 100


def known(snapshot: Snapshot, id: str, wanted: tuple[type[Wanted], ...], words: str) -> Wanted:
    """Return what has an id on the day of a snapshot.

    Args:
        snapshot: The snapshot.
        id: The id, as the user wrote it.
        wanted: What it may be the id of.
        words: The same in words, such as `a body`.

    Raises:
        UnknownId: If nothing has it; the error carries the ids of what may be meant by it.
        click.UsageError: If it is the id of something else, or of what is not there that day.
    """
    found = snapshot.now.entities.get(id)
    if isinstance(found, wanted):
        return found
    if found is not None:
        name = shown(snapshot.name(id))
        raise click.UsageError(f"{id!r} is the id of {name}, not of {words}")
    if id in snapshot.whole.entities:
        name, day = shown(snapshot.name(id)), day_text(snapshot.day)
        heirs = _heirs(snapshot, id)
        raise click.UsageError(f"{id!r}, {name}, does not exist on {day}{heirs}")
    raise UnknownId(id, _meant(snapshot, id, wanted))


def _heirs(snapshot: Snapshot, id: str) -> str:
    """Return which bodies of the day took over from a body that is not there any more."""
    later = lineage(snapshot.whole, id)
    after = [each for each in later[later.index(id) + 1 :] if each in snapshot.bodies]
    if not after:
        return ""
    return f"; {listed([f'{shown(snapshot.name(each))} ({each})' for each in after])} took over"


def _meant(snapshot: Snapshot, text: str, wanted: tuple[type[Any], ...]) -> tuple[str, ...]:
    """Return the ids of what is called like a text, or else nearly so."""
    by_name: dict[str, dict[str, None]] = defaultdict(dict)
    for entity in snapshot.now.iter_entities():
        if isinstance(entity, wanted):
            for name in _names(entity):
                by_name[folded(name[:_LONGEST])][entity.id] = None
    sought = folded(text[:_LONGEST])
    same = [sought] if sought in by_name else get_close_matches(sought, by_name, n=_MOST)
    return tuple(dict.fromkeys(id for name in same for id in by_name[name]))[:_MOST]


def _names(entity: Any) -> Iterator[str]:
    """Yield the id of something, and all that it is called."""
    yield entity.id
    spoken = (getattr(entity, field, None) for field in ("name", "acronym", "title"))
    yield from filter(None, spoken)
    yield from (name for _, name in getattr(entity, "names", ()))
    yield from (alias.name for alias in getattr(entity, "aliases", ()))
