"""Two sectors that coordinate the same, in the same area, for the same people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Self

from attrs import frozen

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Sector, is_open
from interagency.snapshot import Snapshot

_FIELDS = ("covers", "areas", "populations")
# A level, a field by its place above, and a value.
Key = tuple[str, int, str]
# What several sectors share: values of each of the fields, and the level.
Shared = tuple[set[str], set[str], set[str], set[str]]


@frozen
class _Scope:
    """What a sector coordinates, all of it known: values of each of the fields, and its level."""

    id: str
    level: str
    values: tuple[tuple[str, ...], ...]


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for all that several sectors have in common, without a line between them."""
    for ids, shared in _in_common(snapshot).items():
        codes, areas, populations = (", ".join(sorted(values)) for values in shared[:3])
        names = " and ".join(snapshot.name(id) for id in ids)
        message = f"{names} coordinate {codes} for {populations} in {areas}"
        named = zip((*_FIELDS, "level"), shared, strict=True)
        evidence = (f"{field} {value}" for field, values in named for value in sorted(values))
        yield Finding(ids[0], message, ids[1:], tuple(evidence))


def _in_common(snapshot: Snapshot) -> Mapping[tuple[str, ...], Shared]:
    """Return what some sectors share without saying how they divide the work."""
    found: dict[tuple[str, ...], Shared] = defaultdict(_nothing)
    for ids, shared in _together(_scopes(snapshot)).items():
        undivided = tuple(sorted(snapshot.not_told_apart(ids)))
        if undivided:
            for values, more in zip(found[undivided], shared, strict=True):
                values |= more
    return found


def _together(scopes: Sequence[_Scope]) -> Mapping[tuple[str, ...], Shared]:
    """Return what each set of sectors, and no other sector, shares."""
    alike = _Alike.of(scopes)
    by_values: dict[tuple[str, int, int, int], list[str]] = defaultdict(list)
    for scope in scopes:
        for one, two, three in product(*alike.places(scope)):
            by_values[scope.level, one, two, three].append(scope.id)
    found: dict[tuple[str, ...], Shared] = defaultdict(_nothing)
    for (level, *places), ids in by_values.items():
        for values, key in zip(found[tuple(ids)], enumerate(places), strict=False):
            values |= alike.values[level, *key]
        found[tuple(ids)][-1].add(level)
    return found


@frozen
class _Alike:
    """Values that the same sectors have, taken as one, so that long lists are not multiplied.

    Attributes:
        numbers: The number of the group of each value that several sectors have.
        values: The values of each group, by level, field and number.
    """

    numbers: dict[Key, int]
    values: dict[tuple[str, int, int], set[str]]

    @classmethod
    def of(cls, scopes: Sequence[_Scope]) -> Self:
        holders: dict[Key, list[str]] = defaultdict(list)
        for scope in scopes:
            for key in _keys(scope):
                holders[key].append(scope.id)
        groups: dict[tuple[str, ...], int] = {}
        numbers, values = {}, defaultdict(set)
        for key, ids in holders.items():
            if len(ids) > 1:
                level, field, value = key
                numbers[key] = groups.setdefault(tuple(ids), len(groups))
                values[level, field, numbers[key]].add(value)
        return cls(numbers, values)

    def places(self, scope: _Scope) -> tuple[dict[int, None], ...]:
        """Return the numbers of the groups in which a sector is, for each field."""
        places: tuple[dict[int, None], ...] = ({}, {}, {})
        for key in _keys(scope):
            if key in self.numbers:
                places[key[1]][self.numbers[key]] = None
        return places


def _nothing() -> Shared:
    return set(), set(), set(), set()


def _keys(scope: _Scope) -> Iterator[Key]:
    for field, values in enumerate(scope.values):
        for value in values:
            yield scope.level, field, value


def _scopes(snapshot: Snapshot) -> list[_Scope]:
    found = []
    for body in snapshot.certain(Sector):
        level = snapshot.level(body)
        values = (body.covers, snapshot.areas(body), snapshot.populations(body))
        if level is not None and not any(map(is_open, values)):
            found.append(_Scope(body.id, level.value, values))
    return found


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
