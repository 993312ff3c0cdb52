"""A body that reports to one further down."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Link, describe
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each line from a body to one of a lower level."""
    for body in snapshot.certain(Body):
        for link in snapshot.links(body.id, "reports_to"):
            target = snapshot.bodies.get(link.to)
            if target is not None and link.is_certain and target.is_certain:
                yield from _downward(snapshot, link, body, target)


def _downward(snapshot: Snapshot, link: Link, body: Body, target: Body) -> Iterator[Finding]:
    own, other = snapshot.level(body), snapshot.level(target)
    if own is None or other is None or (own.depth or 0) >= (other.depth or 0):
        return
    message = (
        f"{snapshot.name(body.id)} ({own}) reports to "
        f"{snapshot.name(target.id)} ({other}), which is further down"
    )
    yield Finding(body.id, message, (target.id,), evidence=(describe(link),))


RULE = Rule(
    name="reporting-wrong-level",
    severity=Severity.WARNING,
    summary="A body that reports to one of a lower level, for example national to sub-national.",
    rationale=(
        "Direction comes from the wider level and reports go to it. A line that goes down is "
        "mostly written the wrong way round, or means that the two coordinate. It is reported "
        "only if both levels are known. To clear it, turn the line round, correct the level, or "
        "write `coordinates_with`."
    ),
    check=check,
    reads=("within of groups",),
    sources=(
        Citation(
            "humanitarianresponse.info, Establish sub-national coordination (the national level "
            "gives direction)",
            "https://www.humanitarianresponse.info/fr/coordination/clusters/"
            "establish-sub-national-coordination",
        ),
    ),
    examples=(
        Example(
            "a local forum that reports to the national one, and a line whose level is unknown",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum, level: national}
  local-rcf: {name: Local forum, level: sub-national, reports_to: [rcf]}
  platform: {name: Platform, reports_to: [local-rcf]}
""",
        ),
        Example(
            "a national forum that reports to a local one",
            """
interagency: 2
level: national
forums:
  rcf: {name: Refugee Coordination Forum, reports_to: [local-rcf]}
  local-rcf: {name: Local forum, level: sub-national}
""",
            flags=("rcf",),
        ),
    ),
)
