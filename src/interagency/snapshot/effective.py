"""What a body inherits from those it lies in: level, areas, populations, situation."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, final

from attrs import frozen

from interagency.model import (
    UNKNOWN,
    Architecture,
    Body,
    Office,
    Organization,
    Post,
)


@final
@frozen
class Inheritance:
    """The values of bodies of one day, each worked out once; `Snapshot` says what each is.

    Attributes:
        bodies: The bodies, by id.
    """

    bodies: Mapping[str, Body]

    def upward(self, body: Body) -> Iterator[Body]:
        """Yield a body, the body it lies in, and so on to the top."""
        here: Body | None = body
        while here is not None:
            yield here
            here = self.bodies.get(here.parent or "")

    def value(self, body: Body, name: str, default: Any) -> Any:
        """Return the value of a body, or of the nearest above; each step is taken once."""
        path: list[Body] = []
        for here in self.upward(body):
            path.append(here)
            if (name, here.id) in self._known:
                break
            value = getattr(here, name)
            if value is not None and value != ():
                self._known[name, here.id] = value
                break
            if lies_somewhere_unknown(here):
                self._known[name, here.id] = () if isinstance(default, tuple) else None
                break
        value = self._known.get((name, path[-1].id), default)
        self._known.update(((name, each.id), value) for each in path)
        return value

    def is_of_the_whole(self, body: Body, name: str) -> bool:
        """Return whether neither a body nor any above it has a value; each step is taken once.

        Where nobody knows in what a body lies, nobody knows who would say it.
        """
        path: list[str] = []
        found = True
        for here in self.upward(body):
            if (name, here.id) in self._open:
                found = self._open[name, here.id]
                break
            path.append(here.id)
            if getattr(here, name) not in (None, ()) or lies_somewhere_unknown(here):
                found = False
                break
        self._open.update(((name, id), found) for id in path)
        return found

    @cached_property
    def _known(self) -> dict[tuple[str, str], Any]:
        return {}

    @cached_property
    def _open(self) -> dict[tuple[str, str], bool]:
        return {}


def lies_somewhere_unknown(body: Body) -> bool:
    """Return whether what a body inherits is unknown: nobody knows, or agrees, where it lies."""
    within = body.within
    return within is not None and (within.to == UNKNOWN or not within.is_certain)


def organization_of(now: Architecture, holder: str) -> str | None:
    """Return the organization of a holder: itself, or that of a post or office; None if unknown."""
    found = now.entities.get(holder)
    if isinstance(found, Organization):
        return found.id
    if isinstance(found, Office):
        return _known(_owner(now, found.id))
    if isinstance(found, Post):
        owner = found.organization or _owner(now, found.office)
        return _known(owner) if found.is_certain else None
    return None


def _known(id: str | None) -> str | None:
    return None if id == UNKNOWN else id


def _owner(now: Architecture, office: str | None) -> str | None:
    found = now.entities.get(office or "")
    while isinstance(found, Office) and found.is_certain:
        if found.organization is not None:
            return found.organization
        found = now.entities.get(found.parent or "")
    return None
