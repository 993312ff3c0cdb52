"""The people that a body is for, and those who lead what sits in it, as far as it is certain."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from interagency.model import Body, Forum, Level, named
from interagency.snapshot.verdict import Verdict, some

if TYPE_CHECKING:
    from interagency.snapshot.snapshot import Snapshot

_SITUATIONS: Final = ("refugee", "refugee-and-migrant")
_LEVELS: Final = (Level.NATIONAL, Level.SUB_NATIONAL, Level.SITE)
_PROTECTION: Final = frozenset(("PRO", "PRO-GBV"))
_REFUGEES: Final = ("refugees", "asylum-seekers", "refugees-and-migrants")


def is_for_refugees(snapshot: "Snapshot", body: Body) -> bool:
    """Return whether refugees are certainly among the people, or in the situation, of a body."""
    kinds = snapshot.vocabularies["populations"]
    people = named(snapshot.populations(body))
    concerned = any(kinds.is_a(each, wanted) for each in people for wanted in _REFUGEES)
    return concerned or snapshot.situation(body) in _SITUATIONS


def is_refugee_forum(snapshot: "Snapshot", body: Body) -> bool:
    """Return whether a body is a refugee coordination forum."""
    kinds = snapshot.vocabularies["body-kinds"]
    return any(kinds.is_a(kind, "rcf") for kind in body.kind)


def protection_rooms(snapshot: "Snapshot") -> Iterator[Body]:
    """Yield the refugee forums and the groups on protection or GBV, of a country or below."""
    for body in snapshot.certain(Body):
        is_group = not isinstance(body, Forum) and not _PROTECTION.isdisjoint(body.covers)
        if snapshot.level(body) in _LEVELS and (is_group or is_refugee_forum(snapshot, body)):
            yield body


def is_without(snapshot: "Snapshot", body: Body, tag: str) -> bool:
    """Return whether certainly no one in a body is led by those concerned.

    Args:
        snapshot: The snapshot.
        body: The body.
        tag: refugee-led, women-led or another tag of organizations.
    """
    present = [snapshot.is_led_by(each, tag) for each in snapshot.all_holders(body)]
    return bool(present) and some(present, closed=True) is Verdict.GAP
