"""Answers with what shows them, and how several become one."""

from collections.abc import Callable, Iterable
from typing import final

from attrs import evolve, frozen

from interagency.snapshot import Question, Verdict, every, negate, some


@final
@frozen
class Answer:
    """The answer to an expectation.

    Attributes:
        verdict: met, gap or unknown.
        evidence: The ids, or natural keys, of what it rests on.
        missing: The questions whose answers would settle it, if it is unknown.
        lacking: What is not there, in words, if it is a gap because of that.
    """

    verdict: Verdict
    evidence: tuple[str, ...] = ()
    missing: tuple[Question, ...] = ()
    lacking: tuple[str, ...] = ()


def all_of(answers: Iterable[Answer]) -> Answer:
    """Answer whether every one is met."""
    return _together(list(answers), every)


def any_of(answers: Iterable[Answer], *, closed: bool = True) -> Answer:
    """Answer whether one of them is met; only of a closed list can it be said that none is."""
    found = _together(list(answers), lambda verdicts: some(verdicts, closed=closed))
    return evolve(found, lacking=(" or ".join(found.lacking),)) if found.lacking else found


def first_of(answers: Iterable[Answer]) -> Answer:
    """Return the first answer that is not unknown, else the last; later ones are not looked for."""
    answer = Answer(Verdict.UNKNOWN)
    for answer in answers:
        if not _open(answer.verdict):
            break
    return answer


def opposite(answer: Answer) -> Answer:
    """Answer the opposite question, on the same evidence."""
    return evolve(answer, verdict=negate(answer.verdict), lacking=())


def _together(answers: list[Answer], join: Callable[[list[Verdict]], Verdict]) -> Answer:
    """Join answers; what shows the joint verdict is what shows those that agree with it."""
    verdict = join([answer.verdict for answer in answers])
    agreeing = [answer for answer in answers if answer.verdict is verdict]
    evidence = {fact: None for answer in agreeing for fact in answer.evidence}
    missing = {each: None for answer in agreeing for each in answer.missing}
    lacking = {each: None for answer in agreeing for each in answer.lacking}
    return Answer(
        verdict,
        tuple(sorted(evidence)),
        tuple(missing) if _open(verdict) else (),
        tuple(lacking) if verdict is Verdict.GAP else (),
    )


def _open(verdict: Verdict) -> bool:
    return verdict is Verdict.UNKNOWN
