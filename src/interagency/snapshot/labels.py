"""How things are called in messages, and where they stand in a document."""

from interagency.model import (
    Answer,
    Appeal,
    Architecture,
    Handover,
    Link,
    Presence,
    Seat,
    sections,
)
from interagency.model.keys import spoken
from interagency.snapshot.index import Index


def section_of(entity: object) -> str:
    """Return the section of a document in which an entity stands."""
    section = sections.section_of(entity)
    return section.key if section else ""


def name_of(snapshot: Index, id: str) -> str:
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
        case Seat() | Handover():
            return record.body
        case Link():
            return record.from_
        case Appeal():
            return record.plan
        case Presence():
            return record.organization
    return str(getattr(record, "id", ""))


# A vowel before the y keeps it: 2 days.
_TO_IES = tuple(f"{letter}y" for letter in "bcdfglmnprstvz")


def counted(count: int, noun: str) -> str:
    """Return a count with its noun in the right number: 1 entry, 2 entries, 3 info."""
    if count == 1 or noun == "info":
        return f"{count:,} {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith(_TO_IES) else f"{count:,} {noun}s"


def place_of(snapshot: Index, record: object, field: str) -> str:
    """Return the path of a field, for example sectors.health.covers."""
    match record:
        case Architecture():
            return field
        case Seat():
            body = snapshot.whole.entities[record.body]
            return f"{section_of(body)}.{record.body}.seats.{field}"
        case Link():
            return f"links.{field}"
        case Appeal():
            return f"appeals.{field}"
        case Presence():
            return f"presence.{field}"
        case Handover():
            return f"handovers.{field}"
        case Answer():
            return f"answers.{record.id}.{field}"
    return f"{section_of(record)}.{subject_of(record)}.{field}"


def known_subject(snapshot: Index, record: object) -> str:
    """Return the id under which a record is spoken of; nothing for the header and for answers."""
    subject = subject_of(record)
    return subject if subject in snapshot.whole.entities else ""
