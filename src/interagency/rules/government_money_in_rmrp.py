"""A government's own requirement inside a refugee and migrant response plan."""

from collections import defaultdict
from collections.abc import Iterator, Set

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Appeal, Organization, Plan, describe
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each government body that appeals with an amount in such a plan."""
    inside = _inside_rmrps(snapshot)
    asked: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for each in snapshot.certain(Appeal):
        asks = each.participation == "appealing" and each.amount is not None
        if asks and each.plan in inside and _is_of_government(snapshot, each.organization):
            asked[each.plan, each.organization, describe(each)].append(str(each.amount))
    for (plan, id, evidence), amounts in asked.items():
        total = " and ".join(sorted(amounts))
        message = f"{snapshot.name(id)} is of a government, and asks for {total} in the plan"
        yield Finding(plan, message, (id,), (evidence,))


def _inside_rmrps(snapshot: Snapshot) -> Set[str]:
    """Return the ids of such plans, and of all that is certainly part of one."""
    sure = snapshot.certain(Plan)
    found: set[str] = set()
    waiting = [plan for plan in sure if plan.kind == "RMRP"]
    while waiting:
        plan = waiting.pop()
        if plan.id not in found:
            found.add(plan.id)
            waiting += (each for each in snapshot.participation.chapters(plan) if each.is_certain)
    return found


def _is_of_government(snapshot: Snapshot, id: str) -> bool:
    found = snapshot.now.entities[id]
    kinds = snapshot.vocabularies["organization-kinds"]
    return (
        isinstance(found, Organization)
        and found.is_certain
        and kinds.is_a(found.kind or "", "government")
    )


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
interagency: 2
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
interagency: 2
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
