"""How a picture or a register says what is known of a body, and what is not."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from interagency.checking import Snapshot, leadership_of, name_of
from interagency.exporters.one_line import listed, one_line
from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Body,
    Certainty,
    Fact,
    Forum,
    Link,
    Organization,
    Post,
    Seat,
)

WORDS: Final = {UNKNOWN: "?", VACANT: "VACANT", NONE: "none by design"}
_VERBS: Final = {
    "participates_in": "takes part in",
    "coordinates_with": "coordinates with",
    "supports": "supports",
    "mirrors": "mirrors",
    "same_as": "same as",
}
_MOST_AREAS: Final = 4


def mark(fact: Fact) -> str:
    """Return how sure a fact is, nothing if it is stated."""
    return "" if fact.certainty is Certainty.STATED else f" ({fact.certainty.value})"


def title(snapshot: Snapshot, body: Body) -> str:
    """Return the name of a body, its acronym, and how many it stands for."""
    name = one_line(name_of(snapshot, body.id))
    acronym = f" ({one_line(body.acronym, 20)})" if body.acronym and body.name else ""
    several = f" × {body.stands_for}" if body.stands_for else ""
    return f"{name}{acronym}{several}{mark(body)}"


def short(snapshot: Snapshot, id: str) -> str:
    """Return the acronym of something if no other body has it, else its name."""
    acronym: str | None = getattr(snapshot.now.entities.get(id), "acronym", None)
    others = [body for body in snapshot.now.bodies if body.acronym == acronym and body.id != id]
    return one_line(acronym if acronym and not others else name_of(snapshot, id))


def leaders(snapshot: Snapshot, body: Body) -> Iterator[tuple[str, str]]:
    """Yield each term of leadership with who holds it, and a question mark for an open slot."""
    seats = [seat for seat in snapshot.seats(body.id) if snapshot.standing(seat).leads]
    for term, group in groupby(seats, key=lambda seat: seat.term):
        yield one_line(term, 30), listed([holder(snapshot, seat) for seat in group])
    found = leadership_of(snapshot, body)
    if not (found.lead.written or found.co_lead.written or found.closed):
        yield "lead", "?"
    elif found.lead.closed and not (found.co_lead.closed or found.co_lead.written):
        yield "co-lead", "?"


def holder(snapshot: Snapshot, seat: Seat) -> str:
    """Return who holds a seat, through which post, and how sure that is."""
    if seat.holder in WORDS:
        return WORDS[seat.holder or ""] + mark(seat)
    count = f"{seat.count} × " if seat.count else ""
    unnamed = f"{count}a {one_line(seat.kind or 'holder')}"
    who = _named(snapshot, seat.held_by) if seat.held_by else unnamed
    post = seat.post if seat.post and seat.post != UNKNOWN else None
    through = f" ({one_line(name_of(snapshot, post))})" if post else ""
    return f"{who}{through}{mark(seat)}"


def _named(snapshot: Snapshot, id: str) -> str:
    """Return the name of a holder; of a post, with the organization behind it."""
    name = one_line(name_of(snapshot, id))
    behind = snapshot.organization_of(id) if isinstance(snapshot.now.find(id), Post) else None
    return f"{name}, {one_line(name_of(snapshot, behind))}" if behind else name


def scope(snapshot: Snapshot, body: Body) -> str:
    """Return the effective level and areas of a body where they are not those above it."""
    parent = snapshot.bodies.get(body.parent or "")
    level, areas = snapshot.level(body), snapshot.areas(body)
    if level == (snapshot.level(parent) if parent else snapshot.now.level):
        level = None
    if areas == (snapshot.areas(parent) if parent else snapshot.now.areas):
        areas = ()
    where = listed([WORDS.get(area, one_line(area, 40)) for area in areas], _MOST_AREAS)
    return ", ".join(part for part in (level.value if level else "", where) if part)


def end(snapshot: Snapshot, link: Link) -> str:
    """Return what a link leads to, and how sure that is."""
    name = "nobody" if link.to == NONE else WORDS.get(link.to) or short(snapshot, link.to)
    return name + mark(link)


def reports_to(snapshot: Snapshot, body: Body) -> str:
    """Return to whom a body reports; a question mark if it lies in nothing and nobody said."""
    links = snapshot.links(body.id, "reports_to")
    if links:
        return listed([end(snapshot, link) for link in links])
    return "" if isinstance(body, Forum) or body.parent else "?"


def other_lines(snapshot: Snapshot, body: Body) -> Iterator[str]:
    """Yield what else a body has to do with others: supports, takes part in, mirrors."""
    for kind, verb in _VERBS.items():
        links = snapshot.links(body.id, kind)
        if links:
            yield f"{verb} {listed([end(snapshot, link) for link in links])}"


def setting(snapshot: Snapshot) -> str:
    """Return the day and what the document is about: situation, level, areas, populations."""
    now = snapshot.now
    day = snapshot.day.isoformat() if snapshot.day else "all time"
    situation = (now.situation,) if now.situation else ()
    level = (now.level.value,) if now.level else ()
    values = (situation, level, now.areas, now.populations)
    return " · ".join([day, *(listed([one_line(each, 40) for each in v]) for v in values if v)])


def is_vacant(snapshot: Snapshot, body: Body) -> bool:
    """Tell whether a seat of leadership is known to be empty."""
    found = leadership_of(snapshot, body)
    return bool(found.lead.vacant or found.co_lead.vacant)


def who_is(snapshot: Snapshot, id: str | None) -> str:
    """Return the name of an actor for a table, `?` for unknown, nothing if not written."""
    if id is None or id in WORDS:
        return WORDS.get(id or "", "")
    entity = snapshot.now.entities.get(id)
    return short(snapshot, id) if isinstance(entity, Organization) else one_line(
        name_of(snapshot, id)
    )
