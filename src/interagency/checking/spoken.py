"""What people call things, and which names several things share."""

from collections import Counter
from typing import Any

from interagency.model import Architecture, Organization, Source


def spoken(entity: Any) -> str | None:
    """Return the name of something: of an organization its acronym, of a post its title."""
    fields = ("acronym", "name") if isinstance(entity, Organization) else ("name", "acronym")
    names = (getattr(entity, field, None) for field in (*fields, "title"))
    return next((name for name in names if isinstance(name, str)), None)


def shared_names(architecture: Architecture) -> frozenset[str]:
    """Return the names, in small letters, that several things have: alone they tell nothing."""
    entities = (each for each in architecture.iter_entities() if not isinstance(each, Source))
    names = Counter(name.casefold() for each in entities if (name := spoken(each)))
    return frozenset(name for name, count in names.items() if count > 1)
