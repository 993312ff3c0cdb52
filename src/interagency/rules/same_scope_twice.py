"""Two sectors that coordinate the same, in the same area, for the same people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import Body, Sector
from interagency.model.words import is_open, named
from interagency.rules.certain import certain_bodies

Scope = tuple[str, str, str, str]


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each scope that several sectors have, without a line between them."""
    told = set()
    for scope, ids in _by_scope(snapshot).items():
        key = frozenset(ids)
        if len(ids) > 1 and key not in told and not _agreed(snapshot, ids):
            told.add(key)
            first, *others = sorted(ids)
            code, area, population, _ = scope
            names = " and ".join(name_of(snapshot, id) for id in sorted(ids))
            message = f"{names} coordinate {code} for {population} in {area}"
            yield Finding(first, message, tuple(others), (" ".join(scope),))


def _by_scope(snapshot: Snapshot) -> Mapping[Scope, list[str]]:
    """Return the sectors of each code, area, population and level that are certain."""
    found: dict[Scope, list[str]] = defaultdict(list)
    for body in certain_bodies(snapshot, Sector):
        for scope in _scopes(snapshot, body):
            found[scope].append(body.id)
    return found


def _scopes(snapshot: Snapshot, body: Body) -> Iterator[Scope]:
    level, areas, populations = (
        snapshot.level(body),
        snapshot.areas(body),
        snapshot.populations(body),
    )
    if level is None or is_open(body.covers) or is_open(areas) or is_open(populations):
        return
    for code in named(body.covers):
        for area in named(areas):
            for population in named(populations):
                yield (code, area, population, level.value)


def _agreed(snapshot: Snapshot, ids: list[str]) -> bool:
    """Tell whether each of them has a line to another, which says how they divide the work."""
    kinds = ("reports_to", "coordinates_with", "supports", "mirrors", "participates_in", "same_as")
    lines = [(id, link.target) for id in ids for kind in kinds for link in snapshot.links(id, kind)]
    joined = {end for line in lines if line[1] in ids for end in line}
    within = {id for id in ids if snapshot.bodies[id].parent in ids}
    return set(ids) <= joined | within | {snapshot.bodies[id].parent for id in within}


RULE = Rule(
    name="same-scope-twice",
    severity=Severity.WARNING,
    summary="Two sectors that coordinate the same, in the same area, for the same people.",
    rationale=(
        "Where a refugee sector and a cluster, or two platforms, meet, one agreed forum is needed "
        "for each sector, area and population, or partners report twice and people fall between. "
        "It is reported only if level, areas, populations and what they cover are known. To clear "
        "it, say how they divide the work with a line such as `coordinates_with`, or narrow one."
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
sectors:
  gifmm-health: {name: GIFMM Health, covers: [HEA], populations: [refugees]}
  health-cluster: {name: Health Cluster, covers: [HEA], populations: [idps]}
""",
        ),
        Example(
            "both for refugees",
            """
interagency: 1
level: national
areas: [COL]
populations: [refugees]
sectors:
  gifmm-health: {name: GIFMM Health, covers: [HEA]}
  health-cluster: {name: Health Cluster, covers: [HEA]}
""",
            flags=("gifmm-health",),
        ),
    ),
)
