"""Which entries are one and the same, and which may be, for counts of organizations and bodies."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import final

from attrs import frozen

from interagency.model import UNKNOWN, Architecture, Body, Link


@final
@frozen
class Sameness:
    """What the lines `same_as` of an architecture of one day join; `Snapshot` says what each is."""

    now: Architecture

    def identity(self, id: str) -> str:
        """Return the id under which something counts."""
        return self._identities.get(id, id)

    def may_be_another(self, id: str) -> bool:
        """Return whether something may be one with something else."""
        found = self.now.entities.get(id)
        return self.identity(id) in self._in_doubt or _sort(found) in self._in_doubt

    def distinct(self, ids: Iterable[str]) -> int:
        """Return how many different ones there are at least."""
        found = {self.identity(id) for id in ids}
        if not self._in_doubt:
            return len(found)
        doubtful = sum(map(self.may_be_another, found))
        return len(found) - max(0, doubtful - 1)

    @cached_property
    def _identities(self) -> Mapping[str, str]:
        return joined(self.now.links, "same_as")

    @cached_property
    def _in_doubt(self) -> frozenset[object]:
        """What may be one with something else, by id; for lines without an end, by sort."""
        found: set[object] = set()
        for link in self.now.links:
            if link.kind == "same_as" and link.to == UNKNOWN:
                found.add(_sort(self.now.entities[link.from_]))
            elif link.kind == "same_as" and link.target and not link.is_certain:
                found |= {self.identity(link.from_), self.identity(link.target)}
        return frozenset(found)


def _sort(entity: object) -> type:
    """Return the class of an entity; all bodies are of one sort."""
    return Body if isinstance(entity, Body) else type(entity)


def joined(links: Iterable[Link], *kinds: str) -> Mapping[str, str]:
    """Return, for each id that certain links join to another, the first id of those joined."""
    above: dict[str, str] = {}

    def top(id: str) -> str:
        while above.get(id, id) != id:
            above[id] = above.get(above[id], above[id])  # a shorter way next time
            id = above[id]
        return id

    for link in links:
        if link.kind in kinds and link.target and link.is_certain:
            first, second = sorted((top(link.from_), top(link.target)))
            above[first] = above[second] = first
    return {id: top(id) for id in above}
