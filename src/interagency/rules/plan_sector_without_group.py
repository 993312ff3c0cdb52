"""A sector of a plan that no group coordinates."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model.words import named
from interagency.rules.certain import is_certain
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each sector that a plan covers, or is appealed for, without a group."""
    participation = Participation(snapshot)
    if not participation.groups_are_known:
        return
    planned = {(plan.id, code) for plan in snapshot.now.plans for code in named(plan.covers)}
    planned |= {(each.plan, code) for each in participation.appeals for code in named(each.covers)}
    sure = {plan.id for plan in snapshot.now.plans if is_certain(plan)}
    for plan_id, code in sorted(planned):
        if plan_id in sure and not participation.groups_for(code) and not _other(snapshot, code):
            name = name_of(snapshot, plan_id)
            message = f"{name} plans for {code}, and no group coordinates it"
            yield Finding(plan_id, message, (), (f"covers {code}",))


def _other(snapshot: Snapshot, code: str) -> bool:
    """Tell whether a forum or working group covers a code, or may."""
    others = (*snapshot.now.forums, *snapshot.now.working_groups)
    return any(code in body.covers or "unknown" in body.covers for body in others)


RULE = Rule(
    name="plan-sector-without-group",
    severity=Severity.WARNING,
    summary="A sector of a plan that no group coordinates.",
    rationale=(
        "Money is asked for a sector in which nobody coordinates. It is reported only if the "
        "groups are written whole, with what they cover (`complete: [groups]`). To clear it, set "
        "up a group, or let another cover the sector."
    ),
    check=check,
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
interagency: 1
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
interagency: 1
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
