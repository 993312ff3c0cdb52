"""A card of one group: all that is recorded of it, and what is open."""

from collections.abc import Iterator, Sequence

from interagency.checking import Finding
from interagency.model import (
    Agreement,
    Body,
    Decision,
    Mandate,
    Office,
    Plan,
    Post,
    Product,
)
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.involvement import rows_of
from interagency.report.wording import Wording, listed
from interagency.snapshot import Question

Line = tuple[str, str]
# What has a card field by field.
Recorded = Plan | Office | Product | Decision | Agreement | Mandate


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
    if body.note:
        yield say("Remark"), wording.cut(body.note, 400)
    yield from open_lines(wording, body, findings, questions)


def _is_complete(wording: Wording, body: Body) -> bool:
    return "members" in {*body.complete, *wording.snapshot.now.complete}


def _work(wording: Wording, body: Body) -> Iterator[Line]:
    """Yield how often a group meets, its plans, and its part in products and decisions."""
    now, say = wording.snapshot.now, wording.language.say
    if body.meets or body.meets_on:
        often = wording.word(wording.code("frequencies", body.meets)) if body.meets else ""
        yield say("Meets"), ", ".join(filter(None, (often, *map(str, body.meets_on))))
    plans = [wording.name(each.id) for each in now.plans if each.forum == body.id]
    if plans:
        yield say("Plans"), listed(plans, 12)
    yield from rows_of(wording, body.id)


def open_lines(
    wording: Wording,
    record: Body | Post | Recorded,
    findings: Sequence[Finding],
    questions: Sequence[Question],
) -> Iterator[Line]:
    """Yield the findings about something, the questions, and the sources of what is recorded."""
    say = wording.language.say
    for finding in findings:
        if finding.subject == record.id:
            yield say(finding.severity.value), finding.message
    for question in questions:
        if question.subject == record.id:
            yield say("Question"), question.text
    for source in wording.snapshot.sources(record):
        yield say("Source"), wording.name(source, 200)
