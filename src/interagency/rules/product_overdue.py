"""A product whose day has passed, and that is not done."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot, issues


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each product that is certainly overdue on the day."""
    for issue in issues(snapshot, snapshot.day, within=0) if snapshot.day else ():
        if issue.status == "overdue":
            asked = [snapshot.name(each) for each in issue.asked_by]
            by = f"; {', '.join(asked)} asks for it" if asked else ""
            message = f"{snapshot.name(issue.id)} was due {issue.day}, and is not done{by}"
            yield Finding(issue.id, message, issue.asked_by, (f"due {issue.day}",))


RULE = Rule(
    name="product-overdue",
    severity=Severity.WARNING,
    summary="A report, plan or event whose day has passed, and that is not done.",
    rationale=(
        "What comes too late decides nothing. A product is due on the days in `due`, else as "
        "long after the last time in `done` as its `frequency` says. It is called overdue "
        "only if its dates are kept: if `done` has an earlier one, or the products are "
        "written whole (`complete: [products]`); else `interagency due` says that it is not "
        "recorded. To clear it, write when it was done, or change the day."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: "
            "sector groups send timely contributions to the sitrep; reporting "
            "requirements are fulfilled)",
        ),
    ),
    examples=(
        Example(
            "a report that was done the day after it was due, and one of which no date is kept",
            """
interagency: 2
as_of: 2022-04-01
products:
  sitrep: {kind: sitrep, due: [every Thursday], done: [2022-03-25, 2022-04-01]}
  weekly: {kind: weekly-report, due: [every Thursday]}
""",
        ),
        Example(
            "a weekly report that was last done two weeks ago",
            """
interagency: 2
as_of: 2022-04-01
products:
  sitrep: {kind: sitrep, due: [every Thursday], done: [2022-03-17]}
  weekly: {kind: weekly-report, frequency: weekly, done: [2022-03-17]}
""",
            flags=("sitrep", "weekly"),
        ),
    ),
)
