"""What a selector may speak of: the classes of things, by the names that packs use."""

from typing import Any, Final

from interagency.checking import Snapshot
from interagency.conformance.expectations import Selector
from interagency.model import (
    Appeal,
    Architecture,
    Body,
    Forum,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Product,
    Sector,
    SubSector,
    WorkingGroup,
)

CLASSES: Final[dict[str, type[Any]]] = {
    "forum": Forum,
    "sector": Sector,
    "sub-sector": SubSector,
    "working-group": WorkingGroup,
    "organization": Organization,
    "plan": Plan,
    "appeal": Appeal,
    "office": Office,
    "post": Post,
    "product": Product,
    "mandate": Mandate,
}


def classes_of(selector: Selector, record: object = None) -> tuple[type[Any], ...]:
    """Return the classes that a selector names; by default any body, or what is looked at."""
    if selector.of:
        return tuple(CLASSES[name] for name in selector.of)
    return (Body,) if record is None else (type(record),)


def records_of(snapshot: Snapshot, selector: Selector) -> list[Any]:
    """Return the things of a day that are of a class that a selector names."""
    now: Architecture = snapshot.now
    classes = classes_of(selector)
    everything = (*now.iter_entities(), *(now.appeals if Appeal in classes else ()))
    return [each for each in everything if isinstance(each, classes)]
