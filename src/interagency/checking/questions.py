"""What a document leaves open, as questions that say what to write: the handover note.

Asked about whatever the rules: who leads a body, to whom a group reports, and everything that the
document itself marks as `unknown` or `disputed`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from interagency.checking.finding import Question
from interagency.checking.leadership import Leadership, leadership_of
from interagency.checking.naming import name_of, section_of, subject_of
from interagency.checking.snapshot import Snapshot
from interagency.model import (
    NONE,
    UNKNOWN,
    Body,
    Certainty,
    Fact,
    Forum,
    Level,
    Link,
    Office,
    Organization,
    Plan,
    Product,
    Seat,
    Sector,
    SubSector,
)
from interagency.model.fields import FieldShape, fields_of
from interagency.model.integrity import record_sections
from interagency.model.keys import describe

_ASKED: Final = {
    "areas": "Where does {name} work?",
    "by": "Who makes {name}?",
    "cleared_by": "Who clears {name}, besides those named?",
    "contributors": "Who owes input to {name}, besides those named?",
    "countries": "Which countries does {name} cover, besides those named?",
    "covers": "What does {name} coordinate?",
    "designations": "What is {name} designated as?",
    "forum": "In the realm of which body does {name} lie?",
    "level": "At which level does {name} work?",
    "office": "To which office does {name} belong?",
    "organization": "Whose is {name}?",
    "part_of": "Of which plan is {name} a part?",
    "populations": "For whom does {name} work?",
    "situation": "In which situation does {name} work: refugee, idp, mixed or another?",
    "stands_for": "How many does {name} stand for?",
    "tags": "Is {name} refugee-led, women-led, local or the like?",
    "within": "In which body does {name} lie?",
    "reports_to": "To whom does {name} report?",
    "participates_in": "In which bodies does {name} take part?",
    "coordinates_with": "With whom does {name} coordinate?",
    "supports": "Whom does {name} support?",
    "mirrors": "Which body does {name} mirror?",
    "same_as": "Which other entry is the same as {name}?",
}
_DISPUTED: Final = Certainty.DISPUTED
_SORTS: Final = {Organization: "organization", Plan: "plan", Office: "office", Product: "product"}


def open_questions(snapshot: Snapshot) -> Iterator[Question]:
    """Yield a question for everything that a document leaves open."""
    for body in snapshot.now.bodies:
        leadership = leadership_of(snapshot, body)
        if not leadership.closed:
            yield leadership_question(snapshot, body, leadership)
        if _reports_somewhere(snapshot, body) is None:
            yield field_question(snapshot, body, "reports_to")
    for section in record_sections():
        for record in getattr(snapshot.now, section):
            yield from _marked(snapshot, record)


def _reports_somewhere(snapshot: Snapshot, body: Body) -> bool | None:
    """Tell whether a body reports to another; None if nobody said. A forum may be the top."""
    if isinstance(body, Forum) or snapshot.links(body.id, "reports_to"):
        return True
    parent = snapshot.bodies.get(body.parent or "")
    return True if isinstance(body, SubSector) and isinstance(parent, Sector) else None


def leadership_question(snapshot: Snapshot, body: Body, leadership: Leadership) -> Question:
    """Return the question who else leads a body, or who leads it at all."""
    name = name_of(snapshot, body.id)
    named = " and ".join(_holder(snapshot, seat) for seat in leadership.held)
    verb = "co-leads" if leadership.lead.closed else "leads or co-leads"
    known = f", with {named} in the lead" if leadership.lead.closed else f", besides {named}"
    text = f"Who {verb} {name}{known if named else ''}?"
    write = f"{section_of(body)}.{body.id}.seats: lead: [...], co-lead: [...], vacant or none"
    return Question(body.id, "leads", text, write)


def field_question(snapshot: Snapshot, record: Any, field: str) -> Question:
    """Return the question what the value of a field is."""
    subject = subject_of(record)
    entity = snapshot.whole.entities.get(subject, record)
    template = _ASKED.get(field, f"What is the {field.replace('_', ' ')} of {{name}}?")
    if field == "kind":
        template = f"What sort of {_SORTS.get(type(entity), 'body')} is {{name}}?"
    write = f"{section_of(entity)}.{subject}.{field}: {_form(type(entity), field)}"
    return Question(subject, field, template.format(name=name_of(snapshot, subject)), write)


def _form(cls: type[Any], field: str) -> str:
    """Return how the value of a field is written, so that it can be written so."""
    shape = next((shape for shape in fields_of(cls) if shape.name == field), None)
    if shape is None or field == "within":
        return "[id, ...], or none" if shape is None else "id, or none"
    if issubclass(shape.of, Level):
        return f"one of {', '.join(level for level in Level if level is not Level.UNKNOWN)}"
    form = "[..., ...]" if shape.many else "..."
    return f"{form}, or none" if NONE in shape.words else form


def _holder(snapshot: Snapshot, seat: Seat) -> str:
    who = seat.held_by
    return name_of(snapshot, who) if who else f"a holder of kind {seat.kind or 'not said'}"


def _marked(snapshot: Snapshot, record: Any) -> Iterator[Question]:
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


def _seat(snapshot: Snapshot, seat: Seat) -> Iterator[Question]:
    if seat.holder == UNKNOWN and not snapshot.standing(seat).leads:
        name = name_of(snapshot, seat.body)
        entity = snapshot.whole.entities[seat.body]
        write = f"{section_of(entity)}.{seat.body}.seats.{seat.term}: [...], vacant or none"
        yield Question(seat.body, seat.term, f"Who else is {seat.term} of {name}?", write)


def _is_unknown(shape: FieldShape, value: Any) -> bool:
    if shape.name == "within" and value is not None:
        return bool(value.to == UNKNOWN)
    if shape.of is Level:
        return value is Level.UNKNOWN
    return UNKNOWN in shape.words and (value == UNKNOWN or (shape.many and UNKNOWN in value))


def disputed_in(record: Any) -> Iterator[str]:
    """Yield a short name of each fact on which sources disagree: a record, or one inside it."""
    if getattr(record, "certainty", None) is _DISPUTED:
        yield describe(record)
    cls: type = type(record)
    for shape in _facts_inside(cls):
        value = getattr(record, shape.name)
        for fact in value if shape.many else (value,) if value else ():
            if fact.certainty is _DISPUTED:
                yield f"{shape.name} {getattr(fact, 'name', getattr(fact, 'to', ''))}"


@cache
def _facts_inside(cls: type) -> tuple[FieldShape, ...]:
    return tuple(shape for shape in fields_of(cls) if issubclass(shape.of, Fact))


def dispute_question(snapshot: Snapshot, record: Any, what: str) -> Question:
    """Return the question which of the sources that disagree is right."""
    subject = subject_of(record)
    text = f"Sources disagree on {what}, of {name_of(snapshot, subject)}: which holds?"
    entity = snapshot.whole.entities.get(subject, record)
    write = f"{section_of(entity)}.{subject}: leave out `certainty: disputed` once it is settled"
    return Question(subject, f"dispute over {what}", text, write)
