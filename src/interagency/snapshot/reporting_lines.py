"""Lines to whom a body reports, also the one that follows from where it lies."""

from collections.abc import Sequence

from interagency.model import NONE, UNKNOWN, Body, Certainty, Link
from interagency.model.relations import LINK_KINDS
from interagency.snapshot.index import Index
from interagency.snapshot.verdict import Verdict


def implied_line(snapshot: Index, body: Body) -> Link | None:
    """Return the line of a body to the one it lies in, if no other is written; it is inferred.

    Nothing follows from a place that is unknown or disputed, nor for a body of which it is
    written that it reports to no one, or to whom is unknown.
    """
    within = body.within
    if within is None or not within.is_certain or snapshot.links(body.id, "reports_to"):
        return None
    if body.parent not in snapshot.bodies:
        return None
    return Link(kind="reports_to", from_=body.id, to=within.to, certainty=Certainty.INFERRED)


def reports_to_somebody(snapshot: Index, id: str) -> Verdict:
    """Answer whether something reports to anyone: a gap if it is recorded that it does not."""
    lines = snapshot.links(id, "reports_to")
    if any(line.is_certain and line.target for line in lines):
        return Verdict.MET
    body = snapshot.bodies.get(id)
    if body is not None and implied_line(snapshot, body):
        return Verdict.MET
    none = bool(lines) and all(line.is_certain and line.to == NONE for line in lines)
    return Verdict.GAP if none else Verdict.UNKNOWN


def not_told_apart(snapshot: Index, ids: Sequence[str]) -> list[str]:
    """Return those of some bodies that may be the same as another of them.

    Two are told apart by a line between them, or if one lies in the other. A body of which that
    is not all known may be told apart from any.
    """
    known = {id for id in ids if _lines_are_known(snapshot, id)}
    apart: dict[str, set[str]] = {id: {id} for id in known}
    for id in known:
        ends = {link.target for kind in LINK_KINDS for link in snapshot.links(id, kind)}
        for end in known & {*ends, snapshot.bodies[id].parent}:
            apart[id].add(end)
            apart[end].add(id)
    return [id for id in known if len(apart[id]) < len(known)]


def _lines_are_known(snapshot: Index, id: str) -> bool:
    links = (link for kind in LINK_KINDS for link in snapshot.links(id, kind))
    return snapshot.bodies[id].lies_in is not None and all(link.to != UNKNOWN for link in links)
