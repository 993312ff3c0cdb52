"""A sector group whose sector no plan covers."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import UNKNOWN, Sector
from interagency.model.words import is_open, named
from interagency.rules.certain import certain_bodies, is_certain
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each sector whose codes are in no plan, if all plans are known."""
    participation = Participation(snapshot)
    plans = snapshot.now.plans
    known = all(is_certain(plan) and not is_open(plan.covers) for plan in plans)
    if not plans or not known or not participation.is_complete("plans"):
        return
    planned = {code for plan in plans for code in plan.covers}
    planned |= {code for appeal in snapshot.now.appeals for code in appeal.covers}
    if UNKNOWN in planned:
        return
    for body in certain_bodies(snapshot, Sector):
        if not is_open(body.covers) and not planned & set(named(body.covers)):
            codes = ", ".join(body.covers)
            message = f"{name_of(snapshot, body.id)} covers {codes}, which is in no plan"
            yield Finding(body.id, message)


RULE = Rule(
    name="group-without-plan",
    severity=Severity.INFO,
    summary="A sector group whose sector no plan covers.",
    rationale=(
        "A group outside every plan has no agreed priorities and no requirement to defend. It is "
        "reported only if the plans are written whole, with what they cover (`complete: "
        "[plans]`). To clear it, take the sector into a plan, or say that the plan covers it."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Emergency Handbook, Refugee Coordination Model (the plan is of the response)",
            "https://emergency.unhcr.org/coordination-and-communication/"
            "refugee-coordination-model/refugee-coordination-model-rcm",
        ),
    ),
    examples=(
        Example(
            "the plan covers the sector",
            """
interagency: 1
complete: [plans]
sectors:
  health: {name: Health, covers: [HEA]}
plans:
  rrp: {name: Plan, kind: RRP, covers: [HEA]}
""",
        ),
        Example(
            "the plan covers another sector",
            """
interagency: 1
complete: [plans]
sectors:
  health: {name: Health, covers: [HEA]}
plans:
  rrp: {name: Plan, kind: RRP, covers: [EDU]}
""",
            flags=("health",),
        ),
    ),
)
