"""Where an issue goes next: the lines along which it escalates, as far as they are recorded."""

from collections.abc import Iterator
from typing import final

from attrs import frozen

from interagency.model import Body, Fact, Link, Office, Post
from interagency.model.grammar import RESERVED
from interagency.snapshot.index import Index

_LINES = ("escalates_to", "reports_to")


@final
@frozen
class Rise:
    """One step up: from where to where, by what kind of line, and the fact that says so.

    Attributes:
        start: Id of where it starts.
        kind: escalates_to, reports_to, within, led_through, office or parent.
        end: Id of where it ends.
        fact: The record that says so.
    """

    start: str
    kind: str
    end: str
    fact: Fact


def rises(snapshot: Index, start: str) -> tuple[Rise, ...]:
    """Return the steps up from something: the lines that escalate, else the first other way up."""
    for kind in _LINES:
        found = tuple(_along(snapshot, start, kind))
        if found:
            return found
    entity = snapshot.now.entities.get(start)
    match entity:
        case Body(parent=str(above)):
            return (Rise(start, "within", above, entity.within or entity),)
        case Body():
            return tuple(_through_posts(snapshot, entity))
        case Post(office=str(above)) if above not in RESERVED:
            return (Rise(start, "office", above, entity),)
        case Office(parent=str(above)):
            return (Rise(start, "parent", above, entity),)
    return ()


def _through_posts(snapshot: Index, body: Body) -> Iterator[Rise]:
    """Yield the steps to the posts through which a body is led: who chairs it takes issues on."""
    for seat in snapshot.seats(body.id):
        ends = (seat.post, seat.held_by)
        post = next((end for end in ends if isinstance(_entity(snapshot, end), Post)), None)
        if post is not None and seat.is_certain and snapshot.standing(seat).leads:
            yield Rise(body.id, "led_through", post, seat)


def _entity(snapshot: Index, id: str | None) -> object:
    return snapshot.now.entities.get(id or "")


def _along(snapshot: Index, start: str, kind: str) -> Iterator[Rise]:
    for link in snapshot.links(start, kind):
        if link.target and link.is_certain:
            yield Rise(start, kind, link.target, link)


def escalation(snapshot: Index, start: str) -> tuple[Rise, ...]:
    """Return every step up from something, the nearest first; each place is left once."""
    found: list[Rise] = []
    seen, ahead = {start}, [start]
    for here in ahead:  # which grows as it goes
        for rise in rises(snapshot, here):
            found.append(rise)
            if rise.end not in seen:
                seen.add(rise.end)
                ahead.append(rise.end)
    return tuple(found)


def ends(snapshot: Index, start: str) -> tuple[str, ...]:
    """Return where the lines from something end: itself, if nothing leads on from it."""
    steps = escalation(snapshot, start)
    starts = {step.start for step in steps}
    tops = (step.end for step in steps if step.end not in starts)
    return tuple(dict.fromkeys(tops)) or ((start,) if not steps else ())


def levels_above(snapshot: Index) -> tuple[tuple[str, ...], ...]:
    """Return where issues of the document go, level by level, the nearest first.

    Nothing if no line along which issues escalate is recorded.
    """
    lines: dict[str, list[str]] = {}
    for link in escalates(snapshot):
        if link.target:
            lines.setdefault(link.from_, []).append(link.target)
    targets = {end for ends in lines.values() for end in ends}
    here, seen = [start for start in lines if start not in targets], set[str]()
    found: list[tuple[str, ...]] = []
    while here:
        ends = dict.fromkeys(end for start in here for end in lines.get(start, ()))
        here = [end for end in ends if end not in seen]
        seen.update(here)
        found += [tuple(here)] if here else []
    return tuple(found)


def escalates(snapshot: Index) -> Iterator[Link]:
    """Yield every certain line along which issues escalate."""
    for link in snapshot.now.links:
        if link.kind == "escalates_to" and link.is_certain:
            yield link
