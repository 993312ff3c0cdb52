"""A card of one organization or one group: all that is recorded of it, and what is open."""

from collections.abc import Iterator, Sequence

from interagency.checking import Finding
from interagency.model import Body, Organization
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.questionnaire import readers_of
from interagency.report.wording import Wording, listed
from interagency.snapshot import Question

Line = tuple[str, str]


def group_card(
    wording: Wording,
    body: Body,
    findings: Sequence[Finding] = (),
    questions: Sequence[Question] = (),
) -> Iterator[Line]:
    """Yield what is recorded of a group: the name of a line, and its text.

    Args:
        wording: The words for the snapshot.
        body: The group.
        findings: The findings of a check; those about the group are in it.
        questions: The open questions; those about the group are in it.
    """
    snapshot, say = wording.snapshot, wording.language.say
    yield say("Group"), wording.title(body)
    kinds = [wording.code("body-kinds", kind) for kind in body.kind]
    yield say("Kind"), ", ".join([say(SECTION_OF_CLASS[type(body)].noun), *kinds])
    level = wording.level_name(snapshot.level(body)) or "?"
    areas = ", ".join(map(wording.word, snapshot.areas(body))) or "?"
    yield say("Level, areas"), f"{level}, {areas}"
    if body.covers:
        yield say("Covers"), ", ".join(wording.word(each) for each in body.covers)
    yield from wording.leaders(body)
    yield from wording.members(body)
    if not _is_complete(wording, body):
        yield say("Members"), say("list not complete")
    yield say("Lies in"), wording.end(body.parent) if body.parent else "?"
    yield say("Reports to"), wording.reports_to(body) or "?"
    for line in wording.other_lines(body):
        yield "", line
    inside = [wording.short(each.id) for each in snapshot.children(body.id)]
    if inside:
        yield say("Groups in it"), listed(inside, 30)
    yield from _work(wording, body)
    yield from _open(wording, body.id, findings, questions)


def _is_complete(wording: Wording, body: Body) -> bool:
    return "members" in {*body.complete, *wording.snapshot.now.complete}


def _work(wording: Wording, body: Body) -> Iterator[Line]:
    """Yield the plans in the realm of a group, and the products that it makes."""
    now, say = wording.snapshot.now, wording.language.say
    plans = [wording.name(each.id) for each in now.plans if each.forum == body.id]
    if plans:
        yield say("Plans"), listed(plans, 12)
    for each in now.products:
        if body.id in (*each.by, *each.on_behalf_of):
            often = each.frequency or "?"
            yield say("Product"), f"{wording.name(each.id)}, {wording.code('frequencies', often)}"


def _open(
    wording: Wording, id: str, findings: Sequence[Finding], questions: Sequence[Question]
) -> Iterator[Line]:
    say = wording.language.say
    for finding in findings:
        if finding.subject == id:
            yield say(finding.severity.value), finding.message
    for question in questions:
        if question.subject == id:
            yield say("Question"), question.text
    body = wording.snapshot.bodies[id]
    for source in wording.snapshot.sources(body, id):
        yield say("Source"), wording.name(source, 200)


def organization_card(
    wording: Wording, organization: Organization, questions: Sequence[Question] = ()
) -> Iterator[Line]:
    """Yield what is recorded of an organization: its seats, appeals, and what it can answer."""
    snapshot, say = wording.snapshot, wording.language.say
    name = organization.name or organization.id
    acronym = f" ({organization.acronym})" if organization.acronym else ""
    yield say("Organization"), f"{name}{acronym}"
    kind = organization.kind
    yield (
        say("Kind"),
        ", ".join([wording.code("organization-kinds", kind or "?"), *organization.tags]),
    )
    same = snapshot.identity(organization.id)
    for seat in snapshot.now.seats:
        holder = snapshot.organization_of(seat.held_by) if seat.held_by else None
        if holder and snapshot.identity(holder) == same:
            where = wording.name(seat.body, 200)
            yield wording.term(seat), f"{where}{wording.mark(seat)}"
    for appeal in snapshot.now.appeals:
        if snapshot.identity(appeal.organization) == same:
            amount = f", {appeal.amount}" if appeal.amount else ""
            yield say("Appeal"), f"{wording.name(appeal.plan, 200)}{amount}{wording.mark(appeal)}"
    for each in snapshot.now.presence:
        if snapshot.identity(each.organization) == same:
            yield say("Presence"), ", ".join([*each.covers, each.area or "?"])
    asked = sum(organization.id in readers_of(snapshot, each) for each in questions)
    yield say("Questions"), say("{count} that it can answer", count=asked)
