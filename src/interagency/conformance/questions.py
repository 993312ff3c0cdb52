"""What a clause leaves open, as questions that say what to write."""

from typing import Any

from interagency.conformance.expectations import ABSENT, HIGHEST, PRESENT, SELF, Selector
from interagency.conformance.select import ALWAYS_OPEN, Matcher, classes_of, is_disputed, list_of
from interagency.model import Body, Organization
from interagency.model.keys import describe
from interagency.model.sections import SECTIONS
from interagency.snapshot import Question, Snapshot

# In the order in which they are said.
_PHRASES = {
    "covers": "covering {}",
    "areas": "for {}",
    "countries": "for {}",
    "situation": "for a {} situation",
    "populations": "for {}",
    "organization_kind": "of an organization of kind {}",
    "participation": "of an {} organization",
    "organization": "of {}",
    "designations": "designated as {}",
    "plan": "in the plan {}",
    "forum": "in the realm of {}",
    "part_of": "that is part of {}",
    "within": "within {}",
    "by": "made by {}",
    "on_behalf_of": "made for {}",
    "status": "of status {}",
    "capacity": "of capacity {}",
    "tags": "that is {}",
    "amount": "with an amount of {}",
    "duties": "with the duty {}",
    "contributors": "to which {} owes input",
    "cleared_by": "cleared by {}",
    "audience": "that goes to {}",
    "frequency": "that is {}",
    "changes": "that changes {}",
    "parties": "between {}",
    "concerns": "on {}",
}
_THERE = {
    "amount": "with an amount",
    "part_of": "that is part of another",
    "changes": "that changes something",
}
# Letters whose names begin with a vowel: an H, an R.
_SPELLED_WITH_AN = "aefhilmnorsx"
_VOWELS = frozenset("aeiouy")


def describe_selector(
    selector: Selector, itself: str = "it", snapshot: Snapshot | None = None
) -> str:
    """Return what a selector means, in words: a national sector covering Protection (PRO).

    Args:
        selector: The selector.
        itself: What to call the thing that a clause speaks of.
        snapshot: Knows the names of sectors; without it their codes stand alone.
    """
    attributes = dict(selector.attributes)
    if snapshot is not None and "covers" in attributes:
        known = snapshot.vocabularies["sectors"]
        terms = ((code, known.get(code)) for code in attributes["covers"])
        named = (f"{term.name} ({code})" if term else code for code, term in terms)
        attributes["covers"] = tuple(named)
    at_the_top = attributes.get("level") == (HIGHEST,)
    names = ("kind",) if at_the_top else ("level", "kind")
    before = [" or ".join(attributes[name]) for name in names if name in attributes]
    noun = " or ".join(selector.of) or "body"
    after = [_phrase(name, attributes[name], itself) for name in _PHRASES if name in attributes]
    after += ["at the level of the whole response"] * at_the_top
    words = " ".join([*before, noun, *after])
    return f"{_article(words)} {words}"


def _phrase(name: str, values: tuple[str, ...], itself: str) -> str:
    if PRESENT in values:
        return _THERE.get(name, f"with {name.replace('_', ' ')}")
    if ABSENT in values:
        return f"without {name.replace('_', ' ')}"
    return _PHRASES[name].format(" or ".join(itself if each == SELF else each for each in values))


def _article(words: str) -> str:
    """Return a or an; a word with no vowel after its first letter is spelled out: an hct."""
    first = words.replace("-", " ").split()[0].casefold()
    is_spelled = not _VOWELS.intersection(first[1:])
    return "an" if first[0] in (_SPELLED_WITH_AN if is_spelled else "aeiou") else "a"


def whether_meant(matcher: Matcher, record: Any, selector: Selector) -> tuple[Question, ...]:
    """Return what would settle whether a thing that may be meant is meant."""
    names = matcher.unclear(record, selector)
    asked = [attribute_question(matcher, record, name) for name in names]
    if is_disputed(record):
        asked.append(matcher.snapshot.ask_dispute(record, describe(record)))
    return tuple(asked)


def attribute_question(matcher: Matcher, record: Any, name: str) -> Question:
    """Return the question what an attribute of a thing is."""
    snapshot = matcher.snapshot
    if name == "situation" and isinstance(record, Body) and snapshot.situation(record):
        # A mixed one: for whom the body works tells in which response it is.
        return snapshot.ask_field(record, "populations")
    if name == "level" and isinstance(record, Body) and snapshot.level(record):
        # Its own is known: the level of the whole is what it is held against.
        return snapshot.ask_field(snapshot.now, name)
    if name != "organization_kind":
        return snapshot.ask_field(record, name)
    owner = matcher.owner(record)
    if isinstance(owner, Organization):
        return snapshot.ask_field(owner, "kind")
    return snapshot.ask_field(record, "organization")


def which_question(
    selector: Selector,
    *,
    itself: str = "it",
    others: bool = False,
    snapshot: Snapshot | None = None,
) -> Question:
    """Ask for things of a sort, where the list of them is open.

    Args:
        selector: The sort.
        itself: What to call the thing that a clause speaks of.
        others: Whether some are known already.
        snapshot: Knows the names of sectors.
    """
    sort = describe_selector(selector, itself, snapshot)
    besides = ", besides those written" if others else ""
    write = f"add it under {_sections(selector)}{_closing(selector)}"
    shared = describe_selector(selector, "each of these", snapshot) if itself != "it" else ""
    asked = f"Is there {shared}{besides}, and which?" if "each of these" in shared else ""
    return Question("", sort, f"Is there {sort}{besides}, and which?", write, asked, itself)


def _sections(selector: Selector) -> str:
    classes = classes_of(selector)
    return " or ".join(each.key for each in SECTIONS if issubclass(each.holds, classes))


def _closing(selector: Selector) -> str:
    """Return what says that there are no others, if a document can say so."""
    lists = sorted({list_of(cls) for cls in classes_of(selector)})
    if ALWAYS_OPEN in lists:
        return ""
    return f", or write {' and '.join(lists)} under complete if there are no others"
