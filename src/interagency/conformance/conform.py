"""Reference models over an architecture, clause by clause and thing by thing."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import Final, final

from attrs import evolve, frozen

from interagency.checking import Citation
from interagency.conformance.answers import Answer, all_of
from interagency.conformance.applicability import why_not
from interagency.conformance.evaluate import Evaluator, FunctionFailed
from interagency.conformance.expectations import Is
from interagency.conformance.inference import confirm_question, doubting, inferred_in, names_of
from interagency.conformance.questions import which_question
from interagency.conformance.reference_model import Clause, ReferenceModel, Strength
from interagency.conformance.results import ClauseResult, Conformance, ModelResult, Outcome
from interagency.conformance.select import is_closed, records_of
from interagency.model import Architecture, Day, Office
from interagency.model.keys import describe
from interagency.snapshot import Question, Snapshot, Verdict, every, levels_above
from interagency.vocabularies import Vocabularies

# What a document says once for all its bodies.
_OF_THE_WHOLE: Final = frozenset(("areas", "level", "populations", "situation"))
# Kinds of office by how near they are to the response, from the vocabulary office-kinds.
STEPS: Final = (
    ("country-operation",),
    ("regional-bureau", "multi-country-office", "rrc-office"),
    ("hq-service",),
)
SOURCE: Final = Citation(
    "UNHCR, standard job description of the Senior Inter-Agency Coordination Officer (alert the "
    "regional bureau, multi-country office or RRC office; alert headquarters)"
)


def raise_with(snapshot: Snapshot) -> tuple[tuple[str, ...], ...]:
    """Return the names of those to raise a gap with, step by step; nothing if none is recorded.

    They stand on the lines along which issues escalate; where no such line is recorded, they are
    the offices of the document, by how near their kind is to the response.
    """
    levels = levels_above(snapshot)
    levels = levels or tuple(tuple(each.id for each in step) for step in escalation(snapshot))
    return tuple(tuple(map(snapshot.name, step)) for step in levels)


def escalation(snapshot: Snapshot) -> tuple[tuple[Office, ...], ...]:
    """Return the offices of a document by how near they are; nothing if it has none."""
    offices = [each for each in snapshot.now.offices if each.is_certain]
    steps = (tuple(each for each in offices if each.kind in kinds) for kinds in STEPS)
    return tuple(step for step in steps if step)


def conform(
    architecture: Architecture | Snapshot,
    models: Iterable[ReferenceModel],
    on: Day | date | str | None = None,
    vocabularies: Vocabularies | None = None,
) -> Conformance:
    """Return whether an architecture has what reference models demand, clause by clause.

    Args:
        architecture: The architecture, or a snapshot of it.
        models: The reference models; several at once for mixed situations.
        on: The day; by default the last day of what the document says in `as_of`.
        vocabularies: The code lists; by default the shipped ones.
    """
    snapshot = Snapshot.of(architecture, on, vocabularies)
    results = tuple(_model(snapshot, model) for model in models)
    return Conformance(
        title=snapshot.whole.title,
        day=snapshot.day,
        models=results,
        raise_with=raise_with(snapshot),
        names=names_of(snapshot, (key for each in results for key in _keys(each))),
    )


def _keys(result: ModelResult) -> Iterator[str]:
    for each in result.clauses:
        yield from (*each.met_by, *each.missed_by, *each.inferred)


def _model(snapshot: Snapshot, model: ReferenceModel) -> ModelResult:
    reason = why_not(snapshot, model)
    clauses = (
        ClauseResult(clause=clause, outcome=Outcome.NOT_APPLICABLE)
        if reason
        else _permitted(_certain(snapshot, _told(snapshot, clause, model), model))
        for clause in model.clauses
    )
    return ModelResult(model=model, clauses=tuple(clauses), reason=reason)


def _permitted(result: ClauseResult) -> ClauseResult:
    """Return a result in which a permission of which no use is made is no gap."""
    if result.clause.strength is Strength.MAY and result.outcome is Outcome.GAP:
        return evolve(result, outcome=Outcome.NOT_USED)
    return result


def _certain(snapshot: Snapshot, result: ClauseResult, model: ReferenceModel) -> ClauseResult:
    """Return a result of which no must is a gap on facts that are inferred alone."""
    is_must = result.clause.strength is Strength.MUST and result.outcome is Outcome.GAP
    if not is_must or not inferred_in(snapshot):
        return result
    doubted = _told(doubting(snapshot), result.clause, model)
    if doubted.outcome is Outcome.GAP:
        return result
    asked = tuple(confirm_question(snapshot, key) for key in result.inferred)
    return ClauseResult(
        clause=result.clause,
        outcome=Outcome.UNKNOWN,
        inferred=result.inferred,
        questions=asked or (_plain_question(result.clause),),
    )


@final
@frozen
class _Part:
    """A thing of which a clause speaks, or may speak: whether it does, and what is said of it."""

    id: str
    applies: Answer
    answer: Answer


def _told(snapshot: Snapshot, clause: Clause, model: ReferenceModel) -> ClauseResult:
    """Return what is said of a clause; if a function breaks down, that and nothing else."""
    try:
        return _clause(snapshot, clause, model)
    except FunctionFailed as error:
        return ClauseResult(clause=clause, outcome=Outcome.UNKNOWN, crash=str(error))


def _clause(snapshot: Snapshot, clause: Clause, model: ReferenceModel) -> ClauseResult:
    whole = Evaluator(
        snapshot, clause.id, snapshot.now, functions=model.functions, ground=model.situations
    )
    inferred = inferred_in(snapshot)
    if clause.subjects is None:
        part = _part(whole, clause, Answer(Verdict.MET))
        return _result(clause, [] if part is None else [part], inferred)
    found = []
    for record in records_of(snapshot, clause.subjects):
        evaluator = whole.about(record)
        chosen = evaluator.chosen(record, clause.subjects)
        if chosen.verdict is not Verdict.GAP:
            found.append(_part(evaluator, clause, chosen))
    parts = [part for part in found if part is not None]
    if not parts and not is_closed(snapshot, clause.subjects):
        if _is_elsewhere(whole, clause):
            return _result(clause, [], inferred)
        asked = which_question(clause.subjects, others=bool(found), snapshot=snapshot)
        return ClauseResult(clause=clause, outcome=Outcome.UNKNOWN, questions=(asked,))
    return _result(clause, parts, inferred)


def _is_elsewhere(whole: Evaluator, clause: Clause) -> bool:
    """Return whether the condition of a clause does not hold where the document as a whole is."""
    match clause.when:
        case Is(what) if not what.of and {name for name, _ in what.attributes} <= _OF_THE_WHOLE:
            return whole.matched(whole.subject, what).verdict is Verdict.GAP
    return False


def _part(evaluator: Evaluator, clause: Clause, chosen: Answer) -> _Part | None:
    """Return what is said of one thing; None if the condition of the clause is not met."""
    applies = chosen
    if clause.when is not None:
        applies = all_of([chosen, evaluator.answer(clause.when)])
    if applies.verdict is Verdict.GAP:
        return None
    return _Part(describe(evaluator.subject), applies, evaluator.answer(clause.expect))


def _result(clause: Clause, parts: list[_Part], inferred: Container[str]) -> ClauseResult:
    if not parts:
        return ClauseResult(clause=clause, outcome=Outcome.NOT_APPLICABLE)
    verdict = _verdict(parts)
    certain = [part for part in parts if part.applies.verdict is Verdict.MET]
    agreeing = [part for part in certain if part.answer.verdict is verdict]
    evidence = {fact for part in agreeing for fact in part.answer.evidence}
    missed = evidence if clause.subjects is None else {part.id for part in agreeing}
    rests_on = evidence | (missed if verdict is Verdict.GAP else set())
    lacking = {each: None for part in agreeing for each in part.answer.lacking}
    return ClauseResult(
        clause=clause,
        outcome=Outcome(verdict.value),
        met_by=tuple(sorted(evidence)) if verdict is Verdict.MET else (),
        missed_by=tuple(sorted(missed)) if verdict is Verdict.GAP else (),
        lacking=tuple(lacking),
        inferred=tuple(sorted(fact for fact in rests_on if fact in inferred)),
        questions=_questions(clause, parts) if verdict is Verdict.UNKNOWN else (),
    )


def _verdict(parts: list[_Part]) -> Verdict:
    """Return the verdict on all that the clause speaks of, and on all that it may speak of.

    What it only may speak of can leave it open, and no more: neither can it be a gap, nor can
    a clause be met by it alone.
    """
    verdicts = [part.answer.verdict for part in parts if part.applies.verdict is Verdict.MET]
    met = all(part.answer.verdict is Verdict.MET for part in parts)
    if not verdicts:
        return Verdict.UNKNOWN
    return every([*verdicts, Verdict.MET if met else Verdict.UNKNOWN])


def _questions(clause: Clause, parts: list[_Part]) -> tuple[Question, ...]:
    """Return what would settle a clause: of each thing whether it is meant, and if it meets it."""
    certain = any(part.applies.verdict is Verdict.MET for part in parts)
    open_ = [part for part in parts if part.answer.verdict is not Verdict.MET or not certain]
    asked = {q: None for part in open_ for q in (*part.applies.missing, *part.answer.missing)}
    return tuple(asked) or (_plain_question(clause),)


def _plain_question(clause: Clause) -> Question:
    """Return the question for what a function leaves open without a question of its own."""
    text = f"Is it so that: {clause.text}?"
    return Question("", f"clause {clause.id}", text, "what shows that it is so, or not")
