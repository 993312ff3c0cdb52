"""A card of one organization: where it sits and through which post, what it does and owes."""

from collections.abc import Iterator, Sequence

from interagency.model import Organization
from interagency.report.card import Line
from interagency.report.involvement import rows_of
from interagency.report.questionnaire import readers_of
from interagency.report.wording import Wording, listed
from interagency.snapshot import Question, Snapshot


def organization_card(
    wording: Wording, organization: Organization, questions: Sequence[Question] = ()
) -> Iterator[Line]:
    """Yield what is recorded of an organization: its seats, posts, work, and what it can answer."""
    snapshot, say = wording.snapshot, wording.language.say
    name = organization.name or organization.id
    acronym = f" ({organization.acronym})" if organization.acronym else ""
    yield say("Organization"), f"{name}{acronym}"
    kind = organization.kind
    yield (
        say("Kind"),
        ", ".join([wording.code("organization-kinds", kind or "?"), *organization.tags]),
    )
    yield from _seats(wording, organization.id)
    yield from _lines(wording, organization)
    yield from _mandates(wording, organization.id)
    yield from _plans(wording, organization.id)
    yield from rows_of(wording, organization.id)
    asked = sum(organization.id in readers_of(snapshot, each) for each in questions)
    yield say("Questions"), say("{count} that it can answer", count=asked)


def _seats(wording: Wording, id: str) -> Iterator[Line]:
    """Yield each seat of an organization, with the post through which it fills it."""
    snapshot = wording.snapshot
    for seat in snapshot.now.seats:
        holder = snapshot.organization_of(seat.held_by) if seat.held_by else None
        if holder and _is(snapshot, holder, id):
            post = seat.held_by if seat.held_by != holder else seat.post
            through = f", through {wording.end(post)}" if post else ""
            yield wording.term(seat), f"{wording.name(seat.body, 200)}{through}{wording.mark(seat)}"


def _lines(wording: Wording, organization: Organization) -> Iterator[Line]:
    """Yield the offices and posts of an organization, and its lines to others."""
    snapshot = wording.snapshot
    for heading, records in (("Offices", snapshot.now.offices), ("Posts", snapshot.now.posts)):
        owners = ((each.id, snapshot.organization_of(each.id)) for each in records)
        names = [
            wording.name(each) for each, x in owners if x and _is(snapshot, x, organization.id)
        ]
        if names:
            yield heading, listed(names, 30)
    yield from (("", line) for line in wording.other_lines(organization))


def _mandates(wording: Wording, id: str) -> Iterator[Line]:
    for mandate in wording.snapshot.now.mandates:
        if _is(wording.snapshot, mandate.organization, id):
            what = [*map(wording.word, (*mandate.covers, *mandate.populations, *mandate.areas))]
            basis = f"; {mandate.basis}" if mandate.basis else ""
            yield "Mandate", f"{', '.join(what) or mandate.id}{basis}{wording.mark(mandate)}"


def _plans(wording: Wording, id: str) -> Iterator[Line]:
    """Yield the appeals of an organization, and where it is active."""
    snapshot, say = wording.snapshot, wording.language.say
    for appeal in snapshot.now.appeals:
        if _is(snapshot, appeal.organization, id):
            amount = f", {appeal.amount}" if appeal.amount else ""
            yield say("Appeal"), f"{wording.name(appeal.plan, 200)}{amount}{wording.mark(appeal)}"
    for each in snapshot.now.presence:
        if _is(snapshot, each.organization, id):
            yield say("Presence"), ", ".join([*each.covers, each.area or "?"])


def _is(snapshot: Snapshot, one: str, other: str) -> bool:
    return snapshot.identity(one) == snapshot.identity(other)
