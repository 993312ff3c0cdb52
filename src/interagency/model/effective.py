"""Effective values: what a body inherits from where it lies, a post from its office."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from interagency.model.bodies import Body
from interagency.model.offices import Office, Post
from interagency.model.organization import Organization

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
        name: level, areas, populations, situation or sources; an explicit `unknown` is a value,
            and ends the search.
    """
    for each in upward(architecture, body):
        value = getattr(each, name)
        if value is not None and value != ():
            return value
    return getattr(architecture, "default_sources" if name == "sources" else name)


def organization_behind(architecture: "Architecture", holder: str | None) -> str | None:
    """Return the organization of a holder: itself, or that of a post or office; None if unknown."""
    entity = architecture.entities.get(holder or "")
    while isinstance(entity, Post | Office):
        above = entity.office if isinstance(entity, Post) else entity.parent
        entity = architecture.entities.get(entity.organization or above or "")
    return entity.id if isinstance(entity, Organization) else None
