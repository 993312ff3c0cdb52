"""More than one organization that is accountable for one body, or answers for it as last resort."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Organization, Seat
from interagency.snapshot import Holder, Snapshot, Verdict
from interagency.vocabularies import Standing, agreed_pairs

# Among whom the accountable ones are looked for: of more, the first say enough.
_MOST_NAMED = 10


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each body for which two who are no agreed pair certainly answer."""
    for body in snapshot.certain(Body):
        accountable = _holders(snapshot, body, _accountable(snapshot, body, True))
        jointly = _holders(snapshot, body, _accountable(snapshot, body, "jointly"))
        last = _holders(snapshot, body, _last_resort(snapshot, body))
        pairs = _clashes(snapshot, accountable, [*accountable, *jointly, *last])
        ids = sorted({id for pair in pairs for id in pair})
        if ids:
            names = " and ".join(snapshot.name(id) for id in ids)
            message = f"{names} answer for {snapshot.name(body.id)}, and one should"
            yield Finding(body.id, message, tuple(ids))


def _accountable(snapshot: Snapshot, body: Body, how: bool | str) -> Iterator[Seat]:
    return (seat for seat in snapshot.seats(body.id) if seat.is_certain and seat.accountable == how)


def _last_resort(snapshot: Snapshot, body: Body) -> Iterator[Seat]:
    """Yield the seats of co-leads that are providers of last resort."""
    for seat in snapshot.seats(body.id):
        if seat.is_certain and seat.last_resort and snapshot.standing(seat) is Standing.CO_LEAD:
            yield seat


def _holders(snapshot: Snapshot, body: Body, seats: Iterable[Seat]) -> list[Organization]:
    """Return the organizations behind some seats; a state answers beside an agency.

    Only in a cluster is a part of government that is accountable one too many: elsewhere the State
    is responsible first, and an agency accountable beside it.
    """
    found = {}
    for seat in seats:
        holder = snapshot.holder(seat) or Holder()
        organization = holder.organization
        if organization is None or snapshot.may_be_another(organization.id):
            continue
        if _is_cluster(snapshot, body) or _is_no_state(snapshot, holder):
            found[organization.id] = organization
    return [found[id] for id in sorted(found)][:_MOST_NAMED]


def _is_cluster(snapshot: Snapshot, body: Body) -> bool:
    kinds = snapshot.vocabularies["body-kinds"]
    return any(kinds.is_a(kind, each) for kind in body.kind for each in ("cluster", "sub-cluster"))


def _is_no_state(snapshot: Snapshot, holder: Holder) -> bool:
    return snapshot.is_of_kind(holder.kind, ("government",)) is Verdict.GAP


def _clashes(
    snapshot: Snapshot, some: list[Organization], others: list[Organization]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of two organizations that are certainly no pair by global agreement."""
    for one in some:
        for other in others:
            is_same = snapshot.identity(one.id) == snapshot.identity(other.id)
            if not is_same and not _may_be_agreed(snapshot, one, other):
                yield one.id, other.id


def _may_be_agreed(snapshot: Snapshot, one: Organization, other: Organization) -> bool:
    def may_be(organization: Organization, id: str) -> bool:
        holder = Holder(organization, organization.kind, organization.tags)
        return snapshot.is_one_of(holder, (id,)) is not Verdict.GAP

    return any(
        (may_be(one, a) and may_be(other, b)) or (may_be(one, b) and may_be(other, a))
        for pair in agreed_pairs()
        for a, b in combinations(sorted(pair), 2)
    )


RULE = Rule(
    name="accountability-blurred",
    severity=Severity.ERROR,
    summary="A body for which more than one organization is accountable.",
    rationale=(
        "A cluster has one accountable lead agency, or a pair that was agreed worldwide (FAO and "
        "WFP, UNICEF and Save the Children, IOM and UNHCR, IFRC and UNHCR): if two others answer "
        "for it, nobody does. Co-leading shares the work, and neither the accountability nor the "
        "last resort. Only seats with `accountable: true`, or co-leads with `last_resort: true`, "
        "are looked at. A government that is accountable counts in clusters alone: elsewhere the "
        "State is responsible beside the agency. Those with `accountable: jointly` were agreed to "
        "answer together, which is a fact and no fault. To clear it, write `accountable` and "
        "`last_resort` for the lead agency only."
    ),
    check=check,
    sources=(
        Citation(
            "CCCM toolkit, Shared leadership (one agency is accountable, shared or not)",
            "https://cccmcluster.org/resources/coordination-toolkit/shared-leadership",
        ),
        Citation(
            "humanitarianresponse.info, Who does what (cluster lead agencies)",
            "https://www.humanitarianresponse.info/en/coordination/clusters/who-does-what",
        ),
    ),
    examples=(
        Example(
            "one accountable lead with a co-lead, a pair by global agreement, and three jointly",
            """
interagency: 2
sectors:
  wash:
    name: WASH
    seats: {lead: [{holder: unicef, accountable: true, last_resort: true}], co-lead: [oxfam]}
  food:
    name: Food Security
    seats: {co-lead: [{holder: fao, accountable: true}, {holder: wfp, accountable: true}]}
forums:
  seg:
    name: Strategic Executive Group
    seats:
      co-chair:
        - {holder: unhcr, accountable: jointly}
        - {holder: iom, accountable: jointly}
        - {holder: unrco, accountable: jointly}
""",
        ),
        Example(
            "two accountable leads, and a co-lead that is to be provider of last resort",
            """
interagency: 2
sectors:
  health:
    name: Health
    seats: {co-lead: [{holder: who, accountable: true}, {holder: unicef, accountable: true}]}
  wash:
    name: WASH
    seats:
      lead: [{holder: unicef, accountable: true}]
      co-lead: [{holder: oxfam, last_resort: true}]
""",
            flags=("health", "wash"),
        ),
    ),
)
