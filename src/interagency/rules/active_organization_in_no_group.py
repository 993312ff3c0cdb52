"""An organization that is active in a sector and area, and sits in no group for it."""

from collections import defaultdict
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Presence, describe
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each organization and sector that it works in without a seat."""
    participation = snapshot.participation
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    evidence: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in snapshot.certain(Presence):
        for code, found in participation.outside(each.organization, each.covers, each.area):
            key = (snapshot.identity(each.organization), code)
            groups[key].update(found)
            evidence[key].add(f"{describe(each)}: {code}")
    for (id, code), ids in groups.items():
        message = f"{snapshot.name(id)} is active in {code} and sits in no group of that sector"
        yield Finding(id, message, tuple(sorted(ids)), tuple(sorted(evidence[id, code])))


RULE = Rule(
    name="active-organization-in-no-group",
    severity=Severity.INFO,
    summary="An organization that is active in a sector and area, and sits in no group for it.",
    rationale=(
        "Partners outside the groups are missed when gaps are filled, and duplicate what others "
        "do. It is reported only if the groups and their members are written whole (`complete: "
        "[groups, leads, members]`), and what they cover and where they work is known. To clear "
        "it, give it a seat."
    ),
    check=check,
    needs=("groups", "leads", "members"),
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
interagency: 2
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
interagency: 2
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
