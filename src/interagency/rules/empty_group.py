"""A group in which nobody sits."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, VACANT, Body
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each body whose seats are all written, and all empty."""
    for body in snapshot.certain(Body):
        members = "members" in snapshot.now.complete or "members" in body.complete
        seats = snapshot.seats(body.id)
        empty = all(seat.is_certain and seat.holder in (VACANT, NONE) for seat in seats)
        if members and empty and snapshot.leadership(body).closed:
            yield Finding(body.id, f"nobody sits in {snapshot.name(body.id)}")


RULE = Rule(
    name="empty-group",
    severity=Severity.INFO,
    summary="A group in which nobody sits.",
    rationale=(
        "A group without members is a group to close, or one that nobody has told you about. It "
        "is reported only if its leads and members are written whole (`complete: [leads, "
        "members]`). To clear it, end it with `until`, or add who sits in it."
    ),
    check=check,
    needs=("leads", "members"),
    sources=(
        Citation(
            "CCCM toolkit, Transition and deactivation (deactivate when conditions are gone)",
            "https://cccmcluster.org/resources/coordination-toolkit/cluster-transition-deactivation",
        ),
    ),
    examples=(
        Example(
            "a group with a lead, and one of which nobody wrote who sits in it",
            """
interagency: 2
sectors:
  health: {name: Health, complete: [leads, members], seats: {lead: [who]}}
  education: {name: Education}
""",
        ),
        Example(
            "a task force that nobody attends",
            """
interagency: 2
working_groups:
  winter:
    name: Winterization Task Force
    complete: [leads, members]
    seats: {lead: vacant, co-lead: none}
""",
            flags=("winter",),
        ),
    ),
)
