"""What a document leaves open, as questions that say what to write: the handover note.

Asked about whatever the rules: who leads a body, to whom a group reports, on which days something
of a known rhythm is due, and everything that the document itself marks as `unknown` or `disputed`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from interagency.model import (
    UNKNOWN,
    Body,
    Fact,
    Forum,
    Level,
    Link,
    Seat,
)
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import RESERVED
from interagency.model.keys import describe
from interagency.model.sections import SECTION_KEYS
from interagency.snapshot.calendar import PERIODS
from interagency.snapshot.hints import as_key, place_of
from interagency.snapshot.index import Index
from interagency.snapshot.labels import name_of
from interagency.snapshot.leadership import has_one_lead_by_design, leadership_of
from interagency.snapshot.questions import (
    Question,
    dispute_question,
    field_question,
    leadership_question,
)
from interagency.snapshot.reporting_lines import implied_line

_IN_PLACE = "[..., ...] in place of `unknown`; take `unknown` out if these are all"


def open_questions(snapshot: Index) -> Iterator[Question]:
    """Yield a question for everything that a document leaves open."""
    for body in snapshot.now.bodies:
        leadership = leadership_of(snapshot, body)
        if not leadership.closed and not has_one_lead_by_design(body, leadership):
            yield leadership_question(snapshot, body, leadership)
        if _reports_somewhere(snapshot, body) is None:
            yield field_question(snapshot, body, "reports_to")
    for product in snapshot.now.products:
        if product.is_certain and product.frequency in PERIODS and not product.due:
            yield field_question(snapshot, product, "due")
    for section in SECTION_KEYS:
        for record in getattr(snapshot.now, section):
            yield from _marked(snapshot, record)


def _reports_somewhere(snapshot: Index, body: Body) -> bool | None:
    """Return whether a body reports to another; None if nobody said. A forum may be the top."""
    if isinstance(body, Forum) or snapshot.links(body.id, "reports_to"):
        return True
    return True if implied_line(snapshot, body) else None


def _marked(snapshot: Index, record: Any) -> Iterator[Question]:
    """Yield a question for each `unknown` in a record, and for what is disputed in it."""
    if isinstance(record, Link) and record.to == UNKNOWN:
        yield field_question(snapshot, record, record.kind)
    elif isinstance(record, Seat):
        yield from _seat(snapshot, record)
    else:
        for shape in fields_of(type(record)):
            if _is_unknown(shape, getattr(record, shape.name)):
                yield field_question(snapshot, record, shape.name)
    for what in disputed_in(record):
        yield dispute_question(snapshot, record, what)


def _seat(snapshot: Index, seat: Seat) -> Iterator[Question]:
    if seat.holder == UNKNOWN and not snapshot.standing(seat).leads:
        name = name_of(snapshot, seat.body)
        entity = snapshot.whole.entities[seat.body]
        beside = (each for each in snapshot.seats(seat.body) if each.term == seat.term)
        more = any(each.holder not in RESERVED for each in beside)
        who, form = ("Who else", _IN_PLACE) if more else ("Who", "[...], vacant or none")
        write = f"{place_of(snapshot, entity)}.seats.{as_key(seat.term)}: {form}"
        yield Question(seat.body, seat.term, f"{who} is {seat.term} of {name}?", write)


def _is_unknown(shape: FieldShape, value: Any) -> bool:
    if shape.name == "within" and value is not None:
        return bool(value.to == UNKNOWN)
    if shape.of is Level:
        return value is Level.UNKNOWN
    return UNKNOWN in shape.words and (value == UNKNOWN or (shape.many and UNKNOWN in value))


def disputed_in(record: Any) -> Iterator[str]:
    """Yield a short name of each fact on which sources disagree: a record, or one inside it."""
    if isinstance(record, Fact) and not record.is_certain:
        yield describe(record)
    cls: type = type(record)
    for shape in _facts_inside(cls):
        value = getattr(record, shape.name)
        for fact in value if shape.many else (value,) if value else ():
            if not fact.is_certain:
                yield f"{shape.name} {getattr(fact, 'name', getattr(fact, 'to', ''))}"


@cache
def _facts_inside(cls: type) -> tuple[FieldShape, ...]:
    return tuple(shape for shape in fields_of(cls) if issubclass(shape.of, Fact))
