"""Two bodies of one place with the same name, or with the same words in another order."""

from collections import defaultdict
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import Body
from interagency.rules.certain import certain_bodies
from interagency.vocabularies.spelling import folded


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each set of bodies that may be one and the same."""
    groups: dict[tuple[object, ...], list[Body]] = defaultdict(list)
    for body in certain_bodies(snapshot, Body):
        if body.name is not None:
            words = tuple(sorted(folded(body.name).split()))
            place = (body.parent, snapshot.level(body), snapshot.areas(body))
            groups[(words, *place)].append(body)
    for bodies in groups.values():
        first, *others = sorted(body.id for body in bodies)
        if others and not _told_apart(snapshot, [first, *others]):
            message = f"{name_of(snapshot, first)} stands {len(bodies)} times in the same place"
            yield Finding(first, message, tuple(others))


def _told_apart(snapshot: Snapshot, ids: list[str]) -> bool:
    """Tell whether a line between two of them says that they are two."""
    kinds = ("reports_to", "coordinates_with", "supports", "mirrors", "participates_in", "same_as")
    ends = {link.target for id in ids for kind in kinds for link in snapshot.links(id, kind)}
    return bool(ends & set(ids))


RULE = Rule(
    name="duplicate-body",
    severity=Severity.WARNING,
    summary="Two bodies of one place with the same name, or the same words in another order.",
    rationale=(
        "The same group entered twice splits its seats and hides its gaps. Bodies that lie in the "
        "same body, at the same level and in the same areas are compared. To clear it, merge "
        "them, or tell them apart by a line between them or by their names."
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
sectors:
  rou: {name: Health Sector, areas: [ROU]}
  mda: {name: Health Sector, areas: [MDA]}
""",
        ),
        Example(
            "one group under two spellings",
            """
interagency: 1
sectors:
  health: {name: Health Sector, areas: [ROU]}
  sector-health: {name: "Sector: HEALTH", areas: [ROU]}
""",
            flags=("health",),
        ),
    ),
)
