"""A plan whose stated requirement is not the sum of its appeals."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Appeal, Plan
from interagency.snapshot import Participation, Snapshot

# An amount and its currency; None if it is not certain.
Sum = tuple[Decimal, str] | None
_NOTHING = (Decimal(), "")


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each plan whose appeals add up to something else than it states."""
    participation = snapshot.participation
    sums = _sums(participation) if participation.is_complete("appeals") else {}
    if any(sums.get(plan.id) != _NOTHING for plan in participation.adrift):
        return  # what is asked for in it belongs to some other plan
    for plan in snapshot.certain(Plan):
        amount, currency = sums.get(plan.id) or _NOTHING
        stated = plan.requirement
        if stated is not None and currency == stated.currency and amount != stated.amount:
            name, total = snapshot.name(plan.id), f"{amount:f} {currency}"
            message = f"{name} states {stated}, and its appeals add up to {total}"
            chapters = sorted(each.id for each in participation.chapters(plan))
            yield Finding(plan.id, message, tuple(chapters))


def _sums(participation: Participation) -> Mapping[str, Sum]:
    """Return what is asked for in each plan, its chapters included."""
    found: dict[str, Sum] = {plan.id: _NOTHING for plan in participation.chapters_first}
    for appeal in participation.snapshot.now.appeals:
        found[appeal.plan] = _added(found[appeal.plan], _asked(appeal))
    for plan in participation.chapters_first:
        for chapter in participation.chapters(plan):
            inside = found[chapter.id]
            sure = chapter.is_certain or inside == _NOTHING
            found[plan.id] = _added(found[plan.id], inside if sure else None)
    return found


def _asked(appeal: Appeal) -> Sum:
    """Return what an appeal asks for; who implements works with the money of others."""
    if not appeal.is_certain:
        return None
    if appeal.participation == "implementing":
        return _NOTHING
    if appeal.participation != "appealing" or appeal.amount is None:
        return None
    return appeal.amount.amount, appeal.amount.currency


def _added(one: Sum, other: Sum) -> Sum:
    """Return two sums together; of two currencies there is none."""
    if one is None or other is None or (one[1] and other[1] and one[1] != other[1]):
        return None
    return one[0] + other[0], one[1] or other[1]


RULE = Rule(
    name="appeal-sum-differs",
    severity=Severity.ERROR,
    summary="A plan whose stated requirement is not the sum of its appeals.",
    rationale=(
        "Totals are quoted everywhere; one that its parts do not add up to loses trust. It is "
        "reported only if appeals are written whole (`complete: [appeals]`), each with its "
        "`participation`, and an amount in the currency of the plan if it is appealing. To clear "
        "it, correct the appeal or the requirement."
    ),
    check=check,
    needs=("appeals",),
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
interagency: 2
complete: [appeals]
plans:
  rrp: {name: Plan, kind: RRP, requirement: 300 USD}
  rrp-rou: {name: Romania chapter, kind: RRP, part_of: rrp}
appeals:
- {plan: rrp-rou, organization: unhcr, participation: appealing, amount: 200 USD}
- {plan: rrp, organization: unicef, participation: appealing, amount: 100.00 USD}
- {plan: rrp, organization: nrc, participation: implementing}
""",
        ),
        Example(
            "one appeal is missing from the total",
            """
interagency: 2
complete: [appeals]
plans:
  rrp: {name: Plan, kind: RRP, requirement: 200 USD}
appeals:
- {plan: rrp, organization: unhcr, participation: appealing, amount: 200 USD}
- {plan: rrp, organization: unicef, participation: appealing, amount: 100 USD}
""",
            flags=("rrp",),
        ),
    ),
)
