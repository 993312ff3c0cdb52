"""A sector group in whose sector and area nobody is active."""

from collections.abc import Iterator, Set
from itertools import product

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import UNKNOWN, Sector, SubSector, is_open
from interagency.snapshot import Key, Participation, Snapshot, filed, sought, wider_areas


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each group with nobody active in what it covers, where it works."""
    participation = snapshot.participation
    if not participation.is_complete("presence"):
        return
    active = _active(participation)
    for body in snapshot.certain(Sector, SubSector):
        codes, areas = participation.codes(body.covers), snapshot.areas(body)
        if is_open(codes) or is_open(areas):
            continue
        in_codes = {key for code in codes for key in participation.sought_codes(code)}
        in_areas = {key for area in areas for key in sought(area, wider_areas)}
        if active.isdisjoint(product(in_codes, in_areas)):
            message = f"nobody is active in {', '.join(codes)} where {snapshot.name(body.id)} works"
            yield Finding(body.id, message)


def _active(participation: Participation) -> Set[tuple[Key, Key]]:
    """Return the keys of the sectors and areas in which somebody is active, or may be."""
    found: set[tuple[Key, Key]] = set()
    for each in participation.snapshot.now.presence:
        areas = filed((each.area or UNKNOWN,), wider_areas)
        found.update(product(participation.filed_codes(each.covers), areas))
    return found


RULE = Rule(
    name="sector-without-presence",
    severity=Severity.INFO,
    summary="A sector or sub-sector in whose sector and area nobody is active.",
    rationale=(
        "A group that coordinates nothing may be a gap in the response, or a group to close. It "
        "is reported only if presence is written whole (`complete: [presence]`), each activity "
        "with its sector and area. To clear it, add the activities, or end the group."
    ),
    check=check,
    needs=("presence",),
    sources=(
        Citation(
            "CCCM toolkit, Transition and deactivation (deactivate when conditions are gone)",
            "https://cccmcluster.org/resources/coordination-toolkit/cluster-transition-deactivation",
        ),
    ),
    examples=(
        Example(
            "somebody is active, in a part of the country",
            """
interagency: 2
complete: [presence]
areas: [ROU]
sectors:
  education: {name: Education, covers: [EDU]}
presence:
- {organization: unicef, covers: [EDU], area: ROU/Suceava}
""",
        ),
        Example(
            "all activity is in another country",
            """
interagency: 2
complete: [presence]
areas: [ROU]
sectors:
  education: {name: Education, covers: [EDU]}
presence:
- {organization: unicef, covers: [EDU], area: MDA}
""",
            flags=("education",),
        ),
    ),
)
