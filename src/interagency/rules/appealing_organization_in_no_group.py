"""An organization that appeals in a sector and sits in no group of that sector."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model.keys import describe
from interagency.model.words import named
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each organization, plan and sector without a seat to match."""
    participation = Participation(snapshot)
    told = set()
    for appeal in participation.appeals if participation.groups_are_known else ():
        for code in named(appeal.covers):
            groups = participation.groups_for(code, appeal.country)
            key = (appeal.organization, appeal.plan, code)
            if not groups or key in told:
                continue
            if participation.absent_from(appeal.organization, groups):
                told.add(key)
                name, plan = name_of(snapshot, appeal.organization), name_of(snapshot, appeal.plan)
                message = f"{name} appeals for {code} in {plan} and sits in no group of that sector"
                related = tuple(sorted(body.id for body in groups))
                yield Finding(appeal.organization, message, related, (describe(appeal),))


RULE = Rule(
    name="appealing-organization-in-no-group",
    severity=Severity.INFO,
    summary="An organization that appeals in a sector and sits in no group of that sector.",
    rationale=(
        "Who asks for money in a sector should plan with it. It is reported only if the groups, "
        "what they cover and their members are written whole (`complete: [groups, leads, "
        "members]`). To clear it, give the organization a seat, or correct the appeal."
    ),
    check=check,
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
interagency: 1
complete: [groups]
sectors:
  health: {name: Health, covers: [HEA], complete: [leads, members], seats: {lead: [who]}}
  education: {name: Education, covers: [EDU], seats: {lead: [unicef]}}
plans:
  rrp: {name: Refugee Response Plan, kind: RRP}
appeals:
- {plan: rrp, organization: who, covers: [HEA]}
- {plan: rrp, organization: nrc, covers: [EDU]}
""",
        ),
        Example(
            "an organization that appeals for health and is not in the health group",
            """
interagency: 1
complete: [groups, leads, members]
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [who]}}
plans:
  rrp: {name: Refugee Response Plan, kind: RRP}
appeals:
- {plan: rrp, organization: nrc, covers: [HEA]}
""",
            flags=("nrc",),
        ),
    ),
)
