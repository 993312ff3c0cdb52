"""Effective values: what a body inherits from where it lies, a post from its office.

Sources are no such value: where one thing was read says nothing of what lies in it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from interagency.model.bodies import Body
from interagency.model.facts import Fact
from interagency.model.offices import Office, Post
from interagency.model.organization import Organization
from interagency.model.relations import Link, Seat

if TYPE_CHECKING:
    from interagency.model.architecture import Architecture


def upward(architecture: "Architecture", body: Body) -> Iterator[Body]:
    """Yield a body, the body it lies in, and so on to the top."""
    here: object = body
    while isinstance(here, Body):
        yield here
        here = architecture.entities.get(here.parent or "")


def effective(architecture: "Architecture", body: Body, name: str) -> Any:
    """Return the effective value of a field of a body.

    Args:
        architecture: The architecture.
        body: The body.
        name: level, areas, populations or situation; an explicit `unknown` is a value, and ends
            the search.
    """
    for each in upward(architecture, body):
        value = getattr(each, name)
        if value is not None and value != ():
            return value
    return getattr(architecture, name)


def sources_of(
    architecture: "Architecture", fact: Fact, carrier: str | None = None
) -> tuple[str, ...]:
    """Return where a fact was read: its own sources, else its carrier's, else the file's.

    The carrier is the entry in which a fact is written: the body of a seat, the start of a line.
    A body that lies in another takes nothing from it.

    Args:
        architecture: The architecture.
        fact: The fact.
        carrier: Id of the entry that carries it; by default what a seat or a line belongs to.
    """
    if isinstance(fact, Seat):
        carrier = fact.body
    elif isinstance(fact, Link):
        carrier = fact.from_
    carried: tuple[str, ...] = getattr(architecture.entities.get(carrier or ""), "sources", ())
    return fact.sources or carried or architecture.default_sources


def organization_behind(architecture: "Architecture", holder: str | None) -> str | None:
    """Return the organization of a holder: itself, or that of a post or office; None if unknown."""
    entity = architecture.entities.get(holder or "")
    while isinstance(entity, Post | Office):
        above = entity.office if isinstance(entity, Post) else entity.parent
        entity = architecture.entities.get(entity.organization or above or "")
    return entity.id if isinstance(entity, Organization) else None
