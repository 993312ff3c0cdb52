"""An organization that appeals in a sector and sits in no group of that sector."""

from collections import defaultdict
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Appeal, Plan, describe
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each organization, plan and sector without a seat to match."""
    participation = snapshot.participation
    groups: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    evidence: dict[tuple[str, str, str], str] = {}
    for each in snapshot.certain(Appeal):
        plan = snapshot.now.entities[each.plan]
        if each.participation == "appealing" and isinstance(plan, Plan) and plan.is_certain:
            country = _country(each, plan)
            for code, found in participation.outside(each.organization, each.covers, country):
                key = (snapshot.identity(each.organization), each.plan, code)
                groups[key].update(found)
                evidence[key] = f"{describe(each)}: {code}"
    for (id, plan_id, code), ids in groups.items():
        name, plan_name = snapshot.name(id), snapshot.name(plan_id)
        message = f"{name} appeals for {code} in {plan_name} and sits in no group of that sector"
        yield Finding(id, message, tuple(sorted(ids)), (evidence[id, plan_id, code],))


def _country(appeal: Appeal, plan: Plan) -> str | None:
    """Return the country of an appeal: its own, or the only one of the plan."""
    return appeal.country or (plan.countries[0] if len(plan.countries) == 1 else None)


RULE = Rule(
    name="appealing-organization-in-no-group",
    severity=Severity.INFO,
    summary="An organization that appeals in a sector and sits in no group of that sector.",
    rationale=(
        "Who asks for money in a sector should plan with it. It is reported only if the groups "
        "and their members are written whole (`complete: [groups, leads, members]`), what they "
        "cover and where they work is known, and so is the country. To clear it, give the "
        "organization a seat, or correct the appeal."
    ),
    check=check,
    needs=("groups", "leads", "members"),
    sources=(
        Citation("UNHCR vacancy, Panama 2023 (appealing organizations of the RMRP)"),
        Citation(
            "UNHCR vacancy, Bucharest 2022 (all partners are connected to the coordination "
            "architecture)"
        ),
    ),
    examples=(
        Example(
            "one sits in the group, and of the other group nobody wrote all members",
            """
interagency: 2
complete: [groups]
areas: [ROU]
sectors:
  health: {name: Health, covers: [HEA], complete: [leads, members], seats: {lead: [who]}}
  education: {name: Education, covers: [EDU], seats: {lead: [unicef]}}
plans:
  rrp: {name: Refugee Response Plan, kind: RRP, countries: [ROU]}
appeals:
- {plan: rrp, organization: who, participation: appealing, covers: [HEA]}
- {plan: rrp, organization: nrc, participation: appealing, covers: [EDU]}
""",
        ),
        Example(
            "an organization that appeals for health and is not in the health group",
            """
interagency: 2
complete: [groups, leads, members]
areas: [ROU]
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [who]}}
plans:
  rrp: {name: Refugee Response Plan, kind: RRP, countries: [ROU]}
appeals:
- {plan: rrp, organization: nrc, participation: appealing, covers: [HEA]}
""",
            flags=("nrc",),
        ),
    ),
)
