"""The people that a body is for, as far as they are certain."""

from typing import TYPE_CHECKING, Final

from interagency.model import Body, named

if TYPE_CHECKING:
    from interagency.snapshot.snapshot import Snapshot

_SITUATIONS: Final = ("refugee", "refugee-and-migrant")
_REFUGEES: Final = ("refugees", "asylum-seekers", "refugees-and-migrants")


def is_for_refugees(snapshot: "Snapshot", body: Body) -> bool:
    """Return whether refugees are certainly among the people, or in the situation, of a body."""
    kinds = snapshot.vocabularies["populations"]
    people = named(snapshot.populations(body))
    concerned = any(kinds.is_a(each, wanted) for each in people for wanted in _REFUGEES)
    return concerned or snapshot.situation(body) in _SITUATIONS
