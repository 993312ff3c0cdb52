"""A group that reports to nobody, or to something that has ended."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Fact, Link, Sector, WorkingGroup, describe
from interagency.snapshot import Question, Snapshot, Verdict


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each group that reports to nobody, and each line that leads nowhere."""
    for body in snapshot.certain(Sector, WorkingGroup):
        reports = snapshot.reports(body.id)
        if reports is Verdict.GAP:
            lines = tuple(map(describe, snapshot.links(body.id, "reports_to")))
            message = f"{snapshot.name(body.id)} reports to nobody"
            yield Finding(body.id, message, evidence=lines)
        elif reports is Verdict.UNKNOWN:
            yield snapshot.ask_field(body, "reports_to")
    for link in snapshot.whole.links:
        if _leads_nowhere(snapshot, link):
            names = snapshot.name(link.from_), snapshot.name(link.to)
            message = f"{names[0]} reports to {names[1]}, which does not exist on this day"
            yield Finding(link.from_, message, (link.to,), evidence=(describe(link),))


def _leads_nowhere(snapshot: Snapshot, link: Link) -> bool:
    """Return whether a line of the day certainly ends at something that is not of the day."""
    if link.kind != "reports_to" or link.target is None or snapshot.day is None:
        return False
    start = snapshot.now.entities.get(link.from_)
    end = snapshot.whole.entities[link.to]
    certain = all(isinstance(each, Fact) and each.is_certain for each in (link, start, end))
    return certain and link.holds_on(snapshot.day) and link.to not in snapshot.now.entities


RULE = Rule(
    name="reporting-line-broken",
    severity=Severity.ERROR,
    summary="A group that reports to nobody, or to something that has ended.",
    rationale=(
        "What a group finds out must reach those who decide. A sector or working group that "
        "reports to nobody, or to a body that has been closed, works beside the response. "
        "A line that nobody wrote down is unknown, and becomes a question. To clear it, write "
        "`reports_to` with the body that receives its reports today, or end the line."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR, Inter-Agency Coordination Officer, Bucharest (vacancy, 2022): co-leads of "
            "sectors and working groups report to the inter-agency coordination group"
        ),
        Citation(
            "humanitarianresponse.info, Who does what (the inter-cluster group brings the "
            "cluster coordinators together)",
            "https://www.humanitarianresponse.info/en/coordination/clusters/who-does-what",
        ),
        Citation(
            "IASC endorsed cash coordination model, 2022 (the cash working group reports to "
            "the inter-sector or inter-cluster group)",
            "https://library.alnap.org/help-library/iasc-endorsed-cash-coordination-model",
        ),
    ),
    examples=(
        Example(
            "a line to the inter-sector group, and one that nobody wrote down",
            """
interagency: 2
forums:
  iscg: {name: Inter-Sector Coordination Group}
sectors:
  health: {name: Health, reports_to: [iscg]}
working_groups:
  cash: {name: Cash Working Group}
""",
        ),
        Example(
            "a group that reports to nobody, and one whose inter-sector group was closed",
            """
interagency: 2
as_of: 2024
forums:
  iscg: {name: Inter-Sector Coordination Group, until: 2023-06}
sectors:
  health: {name: Health, reports_to: [iscg]}
working_groups:
  cash: {name: Cash Working Group, reports_to: none}
""",
            flags=("cash", "health"),
        ),
    ),
)
