"""A group whose chain of reporting ends, for certain, before it reaches a forum."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, Body, Forum, Sector, SubSector, WorkingGroup
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each group from which every way up ends below a forum."""
    ways = {body.id: _ways(snapshot, body) for body in snapshot.now.bodies}
    sure = {body.id for body in snapshot.certain(Body)}
    forums = (body.id for body in snapshot.now.bodies if isinstance(body, Forum))
    unclear = (id for id, ends in ways.items() if ends is None or id not in sure)
    hopeful = _below(ways, [*forums, *unclear])
    for body in snapshot.certain(Sector, SubSector, WorkingGroup):
        if ways[body.id] and body.id not in hopeful:
            message = f"{snapshot.name(body.id)} reports upward, and never reaches a forum"
            yield Finding(body.id, message, tuple(sorted(ways[body.id] or ())))


def _below(ways: Mapping[str, list[str] | None], tops: Iterable[str]) -> set[str]:
    """Return the bodies from which one of some others is reached, and those others."""
    inside: dict[str, list[str]] = defaultdict(list)
    for id, ends in ways.items():
        for end in ends or ():
            inside[end].append(id)
    found: set[str] = set()
    waiting = [*tops]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += inside[id]
    return found


def _ways(snapshot: Snapshot, body: Body) -> list[str] | None:
    """Return the bodies above a body; None if there may be others."""
    lines = snapshot.links(body.id, "reports_to")
    place = body.lies_in
    unclear = any(not line.is_certain or line.to == "unknown" for line in lines)
    ends = [line.target for line in lines if line.target is not None]
    elsewhere = any(end not in snapshot.bodies for end in ends)
    if not lines or unclear or place is None or elsewhere:
        return None
    return [*ends, *([place] if place != NONE else [])]


RULE = Rule(
    name="chain-without-top",
    severity=Severity.ERROR,
    summary="A group whose chain of reporting ends, for certain, before it reaches a forum.",
    rationale=(
        "What a group reports must reach somebody who decides for the whole response. It is "
        "reported only if every step is written: where each body on the way lies and to whom it "
        "reports. To clear it, let the last of them report to a forum, or lie in one."
    ),
    check=check,
    reads=("within of groups",),
    sources=(
        Citation("UNHCR vacancy, Bucharest 2022 (groups report to the inter-agency group)"),
        Citation(
            "FAQs humanitarian architecture (an inter-sector group links sectors to the top)",
            "https://faqs-humanitarian-architecture.com/tag/conflicts/",
        ),
    ),
    examples=(
        Example(
            "one reaches the forum, of the other nobody said to whom it reports",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum}
sectors:
  health: {name: Health, within: rcf}
  education: {name: Education}
sub_sectors:
  mhpss: {name: MHPSS, within: health, reports_to: [health]}
""",
        ),
        Example(
            "a sub-sector of a sector that lies nowhere and reports to nobody",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum}
sectors:
  health: {name: Health, within: none, reports_to: none}
sub_sectors:
  mhpss: {name: MHPSS, within: health, reports_to: [health]}
""",
            flags=("mhpss",),
        ),
    ),
)
