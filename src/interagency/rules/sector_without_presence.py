"""A sector group in whose sector and area nobody is active."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model import UNKNOWN, Sector, SubSector
from interagency.model.words import is_open, named
from interagency.rules.certain import certain_bodies
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each group with nobody active in what it covers, where it works."""
    participation = Participation(snapshot)
    if not participation.is_complete("presence"):
        return
    areas: dict[str, list[str | None]] = {}
    for presence in snapshot.now.presence:
        for code in presence.covers or (UNKNOWN,):
            areas.setdefault(code, []).append(presence.area)
    if UNKNOWN in areas:
        return  # of some activity nobody said the sector: it may be any
    for body in certain_bodies(snapshot, Sector, SubSector):
        if is_open(body.covers) or is_open(snapshot.areas(body)):
            continue
        places = {area for code in named(body.covers) for area in areas.get(code, ())}
        if not any(
            each in (None, UNKNOWN) or participation.works_in(body, each) for each in places
        ):
            codes = ", ".join(body.covers)
            message = f"nobody is active in {codes} where {name_of(snapshot, body.id)} works"
            yield Finding(body.id, message)


RULE = Rule(
    name="sector-without-presence",
    severity=Severity.INFO,
    summary="A sector or sub-sector in whose sector and area nobody is active.",
    rationale=(
        "A group that coordinates nothing may be a gap in the response, or a group to close. It "
        "is reported only if presence is written whole (`complete: [presence]`), each activity "
        "with its sector. To clear it, add the activities, or end the group."
    ),
    check=check,
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
interagency: 1
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
interagency: 1
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
