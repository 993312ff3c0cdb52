"""A sector group whose sector no plan covers."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Sector, is_open
from interagency.snapshot import ANY, Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each sector whose codes are in no plan, if all plans are known."""
    participation = snapshot.participation
    plans = snapshot.now.plans
    if (
        not plans
        or not all(each.is_certain for each in plans)
        or not participation.is_complete("plans")
    ):
        return
    planned = {key for plan in plans for key in participation.filed_codes(plan.covers)}
    if ANY in planned:
        return  # of some plan nobody said all sectors: it may cover any
    for body in snapshot.certain(Sector):
        codes = participation.codes(body.covers)
        if not is_open(codes) and not any(
            key in planned for code in codes for key in participation.sought_codes(code)
        ):
            names = ", ".join(codes)
            message = f"{snapshot.name(body.id)} covers {names}, which is in no plan"
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
    reads=("covers of groups",),
    needs=("plans",),
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
interagency: 2
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
interagency: 2
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
