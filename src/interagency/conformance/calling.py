"""Calling a function of a reference model: what goes wrong in it must not look like an answer."""

from collections.abc import Iterable
from typing import final

from interagency.checking import Question, Snapshot, Verdict
from interagency.conformance.answers import Answer
from interagency.conformance.reference_model import Function
from interagency.errors import BrokenDown, attempt


@final
class FunctionFailed(Exception):
    """A function of a reference model that broke down, or gave no answer."""


def called(name: str, function: Function, snapshot: Snapshot, id: str) -> Answer:
    """Return the answer of a function.

    Raises:
        FunctionFailed: If it raises, or returns what is no answer.
    """
    try:
        return attempt(lambda: _answer(function(snapshot, id)))
    except BrokenDown as error:
        raise FunctionFailed(f"function {name!r}: {error}") from error


def _answer(answer: object) -> Answer:
    if not isinstance(answer, Answer):
        raise TypeError(f"it returned a {type(answer).__name__}, not an Answer")
    parts: tuple[tuple[object, type], ...] = (
        (answer.verdict, Verdict),
        (answer.evidence, tuple),
        (answer.missing, tuple),
    )
    _refuse(parts)
    _refuse((each, str) for each in answer.evidence)
    _refuse((each, Question) for each in answer.missing)
    texts = (
        text
        for each in answer.missing
        for text in (each.subject, each.about, each.text, each.write)
    )
    _refuse((text, str) for text in texts)
    return answer


def _refuse(parts: Iterable[tuple[object, type]]) -> None:
    for part, wanted in parts:
        if not isinstance(part, wanted):
            found = type(part).__name__
            raise TypeError(f"it returned an Answer with a {found}, not a {wanted.__name__}")
