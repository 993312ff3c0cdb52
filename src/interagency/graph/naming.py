"""What nodes and edges are called."""

from typing import Any, Final

from interagency.model import (
    Appeal,
    Link,
    Seat,
)
from interagency.model.keys import appeal_key, link_key, seat_key

UNNAMED: Final = "unnamed"


def key_of(kind: str, fact: Any) -> str:
    """Return the key of the edge of a fact: its natural key as text, the same in every run."""
    match fact:
        case Seat():
            return _text(kind, *seat_key(fact))
        case Link():
            return _text(*link_key(fact))
        case Appeal():
            return _text(kind, *appeal_key(fact))
    return f"{kind} {fact.id}"


def _text(*parts: object) -> str:
    """Join the parts of a key so that different keys never look alike."""
    return "/".join(map(_part, parts)).rstrip("/")


def _part(part: object) -> str:
    if isinstance(part, tuple):
        return "+".join(map(_part, part))
    return "" if part is None else str(part).replace("%", "%25").replace("/", "%2F")
