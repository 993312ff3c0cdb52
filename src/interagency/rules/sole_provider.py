"""One organization alone is active in a sector of a country."""

from collections import defaultdict
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import UNKNOWN
from interagency.model.words import named
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each organization and country where it is alone in sectors."""
    participation = Participation(snapshot)
    if not participation.is_complete("presence"):
        return
    active: dict[tuple[str, str], set[str]] = defaultdict(set)
    for presence in snapshot.now.presence:
        if presence.area is not None and presence.area != UNKNOWN:
            for code in named(presence.covers):
                active[presence.area[:3], code].add(presence.organization)
    alone: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (country, code), organizations in active.items():
        if len(organizations) == 1:
            alone[next(iter(organizations)), country].append(code)
    for (id, country), codes in alone.items():
        name, sectors = name_of(snapshot, id), ", ".join(sorted(codes))
        evidence = tuple(f"presence {id} in {country}: {code}" for code in sorted(codes))
        yield Finding(id, f"{name} alone is active in {sectors} in {country}", (), evidence)


RULE = Rule(
    name="sole-provider",
    severity=Severity.INFO,
    summary="One organization alone is active in a sector of a country.",
    rationale=(
        "If it leaves, nobody is left. It is reported only if presence is written whole "
        "(`complete: [presence]`). To clear it, find a second partner, or plan for its loss."
    ),
    check=check,
    sources=(
        Citation(
            "Inter-Agency Romania update, March 2025 (partners reduced, suspended or closed)",
            "https://reliefweb.int/report/romania/inter-agency-romania-update-march-2025",
        ),
    ),
    examples=(
        Example(
            "two are active",
            """
interagency: 1
complete: [presence]
presence:
- {organization: unicef, covers: [EDU], area: ROU}
- {organization: save-the-children, covers: [EDU], area: ROU/Suceava}
""",
        ),
        Example(
            "one is active, in two places of the country",
            """
interagency: 1
complete: [presence]
presence:
- {organization: unicef, covers: [EDU], area: ROU/Suceava}
- {organization: unicef, covers: [EDU], area: ROU/Bucuresti}
""",
            flags=("unicef",),
        ),
    ),
)
