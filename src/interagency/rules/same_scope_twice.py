"""Two sectors that coordinate the same, in the same area, for the same people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from attrs import Factory, define, frozen

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Sector, is_open
from interagency.snapshot import Question, Snapshot

_FIELDS = ("covers", "areas", "populations")
# Values of each of the fields, and the level.
Shared = tuple[set[str], set[str], set[str], set[str]]
# How often values may be looked at for each that is written: real documents stay below one.
_MOST_LOOKS = 50
_FEWEST_LOOKS = 100_000


@frozen(eq=False)
class _Scope:
    """What a sector coordinates, all of it known: values of each of the fields, and its level."""

    id: str
    level: str
    values: tuple[frozenset[str], ...]


# Sectors, with what they share of some of the fields.
Group = tuple[list[_Scope], list[str]]


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for all that several sectors have in common, without a line between them."""
    comparison = _Comparison.of(_scopes(snapshot))
    for ids, shared in _in_common(snapshot, comparison).items():
        codes, areas, populations = (", ".join(sorted(values)) for values in shared[:3])
        names = _names(snapshot, ids)
        message = f"{names} coordinate {codes} for {populations} in {areas}"
        named = zip((*_FIELDS, "level"), shared, strict=True)
        evidence = (f"{field} {value}" for field, values in named for value in sorted(values))
        yield Finding(ids[0], message, ids[1:], tuple(evidence))
    for bodies, lists in comparison.left_out.items():
        yield _question(snapshot, bodies, lists)


def _names(snapshot: Snapshot, ids: Iterable[str]) -> str:
    return " and ".join(snapshot.name(id) for id in ids)


def _question(snapshot: Snapshot, ids: tuple[str, ...], codes: Iterable[str]) -> Question:
    """Return the question that stands for a comparison that would take too long."""
    who, what = _names(snapshot, ids), ", ".join(sorted(codes))
    return Question(
        ids[0],
        f"scope shared with {', '.join(ids[1:])}",
        f"How do {who} divide the work on {what}? Their lists are too long to be compared.",
        "add a line between them, such as coordinates_with, or write wider areas",
    )


def _in_common(snapshot: Snapshot, comparison: "_Comparison") -> Mapping[tuple[str, ...], Shared]:
    """Return what some sectors share without saying how they divide the work."""
    found: dict[tuple[str, ...], Shared] = defaultdict(_nothing)
    for ids, shared in comparison.together().items():
        undivided = tuple(sorted(snapshot.not_told_apart(ids)))
        if undivided:
            for values, more in zip(found[undivided], shared, strict=True):
                values |= more
    return found


def _nothing() -> Shared:
    return set(), set(), set(), set()


@define
class _Comparison:
    """Sectors that are compared field by field: of those that share a code, who shares an area.

    Attributes:
        scopes: The sectors.
        looks: How often a value may still be looked at, so that long lists are not multiplied.
        left_out: The codes of sectors that were not compared, for it would take too long.
    """

    scopes: list[_Scope]
    looks: int
    left_out: dict[tuple[str, ...], list[str]] = Factory(dict)

    @classmethod
    def of(cls, scopes: list[_Scope]) -> Self:
        written = sum(len(values) for scope in scopes for values in scope.values)
        return cls(scopes, max(_FEWEST_LOOKS, _MOST_LOOKS * written))

    def together(self) -> Mapping[tuple[str, ...], Shared]:
        """Return what each set of sectors, and no other sector, shares."""
        found: dict[tuple[str, ...], Shared] = defaultdict(_nothing)
        by_level: dict[str, list[_Scope]] = defaultdict(list)
        for scope in self.scopes:
            by_level[scope.level].append(scope)
        for level, scopes in by_level.items():
            for ids, values in self._shared(scopes):
                for all_values, more in zip(found[ids], (*values, (level,)), strict=True):
                    all_values.update(more)
        return found

    def _shared(
        self, scopes: list[_Scope]
    ) -> Iterator[tuple[tuple[str, ...], tuple[list[str], ...]]]:
        for with_code, codes in self._groups(scopes, 0):
            for with_area, areas in self._in_time(with_code, codes, 1):
                for group, populations in self._in_time(with_area, codes, 2):
                    yield tuple(each.id for each in group), (codes, areas, populations)

    def _in_time(self, scopes: list[_Scope], codes: list[str], field: int) -> list[Group]:
        if self.looks > 0:
            return self._groups(scopes, field)
        self.left_out[tuple(each.id for each in scopes)] = codes
        return []

    def _groups(self, scopes: list[_Scope], field: int) -> list[Group]:
        """Return the sectors that share a value of a field; values of the same are one group.

        The longest of the lists is only looked into, so that it costs nothing where it is met
        again and again.
        """
        longest = max(scopes, key=lambda scope: len(scope.values[field]))
        holders: dict[str, list[int]] = defaultdict(list)
        for index, scope in enumerate(scopes):
            if scope is not longest:
                for value in scope.values[field]:
                    holders[value].append(index)
        at = scopes.index(longest)
        groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for value, indexes in holders.items():
            all_ = [*indexes, at] if value in longest.values[field] else indexes
            self.looks -= len(all_)
            if len(all_) > 1:
                groups[tuple(sorted(all_))].append(value)
        return [([scopes[index] for index in ids], values) for ids, values in groups.items()]


def _scopes(snapshot: Snapshot) -> list[_Scope]:
    found = []
    for body in snapshot.certain(Sector):
        level = snapshot.level(body)
        values = (body.covers, snapshot.areas(body), snapshot.populations(body))
        if level is not None and not any(map(is_open, values)):
            found.append(_Scope(body.id, level.value, tuple(map(frozenset, values))))
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
    reads=("covers of groups",),
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
interagency: 2
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
interagency: 2
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
