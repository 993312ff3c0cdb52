"""Calling a function of a reference model: what goes wrong in it must not look like an answer."""

from typing import final

from interagency.checking import Question, Snapshot, Verdict
from interagency.conformance.answers import Answer
from interagency.conformance.reference_model import Function


@final
class FunctionFailed(Exception):
    """A function of a reference model that broke down, or gave no answer."""


def called(name: str, function: Function, snapshot: Snapshot, id: str) -> Answer:
    """Return the answer of a function.

    Raises:
        FunctionFailed: If it raises, or returns what is no answer.
    """
    try:
        answer = function(snapshot, id)
        _refuse_wrong_types(answer)
    except (Exception, SystemExit) as error:
        raise FunctionFailed(f"function {name!r}: {type(error).__name__}: {error}") from error
    return answer


def _refuse_wrong_types(answer: object) -> None:
    if not isinstance(answer, Answer):
        raise TypeError(f"it returned a {type(answer).__name__}, not an Answer")
    parts: tuple[tuple[object, type], ...] = (
        (answer.verdict, Verdict),
        *((each, str) for each in answer.evidence),
        *((each, Question) for each in answer.missing),
    )
    for part, wanted in parts:
        if not isinstance(part, wanted):
            found = type(part).__name__
            raise TypeError(f"it returned an Answer with a {found}, not a {wanted.__name__}")
