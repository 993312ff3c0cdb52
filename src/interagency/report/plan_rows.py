"""Rows of a report on plans: what they ask for, what they received, and who appeals in them."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from interagency.indicators import whole_requirements
from interagency.model import Appeal, Plan
from interagency.report.coverage import coverage_lines
from interagency.report.references import References, Row
from interagency.report.wording import Wording, listed


def plan_rows(references: References, most: int) -> Iterator[Row]:
    """Yield each plan with what its appeals add up to, and its appeals.

    Args:
        references: The names, anchors and numbers of the document.
        most: How many appeals of a plan are shown.
    """
    snapshot = references.wording.snapshot
    appeals: dict[str, list[Appeal]] = defaultdict(list)
    for appeal in snapshot.now.appeals:
        appeals[appeal.plan].append(appeal)
    sums = whole_requirements(snapshot)
    for plan in snapshot.now.plans:
        total = sums.get(plan.id)
        yield {
            **_plan(references, plan),
            "total": _money(total.total, total.currency) if total else "",
            "organizations": total.organizations if total else 0,
            "unknown": total.unknown if total else 0,
            "appeals": [_appeal(references.wording, each) for each in appeals[plan.id][:most]],
            "more": max(0, len(appeals[plan.id]) - most),
        }


def _plan(references: References, plan: Plan) -> Row:
    wording = references.wording
    lists, code = wording.snapshot.vocabularies, wording.language.code_name
    countries = [code(lists["countries"], each) for each in plan.countries]
    need = plan.requirement
    return {
        "name": wording.name(plan.id) + wording.mark(plan),
        "kind": code(lists["plan-kinds"], plan.kind) if plan.kind else "",
        "status": code(lists["plan-statuses"], plan.status) if plan.status else "",
        "countries": listed(countries, 12),
        "requirement": _money(need.amount, need.currency) if need else "?",
        "forum": wording.end(plan.forum),
        "forum_anchor": references.anchor(plan.forum or ""),
        "part_of": wording.end(plan.part_of),
        "coverage": [*coverage_lines(wording, plan)],
        "sources": references.numbered(wording.snapshot.sources(plan)),
    }


def _appeal(wording: Wording, appeal: Appeal) -> Row:
    lists, code = wording.snapshot.vocabularies, wording.language.code_name
    country, amount = appeal.country, appeal.amount
    return {
        "organization": wording.short(appeal.organization) + wording.mark(appeal),
        "covers": ", ".join(code(lists["sectors"], each) for each in appeal.covers),
        "country": code(lists["countries"], country) if country else "",
        "amount": _money(amount.amount, amount.currency) if amount else "?",
    }


def _money(amount: Decimal | None, currency: str | None) -> str:
    return f"{amount:,.0f} {currency}" if amount is not None and currency else "?"
