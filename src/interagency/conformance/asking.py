"""What a clause leaves open, as questions that say what to write."""

from typing import Any

from interagency.checking import Question, field_question
from interagency.checking.asking import dispute_question
from interagency.checking.naming import SECTIONS
from interagency.conformance.closing import ALWAYS_OPEN, list_of
from interagency.conformance.expectations import Selector
from interagency.conformance.matching import Matcher, is_disputed
from interagency.conformance.things import classes_of
from interagency.conformance.wording import describe_selector
from interagency.model import Organization
from interagency.model.keys import describe


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
    if name != "organization_kind":
        return field_question(snapshot, record, name)
    owner = matcher.owner(record)
    if isinstance(owner, Organization):
        return field_question(snapshot, owner, "kind")
    return field_question(snapshot, record, "organization")


def which_question(selector: Selector, *, itself: str = "it", others: bool = False) -> Question:
    """Ask for things of a sort, where the list of them is open.

    Args:
        selector: The sort.
        itself: What to call the thing that a clause speaks of.
        others: Whether some are known already.
    """
    sort = describe_selector(selector, itself)
    besides = ", besides those written" if others else ""
    write = f"add it under {_sections(selector)}{_closing(selector)}"
    return Question("", sort, f"Is there {sort}{besides}, and which?", write)


def _sections(selector: Selector) -> str:
    classes = classes_of(selector)
    return " or ".join(name for cls, name in SECTIONS.items() if issubclass(cls, classes))


def _closing(selector: Selector) -> str:
    """Return what says that there are no others, if a document can say so."""
    lists = sorted({list_of(cls) for cls in classes_of(selector)})
    if ALWAYS_OPEN in lists:
        return ""
    return f", or write {' and '.join(lists)} under complete if there are no others"
