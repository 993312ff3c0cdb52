"""An organization that is mandated for something, and sits in no group that works on it."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Mandate, Sector, SubSector, named
from interagency.snapshot import Snapshot, Verdict, holds_there


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each mandate whose holder certainly sits in no group for its theme."""
    if not _groups_are_known(snapshot):
        return
    all_groups = tuple(snapshot.certain(Sector, SubSector))
    about: dict[str, list[Body]] = {}
    told = set()
    for mandate in snapshot.certain(Mandate):
        if not snapshot.is_certain(mandate.organization):
            continue
        for code in named(mandate.covers):
            if code not in about:
                about[code] = [body for body in all_groups if _is_about(snapshot, body, code)]
            groups = about[code]
            key = (mandate.organization, code)
            there = any(_is_for(snapshot, mandate, code, body) for body in groups)
            absent = all(_is_absent(snapshot, body, mandate.organization) for body in groups)
            if there and absent and key not in told:
                told.add(key)
                yield _finding(snapshot, *key, groups)


def _groups_are_known(snapshot: Snapshot) -> bool:
    """Return whether every group is written, and what each of them covers."""
    known = snapshot.vocabularies["sectors"]
    bodies = (*snapshot.now.sectors, *snapshot.now.sub_sectors)
    return "groups" in snapshot.now.complete and all(
        body.is_certain and body.covers and all(code in known for code in body.covers)
        for body in bodies
    )


def _is_about(snapshot: Snapshot, body: Body, code: str) -> bool:
    """Return whether a body covers a theme, a part of it, or one of which it is a part."""
    known = snapshot.vocabularies["sectors"]
    return any(known.is_a(each, code) or known.is_a(code, each) for each in body.covers)


def _is_for(snapshot: Snapshot, mandate: Mandate, code: str, body: Body) -> bool:
    there = not mandate.areas or holds_there(mandate, snapshot.areas(body))
    return code in body.covers and there


def _is_absent(snapshot: Snapshot, body: Body, organization: str) -> bool:
    """Return whether everybody in a body is known, and is certainly another organization."""
    return snapshot.all_seats_known(body) and all(
        snapshot.is_one_of(each, (organization,)) is Verdict.GAP for each in snapshot.holders(body)
    )


def _finding(snapshot: Snapshot, id: str, code: str, groups: list[Body]) -> Finding:
    names = " or ".join(sorted(snapshot.name(body.id) for body in groups))
    message = f"{snapshot.name(id)} is mandated for {code} and has no seat in {names}"
    return Finding(id, message, tuple(sorted(body.id for body in groups)), (code,))


RULE = Rule(
    name="mandate-without-seat",
    severity=Severity.WARNING,
    summary="An organization with a mandate that sits in no group of its theme.",
    rationale=(
        "Who is mandated for a theme answers for it, and has to be in the room where it is "
        "planned. It looks at the mandates that the document itself writes, and reports one only "
        "if the groups, what they cover and their seats are written whole (`complete: [groups, "
        "leads, members]`) and everybody in them is certainly another organization. To clear it, "
        "give the organization a seat, or correct the mandate."
    ),
    check=check,
    reads=("covers of groups",),
    needs=("groups", "leads", "members"),
    sources=(
        Citation(
            "IASC Reference Module for Cluster Coordination at Country Level, 2015 "
            "(lead agencies are accountable for their sector)",
            "https://interagencystandingcommittee.org/iasc-transformative-agenda/"
            "iasc-reference-module-cluster-coordination-country-level-revised-july-2015",
        ),
    ),
    examples=(
        Example(
            "one sits in the group of its theme, and of the other group not all seats are known",
            """
interagency: 2
complete: [groups]
sectors:
  health: {name: Health, covers: [HEA], complete: [leads, members], seats: {member: [who]}}
  education: {name: Education, covers: [EDU], seats: {lead: [unicef]}}
mandates:
  who-health: {organization: who, covers: [HEA]}
  unesco-education: {organization: unesco, covers: [EDU]}
""",
        ),
        Example(
            "an organization that is mandated for health, and is not in the health group",
            """
interagency: 2
complete: [groups, leads, members]
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [unicef], member: [nrc]}}
mandates:
  who-health: {organization: who, covers: [HEA]}
""",
            flags=("who",),
        ),
    ),
)
