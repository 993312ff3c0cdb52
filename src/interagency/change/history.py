"""History of a body: when it opened, what it took over from, who led it, and what was decided."""

from collections.abc import Iterable, Iterator
from typing import final

from attrs import frozen

from interagency.change.seat_operations import leads
from interagency.change.successions import SUCCEEDS, is_succession
from interagency.change.words import day_words, listed
from interagency.model import Architecture, Body, Day, Seat, named
from interagency.snapshot import Snapshot
from interagency.vocabularies import Vocabularies


@final
@frozen(kw_only=True)
class Event:
    """Something that happened to a body, or to one that it took over from.

    Attributes:
        day: When; None if that is not recorded.
        subject: Id of the body.
        text: What, with the names of those in it.
        is_end: Whether the day is the last of something.
    """

    day: Day | None
    subject: str
    text: str
    is_end: bool = False


def lineage(architecture: Architecture, id: str) -> tuple[str, ...]:
    """Return the ids of a body, of those it took over from, and of those that took over from it.

    Args:
        architecture: The architecture, with all its time.
        id: Id of the body.
    """
    links = [link for link in architecture.links if is_succession(link)]
    earlier = _reached(id, [(link.from_, link.to) for link in links])
    later = _reached(id, [(link.to, link.from_) for link in links])
    return (*reversed(earlier), id, *later)


def _reached(id: str, steps: Iterable[tuple[str, str]]) -> list[str]:
    """Return what can be reached from an id, the nearest first."""
    pairs = list(steps)
    found, waiting = dict[str, None](), [id]
    while waiting:
        here = waiting.pop(0)
        new = [end for start, end in pairs if start == here and end not in found and end != id]
        found |= dict.fromkeys(new)
        waiting += new
    return [*found]


def history(
    architecture: Architecture, id: str, vocabularies: Vocabularies | None = None
) -> tuple[Event, ...]:
    """Return what happened to a body and its lineage, in the order of time; what has no day first.

    Args:
        architecture: The architecture, with all its time.
        id: Id of the body.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        UnknownId: If nothing has the id.
        NotABody: If something else has it.
    """
    snapshot = Snapshot.of_all_time(architecture, vocabularies)
    snapshot.body(id)
    found: list[Event] = []
    for each in lineage(architecture, id):
        entity = architecture.entities.get(each)
        if isinstance(entity, Body):
            found += _life(snapshot, entity)
            found += _leaders(snapshot, entity)
        found += _decisions(snapshot, each)
    return tuple(sorted(found, key=_moment))


def _moment(event: Event) -> str:
    """Return what events are sorted by: the first day of what begins, the last of what ends."""
    if event.day is None:
        return ""
    return (event.day.last if event.is_end else event.day.first).isoformat()


def _life(snapshot: Snapshot, body: Body) -> Iterator[Event]:
    name = snapshot.name(body)
    took = [x for x in snapshot.links(body, SUCCEEDS) if is_succession(x)]
    if took:
        names = listed([snapshot.name(x.to) for x in took])
        yield _event(took[0].since or body.since, body, f"{name} took over from {names}")
    elif body.since is not None:
        yield _event(body.since, body, f"{name} opened")
    if body.until is not None:
        yield _event(body.until, body, f"{name} closed", is_end=True)


def _leaders(snapshot: Snapshot, body: Body) -> Iterator[Event]:
    for seat in snapshot.seats(body):
        if leads(snapshot.whole, seat.term, snapshot.vocabularies):
            yield from _seat(snapshot, body, seat)


def _seat(snapshot: Snapshot, body: Body, seat: Seat) -> Iterator[Event]:
    who = snapshot.name(seat.held_by) if seat.held_by else seat.holder or seat.kind or "unnamed"
    name = snapshot.name(body)
    since = seat.since or body.since  # a seat without dates is as old as its body
    if since is not None or seat.until is None:
        begin = "" if since is not None else " (since when is not recorded)"
        yield _event(since, body, f"{seat.term} of {name}: {who}{begin}")
    if seat.until is not None and seat.held_by:
        yield _event(seat.until, body, f"{who} no longer {seat.term} of {name}", is_end=True)


def _decisions(snapshot: Snapshot, id: str) -> Iterator[Event]:
    for each in snapshot.whole.decisions:
        if id in each.changes:
            by = listed([snapshot.name(x) for x in named(each.by)])
            text = f"decided: {snapshot.name(each)}{f', by {by}' if by else ''}"
            yield Event(day=each.day, subject=id, text=text)


def _event(day: Day | None, body: Body, text: str, *, is_end: bool = False) -> Event:
    return Event(day=day, subject=body.id, text=text, is_end=is_end)


def history_lines(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Yield each event as a day in words and a text; one decision on several bodies once."""
    lines = ((day_words(x.day) if x.day else "no date", x.text) for x in events)
    yield from dict.fromkeys(lines)
