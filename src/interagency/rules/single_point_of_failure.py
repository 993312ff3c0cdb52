"""An organization that alone leads several bodies."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot

_SEVERAL = 2


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each organization without which several bodies have no lead."""
    for id, bodies in snapshot.led_alone().items():
        if len(bodies) >= _SEVERAL and snapshot.is_certain(id):
            message = f"{snapshot.name(id)} alone leads {len(bodies)} bodies"
            yield Finding(id, message, tuple(sorted(bodies)))


RULE = Rule(
    name="single-point-of-failure",
    severity=Severity.INFO,
    summary="An organization that alone leads several bodies.",
    rationale=(
        "If it leaves or loses its funds, all of them have no lead at once. It is reported only "
        "where leadership is written whole (`complete: [leads]`, or both a lead and co-leads). To "
        "clear it, share the leadership of some of them."
    ),
    check=check,
    needs=("leads",),
    sources=(
        Citation(
            "Inter-Agency Romania update, March 2025 (partners reduced, suspended or closed)",
            "https://reliefweb.int/report/romania/inter-agency-romania-update-march-2025",
        ),
    ),
    examples=(
        Example(
            "one body led alone, and one where a co-lead may be missing from the document",
            """
interagency: 2
sectors:
  health: {name: Health, complete: [leads], seats: {lead: [who]}}
  nutrition: {name: Nutrition, seats: {lead: [who]}}
""",
        ),
        Example(
            "two bodies led alone",
            """
interagency: 2
complete: [leads]
sectors:
  health: {name: Health, seats: {lead: [who]}}
  nutrition: {name: Nutrition, seats: {lead: [who]}}
""",
            flags=("who",),
        ),
    ),
)
