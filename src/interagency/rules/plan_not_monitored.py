"""A plan of which it is written long ago what it received and reached."""

from collections.abc import Iterator
from datetime import timedelta

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Plan, Product
from interagency.snapshot import PERIODS, Question, Snapshot

# Products that tell how far a plan has come.
_REPORTS = ("plan-report", "funding-report", "weekly-report")
_SPARE = PERIODS["biannual"]


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each plan whose newest progress is older than its rhythm.

    Of a plan on which somebody reports, and of which no progress is written, it is asked for.
    """
    for plan in snapshot.certain(Plan):
        dates = [each.as_of for each in plan.progress if each.is_certain]
        newest = max(dates, key=lambda day: (day.last, day.text), default=None)
        if newest is None:
            yield from _unknown(snapshot, plan)
            continue
        if snapshot.day is None:
            continue
        days = _rhythm(snapshot, plan)
        if snapshot.day - newest.last > timedelta(days=days):
            message = (
                f"what {snapshot.name(plan.id)} received and reached was last written of {newest}, "
                f"more than {days} days ago"
            )
            yield Finding(plan.id, message, evidence=(f"as of {newest}",))


def _unknown(snapshot: Snapshot, plan: Plan) -> Iterator[Question]:
    """Yield the question how far a plan has come, if a product reports on it."""
    reports = (each for each in snapshot.certain(Product) if each.plan == plan.id)
    if any(each.kind in _REPORTS for each in reports):
        yield snapshot.ask_field(plan, "progress")


def _rhythm(snapshot: Snapshot, plan: Plan) -> int:
    """Return the days between two reports on a plan: as its reports say, else half a year."""
    reports = [each for each in snapshot.now.products if each.plan == plan.id]
    days = [PERIODS[each.frequency] for each in reports if each.frequency in PERIODS]
    return max(days, default=_SPARE)


RULE = Rule(
    name="plan-not-monitored",
    severity=Severity.WARNING,
    summary="A plan of which the last known progress is older than the rhythm of its reports.",
    rationale=(
        "A plan that nobody follows is a leaflet. It looks at the newest `progress` of a "
        "plan, and at how often the products that report on it (`plan`) are made; without "
        "any, at the two reports in a year that a mid-year review and an end-year report "
        "make. Of a plan without any progress on which a product reports, it is asked. To clear "
        "it, write what it received and reached by a later day."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: "
            "act as a focal point for the monitoring of the plan)",
        ),
        Citation(
            "UNHCR Senior Inter-Agency Coordination Officer, Panama (vacancy, 2023): "
            "coordinate the plan, its monitoring and the tracking of financial "
            "contributions",
        ),
        Citation(
            "That half a year is the longest silence follows from a mid-year review and "
            "an end-year report, and is written in neither",
            verified=False,
        ),
    ),
    examples=(
        Example(
            "a plan with numbers of last month",
            """
interagency: 2
as_of: 2022-09-30
plans: {rrp: {name: RRP, progress: [{as_of: 2022-08, received: 5 USD}]}, other: {name: Other}}
""",
        ),
        Example(
            "a plan with monthly reports, and numbers of half a year ago",
            """
interagency: 2
as_of: 2022-09-30
plans: {rrp: {name: RRP, progress: [{as_of: 2022-04, received: 5 USD}]}}
products: {report: {kind: plan-report, frequency: monthly, plan: rrp}}
""",
            flags=("rrp",),
        ),
    ),
)
