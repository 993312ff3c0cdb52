"""How things are called in messages, and where they stand in a document."""

from typing import Any, Final

from interagency.checking.snapshot import Snapshot
from interagency.checking.spoken import spoken
from interagency.model import (
    Answer,
    Appeal,
    Forum,
    Link,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Presence,
    Product,
    Seat,
    Sector,
    Source,
    SubSector,
    WorkingGroup,
)

SECTIONS: Final[dict[type[Any], str]] = {
    Source: "sources",
    Organization: "organizations",
    Forum: "forums",
    Sector: "sectors",
    SubSector: "sub_sectors",
    WorkingGroup: "working_groups",
    Link: "links",
    Mandate: "mandates",
    Plan: "plans",
    Appeal: "appeals",
    Presence: "presence",
    Office: "offices",
    Post: "posts",
    Product: "products",
    Answer: "answers",
}


def section_of(entity: object) -> str:
    """Return the section of a document in which an entity stands."""
    return SECTIONS.get(type(entity), "")


def name_of(snapshot: Snapshot, id: str) -> str:
    """Return what people call something: UNHCR, the name of a group, the title of a post.

    Where several things have the same name, the id stands behind it.
    """
    entity = snapshot.whole.entities.get(id)
    name = spoken(entity)
    if name is not None:
        return f"{name} ({id})" if name.casefold() in snapshot.shared_names else name
    kind = getattr(entity, "kind", None)
    return f"{kind} ({id})" if isinstance(kind, str) else id


def subject_of(record: object) -> str:
    """Return the id under which a record is spoken of: its own, or that of what it belongs to."""
    match record:
        case Seat():
            return record.body
        case Link():
            return record.from_
        case Appeal():
            return record.plan
        case Presence():
            return record.organization
    return str(getattr(record, "id", ""))
