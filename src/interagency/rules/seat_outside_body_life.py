"""A seat in a body that did not exist yet, or no longer."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Seat, describe
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each seat whose time certainly goes beyond that of its body."""
    dated = {body.id: body for body in snapshot.whole.bodies if body.since or body.until}
    for seat in snapshot.whole.seats if dated else ():
        body = dated.get(seat.body)
        if body and seat.is_certain and body.is_certain and (wrong := _beyond(seat, body)):
            message = f"a {seat.term} of {snapshot.name(body.id)} {wrong}"
            related = (seat.held_by,) if seat.held_by else ()
            yield Finding(body.id, message, related, evidence=(describe(seat), _period(seat)))


def _beyond(seat: Seat, body: Body) -> str:
    """Return what is wrong with the time of a seat; spans that overlap leave it open."""
    days = [each for each in (seat.since, seat.until) if each]
    if body.since and any(each.last < body.since.first for each in days):
        return f"is of {_period(seat)}, and the body begins {body.since}"
    if body.until and any(each.first > body.until.last for each in days):
        return f"is of {_period(seat)}, and the body ends {body.until}"
    return ""


def _period(seat: Seat) -> str:
    return f"{seat.since or '?'} to {seat.until or '?'}"


RULE = Rule(
    name="seat-outside-body-life",
    severity=Severity.WARNING,
    summary="A seat whose time goes beyond the life of its body.",
    rationale=(
        "Nobody can sit in a body that is not there: one of the dates is wrong, or a seat was "
        "not ended when its group was closed. Dates are compared as written, so that a seat "
        "since 2022 fits a body since 2022-03. To clear it, correct the dates, or end the seat "
        "with its body."
    ),
    check=check,
    sources=(
        Citation(
            "CCCM toolkit, Cluster transition and deactivation (its functions are handed over)",
            "https://cccmcluster.org/resources/coordination-toolkit/"
            "cluster-transition-deactivation",
        ),
        Citation(
            "FSC Handbook 3.8, Cluster transition and deactivation (planned with dates)",
            "https://handbook.fscluster.org/docs/38-cluster-transition-and-deactivation",
        ),
    ),
    examples=(
        Example(
            "seats in the time of their body, and a year that may fit",
            """
interagency: 2
sectors:
  shelter:
    name: Shelter
    since: 2022-03
    until: 2023-12
    seats: {lead: [{holder: unhcr, since: 2022}], member: [{holder: iom, until: 2023}]}
""",
        ),
        Example(
            "a lead before the cluster was activated, and a member after it was closed",
            """
interagency: 2
sectors:
  shelter: {name: Shelter, since: 2022-03, seats: {lead: [{holder: unhcr, since: 2021}]}}
  health: {name: Health, until: 2023-06, seats: {member: [{holder: who, until: 2023-09}]}}
""",
            flags=("health", "shelter"),
        ),
    ),
)
