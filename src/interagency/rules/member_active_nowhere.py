"""A member of groups that neither appeals nor is active anywhere."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Organization
from interagency.snapshot import Snapshot

# Who sits in groups without delivering, such as ministries and donors, is no inactive partner.
_PARTNERS = ("un-agency", "ngo", "red-cross-red-crescent", "international-organization")


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each partner with a seat and nothing to show for it."""
    participation = snapshot.participation
    if not (participation.is_complete("appeals") and participation.is_complete("presence")):
        return
    busy = {snapshot.identity(each.organization) for each in snapshot.now.appeals}
    busy |= {snapshot.identity(each.organization) for each in snapshot.now.presence}
    sure = {body.id for body in snapshot.certain(Body)}
    for id, bodies in participation.seats.items():
        sits_in = tuple(sorted(bodies & sure))
        absent = id not in busy and not snapshot.may_be_another(id)
        if sits_in and absent and _delivers(snapshot, id):
            message = f"{snapshot.name(id)} has seats, but no appeal and no activity"
            yield Finding(id, message, sits_in)


def _delivers(snapshot: Snapshot, id: str) -> bool:
    found = snapshot.now.entities[id]
    kind = found.kind if isinstance(found, Organization) and found.is_certain else None
    kinds = snapshot.vocabularies["organization-kinds"]
    return kind is not None and any(kinds.is_a(kind, wanted) for wanted in _PARTNERS)


RULE = Rule(
    name="member-active-nowhere",
    severity=Severity.INFO,
    summary="A UN agency, NGO or Red Cross body with seats, but no appeal and no activity.",
    rationale=(
        "A contact list ages: partners leave and their seats stay. It is reported only if appeals "
        "and presence are written whole (`complete: [appeals, presence]`). To clear it, end the "
        "seat with `until`, or add what the partner does."
    ),
    check=check,
    needs=("appeals", "presence"),
    sources=(
        Citation("UNHCR vacancy, Bucharest 2022 (updated contact list of sector groups)"),
        Citation(
            "Inter-Agency Romania update, March 2025 (of 42 partners 17 % suspended activities)",
            "https://reliefweb.int/report/romania/inter-agency-romania-update-march-2025",
        ),
    ),
    examples=(
        Example(
            "activities that may not all be written",
            """
interagency: 2
complete: [appeals]
sectors:
  health: {name: Health, seats: {lead: [who]}}
""",
        ),
        Example(
            "all activity is written, and one member shows none",
            """
interagency: 2
complete: [appeals, presence]
organizations:
  moh: {name: Ministry of Health, kind: government}
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [who, moh], member: [nrc]}}
presence:
- {organization: who, covers: [HEA], area: ROU}
""",
            flags=("nrc",),
        ),
    ),
)
