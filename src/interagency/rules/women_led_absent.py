"""A forum, protection group or GBV group without an organization that women lead."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot, is_without, protection_rooms


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding if everyone in such a body certainly is led by others."""
    for body in protection_rooms(snapshot):
        if is_without(snapshot, body, "women-led"):
            message = f"no women-led organization sits in {snapshot.name(body.id)}"
            yield Finding(body.id, message)


RULE = Rule(
    name="women-led-absent",
    was=("refugee-or-women-led-absent",),
    severity=Severity.WARNING,
    summary="A forum, protection or GBV group without women-led organizations.",
    rationale=(
        "Women know best what protects them, and are often the first to answer. The rule looks at "
        "refugee coordination forums and at groups for protection and gender-based violence. "
        "A tag that is not written may be true, so that it is reported only if all seats are "
        "written (`complete: [leads, members]`), and everybody there is an agency, a donor, a "
        "part of government, or an organization with `tags: none`. To clear it, write the tag of "
        "who is led by women, or invite such an organization."
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
            "a women-led organization, an NGO that may be one, and a group of another theme",
            """
interagency: 2
level: national
complete: [leads, members]
organizations:
  union: {name: Women's Union, kind: national-ngo, tags: [women-led]}
sectors:
  protection: {name: Protection, covers: [PRO], seats: {lead: [unhcr], member: [union]}}
  health: {name: Health, covers: [HEA], seats: {lead: [who]}}
sub_sectors:
  gbv: {name: GBV, within: protection, covers: [PRO-GBV], seats: {lead: [unfpa], member: [nrc]}}
""",
        ),
        Example(
            "agencies, a ministry, and an NGO of which it is known that women do not lead it",
            """
interagency: 2
level: national
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
