"""A refugee forum, or a protection group for refugees, without an organization that they lead."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import (
    Snapshot,
    is_for_refugees,
    is_refugee_forum,
    is_without,
    protection_rooms,
)


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding if everyone in such a body certainly is led by others."""
    for body in protection_rooms(snapshot):
        is_asked = is_refugee_forum(snapshot, body) or is_for_refugees(snapshot, body)
        if is_asked and is_without(snapshot, body, "refugee-led"):
            message = f"no refugee-led organization sits in {snapshot.name(body.id)}"
            yield Finding(body.id, message)


RULE = Rule(
    name="refugee-led-absent",
    was=("refugee-or-women-led-absent",),
    severity=Severity.WARNING,
    summary="A refugee forum or protection group without refugee-led organizations.",
    rationale=(
        "Refugees know best what protects them, and the model of 2024 gives refugee-led "
        "organizations a place in the forum and in the groups. The rule looks at refugee "
        "coordination forums, and at groups for protection and gender-based violence that work "
        "for refugees. "
        "A tag that is not written may be true, so that it is reported only if all seats are "
        "written (`complete: [leads, members]`), and everybody there is an agency, a donor, a "
        "part of government, or an organization with `tags: none`. To clear it, write the tag of "
        "who is led by refugees, or invite such an organization."
    ),
    check=check,
    reads=("kind of forums", "covers of groups"),
    needs=("leads", "members"),
    sources=(
        Citation(
            "Global Humanitarian Overview 2025, As local as possible? (the 2024 guidance on the "
            "refugee coordination model)",
            "https://humanitarianaction.info/document/global-humanitarian-overview-2025/article/"
            "local-possible-progress-remains-incremental",
        ),
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: "
            "refugee-led and women-led organizations among the partners)"
        ),
    ),
    examples=(
        Example(
            "a refugee-led organization, an NGO that may be one, and a group for displaced people",
            """
interagency: 2
level: national
populations: [refugees]
complete: [leads, members]
organizations:
  union: {name: Refugee Union, kind: national-ngo, tags: [refugee-led]}
sectors:
  protection: {name: Protection, covers: [PRO], seats: {lead: [unhcr], member: [union]}}
  cluster: {name: Cluster, covers: [PRO], populations: [idps], seats: {lead: [unhcr]}}
sub_sectors:
  gbv: {name: GBV, within: protection, covers: [PRO-GBV], seats: {lead: [unfpa], member: [nrc]}}
""",
        ),
        Example(
            "agencies, a ministry, and an NGO of which it is known that refugees do not lead it",
            """
interagency: 2
level: national
situation: refugee
complete: [leads, members]
organizations:
  moi: {name: Ministry of the Interior, kind: government}
  aid: {name: Aid, kind: national-ngo, tags: none}
forums:
  rcf: {name: Refugee Coordination Forum, kind: rcf, seats: {co-chair: [unhcr, moi]}}
sectors:
  protection: {name: Protection, covers: [PRO], seats: {lead: [unhcr], member: [aid]}}
""",
            flags=("protection", "rcf"),
        ),
    ),
)
