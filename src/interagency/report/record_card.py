"""A card of a plan, an office, a product, a decision, an agreement or a mandate, field by field."""

from collections.abc import Iterator, Sequence
from typing import Any

from interagency.checking import Finding
from interagency.model import (
    Code,
    Decision,
    FieldShape,
    Office,
    Plan,
    Product,
)
from interagency.model.fields import fields_of
from interagency.model.grammar import RESERVED, Ref
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.calendar import details_of, title_of
from interagency.report.card import Line, Recorded, open_lines
from interagency.report.coverage import coverage_lines
from interagency.report.involvement import rows_of
from interagency.report.wording import VERBS, Wording, listed
from interagency.snapshot import Question, issues

# What stands elsewhere on a card, or is no matter of its readers.
_ELSEWHERE = ("id", "name", "certainty", "sources", "note", "progress", "identifiers")
_MOST = 30
# How far ahead a card looks for the next issue of a product.
_AHEAD = 31


def record_card(
    wording: Wording,
    record: Recorded,
    findings: Sequence[Finding] = (),
    questions: Sequence[Question] = (),
) -> Iterator[Line]:
    """Yield what is recorded: each field in words, then what others have to do with it.

    Args:
        wording: The words for the snapshot.
        record: A plan, an office, a product, a decision, an agreement or a mandate.
        findings: The findings of a check; those about the record are in it.
        questions: The open questions; those about the record are in it.
    """
    say = wording.language.say
    noun = SECTION_OF_CLASS[type(record)].noun.capitalize()
    yield say(noun), f"{wording.name(record.id)}{wording.mark(record)}"
    for shape in fields_of(type(record)):
        value = getattr(record, shape.name)
        if shape.name not in _ELSEWHERE and value not in (None, ()):
            yield say(_label(shape)), _value(wording, shape, value)
    yield from (("", line) for line in wording.other_lines(record))
    yield from _around(wording, record)
    yield from rows_of(wording, record.id)
    if record.note:
        yield say("Remark"), wording.cut(record.note, 400)
    yield from open_lines(wording, record, findings, questions)


def _label(shape: FieldShape) -> str:
    return shape.name.replace("_", " ").capitalize()


def _value(wording: Wording, shape: FieldShape, value: Any) -> str:
    """Return the value of a field in words: names for ids, the words of a list for its codes."""
    if shape.pairs:
        return "; ".join(f"{key}: {text}" for key, text in value)
    values = value if shape.many else (value,)
    return listed([_one(wording, shape, each) for each in values], _MOST)


def _one(wording: Wording, shape: FieldShape, value: Any) -> str:
    if value in RESERVED:
        return wording.word(value)
    if isinstance(shape.mark, Ref):
        return wording.name(value) if value in wording.snapshot.now.entities else str(value)
    if isinstance(shape.mark, Code):
        return wording.code(shape.mark.vocabulary, value)
    if hasattr(value, "by"):  # input or a clearance that came
        return f"{wording.end(value.by)}{f' on {value.day}' if value.day else ''}"
    if hasattr(value, "value"):  # a stated figure
        return f"{value.name} {value}"
    return str(getattr(value, "name", value))


def _around(wording: Wording, record: Recorded) -> Iterator[Line]:
    """Yield what refers to a record, or follows from it."""
    now = wording.snapshot.now
    match record:
        case Plan():
            yield from _of_plan(wording, record)
        case Office():
            posts = [wording.name(each.id) for each in now.posts if each.office == record.id]
            offices = [wording.name(each.id) for each in now.offices if each.parent == record.id]
            yield from _named("Posts", posts)
            yield from _named("Offices in it", offices)
        case Product():
            yield from _of_product(wording, record)
        case Decision():
            later = [wording.name(x.id) for x in now.decisions if x.replaces == record.id]
            yield from _named("Replaced by", later)
    yield from _lines_to(wording, record.id)


def _named(heading: str, names: Sequence[str]) -> Iterator[Line]:
    if names:
        yield heading, listed(names, _MOST)


def _of_plan(wording: Wording, plan: Plan) -> Iterator[Line]:
    now = wording.snapshot.now
    yield from _named("Chapters", [wording.name(x.id) for x in now.plans if x.part_of == plan.id])
    names = dict.fromkeys(wording.short(x.organization) for x in now.appeals if x.plan == plan.id)
    yield from _named("Appeals of", list(names))
    yield from _named("Products", [wording.name(x.id) for x in now.products if x.plan == plan.id])
    yield from coverage_lines(wording, plan)


def _of_product(wording: Wording, product: Product) -> Iterator[Line]:
    """Yield the issues of a product that are due, with who owes what."""
    snapshot = wording.snapshot
    for issue in issues(snapshot, snapshot.day, _AHEAD) if snapshot.day else ():
        if issue.id == product.id:
            day = issue.day.isoformat() if issue.day else "no day recorded"
            yield "Due", f"{day}: {title_of(snapshot, issue)}"
            yield from (("", line) for line in details_of(snapshot, issue))


def _lines_to(wording: Wording, id: str) -> Iterator[Line]:
    """Yield from where lines lead here: what escalates to an office, funds a plan."""
    for link in wording.snapshot.now.links:
        if link.target == id:
            start = wording.name(link.from_)
            yield "From", f"{start}, which {VERBS[link.kind]} it{wording.mark(link)}"
