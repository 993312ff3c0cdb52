"""An organization that is active in a sector and area, and sits in no group for it."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.model.keys import describe
from interagency.model.words import named
from interagency.rules.participation import Participation


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each organization and sector that it works in without a seat."""
    participation = Participation(snapshot)
    told = set()
    for presence in participation.presence if participation.groups_are_known else ():
        for code in named(presence.covers):
            groups = participation.groups_for(code, presence.area)
            key = (presence.organization, code)
            if not groups or key in told:
                continue
            if participation.absent_from(presence.organization, groups):
                told.add(key)
                name = name_of(snapshot, presence.organization)
                message = f"{name} is active in {code} and sits in no group of that sector"
                related = tuple(sorted(body.id for body in groups))
                yield Finding(presence.organization, message, related, (describe(presence),))


RULE = Rule(
    name="active-organization-in-no-group",
    severity=Severity.INFO,
    summary="An organization that is active in a sector and area, and sits in no group for it.",
    rationale=(
        "Partners outside the groups are missed when gaps are filled, and duplicate what others "
        "do. It is reported only if the groups, what they cover and their members are written "
        "whole (`complete: [groups, leads, members]`). To clear it, give it a seat."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR vacancy, Bucharest 2022 (all partners are connected to the coordination "
            "architecture)"
        ),
        Citation(
            "ISWG Irbid visit, March 2024 (mapping partners to reduce duplication)",
            "https://reliefweb.int/report/jordan/jordan-inter-sector-working-group-iswg-visit-irbid",
        ),
    ),
    examples=(
        Example(
            "it sits in the group",
            """
interagency: 1
complete: [groups, leads, members]
sectors:
  health: {name: Health, covers: [HEA], areas: [ROU], seats: {lead: [who], member: [nrc]}}
presence:
- {organization: nrc, covers: [HEA], area: ROU}
""",
        ),
        Example(
            "it works where the group works, and is not in it",
            """
interagency: 1
complete: [groups, leads, members]
sectors:
  health: {name: Health, covers: [HEA], areas: [ROU], seats: {lead: [who]}}
presence:
- {organization: nrc, covers: [HEA], area: ROU/Suceava}
""",
            flags=("nrc",),
        ),
    ),
)
