"""Whose a seat, a post or an office is, as far as that is certain."""

from interagency.model import (
    UNKNOWN,
    Architecture,
    Certainty,
    Fact,
    Office,
    Organization,
    Post,
)


def organization_of(now: Architecture, holder: str) -> str | None:
    """Return the organization behind a holder: itself, or that of a post; None if unknown."""
    found = now.entities.get(holder)
    if isinstance(found, Organization):
        return found.id
    if isinstance(found, Post):
        owner = found.organization or _owner(now, found.office)
        return None if owner == UNKNOWN or not _is_certain(found) else owner
    return None


def _owner(now: Architecture, office: str | None) -> str | None:
    found = now.entities.get(office or "")
    while isinstance(found, Office) and _is_certain(found):
        if found.organization is not None:
            return found.organization
        found = now.entities.get(found.parent or "")
    return None


def _is_certain(fact: Fact) -> bool:
    return fact.certainty is not Certainty.DISPUTED
