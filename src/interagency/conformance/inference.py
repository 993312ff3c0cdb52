"""What a result rests on: inferred facts, what they are called, what holds without them."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from attrs import evolve

from interagency.conformance.expectations import Values
from interagency.model import Architecture, Body, Certainty, Fact, Link, Seat
from interagency.model.keys import describe
from interagency.snapshot import Question, Snapshot
from interagency.snapshot.reporting_lines import implied_line

_LISTS = {"covers": "sectors", "kind": "body-kinds"}
_SECTIONS = (
    "forums",
    "sectors",
    "sub_sectors",
    "working_groups",
    "seats",
    "links",
    "plans",
    "appeals",
    "offices",
    "posts",
    "products",
    "answers",
)


def inferred_in(snapshot: Snapshot) -> Mapping[str, Fact]:
    """Return the facts that no source states, by their keys; also those that follow from others."""
    return snapshot.once(inferred_in, partial(_inferred, snapshot))


def _inferred(snapshot: Snapshot) -> Mapping[str, Fact]:
    now = snapshot.now
    facts = [each for section in _SECTIONS for each in getattr(now, section) if each.is_inferred]
    for body in now.bodies:
        if body.within is not None and body.within.is_inferred:
            facts.append(Link(kind="within", from_=body.id, to=body.within.to))
        line = implied_line(snapshot, body)
        facts += [] if line is None else [line]
        if from_name(snapshot, body, "kind") or from_name(snapshot, body, "covers"):
            facts.append(body)
    return {describe(each): each for each in facts}


def doubting(snapshot: Snapshot) -> Snapshot:
    """Return a snapshot of the same day in which nothing that is inferred counts."""
    return snapshot.once(doubting, partial(_doubting, snapshot))


def _doubting(snapshot: Snapshot) -> Snapshot:
    now = snapshot.now
    changes: dict[str, Any] = {
        section: tuple(map(_doubted, getattr(now, section))) for section in _SECTIONS
    }
    doubted: Architecture = evolve(now, **changes)
    return Snapshot(doubted, snapshot.day, snapshot.vocabularies)


def _doubted(fact: Any) -> Any:
    if isinstance(fact, Body) and fact.within is not None and fact.within.is_inferred:
        fact = evolve(fact, within=evolve(fact.within, certainty=Certainty.DISPUTED))
    return evolve(fact, certainty=Certainty.DISPUTED) if fact.is_inferred else fact


def confirm_question(snapshot: Snapshot, key: str) -> Question:
    """Return the question whether an inferred fact is so, before a gap rests on it."""
    what = words_for(snapshot, inferred_in(snapshot)[key])
    text = f"It is only inferred, and stated in no source: {what}. Is it so?"
    return Question("", f"inferred {key}", text, f"{key}: `certainty: stated`, or what is right")


def names_of(snapshot: Snapshot, keys: Iterable[str]) -> Mapping[str, str]:
    """Return what to call the facts and things of a document that have some keys."""
    wanted, found = {*keys}, {}
    now = snapshot.now
    implied = (implied_line(snapshot, body) for body in now.bodies)
    lines = [
        Link(kind="within", from_=body.id, to=body.parent) for body in now.bodies if body.parent
    ]
    facts = (*now.iter_entities(), *now.seats, *now.links, *filter(None, implied), *lines)
    for fact in facts:
        key = describe(fact)
        if key in wanted:
            found[key] = words_for(snapshot, fact)
    return found


def words_for(snapshot: Snapshot, fact: Any) -> str:
    """Return a fact in words: UNHCR is chair of Refugee Coordination Forum."""
    match fact:
        case Seat():
            who = (
                snapshot.name(fact.held_by) if fact.held_by else fact.holder or "an unnamed holder"
            )
            return f"{who} is {fact.term} of {snapshot.name(fact.body)}"
        case Link():
            verb = fact.kind.replace("_", " ").replace("within", "lies in")
            end = snapshot.name(fact.target) if fact.target else fact.to
            return f"{snapshot.name(fact.from_)} {verb} {end}"
    return snapshot.name(fact)


def from_name(snapshot: Snapshot, body: Body, attribute: str) -> Values:
    """Return the code that the name of a body spells, where the attribute itself is not written.

    Such a code is inferred: whoever writes the attribute settles it.

    Args:
        snapshot: The architecture of the day.
        body: The body.
        attribute: `covers` or `kind`; no other can be read from a name.
    """
    if attribute not in _LISTS or getattr(body, attribute):
        return ()
    work_out = partial(_from_name, snapshot, body, _LISTS[attribute])
    return snapshot.once((from_name, body.id, attribute), work_out)


def _from_name(snapshot: Snapshot, body: Body, vocabulary: str) -> Values:
    known = snapshot.vocabularies[vocabulary]
    found = {
        term.code for text in (body.name, body.acronym) if text and (term := known.spelled(text))
    }
    return tuple(found) if len(found) == 1 else ()
