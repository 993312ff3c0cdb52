"""A country team or inter-sector group in which more sit than usually do."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, UNKNOWN, VACANT, Forum
from interagency.snapshot import Snapshot

# The average sizes of 2023, by kind of body.
_AVERAGE = {"hct": 35, "inter-sector": 34}


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each body in which certainly more sit than on average."""
    for body in snapshot.certain(Forum):
        limit = max((_AVERAGE[kind] for kind in body.kind if kind in _AVERAGE), default=None)
        count = _size(snapshot, body) if limit is not None else 0
        if limit is not None and count > limit:
            name = snapshot.name(body.id)
            message = f"{name} has {count} who hold seats; the average of its kind is {limit}"
            yield Finding(body.id, message)


def _size(snapshot: Snapshot, body: Forum) -> int:
    """Return how many certainly sit in a body: a holder of two seats is one."""
    held = [
        seat
        for seat in snapshot.seats(body.id)
        if seat.is_certain and seat.holder not in (UNKNOWN, VACANT, NONE)
    ]
    named = snapshot.distinct(seat.held_by for seat in held if seat.held_by)
    return named + sum(seat.count or 1 for seat in held if not seat.held_by)


RULE = Rule(
    name="oversized-forum",
    severity=Severity.INFO,
    summary="A country team or inter-sector group larger than such bodies usually are.",
    rationale=(
        "Humanitarian Country Teams had 35 seats on average in 2023, inter-cluster groups 34, and "
        "both grow, which questions how well they decide. Who holds two seats, or stands under two "
        "names that are the same (`same_as`), counts as one. To clear it, use observers, rotating "
        "seats or sub-groups, or accept the size."
    ),
    check=check,
    reads=("kind of forums",),
    sources=(
        Citation(
            "The Pulse of Humanitarian Coordination 2023, Humanitarian Country Teams",
            "https://humanitarianaction.info/article/national-level-humanitarian-country-teams-hcts",
        ),
    ),
    examples=(
        Example(
            "a team of 35, and a sector of any size",
            """
interagency: 2
forums:
  hct:
    name: HCT
    kind: hct
    seats: {member: [{kind: un-agency, count: 20}, {kind: ngo, count: 15}]}
  rcf: {name: RCF, kind: rcf, seats: {member: [{kind: ngo, count: 90}]}}
""",
        ),
        Example(
            "a team of 36",
            """
interagency: 2
forums:
  hct: {name: HCT, kind: hct, seats: {chair: [unrco], member: [{kind: un-agency, count: 35}]}}
""",
            flags=("hct",),
        ),
    ),
)
