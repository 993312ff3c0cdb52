"""An entry of a well-known organization that leaves out what the shipped registry knows of it."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Organization
from interagency.snapshot import DESCRIBING, Snapshot, described
from interagency.vocabularies import folded


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each entry that says less than the registry."""
    registry = snapshot.vocabularies.organizations
    for entry in snapshot.certain(Organization):
        known = registry.get(entry.id)
        if known is not None and _may_be_meant(entry, known):
            left_out = [each for each in DESCRIBING if _is_left_out(entry, known, each)]
            if left_out:
                message = (
                    f"the entry of {snapshot.name(entry.id)} leaves out what the registry "
                    f"knows: add {described(known, left_out)}"
                )
                yield Finding(entry.id, message, evidence=tuple(left_out))


def _may_be_meant(entry: Organization, known: Organization) -> bool:
    """Return whether an entry names nobody else: under another name it may be another one."""
    other_names = (*(name for _, name in known.names), *(each.name for each in known.aliases))
    names = {folded(each) for each in (known.id, known.name, known.acronym, *other_names) if each}
    return entry.name is None or folded(entry.name) in names


def _is_left_out(entry: Organization, known: Organization, field: str) -> bool:
    return bool(getattr(known, field)) and not getattr(entry, field)


RULE = Rule(
    name="known-organization-incomplete",
    severity=Severity.INFO,
    summary="An entry of a well-known organization that leaves out what the registry knows.",
    rationale=(
        "An organization of the registry needs no entry, and one that has an entry is what that "
        "entry says: what it leaves out is unknown in this document, and nothing is filled in. So "
        "an entry that was made to add a tag loses the kind, on which many answers rest. Name, "
        "acronym, kind, tags and country are compared; an entry under another name is taken for "
        "another organization. To clear it, write what the registry knows, or take the entry out "
        "if it says no more; where the registry is wrong, write what holds (`kind: unknown`, "
        "`tags: none`)."
    ),
    check=check,
    sources=(
        Citation(
            "hdx-scraper-operationalpresence, README (names of organizations, sectors and places "
            "are matched by likeness at every run)",
            "https://github.com/OCHA-DAP/hdx-scraper-operationalpresence",
        ),
        Citation("That an entry with less than the registry is a slip is inferred", verified=False),
    ),
    examples=(
        Example(
            "one without an entry, one with all that is known, and another one under that id",
            """
interagency: 2
organizations:
  nrc: {name: Norwegian Refugee Council, acronym: NRC, kind: international-ngo, tags: none}
  drc: {name: Dental Relief Committee}
sectors:
  health: {name: Health, seats: {lead: [who], member: [nrc, drc]}}
""",
        ),
        Example(
            "an entry that was made to write its tags, and one that gives a name alone",
            """
interagency: 2
organizations:
  nrc: {tags: none}
  unicef: {name: UNICEF}
""",
            flags=("nrc", "unicef"),
        ),
    ),
)
