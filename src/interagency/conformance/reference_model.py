"""Reference models as data: clauses with their text, strength, citation and expectation."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import final

from attrs import field, frozen

from interagency.checking import Citation
from interagency.conformance.answers import Answer
from interagency.conformance.expectations import Expectation, Selector
from interagency.snapshot import Snapshot

# Given the snapshot, and the id of what the clause speaks of; nothing for the document as a whole.
Function = Callable[[Snapshot, str], Answer]


def _read_only(functions: Mapping[str, Function]) -> Mapping[str, Function]:
    return MappingProxyType(dict(functions))


@final
class Strength(StrEnum):
    """How binding a clause is: the model makes it obligatory, prefers it, or allows it."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


@final
@frozen(kw_only=True)
class Clause:
    """One requirement of a reference model.

    Attributes:
        id: Its id, for example RCM-06.
        text: What it asks, in plain words.
        strength: How binding it is.
        expect: What must be seen in the architecture.
        subjects: The things it speaks of, each of which must meet it; None if it speaks of the
            architecture as a whole.
        when: The condition under which it applies.
        citations: Where it is written, and whether anybody has verified it there.
    """

    id: str
    text: str
    strength: Strength
    expect: Expectation
    subjects: Selector | None = None
    when: Expectation | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def verified(self) -> bool:
        """Return whether somebody has read it in each of its sources.

        One source that nobody has read is enough for a doubt: it may be the original, or stand
        for what was inferred from the others.
        """
        return bool(self.citations) and all(citation.verified for citation in self.citations)


@final
@frozen(kw_only=True)
class ReferenceModel:
    """A model of how coordination should be set up, on a date.

    Attributes:
        name: What to call it by, for example rcm-2013.
        title: Its title.
        published: When it was published, as precisely as known.
        situations: The kinds of situation it is for; nothing for all.
        countries: The countries it is for; nothing for all.
        levels: The levels it is for; nothing for all.
        plans: Kinds of plan, one of which takes a document in whatever its countries and level.
        forums: Kinds of forum that do the same.
        clauses: Its clauses.
        note: What readers should know of it.
        functions: The functions that its clauses name with `code`.
    """

    name: str
    title: str
    clauses: tuple[Clause, ...]
    published: str = ""
    situations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    note: str = ""
    functions: Mapping[str, Function] = field(factory=dict, converter=_read_only, hash=False)
