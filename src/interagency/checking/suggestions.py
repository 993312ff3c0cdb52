"""Candidates for a vacant or open seat of leadership, with every reason for each.

Nothing is chosen: the candidates are ranked by points, every point has a reason that is shown,
and two with the same points stand in the order of their ids. No one is ruled out by what is not
recorded. Those who are not in the room are named where they hold a mandate, lead the sector
globally, are the ministry for it, or work on it, and it is said that they are not in the room.
"""

from interagency.checking.candidates import Candidate, Search
from interagency.model import Body
from interagency.snapshot.leadership import Leadership
from interagency.snapshot.snapshot import Snapshot

__all__ = ["Candidate", "lacks_a_leader", "suggest", "wanted_seats"]


def suggest(snapshot: Snapshot, body_id: str) -> tuple[Candidate, ...]:
    """Return who may lead or co-lead a body, the most points first; nothing if none is lacking.

    Raises:
        UnknownId: If nothing has the id on the day.
        TypeError: If the id is not that of a body.
    """
    body = snapshot.now.find(body_id)
    if not isinstance(body, Body):
        raise TypeError(f"{body_id!r} is not a body")
    leadership = snapshot.leadership(body)
    if not lacks_a_leader(leadership):
        return ()
    found = Search(snapshot, body, leadership).candidates()
    return tuple(sorted(found, key=lambda each: (-each.points, each.organization)))


def lacks_a_leader(leadership: Leadership) -> bool:
    """Return whether a seat of leadership is vacant, or is not known in full."""
    return bool(leadership.lead.vacant or leadership.co_lead.vacant) or not leadership.closed


def wanted_seats(leadership: Leadership) -> str:
    """Return in words the seats to fill: the vacant ones, else those that are not recorded."""
    vacant = [seat.term for seat in (*leadership.lead.vacant, *leadership.co_lead.vacant)]
    if vacant:
        return f"the vacant {' and '.join(vacant)}"
    slot = "lead" if leadership.co_lead.closed else "lead or co-lead"
    slot = "co-lead" if leadership.lead.closed else slot
    return f"a {slot} that is not recorded"
