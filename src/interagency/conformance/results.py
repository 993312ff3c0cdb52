"""What reference models say of an architecture: an outcome for every clause, and what to ask."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import final

from attrs import field, frozen

from interagency.conformance.reference_model import Clause, ReferenceModel, Strength
from interagency.model.display import Displayed
from interagency.snapshot import Question


@final
class Outcome(StrEnum):
    """What is said of a clause: the three verdicts, an unused permission, or no application."""

    MET = "met"
    GAP = "gap"
    UNKNOWN = "unknown"
    NOT_USED = "not used"
    NOT_APPLICABLE = "not applicable"


@final
@frozen(kw_only=True)
class ClauseResult:
    """What is said of one clause.

    Attributes:
        clause: The clause.
        outcome: Whether it is met.
        met_by: Ids or natural keys of what shows that it is met.
        missed_by: Ids of the things that do not meet it; of a clause on the architecture as a
            whole, ids or natural keys of what shows that it is not met.
        lacking: What is not there, in words, where a gap is that something does not exist.
        inferred: The facts on which the outcome rests that are inferred, not stated.
        questions: What would have to be known to decide it.
        crash: What went wrong with a function that it names; nothing if all is well.
    """

    clause: Clause
    outcome: Outcome
    met_by: tuple[str, ...] = ()
    missed_by: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    crash: str = ""


@final
@frozen(kw_only=True)
class ModelResult:
    """What is said of one reference model, clause by clause.

    Attributes:
        model: The reference model.
        clauses: A result for each of its clauses, in its order.
        reason: Why none of its clauses applies; nothing if some may.
    """

    model: ReferenceModel
    clauses: tuple[ClauseResult, ...]
    reason: str = ""

    def count(self, outcome: Outcome, strength: Strength | None = None) -> int:
        """Return how many clauses have an outcome, of one strength or of any."""
        wanted = (each for each in self.clauses if strength in (None, each.clause.strength))
        return sum(each.outcome is outcome for each in wanted)


@final
@frozen(kw_only=True)
class Conformance(Displayed):
    """What reference models say of an architecture.

    Attributes:
        title: Title of the architecture.
        day: The day looked at; None if none was said.
        models: The result of each model.
        raise_with: Names of the offices to raise a gap with, nearest first, step by step.
        names: What to call the facts and things that results name by their keys.
    """

    title: str | None
    day: date | None
    models: tuple[ModelResult, ...]
    raise_with: tuple[tuple[str, ...], ...] = ()
    names: Mapping[str, str] = field(factory=dict, hash=False)

    @property
    def crashes(self) -> tuple[ClauseResult, ...]:
        """Return the clauses of which nothing is known, because a function broke down."""
        return tuple(each for model in self.models for each in model.clauses if each.crash)

    def questions(self) -> tuple[tuple[Question, tuple[str, ...]], ...]:
        """Return each open question with the clauses that it would help to settle.

        Those that settle most come first, and of the same number, those asked first.
        """
        settles: dict[tuple[str, str], tuple[Question, list[str]]] = {}
        for result in (each for model in self.models for each in model.clauses):
            for question in result.questions:
                key = (question.subject, question.about)
                settles.setdefault(key, (question, []))[1].append(result.clause.id)
        found = ((question, tuple(sorted(set(ids)))) for question, ids in settles.values())
        return tuple(sorted(found, key=lambda each: -len(each[1])))
