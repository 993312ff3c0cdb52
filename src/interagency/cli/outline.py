"""What one line of the tree says of a body, a plan, an office or a post."""

from collections.abc import Iterator
from itertools import groupby

from interagency.checking import Snapshot, leadership_of, name_of
from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Body,
    Certainty,
    Forum,
    Link,
    Office,
    Plan,
    Post,
    Seat,
)

_MARKS = {
    Certainty.STATED: "",
    Certainty.INFERRED: " (inferred)",
    Certainty.DISPUTED: " (disputed)",
}
_WORDS = {UNKNOWN: "?", VACANT: "VACANT", NONE: "none by design"}


def setting(snapshot: Snapshot) -> str:
    """Return what the whole document is about: situation, level, areas, populations."""
    now = snapshot.now
    level = (now.level.value,) if now.level else ()
    values = ((now.situation,) if now.situation else (), level, now.areas, now.populations)
    return "  ".join(" ".join(each) for each in values if each)


def body_line(snapshot: Snapshot, body: Body) -> str:
    """Return a body with its kind, its leaders, where it works and to whom it reports."""
    parts = [
        _title(snapshot, body),
        "; ".join(_leaders(snapshot, body)),
        _scope(snapshot, body),
        "; ".join(_links(snapshot, body)),
    ]
    return "  ".join(part for part in parts if part)


def _title(snapshot: Snapshot, body: Body) -> str:
    acronym = f" ({body.acronym})" if body.acronym and body.name else ""
    several = f" x {body.stands_for}" if body.stands_for else ""
    sure = body.within.certainty if body.within else Certainty.STATED
    mark = _MARKS[body.certainty] or (" (place inferred)" if sure is not Certainty.STATED else "")
    return f"{name_of(snapshot, body.id)}{acronym}{several}{mark}"


def _leaders(snapshot: Snapshot, body: Body) -> Iterator[str]:
    """Yield each term of leadership with who holds it, and a question mark for an open slot."""
    seats = [seat for seat in snapshot.seats(body.id) if snapshot.standing(seat).leads]
    for term, group in groupby(seats, key=lambda seat: seat.term):
        yield f"{term}: {', '.join(_holder(snapshot, seat) for seat in group)}"
    leadership = leadership_of(snapshot, body)
    if not leadership.lead.written and not leadership.co_lead.written and not leadership.closed:
        yield "lead: ?"
    elif (
        leadership.lead.closed and not leadership.co_lead.closed and not leadership.co_lead.written
    ):
        yield "co-lead: ?"


def _holder(snapshot: Snapshot, seat: Seat) -> str:
    mark = _MARKS[seat.certainty]
    if seat.holder in _WORDS:
        return _WORDS[seat.holder or ""] + mark
    count = f"{seat.count} x " if seat.count else ""
    who = name_of(snapshot, seat.held_by) if seat.held_by else f"{count}a {seat.kind or 'holder'}"
    return f"{who}{_through(snapshot, seat)}{mark}"


def _through(snapshot: Snapshot, seat: Seat) -> str:
    return f" ({name_of(snapshot, seat.post)})" if seat.post and seat.post != UNKNOWN else ""


def _scope(snapshot: Snapshot, body: Body) -> str:
    """Return the effective level and areas of a body where they are not those above it."""
    parent = snapshot.bodies.get(body.parent or "")
    now = snapshot.now
    level, areas = snapshot.level(body), snapshot.areas(body)
    if level == (snapshot.level(parent) if parent else now.level):
        level = None
    if areas == (snapshot.areas(parent) if parent else now.areas):
        areas = ()
    where = " ".join("?" if area == UNKNOWN else area for area in areas[:6])
    more = f" and {len(areas) - 6} more" if len(areas) > 6 else ""
    scope = ", ".join(part for part in (level.value if level else "", where + more) if part)
    return f"[{scope}]" if scope else ""


def _links(snapshot: Snapshot, body: Body) -> Iterator[str]:
    links = snapshot.links(body.id, "reports_to")
    if links:
        yield f"reports to {', '.join(_end(snapshot, link) for link in links)}"
    elif not isinstance(body, Forum) and not body.parent:
        yield "reports to ?"


def _end(snapshot: Snapshot, link: Link) -> str:
    name = "nobody" if link.to == NONE else _WORDS.get(link.to) or _short(snapshot, link.to)
    return name + _MARKS[link.certainty]


def _short(snapshot: Snapshot, id: str) -> str:
    acronym: str | None = getattr(snapshot.now.entities[id], "acronym", None)
    return acronym or name_of(snapshot, id)


def plan_line(snapshot: Snapshot, plan: Plan) -> str:
    """Return a plan with its kind, status, countries, requirement and stated figures."""
    name = name_of(snapshot, plan.id)
    forum = plan.forum and f"forum: {_WORDS.get(plan.forum) or _short(snapshot, plan.forum)}"
    countries = " ".join(_WORDS.get(each, each) for each in plan.countries)
    figures = ", ".join(f"{figure.name} {figure}" for figure in plan.figures)
    details = (plan.kind, plan.status, countries, plan.requirement, figures, forum)
    return "  ".join([name, *(str(each) for each in details if each)])


def office_line(snapshot: Snapshot, office: Office) -> str:
    """Return an office with its kind and whose it is."""
    owner = f"of {name_of(snapshot, office.organization)}" if office.organization else ""
    details = (name_of(snapshot, office.id), office.kind, owner)
    return "  ".join(each for each in details if each)


def post_line(snapshot: Snapshot, post: Post) -> str:
    """Return a post with its grade, capacity, designations and to whom it reports."""
    title = f"{name_of(snapshot, post.id)}{f', {post.grade}' if post.grade else ''}"
    links = snapshot.links(post.id, "reports_to")
    above = f"reports to {', '.join(_end(snapshot, link) for link in links)}" if links else ""
    details = (title, post.capacity, ", ".join(post.designations), above)
    return "  ".join(each for each in details if each)


def counts_line(snapshot: Snapshot) -> str:
    """Return how much there is of everything, in one line."""
    now = snapshot.now
    sections = ("forums", "sectors", "sub_sectors", "working_groups", "organizations", "plans")
    counts = [(name, len(getattr(now, name))) for name in (*sections, "offices", "posts")]
    named = [counted(count, _spoken(name)) for name, count in counts if count]
    seats = [seat for seat in now.seats if snapshot.standing(seat).leads]
    vacant = sum(seat.holder == VACANT for seat in seats)
    held = sum(seat.holder not in _WORDS for seat in seats)
    open_ = sum(not leadership_of(snapshot, body).closed for body in now.bodies)
    bodies = counted(open_, "bodies")
    leading = (
        f"leadership: {counted(held, 'seats')} held, {vacant} vacant, {bodies} not known in full"
    )
    return "; ".join(part for part in (", ".join(named), leading) if part)


def counted(count: int, plural: str) -> str:
    """Return a number of things as people say it: 1 body, 2 bodies."""
    singular = "body" if plural == "bodies" else plural.removesuffix("s")
    return f"{count} {singular if count == 1 else plural}"


def _spoken(section: str) -> str:
    return section.replace("sub_", "sub-").replace("_", " ")
