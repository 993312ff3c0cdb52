"""A sector of a plan that no group coordinates."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Appeal, Plan, named
from interagency.snapshot import Snapshot

# Chapters and budget lines of plans that no sector stands for.
_NO_SECTORS = frozenset(
    (
        "refugee-multi-sector",
        "MS",
        "CSS",
        "OTH",
        "coordination",
        "common-services",
        "regional-support",
    )
)


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each sector that a plan covers, or is appealed for, without a group."""
    participation = snapshot.participation
    if not participation.is_complete("groups"):
        return
    groups = participation.groups
    covered = {key for body in groups for key in participation.filed_codes(body.covers)}
    planned = {plan.id: set(plan.covers) for plan in snapshot.certain(Plan)}
    for appeal in snapshot.certain(Appeal):
        if appeal.plan in planned:
            planned[appeal.plan].update(appeal.covers)
    for plan, covers in planned.items():
        for code in named(participation.codes(tuple(covers))):
            if code in _NO_SECTORS:
                continue  # the forum of the response coordinates it, not a group
            if covered.isdisjoint(participation.sought_codes(code)):
                message = f"{snapshot.name(plan)} plans for {code}, and no group coordinates it"
                yield Finding(plan, message, (), (f"covers {code}",))


RULE = Rule(
    name="plan-sector-without-group",
    severity=Severity.WARNING,
    summary="A sector of a plan that no group coordinates.",
    rationale=(
        "Money is asked for a sector in which nobody coordinates. It is reported only if the "
        "groups are written whole (`complete: [groups]`), each with what it covers, and the "
        "forums at least with their kind. To clear it, set up a group, or let another cover the "
        "sector."
    ),
    check=check,
    needs=("groups",),
    sources=(
        Citation(
            "UNHCR Emergency Handbook, Refugee Coordination Model (sectors plan and monitor)",
            "https://emergency.unhcr.org/coordination-and-communication/"
            "refugee-coordination-model/refugee-coordination-model-rcm",
        ),
    ),
    examples=(
        Example(
            "a group for each sector of the plan, one of them a working group",
            """
interagency: 2
complete: [groups]
sectors:
  health: {name: Health, covers: [HEA]}
working_groups:
  cash: {name: Cash Working Group, covers: [cash]}
plans:
  rrp: {name: Plan, kind: RRP, covers: [HEA, cash]}
""",
        ),
        Example(
            "an appeal for education, and no education group",
            """
interagency: 2
complete: [groups]
sectors:
  health: {name: Health, covers: [HEA]}
plans:
  rrp: {name: Plan, kind: RRP, covers: [HEA]}
appeals:
- {plan: rrp, organization: unicef, covers: [EDU]}
""",
            flags=("rrp",),
        ),
    ),
)
