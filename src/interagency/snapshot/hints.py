"""What to write once a question is answered: where it stands, and the form of the answer."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from interagency.model import (
    NONE,
    Appeal,
    Body,
    Day,
    Due,
    Level,
    Money,
    Organization,
    Presence,
    Progress,
)
from interagency.model.fields import FieldShape, Mark, fields_of
from interagency.model.grammar import Code, Grammar, Ref
from interagency.snapshot.index import Index
from interagency.snapshot.labels import section_of, subject_of
from interagency.snapshot.leadership import Leadership
from interagency.vocabularies.standing import Standing

_PLAIN = re.compile(r"[^\W\d_][\w()/' -]*")
# What says who an organization is, and of what sort: messages and answers rest on it.
DESCRIBING: Final = ("name", "acronym", "kind", "tags", "country")
_EXAMPLES: Final[dict[type[Any], str]] = {
    Day: "a date, for example 2022-03",
    Due: "a date or a rule, for example every Thursday",
    Money: "an amount with its currency, for example 1000 USD",
    Level: f"one of {', '.join(level for level in Level if level is not Level.UNKNOWN)}",
}


def place_of(snapshot: Index, record: Any) -> str:
    """Return where a record stands in the file: the section and the id, or who is meant in it."""
    if isinstance(record, Appeal):
        return f"appeals, of {record.organization} in {record.plan}"
    if isinstance(record, Presence):
        return f"presence, of {record.organization} in {record.area or 'no area'}"
    subject = subject_of(record)
    entity = snapshot.whole.entities.get(subject, record)
    return f"{section_of(entity)}.{subject}".strip(".")


def field_hint(snapshot: Index, record: Any, field: str) -> str:
    """Return where the value of a field stands, and how it is written.

    An organization that the document took from the registry gets an entry by the answer, which
    has to say all that is known: nothing is filled in.
    """
    owner = snapshot.whole.entities.get(subject_of(record), record)
    cls = type(record if isinstance(record, Appeal | Presence) else owner)
    joint = ": " if isinstance(record, Appeal | Presence) else "."
    place = place_of(snapshot, record)
    beside = "" if cls is not Organization else _beside(snapshot, owner, field)
    return f"{place}{joint if place else ''}{field}: {form_of(cls, field)}{beside}"


def _beside(snapshot: Index, organization: Organization, field: str) -> str:
    known = snapshot.vocabularies.organizations.get(organization.id)
    said = [each for each in DESCRIBING if each != field and getattr(known, each, None)]
    return f"; beside it {{{described(organization, said)}}}" if organization == known else ""


def described(organization: Organization, fields: Iterable[str]) -> str:
    """Return fields of an organization as an entry in a document has them, in one line."""
    return ", ".join(f"{each}: {_value(getattr(organization, each))}" for each in fields)


def _value(value: str | tuple[str, ...]) -> str:
    return f"[{', '.join(map(as_key, value))}]" if isinstance(value, tuple) else as_key(value)


def form_of(cls: type[Any], field: str) -> str:
    """Return how the value of a field is written; of what is no field, a list of ids."""
    if field == "within":
        return "id, or none"
    shape = next((shape for shape in fields_of(cls) if shape.name == field), None)
    if shape is None:
        return "[id, ...], or none"
    if shape.of is Progress:
        return "[{as_of: 2022-06, received: 1000 USD, reached: {people: 500}}, ...]"
    if shape.of in _EXAMPLES:
        return f"[..., ...], {_EXAMPLES[shape.of]}" if shape.many else _EXAMPLES[shape.of]
    return ", ".join([_words(shape), *_explained(shape.mark)])


def _words(shape: FieldShape) -> str:
    word = "id" if isinstance(shape.mark, Ref) else "code" if isinstance(shape.mark, Code) else ""
    form = f"[{word or '...'}, ...]" if shape.many else word or "..."
    return f"{form}, or none" if NONE in shape.words else form


def _explained(mark: Mark | None) -> list[str]:
    if isinstance(mark, Code):
        return [f"from the vocabulary {mark.vocabulary}"]
    return [mark.hint] if isinstance(mark, Grammar) else []


def leadership_hint(snapshot: Index, body: Body, leadership: Leadership) -> str:
    """Return where the leaders of a body stand, under the terms in use, and what may stand there.

    Of two slots, one that is closed already is left out.
    """
    terms = {snapshot.standing(seat): seat.term for seat in reversed(snapshot.seats(body.id))}
    lead, co_lead = terms.get(Standing.LEAD, "lead"), terms.get(Standing.CO_LEAD, "co-lead")
    seats = f"{section_of(body)}.{body.id}.seats"
    if leadership.lead.closed:
        return f"{seats}.{as_key(co_lead)}: [...], vacant or none"
    if leadership.co_lead.closed:
        return f"{seats}.{as_key(lead)}: [...], vacant or none"
    return f"{seats}: {as_key(lead)}: [...], {as_key(co_lead)}: [...], vacant or none"


def as_key(term: str) -> str:
    """Return a term as it stands in a file: in quotes if it could be taken for something else."""
    return term if _PLAIN.fullmatch(term) else json.dumps(term, ensure_ascii=False)
