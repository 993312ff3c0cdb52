"""Bodies and posts that report to each other in a ring."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Fact, Link, describe
from interagency.snapshot import Snapshot

Above = Mapping[str, Mapping[str, Link]]


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each ring."""
    above = _above(snapshot)
    for ring in _rings(above):
        first, *others = sorted(ring)
        lines = (link for each in ring for to, link in above[each].items() if to in ring)
        names = " and ".join(snapshot.name(each) for each in (first, *others))
        message = f"reporting runs in a ring: {names}" if others else f"{names} reports to itself"
        yield Finding(first, message, tuple(others), tuple(sorted(map(describe, lines))))


def _above(snapshot: Snapshot) -> Above:
    """Return to what each thing certainly reports."""
    above: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in snapshot.now.links:
        if link.kind == "reports_to" and link.target and link.is_certain:
            ends = (snapshot.now.entities[link.from_], snapshot.now.entities[link.to])
            if all(isinstance(end, Fact) and end.is_certain for end in ends):
                above[link.from_][link.to] = link
                above[link.to]  # so that everything has its place in the order
    return above


def _rings(above: Above) -> Iterator[frozenset[str]]:
    """Yield the largest groups in which everything reports, in the end, to everything else."""
    below: dict[str, list[str]] = defaultdict(list)
    for each, targets in above.items():
        for target in targets:
            below[target].append(each)
    left = set(above)
    for start in reversed(_lowest_last(above)):
        ring = _reached(start, below, left)
        if len(ring) > 1 or (ring and start in above[start]):
            yield frozenset(ring)


def _lowest_last(above: Above) -> list[str]:
    """Return everything, each after all that it reports to, rings aside."""
    order: list[str] = []
    seen: set[str] = set()
    for start in above:
        path = [] if start in seen else [(start, iter(above[start]))]
        seen.add(start)
        while path:
            at, ahead = path[-1]
            following = next((each for each in ahead if each not in seen), None)
            if following is None:
                order.append(at)
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(above[following])))
    return order


def _reached(start: str, below: Mapping[str, list[str]], left: set[str]) -> set[str]:
    """Take out of what is left, and return, all that is reached from a start."""
    reached = {start} & left
    ahead = list(reached)
    left -= reached
    while ahead:
        found = left.intersection(below.get(ahead.pop(), ()))
        left -= found
        reached |= found
        ahead += found
    return reached


RULE = Rule(
    name="reporting-cycle",
    severity=Severity.ERROR,
    summary="Bodies or posts that report to each other in a ring.",
    rationale=(
        "Where reports go round in a ring, nobody receives them and nobody decides. Reporting "
        "to a group and taking part in it are often written as one; only the first is an upward "
        "line. To clear it, keep the line that goes up, and write the other as "
        "`participates_in` or `coordinates_with`."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR, Inter-Agency Coordination Officer, Bucharest (vacancy, 2022): sectors "
            "report to the inter-agency group, and take part in government groups"
        ),
        Citation(
            "IASC endorsed cash coordination model, 2022 (the line goes up to the inter-sector "
            "group, whose chair is accountable)",
            "https://library.alnap.org/help-library/iasc-endorsed-cash-coordination-model",
        ),
    ),
    examples=(
        Example(
            "lines that go up, and a group that also takes part in the one below",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum}
  iscg: {name: Inter-Sector Coordination Group, reports_to: [rcf]}
sectors:
  health: {name: Health, reports_to: [iscg, rcf]}
links:
  - {kind: participates_in, from: rcf, to: health}
""",
        ),
        Example(
            "two groups that report to each other, one of them through a third",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum, reports_to: [health]}
  iscg: {name: Inter-Sector Coordination Group, reports_to: [rcf]}
sectors:
  health: {name: Health, reports_to: [iscg]}
  education: {name: Education, reports_to: [iscg]}
""",
            flags=("health",),
        ),
    ),
)
