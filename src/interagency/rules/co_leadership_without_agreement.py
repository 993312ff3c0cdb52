"""A group that several lead together, on the strength of no agreement."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Agreement, Body
from interagency.snapshot import Snapshot

# Between how many the leadership must be shared, so that there is something to agree.
_SHARED = 2


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each group with several named leaders that no agreement concerns."""
    if "agreements" not in snapshot.now.complete:
        return
    agreed = {id for each in snapshot.now.agreements for id in each.concerns}
    for body in snapshot.certain(Body):
        leaders = _leaders(snapshot, body)
        if len(leaders) < _SHARED or body.id in agreed or _bound(snapshot, leaders):
            continue
        names = " and ".join(map(snapshot.name, leaders))
        message = f"{names} lead {snapshot.name(body.id)} together, and no agreement is recorded"
        yield Finding(body.id, message, leaders)


def _leaders(snapshot: Snapshot, body: Body) -> tuple[str, ...]:
    """Return the organizations that certainly lead a group, each once."""
    held = (seat.held_by for seat in snapshot.leadership(body).held if seat.is_certain)
    owners = [owner for each in held if each and (owner := snapshot.organization_of(each))]
    return tuple({snapshot.identity(each): each for each in reversed(owners)}.values())[::-1]


def _bound(snapshot: Snapshot, leaders: tuple[str, ...]) -> bool:
    """Return whether an agreement on co-leadership, of whatever group, binds all of them."""
    wanted = {*map(snapshot.identity, leaders)}
    return any(
        each.kind == "co-leadership" and wanted <= {*map(snapshot.identity, each.parties)}
        for each in snapshot.certain(Agreement)
        if not each.concerns
    )


RULE = Rule(
    name="co-leadership-without-agreement",
    severity=Severity.INFO,
    summary="A group that several organizations lead together, with no agreement on it.",
    rationale=(
        "Who shares the lead without a word on who does what shares it until the first dispute. "
        "It looks at groups with two or more named leading organizations, and at agreements that "
        "concern the group, or that are on co-leadership between just these. It needs all "
        "agreements to be written (`complete: [agreements]`). To clear it, write the agreement, "
        "with what it `concerns`."
    ),
    check=check,
    sources=(
        Citation(
            "CCCM toolkit, Shared leadership: co-coordination rests on a memorandum of "
            "understanding",
            "https://cccmcluster.org/resources/coordination-toolkit/shared-leadership",
        ),
        Citation(
            "UNHCR Senior Inter-Agency Coordination Officer, Panama (vacancy, 2023): "
            "negotiate joint agreements or work programmes",
        ),
    ),
    examples=(
        Example(
            "a sector that two lead by a letter, one that one leads, and two parties that agreed "
            "to share wherever they meet",
            """
interagency: 2
complete: [agreements]
sectors:
  health: {name: Health, seats: {lead: [who]}}
  shelter: {name: Shelter, seats: {co-lead: [unhcr, ifrc]}}
  education: {name: Education, seats: {lead: [unicef], co-lead: [save-the-children]}}
agreements:
  letter: {name: Letter, kind: letter-of-understanding, parties: [unhcr, ifrc], concerns: [shelter]}
  global: {name: Agreement, kind: co-leadership, parties: [unicef, save-the-children]}
""",
        ),
        Example(
            "a sector that two lead, and agreements of others",
            """
interagency: 2
complete: [agreements]
sectors:
  shelter: {name: Shelter, seats: {co-lead: [unhcr, ifrc]}}
agreements:
  other: {name: Letter, kind: co-leadership, parties: [unhcr, iom]}
""",
            flags=("shelter",),
        ),
    ),
    needs=("agreements",),
)
