"""Two bodies of one place with the same name, or with the same words written otherwise."""

from collections import defaultdict
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, is_open
from interagency.snapshot import Snapshot
from interagency.vocabularies import folded

# English, French, Spanish and Portuguese words that join others, and say nothing themselves. Not
# those of one letter, which tell Group A from Group B.
_JOINING = {
    *("and", "da", "de", "del", "des", "do", "du", "el", "en", "et", "for", "in", "la", "las"),
    *("le", "les", "los", "of", "on", "para", "pour", "sobre", "sur", "the"),
}
# What one writes short or in one word, and the other does not.
_SPELT_OUT = {
    "wg": "working group",
    "swg": "sub working group",
    "tf": "task force",
    "taskforce": "task force",
    "subgroup": "sub group",
    "subsector": "sub sector",
    "subcluster": "sub cluster",
}


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each set of bodies that may be one and the same."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for body in snapshot.certain(Body):
        words = _words(body.name or "")
        place, level, areas = body.lies_in, snapshot.level(body), snapshot.areas(body)
        if words and place is not None and level is not None and not is_open(areas):
            groups[words, place, level, frozenset(areas)].append(body.id)
    for ids in groups.values():
        first, *others = sorted(snapshot.not_told_apart(ids)) or [""]
        if others:
            name, all_ids = snapshot.bodies[first].name, ", ".join([first, *others])
            message = f"{name} stands {len(others) + 1} times in the same place: {all_ids}"
            yield Finding(first, message, tuple(others))


def _words(name: str) -> tuple[str, ...]:
    """Return what a name says, whatever the order, the joining words and the abbreviations."""
    words = folded(name).split()
    # At its end a name joins nothing: there it is a code, of an area for one.
    telling = [word for word in words[:-1] if word not in _JOINING] + words[-1:]
    spelt_out = " ".join(_SPELT_OUT.get(word, word) for word in telling)
    return tuple(sorted(spelt_out.split()))


RULE = Rule(
    name="duplicate-body",
    severity=Severity.WARNING,
    summary="Two bodies of one place with the same name, or the same words written otherwise.",
    rationale=(
        "The same group entered twice splits its seats and hides its gaps. Bodies that lie in the "
        "same body, at the same level and in the same areas are compared, if all of that is "
        "known. The order of the words does not count, nor do case, accents, words such as `of`, "
        "and abbreviations such as WG. To clear it, merge them, or tell them apart by a line "
        "between each two of them or by their names."
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
interagency: 2
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
interagency: 2
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
