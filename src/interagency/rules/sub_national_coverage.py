"""An admin 1 area with activity, and no sub-national coordination."""

from collections import defaultdict
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Level, Presence, contains, is_open, named
from interagency.snapshot import Snapshot, counted


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each area in which partners work and nobody coordinates."""
    bodies = snapshot.now.bodies
    unclear = any(snapshot.level(body) is None or is_open(snapshot.areas(body)) for body in bodies)
    if unclear or "groups" not in snapshot.now.complete:
        return
    local = [body for body in bodies if snapshot.level(body) in (Level.SUB_NATIONAL, Level.SITE)]
    covered = {area for body in local for area in named(snapshot.areas(body))}
    active: dict[str, set[str]] = defaultdict(set)
    for presence in snapshot.certain(Presence):
        if presence.area is not None and "/" in presence.area:
            active["/".join(presence.area.split("/")[:2])].add(presence.organization)
    for area, organizations in active.items():
        if not any(contains(area, each) or contains(each, area) for each in covered):
            many = counted(len(organizations), "organization")
            active_there = f"{many} {'is' if len(organizations) == 1 else 'are'} active in {area}"
            message = f"{active_there}, which has no body"
            yield Finding("", message, tuple(sorted(organizations)), (f"area {area}",))


RULE = Rule(
    name="sub-national-coverage",
    severity=Severity.WARNING,
    summary="An admin 1 area with activity, and no sub-national coordination.",
    rationale=(
        "Coordination decides near the people or not at all: in 2023 three of four clusters had "
        "sub-national presence. It is reported only if the groups are written whole (`complete: "
        "[groups]`), each with its level and areas. To clear it, set up or extend a sub-national "
        "body."
    ),
    check=check,
    needs=("groups",),
    sources=(
        Citation(
            "The Pulse of Humanitarian Coordination 2023, sub-national cluster coordination",
            "https://humanitarianaction.info/article/cluster-coordination-subnational-level",
        ),
        Citation(
            "humanitarianresponse.info, Establish sub-national coordination",
            "https://www.humanitarianresponse.info/fr/coordination/clusters/"
            "establish-sub-national-coordination",
        ),
    ),
    examples=(
        Example(
            "a local forum where partners work",
            """
interagency: 2
complete: [groups]
forums:
  suceava: {name: Suceava network, level: sub-national, areas: [ROU/Suceava]}
presence:
- {organization: unicef, covers: [EDU], area: ROU/Suceava/Siret}
- {organization: unicef, covers: [EDU], area: ROU}
""",
        ),
        Example(
            "partners where no local forum is",
            """
interagency: 2
complete: [groups]
forums:
  rcf: {name: Refugee Coordination Forum, level: national, areas: [ROU]}
presence:
- {organization: unicef, covers: [EDU], area: ROU/Suceava}
""",
            flags=("",),
        ),
    ),
)
