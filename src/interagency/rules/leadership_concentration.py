"""One organization that holds most seats of leadership."""

from collections import Counter
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot

# Of fewer seats, a majority says little.
_LEAST_SEATS = 5


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding if more than half of all seats of leadership are of one organization."""
    if not snapshot.participation.is_complete("groups"):
        return
    held: Counter[str | None] = Counter()
    for body in snapshot.now.bodies:
        leadership = snapshot.leadership(body)
        counted = all(seat.held_by or seat.count for seat in leadership.held)
        holders = {snapshot.identity(seat.held_by) for seat in leadership.held if seat.held_by}
        told_apart = snapshot.distinct(holders) == len(holders)
        if not (body.is_certain and leadership.closed and counted and told_apart):
            return  # whoever else leads, or is one with another, may change every share
        for holder in holders:
            organization = snapshot.organization_of(holder)
            held[organization and snapshot.identity(organization)] += 1
        held[None] += sum(seat.count or 1 for seat in leadership.held if not seat.held_by)
    total = held.total()
    for id, count in held.items():
        if (
            id is not None
            and total >= _LEAST_SEATS
            and count * 2 > total
            and snapshot.is_certain(id)
        ):
            message = f"{snapshot.name(id)} holds {count} of {total} seats of leadership"
            yield Finding(id, message)


RULE = Rule(
    name="leadership-concentration",
    severity=Severity.INFO,
    summary="One organization that holds more than half of the seats of leadership.",
    rationale=(
        "Leadership in one hand leaves little room for government and local actors. For "
        "comparison, in 2023 UN agencies held 56 % of sub-national leadership roles in IASC "
        "structures, all agencies together. It is reported only if the groups and their leadership "
        "are written whole (`complete: [groups, leads]`), with a `count` where nobody is "
        "named. A holder of two seats in one body holds one. "
        "To clear it, share leadership."
    ),
    check=check,
    needs=("groups", "leads"),
    sources=(
        Citation(
            "The Pulse of Humanitarian Coordination 2023, sub-national cluster coordination",
            "https://humanitarianaction.info/article/cluster-coordination-subnational-level",
        ),
    ),
    examples=(
        Example(
            "five seats, two of one organization",
            """
interagency: 2
complete: [groups]
sectors:
  a: {name: A, seats: {co-lead: [unhcr, iom]}}
  b: {name: B, seats: {co-lead: [unhcr, nrc, unicef]}}
""",
        ),
        Example(
            "five seats, three of one organization",
            """
interagency: 2
complete: [groups]
sectors:
  a: {name: A, seats: {co-lead: [unhcr, iom]}}
  b: {name: B, seats: {co-lead: [unhcr, nrc]}}
  c: {name: C, complete: [leads], seats: {lead: [unhcr]}}
""",
            flags=("unhcr",),
        ),
    ),
)
