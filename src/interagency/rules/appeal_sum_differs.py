"""A plan whose stated requirement is not the sum of its appeals."""

from collections.abc import Iterator
from decimal import Decimal

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import Appeal, Money, Plan
from interagency.rules.certain import is_certain
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each plan whose appeals add up to something else than it states."""
    participation = Participation(snapshot)
    if not participation.is_complete("appeals"):
        return
    by_plan: dict[str, list[Appeal]] = {}
    for appeal in snapshot.now.appeals:
        by_plan.setdefault(appeal.plan, []).append(appeal)
    for plan in filter(is_certain, snapshot.now.plans):
        chapters = participation.chapters(plan)
        total = _total(plan, [each for id in chapters for each in by_plan.get(id, ())])
        if plan.requirement is not None and total is not None and total != plan.requirement:
            name = name_of(snapshot, plan.id)
            message = f"{name} states {plan.requirement}, and its appeals add up to {total}"
            yield Finding(plan.id, message, tuple(sorted(chapters - {plan.id})))


def _total(plan: Plan, appeals: list[Appeal]) -> Money | None:
    """Return the sum of some appeals; None if it cannot be told from what is written."""
    asking = [each for each in appeals if each.participation != "implementing"]
    amounts = [each.amount for each in asking if each.amount is not None and is_certain(each)]
    currencies = {amount.currency for amount in amounts}
    if not asking or len(amounts) < len(asking) or plan.requirement is None:
        return None
    if currencies != {plan.requirement.currency}:
        return None
    return Money(sum((amount.amount for amount in amounts), Decimal()), plan.requirement.currency)


RULE = Rule(
    name="appeal-sum-differs",
    severity=Severity.ERROR,
    summary="A plan whose stated requirement is not the sum of its appeals.",
    rationale=(
        "Totals are quoted everywhere; one that its parts do not add up to loses trust. It is "
        "reported only if appeals are written whole (`complete: [appeals]`), each with an amount "
        "in the currency of the plan. To clear it, correct the appeal or the requirement."
    ),
    check=check,
    sources=(
        Citation(
            "OCHA FTS, plan 1072, 3RP 2022 (755 projects add up to the stated 6,080,899,576 USD)",
            "https://fts.unocha.org/plans/1072/summary",
        ),
    ),
    examples=(
        Example(
            "the chapters add up",
            """
interagency: 1
complete: [appeals]
plans:
  rrp: {name: Plan, kind: RRP, requirement: 300 USD}
  rrp-rou: {name: Romania chapter, kind: RRP, part_of: rrp}
appeals:
- {plan: rrp-rou, organization: unhcr, amount: 200 USD}
- {plan: rrp, organization: unicef, amount: 100.00 USD}
- {plan: rrp, organization: nrc, participation: implementing}
""",
        ),
        Example(
            "one appeal is missing from the total",
            """
interagency: 1
complete: [appeals]
plans:
  rrp: {name: Plan, kind: RRP, requirement: 200 USD}
appeals:
- {plan: rrp, organization: unhcr, amount: 200 USD}
- {plan: rrp, organization: unicef, amount: 100 USD}
""",
            flags=("rrp",),
        ),
    ),
)
