"""What a clause leaves open, as questions that say what to write."""

from typing import Any, Final

from interagency.checking import Question, field_question, name_of
from interagency.checking.questions import dispute_question
from interagency.conformance.expectations import Selector
from interagency.conformance.matching import Matcher, is_disputed
from interagency.conformance.wording import describe_selector
from interagency.model import Appeal, Architecture, Organization
from interagency.model.keys import describe

_OF_THE_WHOLE: Final = {
    "level": "At which level does this response work?",
    "situation": "In which kind of situation is this response?",
}
_OF_AN_APPEAL: Final = {
    "amount": "How much does {who} ask for in {plan}?",
    "covers": "For which sectors does {who} appeal in {plan}?",
    "participation": "Is {who} an appealing or an implementing organization in {plan}?",
}


def whether_meant(matcher: Matcher, record: Any, selector: Selector) -> tuple[Question, ...]:
    """Return what would settle whether a thing that may be meant is meant."""
    names = matcher.unclear(record, selector)
    asked = [attribute_question(matcher, record, name) for name in names]
    if is_disputed(record):
        asked.append(dispute_question(matcher.snapshot, record, describe(record)))
    return tuple(asked)


def attribute_question(matcher: Matcher, record: Any, name: str) -> Question:
    """Return the question what an attribute of a thing is."""
    snapshot = matcher.snapshot
    if isinstance(record, Architecture):
        text = _OF_THE_WHOLE.get(name, f"What are the {name} of this response?")
        return Question("", name, text, f"{name}: what it is")
    if name == "organization_kind":
        owner = matcher.owner(record)
        if isinstance(owner, Organization):
            return field_question(snapshot, owner, "kind")
        return field_question(snapshot, record, "organization")
    if isinstance(record, Appeal):
        who, plan = (name_of(snapshot, each) for each in (record.organization, record.plan))
        text = _OF_AN_APPEAL.get(name, f"What is the {name} of the appeal of {{who}} in {{plan}}?")
        write = f"appeals, of {record.organization} in {record.plan}: {name}"
        return Question(describe(record), name, text.format(who=who, plan=plan), write)
    return field_question(snapshot, record, name)


def which_question(selector: Selector, *, itself: str = "it", others: bool = False) -> Question:
    """Ask for things of a sort, where the list of them is open.

    Args:
        selector: The sort.
        itself: What to call the thing that a clause speaks of.
        others: Whether some are known already.
    """
    sort = describe_selector(selector, itself)
    besides = ", besides those written" if others else ""
    write = "add it, or say that the list is complete"
    return Question("", sort, f"Is there {sort}{besides}, and which?", write)
