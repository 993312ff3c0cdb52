"""Where a field stands in a document, and under which id it is spoken of."""

from interagency.checking import Snapshot
from interagency.checking.naming import section_of, subject_of
from interagency.model import Answer, Appeal, Architecture, Link, Presence, Seat


def place_of(snapshot: Snapshot, record: object, field: str) -> str:
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
        case Answer():
            return f"answers.{record.id}.{field}"
    return f"{section_of(record)}.{subject_of(record)}.{field}"


def known_subject(snapshot: Snapshot, record: object) -> str:
    """Return the id under which a record is spoken of; nothing for the header and for answers."""
    subject = subject_of(record)
    return subject if subject in snapshot.whole.entities else ""
