"""Reference models over an architecture: an outcome for every clause."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import final

from attrs import frozen

from interagency.checking import Question, Snapshot, Verdict, every
from interagency.conformance.answers import Answer
from interagency.conformance.evaluation import Evaluator, Function
from interagency.conformance.matching import Matcher, is_closed, records_of
from interagency.conformance.reference_model import Clause, ReferenceModel, Strength
from interagency.conformance.wording import describe_selector
from interagency.model import UNKNOWN, Architecture, Day
from interagency.vocabularies import Vocabularies


@final
class Outcome(StrEnum):
    """What is said of a clause: the three verdicts, or that it does not apply."""

    MET = "met"
    GAP = "gap"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"


@final
@frozen(kw_only=True)
class ClauseResult:
    """What is said of one clause.

    Attributes:
        clause: The clause.
        outcome: Whether it is met.
        met_by: Ids or natural keys of what shows that it is met.
        missed_by: Ids of the things that do not meet it.
        questions: What would have to be known to decide it.
    """

    clause: Clause
    outcome: Outcome
    met_by: tuple[str, ...] = ()
    missed_by: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@final
@frozen(kw_only=True)
class ModelResult:
    """What is said of one reference model, clause by clause.

    Attributes:
        model: The reference model.
        clauses: A result for each of its clauses, in its order.
    """

    model: ReferenceModel
    clauses: tuple[ClauseResult, ...]

    def count(self, outcome: Outcome, strength: Strength | None = None) -> int:
        """Return how many clauses have an outcome, of one strength or of any."""
        wanted = (each for each in self.clauses if strength in (None, each.clause.strength))
        return sum(each.outcome is outcome for each in wanted)


@final
@frozen(kw_only=True)
class Conformance:
    """What reference models say of an architecture.

    Attributes:
        title: Title of the architecture.
        day: The day looked at; None if none was said.
        models: The result of each model.
    """

    title: str | None
    day: date | None
    models: tuple[ModelResult, ...]

    def questions(self) -> tuple[tuple[Question, tuple[str, ...]], ...]:
        """Return each open question with the clauses that it would help to settle, most first."""
        settles: dict[tuple[str, str], tuple[Question, list[str]]] = {}
        for result in (each for model in self.models for each in model.clauses):
            for question in result.questions:
                key = (question.subject, question.about)
                settles.setdefault(key, (question, []))[1].append(result.clause.id)
        found = ((question, tuple(sorted(set(ids)))) for question, ids in settles.values())
        return tuple(
            sorted(found, key=lambda each: (-len(each[1]), each[0].subject, each[0].about))
        )


def conform(
    architecture: Architecture,
    models: Iterable[ReferenceModel],
    on: Day | date | str | None = None,
    vocabularies: Vocabularies | None = None,
    functions: Mapping[str, Function] | None = None,
) -> Conformance:
    """Return whether an architecture has what reference models demand, clause by clause.

    Args:
        architecture: The architecture.
        models: The reference models; several at once for mixed situations.
        on: The day; by default the last day of what the document says in `as_of`.
        vocabularies: The code lists; by default the shipped ones.
        functions: Functions that clauses may name.
    """
    snapshot = Snapshot.of(architecture, on, vocabularies)
    results = (_model(snapshot, model, functions or {}) for model in models)
    return Conformance(title=architecture.title, day=snapshot.day, models=tuple(results))


def _model(
    snapshot: Snapshot, model: ReferenceModel, functions: Mapping[str, Function]
) -> ModelResult:
    applies = _applies(snapshot, model)
    clauses = (
        _clause(snapshot, clause, functions)
        if applies
        else ClauseResult(clause=clause, outcome=Outcome.NOT_APPLICABLE)
        for clause in model.clauses
    )
    return ModelResult(model=model, clauses=tuple(clauses))


def _applies(snapshot: Snapshot, model: ReferenceModel) -> bool:
    """Tell whether a model may apply: to the whole, or to a body of one of its situations."""
    return not model.situations or bool({None, UNKNOWN, *model.situations} & _situations(snapshot))


def _situations(snapshot: Snapshot) -> set[str | None]:
    found = {snapshot.situation(body) for body in snapshot.now.bodies}
    return found | {snapshot.now.situation}


def _clause(snapshot: Snapshot, clause: Clause, functions: Mapping[str, Function]) -> ClauseResult:
    whole = Evaluator(snapshot, clause.id, snapshot.now, functions)
    if clause.subjects is None:
        return _result(clause, [("", _conditioned(whole, clause))], settled=True)
    answers = []
    for record in records_of(snapshot, clause.subjects):
        chosen = Matcher(snapshot).match(record, clause.subjects)
        if chosen is not Verdict.GAP:
            answer = _conditioned(whole.about(record), clause)
            answers.append((record.id, _if_chosen(answer, chosen)))
    settled = is_closed(snapshot, clause.subjects)
    return _result(clause, answers, settled=settled)


def _conditioned(evaluator: Evaluator, clause: Clause) -> Answer | None:
    """Return the answer for one thing; None if the condition of the clause is not met."""
    if clause.when is None:
        return evaluator.answer(clause.expect)
    condition = evaluator.answer(clause.when)
    if condition.verdict is Verdict.GAP:
        return None
    answer = evaluator.answer(clause.expect)
    if condition.verdict is Verdict.MET:
        return answer
    return Answer(Verdict.UNKNOWN, (), (*condition.missing, *answer.missing))


def _if_chosen(answer: Answer | None, chosen: Verdict) -> Answer | None:
    """Return the answer for a thing of which only may be said that the clause speaks of it."""
    if answer is None or chosen is Verdict.MET or answer.verdict is Verdict.MET:
        return answer
    return Answer(Verdict.UNKNOWN, (), answer.missing)


def _result(
    clause: Clause, answers: list[tuple[str, Answer | None]], *, settled: bool
) -> ClauseResult:
    applied = [(id, answer) for id, answer in answers if answer is not None]
    if not applied:
        outcome = Outcome.NOT_APPLICABLE if settled else Outcome.UNKNOWN
        asked = () if settled else (_none_recorded(clause),)
        return ClauseResult(clause=clause, outcome=outcome, questions=asked)
    verdict = every(answer.verdict for _, answer in applied)
    agreeing = [(id, answer) for id, answer in applied if answer.verdict is verdict]
    evidence = {fact for _, answer in agreeing for fact in answer.evidence}
    questions = {each: None for _, answer in agreeing for each in answer.missing}
    return ClauseResult(
        clause=clause,
        outcome=Outcome(verdict.value),
        met_by=tuple(sorted(evidence)) if verdict is Verdict.MET else (),
        missed_by=tuple(id for id, _ in agreeing if id) if verdict is Verdict.GAP else (),
        questions=tuple(questions) if verdict is Verdict.UNKNOWN else (),
    )


def _none_recorded(clause: Clause) -> Question:
    sort = describe_selector(clause.subjects) if clause.subjects else "anything"
    text = f"Is there {sort} of which {clause.id} speaks?"
    write = "add it, or say that the list is complete"
    return Question("", f"{clause.id} {sort}", text, write)
