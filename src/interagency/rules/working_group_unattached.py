"""A working group that lies in nothing and reports to nobody."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, WorkingGroup, describe
from interagency.snapshot import Question, Snapshot, Verdict


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each unattached group, a question if that may be one."""
    for body in snapshot.certain(WorkingGroup):
        home, reports = body.lies_in, snapshot.reports(body.id)
        if home is None and reports is not Verdict.MET:
            yield snapshot.ask_field(body, "within")
        elif home == NONE and reports is Verdict.UNKNOWN:
            yield snapshot.ask_field(body, "reports_to")
        elif home == NONE and reports is Verdict.GAP:
            lines = tuple(map(describe, snapshot.links(body.id, "reports_to")))
            message = f"{snapshot.name(body.id)} lies in no body and reports to none"
            yield Finding(body.id, message, evidence=("within none", *lines))


RULE = Rule(
    name="working-group-unattached",
    severity=Severity.WARNING,
    summary="A working group that lies in no body and reports to none.",
    rationale=(
        "A cross-cutting group serves all sectors through the body it is attached to; attached "
        "to none, its advice binds nobody, and it is the first to be forgotten. What nobody "
        "wrote down is unknown, and becomes a question. To clear it, write the body it lies in "
        "as `within`, or the one it answers to as `reports_to`."
    ),
    check=check,
    sources=(
        Citation(
            "IASC endorsed cash coordination model, 2022 (the cash working group is formal, and "
            "reports to the inter-sector or inter-cluster group)",
            "https://library.alnap.org/help-library/iasc-endorsed-cash-coordination-model",
        ),
        Citation(
            "CALP, Cash coordination 2022, live timeline (leadership and reporting lines of cash "
            "working groups varied by country)",
            "https://www.calpnetwork.org/cash-coordination-2022-live-timeline/",
        ),
    ),
    examples=(
        Example(
            "one that reports, one that lies in a forum, and one of which nothing is written",
            """
interagency: 2
forums:
  iscg: {name: Inter-Sector Coordination Group}
working_groups:
  cash: {name: Cash Working Group, within: none, reports_to: [iscg]}
  psea: {name: PSEA Network, within: iscg}
  im: {name: Information Management Working Group}
""",
        ),
        Example(
            "a group that stands alone",
            """
interagency: 2
working_groups:
  cash: {name: Cash Working Group, within: none, reports_to: none}
""",
            flags=("cash",),
        ),
    ),
)
