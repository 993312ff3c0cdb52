"""A co-lead that is known to be vacant."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, describe
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each co-lead of a body that is recorded as vacant."""
    for body in snapshot.certain(Body):
        for seat in snapshot.leadership(body).co_lead.vacant:
            name = snapshot.name(body.id)
            yield Finding(body.id, f"{name} has a vacant {seat.term}", evidence=(describe(seat),))


RULE = Rule(
    name="co-lead-vacant",
    was=("co-lead-vacant-or-unpaired",),
    severity=Severity.WARNING,
    summary="A body whose co-lead is known to be vacant.",
    rationale=(
        "A seat of co-lead that exists and is empty leaves one organization to run the group, and "
        "often shuts NGOs or the ministry out of it. To clear it, write who holds the seat, or "
        "`co-lead: none` if it was given up."
    ),
    check=check,
    sources=(
        Citation(
            "R4V: UNHCR and NRC co-lead the regional protection sector (that every regional "
            "sector has two co-leads is inferred)",
            verified=False,
        ),
        Citation(
            "Inter-Sector Working Group Jordan, work plan 2022 (effective NGO co-chairing)",
            "https://reliefweb.int/report/jordan/"
            "inter-sector-working-group-jordan-refugee-response-coordination-work-plan-2022",
        ),
        Citation(
            "CCCM toolkit, Shared leadership (it shares functions, not accountability)",
            "https://cccmcluster.org/resources/coordination-toolkit/shared-leadership",
        ),
        Citation(
            "FSC Handbook 3.6.1, Sharing leadership (terms vary: each ToR says what they mean)",
            "https://handbook.fscluster.org/docs/361-sharing-leadership-and-coordination-"
            "responsibility-government-co-leads-and-ngo-co-facilitators",
        ),
    ),
    examples=(
        Example(
            "a pair, one leader by design, and one whose co-lead no one recorded",
            """
interagency: 2
sectors:
  protection: {name: Protection, seats: {co-lead: [unhcr, nrc]}}
  logistics: {name: Logistics, seats: {lead: [wfp], co-lead: none}}
  health: {name: Health, seats: {lead: [who]}}
""",
        ),
        Example(
            "an empty seat",
            """
interagency: 2
sectors:
  education: {name: Education, seats: {lead: [unicef], co-lead: vacant}}
""",
            flags=("education",),
        ),
    ),
)
