"""Two sectors that coordinate the same, in the same area, for the same people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import Sector
from interagency.model.words import is_open
from interagency.rules.certain import certain_bodies
from interagency.rules.duplicate_body import not_told_apart

# A code, an area, a population and a level.
Scope = tuple[str, str, str, str]


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for all that several sectors have in common, without a line between them."""
    for ids, scopes in _in_common(snapshot).items():
        codes, areas, populations = (
            ", ".join(sorted({scope[place] for scope in scopes})) for place in range(3)
        )
        names = " and ".join(name_of(snapshot, id) for id in ids)
        message = f"{names} coordinate {codes} for {populations} in {areas}"
        yield Finding(ids[0], message, ids[1:], tuple(sorted(map(" ".join, scopes))))


def _in_common(snapshot: Snapshot) -> Mapping[tuple[str, ...], list[Scope]]:
    """Return the scopes that some sectors share without saying how they divide the work."""
    by_scope: dict[Scope, list[str]] = defaultdict(list)
    for body in certain_bodies(snapshot, Sector):
        for scope in _scopes(snapshot, body):
            by_scope[scope].append(body.id)
    together: dict[tuple[str, ...], list[Scope]] = defaultdict(list)
    for scope, ids in by_scope.items():
        together[tuple(ids)].append(scope)
    found: dict[tuple[str, ...], list[Scope]] = defaultdict(list)
    for group, scopes in together.items():
        undivided = tuple(sorted(not_told_apart(snapshot, group)))
        if undivided:
            found[undivided] += scopes
    return found


def _scopes(snapshot: Snapshot, body: Sector) -> Iterator[Scope]:
    level, areas = snapshot.level(body), snapshot.areas(body)
    populations = snapshot.populations(body)
    if level is not None and not any(map(is_open, (body.covers, areas, populations))):
        for code, area, population in product(body.covers, areas, populations):
            yield code, area, population, level.value


RULE = Rule(
    name="same-scope-twice",
    severity=Severity.WARNING,
    summary="Two sectors that coordinate the same, in the same area, for the same people.",
    rationale=(
        "Where a refugee sector and a cluster, or two platforms, meet, one agreed forum is needed "
        "for each sector, area and population, or partners report twice and people fall between. "
        "It is reported only if level, areas, populations, what they cover and in which body they "
        "lie are known. To clear it, say how they divide the work with a line such as "
        "`coordinates_with` between each two of them, or narrow one."
    ),
    check=check,
    sources=(
        Citation(
            "FSC Handbook 4.2.2 (arrangements are complementary and avoid duplication)",
            "https://handbook.fscluster.org/cc/docs/422-the-humanitarian-architecture-"
            "coordination-in-the-context-of-refugees",
        ),
        Citation("One forum for each sector, area and population: inferred", verified=False),
    ),
    examples=(
        Example(
            "a refugee sector and a cluster for displaced people",
            """
interagency: 1
level: national
areas: [COL]
forums:
  gifmm: {name: GIFMM, kind: platform}
  hct: {name: Humanitarian Country Team, kind: hct}
sectors:
  gifmm-health: {name: GIFMM Health, within: gifmm, covers: [HEA], populations: [refugees]}
  health-cluster: {name: Health Cluster, within: hct, covers: [HEA], populations: [idps]}
""",
        ),
        Example(
            "both for refugees",
            """
interagency: 1
level: national
areas: [COL]
populations: [refugees]
forums:
  gifmm: {name: GIFMM, kind: platform}
  hct: {name: Humanitarian Country Team, kind: hct}
sectors:
  gifmm-health: {name: GIFMM Health, within: gifmm, covers: [HEA]}
  health-cluster: {name: Health Cluster, within: hct, covers: [HEA]}
""",
            flags=("gifmm-health",),
        ),
    ),
)
