"""A lead that is known to be vacant."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, describe
from interagency.snapshot import Question, Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each vacant lead, a question where nobody said who leads."""
    for body in snapshot.certain(Body):
        leadership = snapshot.leadership(body)
        for seat in leadership.lead.vacant:
            name = snapshot.name(body.id)
            yield Finding(body.id, f"{name} has a vacant {seat.term}", evidence=(describe(seat),))
        if not leadership.held and not leadership.closed:
            yield snapshot.ask_leadership(body)


RULE = Rule(
    name="lead-vacant",
    severity=Severity.ERROR,
    summary="A body whose lead is known to be vacant.",
    rationale=(
        "A group without a lead has nobody who is accountable for it. Only a seat written as "
        "`vacant` is reported: a lead that nobody wrote down is unknown, and becomes a question. "
        "To clear it, write who leads, or `none` if the body has no lead by design."
    ),
    check=check,
    sources=(
        Citation(
            "IASC Reference Module for Cluster Coordination at Country Level, 2015; "
            "CCCM toolkit, Shared leadership (each cluster has an accountable lead agency)",
            "https://cccmcluster.org/resources/coordination-toolkit/shared-leadership",
        ),
        Citation(
            "UNHCR Emergency Handbook, Refugee Coordination Model (sector leads must have "
            "the capacity, and UNHCR verifies it)",
            "https://emergency.unhcr.org/coordination-and-communication/"
            "refugee-coordination-model/refugee-coordination-model-rcm",
        ),
    ),
    examples=(
        Example(
            "a lead, and a group whose lead nobody wrote down",
            """
interagency: 2
sectors:
  health: {name: Health, seats: {lead: [who]}}
  education: {name: Education}
""",
        ),
        Example(
            "a lead that left in June and was not replaced",
            """
interagency: 2
as_of: 2022-09
sectors:
  health: {name: Health, seats: {lead: [{holder: who, until: 2022-06}, vacant]}}
""",
            flags=("health",),
        ),
    ),
)
