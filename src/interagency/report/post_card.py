"""A card of one post, as terms of reference state it: where it sits, what it owes, how long."""

from collections.abc import Iterator, Sequence

from interagency.checking import Finding
from interagency.model import Post
from interagency.report.card import Line, open_lines
from interagency.report.involvement import rows_of
from interagency.report.wording import Wording
from interagency.snapshot import Question


def post_card(
    wording: Wording,
    post: Post,
    findings: Sequence[Finding] = (),
    questions: Sequence[Question] = (),
) -> Iterator[Line]:
    """Yield what is recorded of a post; what no one recorded of its place is a question mark."""
    say = wording.language.say
    yield say("Post"), f"{wording.name(post.id)}{wording.mark(post)}"
    yield say("Grade"), post.grade or "?"
    yield from _place(wording, post)
    links = wording.snapshot.links(post.id, "reports_to")
    yield say("Reports to"), wording.ends(links) if links else "?"
    yield from (("", line) for line in wording.other_lines(post))
    for number, duty in enumerate(post.duties):
        name = wording.language.code_name(wording.snapshot.vocabularies["duties"], duty)
        yield say("Duties") if number == 0 else "", name
    for seat in wording.snapshot.now.seats:
        if post.id in (seat.held_by, seat.post):
            yield wording.term(seat), f"{wording.name(seat.body)}{wording.mark(seat)}"
    yield from rows_of(wording, post.id)
    yield from _time(wording, post)
    yield from open_lines(wording, post, findings, questions)


def _place(wording: Wording, post: Post) -> Iterator[Line]:
    say, owner = wording.language.say, wording.snapshot.organization_of(post.id)
    yield say("Organization"), wording.name(owner) if owner else "?"
    yield say("Office"), wording.end(post.office) or "?"
    yield say("Capacity"), wording.code("capacities", post.capacity or "?")
    if post.designations:
        names = [wording.word(wording.code("designations", each)) for each in post.designations]
        yield say("Designations"), ", ".join(names)
    if post.stands_for:
        yield say("Counted"), post.stands_for


def _time(wording: Wording, post: Post) -> Iterator[Line]:
    """Yield from when to when there is a post, and whether it is filled and funded."""
    say = wording.language.say
    yield say("Since"), str(post.since or "?")
    yield say("Until"), str(post.until or "?")
    for heading, value in (("Filled", post.filled), ("Funded", post.funded)):
        if value is not None:
            yield heading, say("yes" if value else "no")
    if post.note:
        yield say("Remark"), wording.cut(post.note, 400)
