"""A government's own requirement inside a refugee and migrant response plan."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import Organization, Plan
from interagency.model.keys import describe
from interagency.rules.certain import is_certain
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each appeal of a government body with an amount in such a plan."""
    kinds = snapshot.vocabularies["organization-kinds"]
    for appeal in Participation(snapshot).appeals:
        plan = snapshot.now.entities[appeal.plan]
        organization = snapshot.now.entities[appeal.organization]
        if not isinstance(plan, Plan) or plan.kind != "RMRP" or appeal.amount is None:
            continue
        sure = isinstance(organization, Organization) and is_certain(organization)
        kind = organization.kind if isinstance(organization, Organization) else None
        if sure and is_certain(plan) and kind is not None and kinds.is_a(kind, "government"):
            name = name_of(snapshot, appeal.organization)
            message = f"{name} is of a government, and asks for {appeal.amount} in the plan"
            yield Finding(plan.id, message, (appeal.organization,), (describe(appeal),))


RULE = Rule(
    name="government-money-in-rmrp",
    severity=Severity.ERROR,
    summary="A government's own requirement inside a refugee and migrant response plan.",
    rationale=(
        "Host governments lead the response, but their own financial requirements are not part of "
        "an RMRP unless an appealing organization implements them. To clear it, move the amount "
        "to the organization that appeals for it, or leave it out."
    ),
    check=check,
    sources=(
        Citation(
            "RMRP 2021 planning instructions",
            "https://reliefweb.int/report/colombia/rmrp-2021-planning-instructions",
        ),
    ),
    examples=(
        Example(
            "a ministry that implements, without an amount of its own",
            """
interagency: 1
organizations:
  mies: {name: Ministry of Social Inclusion, kind: government, country: ECU}
plans:
  rmrp: {name: RMRP, kind: RMRP}
appeals:
- {plan: rmrp, organization: mies, participation: implementing}
- {plan: rmrp, organization: unhcr, participation: appealing, amount: 1000000 USD}
""",
        ),
        Example(
            "a ministry with an amount of its own",
            """
interagency: 1
organizations:
  mies: {name: Ministry of Social Inclusion, kind: government, country: ECU}
plans:
  rmrp: {name: RMRP, kind: RMRP}
appeals:
- {plan: rmrp, organization: mies, participation: appealing, amount: 1000000 USD}
""",
            flags=("rmrp",),
        ),
    ),
)
