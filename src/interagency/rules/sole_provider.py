"""One organization alone is active in a sector of a country."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import UNKNOWN, Presence, named
from interagency.snapshot import Key, Participation, Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each organization and country where it is alone in sectors."""
    participation = snapshot.participation
    if not participation.is_complete("presence"):
        return
    active = _active(participation)
    alone: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in snapshot.certain(Presence):
        id, country = snapshot.identity(each.organization), _country(each.area)
        for code in named(participation.codes(each.covers)):
            keys = product(participation.sought_codes(code), (country, UNKNOWN))
            if country != UNKNOWN and all(active.get(key, {id}) == {id} for key in keys):
                alone[id, country].add(code)
    for (id, country), codes in alone.items():
        if snapshot.is_certain(id):
            name, sectors = snapshot.name(id), ", ".join(sorted(codes))
            evidence = tuple(f"presence {id} in {country}: {code}" for code in sorted(codes))
            yield Finding(id, f"{name} alone is active in {sectors} in {country}", (), evidence)


def _active(participation: Participation) -> Mapping[tuple[Key, str], set[str]]:
    """Return who is active, or may be, in each sector and country, one of them unknown or both."""
    found: dict[tuple[Key, str], set[str]] = defaultdict(set)
    for each in participation.snapshot.now.presence:
        for key in participation.filed_codes(each.covers):
            id = participation.snapshot.identity(each.organization)
            found[key, _country(each.area)].add(id)
    return found


def _country(area: str | None) -> str:
    return UNKNOWN if area is None or area == UNKNOWN else area[:3]


RULE = Rule(
    name="sole-provider",
    severity=Severity.INFO,
    summary="One organization alone is active in a sector of a country.",
    rationale=(
        "If it leaves, nobody is left. It is reported only if presence is written whole "
        "(`complete: [presence]`), with the sectors and areas of the others. To clear it, "
        "find a second partner, or plan for its loss."
    ),
    check=check,
    needs=("presence",),
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
interagency: 2
complete: [presence]
presence:
- {organization: unicef, covers: [EDU], area: ROU}
- {organization: save-the-children, covers: [EDU], area: ROU/Suceava}
""",
        ),
        Example(
            "one is active, in two places of the country",
            """
interagency: 2
complete: [presence]
presence:
- {organization: unicef, covers: [EDU], area: ROU/Suceava}
- {organization: unicef, covers: [EDU], area: ROU/Bucuresti}
""",
            flags=("unicef",),
        ),
    ),
)
