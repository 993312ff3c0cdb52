"""Questions about one thing: who leads it, what a field of it holds, which source is right."""

from collections.abc import Iterable
from typing import Any, Final, final

from attrs import evolve, field, frozen

from interagency.model import (
    UNKNOWN,
    Agreement,
    Appeal,
    Architecture,
    Body,
    Decision,
    Office,
    Organization,
    Plan,
    Presence,
    Product,
    Seat,
)
from interagency.model.grammar import named
from interagency.model.keys import describe
from interagency.snapshot.hints import field_hint, leadership_hint, place_of
from interagency.snapshot.index import Index
from interagency.snapshot.labels import name_of, subject_of
from interagency.snapshot.leadership import Leadership


@final
@frozen
class Question:
    """Something that is not recorded, and what to write to settle it.

    Attributes:
        subject: Id of what it is about.
        about: The field or list that would hold the answer, for example leads.
        text: The question, ready to be sent to a colleague.
        write: What to write in the document once it is answered.
        shared: The question as it is put of several at once: with `each of these` where the text
            has a name. Nothing if it cannot be put so.
        name: What stands in the place of `each of these`: a name, with what is known of it.
    """

    subject: str
    about: str
    text: str
    write: str
    shared: str = field(default="", eq=False)
    name: str = field(default="", eq=False)


WHICH_DAY: Final = Question(
    "",
    "as_of",
    "Which day, month or year does the document describe?",
    "as_of: a date, for example 2025-04",
)

_ASKED = {
    "areas": "Where does {name} work?",
    "by": "Who makes {name}?",
    "cleared_by": "Who clears {name}?",
    "contributors": "Who owes input to {name}?",
    "countries": "Which countries does {name} cover?",
    "covers": "What does {name} coordinate?",
    "changes": "What does {name} change?",
    "day": "On which day was {name} taken?",
    "done": "When was {name} last done?",
    "duties": "Which duties does {name} have?",
    "designations": "What is {name} designated as?",
    "forum": "In the realm of which body does {name} lie?",
    "level": "At which level does {name} work?",
    "office": "To which office does {name} belong?",
    "organization": "Whose is {name}?",
    "part_of": "Of which plan is {name} a part?",
    "progress": "What did {name} receive so far, and whom did it reach?",
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
    "succeeds": "From which body did {name} take over?",
    "escalates_to": "To whom does an issue of {name} escalate?",
    "aligned_with": "With which plan is {name} aligned?",
    "due": "On which days is {name} due?",
    "frequency": "How often is {name} made?",
    "meets": "How often does {name} meet?",
    "meets_on": "On which days does {name} meet?",
    "audience": "To whom does {name} go?",
    "participants": "Who takes part in {name}?",
    "parties": "Between whom is {name}?",
    "subject": "On what do the parties of {name} agree?",
    "raised_by": "Who found that {name} was needed?",
}
# What is asked of one sort of entry in other words than of the others.
_OF_A_SORT: Final[dict[tuple[type[Any], str], str]] = {
    (Plan, "covers"): "For which sectors is {name}?",
    (Decision, "by"): "Who decides on {name}?",
    (Decision, "status"): "Is {name} open, taken or superseded?",
}
# Lists of which some may be named already, and others not.
_LISTS = ("cleared_by", "contributors", "countries", "participants", "parties")
_SORTS = {
    Organization: "organization",
    Plan: "plan",
    Office: "office",
    Product: "product",
    Agreement: "agreement",
}
_OF_AN_APPEAL = {
    "amount": "How much does {who} ask for in {plan}?",
    "covers": "For which sectors does {who} appeal in {plan}?",
    "participation": "Is {who} an appealing or an implementing organization in {plan}?",
}
_OF_PRESENCE = {
    "area": "Where is {who} active?",
    "covers": "In which sectors is {who} active in {area}?",
}
# What the document says once for all bodies, as long as nothing else is written.
_OF_THE_WHOLE = {
    "level": "At which level does the response work?",
    "populations": "For whom is the response?",
    "situation": "In which situation does the response take place: refugee, idp, mixed or another?",
}
_SEVERAL = "each of these"


def leadership_question(snapshot: Index, body: Body, leadership: Leadership) -> Question:
    """Return the question who else leads a body, or who leads it at all."""
    names = " and ".join(dict.fromkeys(_holder(snapshot, seat) for seat in leadership.held))
    verb = "leads" if leadership.co_lead.closed else "leads or co-leads"
    verb = "co-leads" if leadership.lead.closed else verb
    known = f", with {names} in the lead" if leadership.lead.closed else f", besides {names}"
    template = f"Who {verb} {{name}}{_literal(known) if names else ''}?"
    write = leadership_hint(snapshot, body, leadership)
    beside = f" (led by {names})" if names else ""
    return evolve(
        _asked(snapshot, (body.id, "leads"), template, write),
        shared=f"Who {verb} {_SEVERAL}?",
        name=f"{name_of(snapshot, body.id)}{beside}",
    )


def field_question(snapshot: Index, record: Any, field: str) -> Question:
    """Return the question what the value of a field is.

    What bodies inherit, and nobody wrote of a body or of those above it, is asked once of the
    document as a whole.
    """
    if isinstance(record, Architecture) or _is_of_the_whole(snapshot, record, field):
        text = _OF_THE_WHOLE.get(field, f"What are the {field} of this response?")
        return Question("", field, text, field_hint(snapshot, snapshot.whole, field))
    if isinstance(record, Appeal | Presence):
        return _question_of_a_part(snapshot, record, field)
    subject = subject_of(record)
    entity = snapshot.whole.entities.get(subject, record)
    template = _ASKED.get(field, f"What is the {field.replace('_', ' ')} of {{name}}?")
    if field == "kind":
        template = f"What sort of {_SORTS.get(type(entity), 'body')} is {{name}}?"
    template = _OF_A_SORT.get((type(entity), field), template)
    if field in _LISTS and named(getattr(record, field)):
        template = f"{template.removesuffix('?')}, besides those named?"
    return _asked(snapshot, (subject, field), template, field_hint(snapshot, record, field))


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _asked(snapshot: Index, key: tuple[str, str], template: str, write: str) -> Question:
    name = name_of(snapshot, key[0])
    return Question(*key, template.format(name=name), write, template.format(name=_SEVERAL), name)


def grouped(questions: Iterable[Question]) -> tuple[tuple[Question, ...], ...]:
    """Return questions in groups that can be put to a person as one, in the order of the first.

    Of one that stands alone the text is asked, of several what they share.
    """
    groups: dict[object, list[Question]] = {}
    for each in questions:
        groups.setdefault(each.shared or (each.subject, each.about, each.text), []).append(each)
    return tuple(map(tuple, groups.values()))


def _is_of_the_whole(snapshot: Index, record: Any, field: str) -> bool:
    """Return whether a body has no value of a field because the document as a whole has none."""
    if not isinstance(record, Body) or field not in _OF_THE_WHOLE:
        return False
    return snapshot.is_of_the_whole(record, field)


def _question_of_a_part(snapshot: Index, record: Appeal | Presence, field: str) -> Question:
    """Return the question what the value of a field is in an appeal, or in a presence."""
    who, plan = name_of(snapshot, record.organization), name_of(snapshot, record.plan or "")
    area = getattr(record, "area", None)
    area = "the response" if area in (None, UNKNOWN) else area
    if isinstance(record, Appeal):
        spare = f"What is the {field} of the appeal of {{who}} in {{plan}}?"
        template = _OF_AN_APPEAL.get(field, spare)
    else:
        template = _OF_PRESENCE[field]
    text = template.format(who=who, plan=plan, area=area)
    write = field_hint(snapshot, record, field)
    return Question(subject_of(record), f"{describe(record)}: {field}", text, write)


# One of them: the list calls the kind after all of them, the United Nations.
_SAID = {"un-agency": "UN agency", "ngo": "NGO"}


def _holder(snapshot: Index, seat: Seat) -> str:
    if seat.held_by:
        return name_of(snapshot, seat.held_by)
    kind = snapshot.vocabularies["organization-kinds"].get(seat.kind or "")
    said = _SAID.get(seat.kind or "") or (kind.name if kind else seat.kind or "holder")
    return f"an unnamed {said}"


def dispute_question(snapshot: Index, record: Any, what: str) -> Question:
    """Return the question which of the sources that disagree is right."""
    subject = subject_of(record)
    text = f"Sources disagree on {what}, of {name_of(snapshot, subject)}: which holds?"
    write = f"{place_of(snapshot, record)}: leave out `certainty: disputed` once it is settled"
    return Question(subject, f"dispute over {what}", text, write)
