"""An issue that goes up from somewhere, and ends at no office."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Office
from interagency.snapshot import Snapshot, ends, escalates


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each start of a line that escalates and reaches no office."""
    starts = dict.fromkeys(link.from_ for link in escalates(snapshot))
    for start in starts:
        tops = ends(snapshot, start)
        if not any(isinstance(snapshot.now.entities[each], Office) for each in tops):
            where = f"ends at {', '.join(map(snapshot.name, tops))}" if tops else "runs in a ring"
            message = f"an issue of {snapshot.name(start)} {where}, and reaches no office"
            yield Finding(start, message, tops, (f"escalates_to from {start}",))


RULE = Rule(
    name="escalation-ends-nowhere",
    severity=Severity.WARNING,
    summary="A line along which issues escalate that ends at no office.",
    rationale=(
        "An issue is settled where somebody can decide: in the end at an office of an agency "
        "or of the government. A line that ends at a group, or runs in a ring, leaves it with "
        "those who could not settle it. It follows `escalates_to`, and where a step has none, "
        "`reports_to` and where it lies. To clear it, write to which office it goes on."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Senior Inter-Agency Coordination Officer, Panama (vacancy, 2023): "
            "alert the regional bureau, the multi-country office or the RRC office on "
            "issues of the interface",
        ),
    ),
    examples=(
        Example(
            "a post that alerts a bureau",
            """
interagency: 2
offices: {bureau: {kind: regional-bureau, organization: unhcr}}
posts: {senior: {title: Senior Officer, escalates_to: [bureau]}}
forums: {rcf: {name: Refugee Coordination Forum, escalates_to: [senior]}}
""",
        ),
        Example(
            "two forums that send issues to each other, and a group that sends them to a third",
            """
interagency: 2
forums:
  one: {name: Forum one, escalates_to: [two]}
  two: {name: Forum two, escalates_to: [one]}
  hct: {name: HCT}
sectors: {health: {name: Health, escalates_to: [hct]}}
""",
            flags=("health", "one", "two"),
        ),
    ),
)
