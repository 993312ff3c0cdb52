"""The line that follows from where a body lies: a group in a coordination group reports to it."""

from interagency.model import Body, Certainty, Link
from interagency.snapshot.index import Index


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
