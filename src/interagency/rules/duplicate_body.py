"""Two bodies of one place with the same name, or with the same words in another order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot
from interagency.model import UNKNOWN, Body
from interagency.model.relations import LINK_KINDS
from interagency.model.words import is_open
from interagency.rules.certain import certain_bodies, lies_in
from interagency.vocabularies.spelling import folded


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each set of bodies that may be one and the same."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for body in certain_bodies(snapshot, Body):
        words = tuple(sorted(folded(body.name or "").split()))
        place, level, areas = lies_in(body), snapshot.level(body), snapshot.areas(body)
        if words and place is not None and level is not None and not is_open(areas):
            groups[words, place, level, frozenset(areas)].append(body.id)
    for ids in groups.values():
        first, *others = sorted(not_told_apart(snapshot, ids)) or [""]
        if others:
            name, all_ids = snapshot.bodies[first].name, ", ".join([first, *others])
            message = f"{name} stands {len(others) + 1} times in the same place: {all_ids}"
            yield Finding(first, message, tuple(others))


def not_told_apart(snapshot: Snapshot, ids: Sequence[str]) -> list[str]:
    """Return those of some bodies that may be the same as another of them.

    Two are told apart by a line between them, or if one lies in the other. A body of which that
    is not all known may be told apart from any.
    """
    known = {id for id in ids if _lines_are_known(snapshot, id)}
    apart: dict[str, set[str]] = {id: {id} for id in known}
    for id in known:
        ends = {link.target for kind in LINK_KINDS for link in snapshot.links(id, kind)}
        for end in known & {*ends, snapshot.bodies[id].parent}:
            apart[id].add(end)
            apart[end].add(id)
    return [id for id in known if len(apart[id]) < len(known)]


def _lines_are_known(snapshot: Snapshot, id: str) -> bool:
    links = (link for kind in LINK_KINDS for link in snapshot.links(id, kind))
    return lies_in(snapshot.bodies[id]) is not None and all(link.to != UNKNOWN for link in links)


RULE = Rule(
    name="duplicate-body",
    severity=Severity.WARNING,
    summary="Two bodies of one place with the same name, or the same words in another order.",
    rationale=(
        "The same group entered twice splits its seats and hides its gaps. Bodies that lie in the "
        "same body, at the same level and in the same areas are compared, if all of that is "
        "known. To clear it, merge them, or tell them apart by a line between each two of them "
        "or by their names."
    ),
    check=check,
    sources=(
        Citation(
            "OCHA-DAP hdx-scraper-operationalpresence (names are matched anew at every run)",
            "https://github.com/OCHA-DAP/hdx-scraper-operationalpresence",
        ),
    ),
    examples=(
        Example(
            "the same name in two countries",
            """
interagency: 1
forums:
  rcf: {name: Regional forum, level: regional}
sectors:
  rou: {name: Health Sector, within: rcf, level: national, areas: [ROU]}
  mda: {name: Health Sector, within: rcf, level: national, areas: [MDA]}
""",
        ),
        Example(
            "one group under two spellings",
            """
interagency: 1
level: national
areas: [ROU]
forums:
  rcf: {name: Refugee Coordination Forum}
sectors:
  health: {name: Health Sector, within: rcf}
  sector-health: {name: "Sector: HEALTH", within: rcf}
""",
            flags=("health",),
        ),
    ),
)
