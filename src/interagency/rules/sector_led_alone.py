"""A sector that one organization leads alone."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, Body, Sector, SubSector, describe
from interagency.snapshot import (
    Leadership,
    Question,
    Snapshot,
    is_service,
)
from interagency.vocabularies import Standing


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each sector that is led alone, a question where that is unknown."""
    for body in snapshot.certain(Sector, SubSector):
        leadership = snapshot.leadership(body)
        if _one_leader(snapshot, body, leadership):
            yield _alone(snapshot, body, leadership)


def _one_leader(snapshot: Snapshot, body: Body, leadership: Leadership) -> bool:
    """Return whether one leader is known, and no partner, empty place or design says otherwise."""
    known = {snapshot.identity(seat.held_by or describe(seat)) for seat in leadership.held}
    several = any((seat.count or 1) > 1 for seat in leadership.held)
    empty = leadership.lead.vacant or leadership.co_lead.vacant
    return len(known) == 1 and not several and not empty and not _by_design(snapshot, body)


def _by_design(snapshot: Snapshot, body: Body) -> bool:
    """Return whether `co-lead: none` is written, or a common service that one agency runs."""
    return is_service(body) or any(
        seat.holder == NONE and seat.is_certain and snapshot.standing(seat) is Standing.CO_LEAD
        for seat in snapshot.seats(body.id)
    )


def _alone(snapshot: Snapshot, body: Body, leadership: Leadership) -> Finding | Question:
    """Return the finding that there is no partner, or the question who it is."""
    seat = leadership.held[0]
    if not leadership.closed or not (seat.held_by or seat.count):
        return snapshot.ask_leadership(body)
    who = snapshot.name(seat.held_by) if seat.held_by else f"a holder of kind {seat.kind}"
    message = f"{snapshot.name(body.id)} has one leader, {who}, and no partner in leadership"
    related = (seat.held_by,) if seat.held_by else ()
    return Finding(body.id, message, related, evidence=(describe(seat),))


RULE = Rule(
    name="sector-led-alone",
    was=("co-lead-vacant-or-unpaired",),
    severity=Severity.WARNING,
    summary="A sector that one organization certainly leads alone.",
    rationale=(
        "Sharing leadership, normally between a UN agency and an NGO or a ministry, keeps a "
        "sector running when one of the two is short of staff. A single leader is reported only "
        "if it is certain that there is no other, for example under `complete: [leads]`. "
        "To clear it, write who co-leads, or `co-lead: none` if there is none by design."
    ),
    check=check,
    sources=(
        Citation(
            "R4V: UNHCR and NRC co-lead the regional protection sector (that every regional "
            "sector has two co-leads is inferred)",
            verified=False,
        ),
        Citation(
            "Inter-Sector Working Group Jordan, work plan 2022 (effective NGO co-chairing)",
            "https://reliefweb.int/report/jordan/"
            "inter-sector-working-group-jordan-refugee-response-coordination-work-plan-2022",
        ),
        Citation(
            "CCCM toolkit, Shared leadership (it shares functions, not accountability)",
            "https://cccmcluster.org/resources/coordination-toolkit/shared-leadership",
        ),
        Citation(
            "FSC Handbook 3.6.1, Sharing leadership (terms vary: each ToR says what they mean)",
            "https://handbook.fscluster.org/docs/361-sharing-leadership-and-coordination-"
            "responsibility-government-co-leads-and-ngo-co-facilitators",
        ),
    ),
    examples=(
        Example(
            "a pair, one leader by design, and one whose co-lead no one recorded",
            """
interagency: 2
sectors:
  protection: {name: Protection, seats: {co-lead: [unhcr, nrc]}}
  logistics: {name: Logistics, seats: {lead: [wfp], co-lead: none}}
  health: {name: Health, seats: {lead: [who]}}
""",
        ),
        Example(
            "lists of leads that are complete and have one name",
            """
interagency: 2
sectors:
  nutrition: {name: Nutrition, complete: [leads], seats: {lead: [unicef]}}
  shelter: {name: Shelter, complete: [leads], seats: {co-lead: [unhcr]}}
""",
            flags=("nutrition", "shelter"),
        ),
    ),
)
