"""Findings of a report that were there before: only what is new counts."""

from collections.abc import Collection
from typing import final

from attrs import evolve, frozen

from interagency.checking.finding import Finding
from interagency.checking.report import Report, Result
from interagency.snapshot import Question


@final
@frozen
class Baseline:
    """An earlier report of the same document.

    Attributes:
        name: What it was made of, for example a revision of git.
        report: The report; None if the document was not there.
    """

    name: str
    report: Report | None


@final
@frozen
class Since:
    """A report since a baseline.

    Attributes:
        name: Name of the baseline.
        report: The report with what is new alone.
        known: The findings that were there before.
        gone: The findings that are there no longer.
    """

    name: str
    report: Report
    known: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def since(report: Report, baseline: Baseline) -> Since:
    """Return what is new in a report since an earlier one.

    Args:
        report: The report.
        baseline: The earlier one.
    """
    earlier = baseline.report
    before = earlier.findings if earlier else ()
    asked = {_about(each) for each in earlier.questions} if earlier else set()
    old = {each.fingerprint for each in before}
    now = {each.fingerprint for each in report.findings}
    return Since(
        name=baseline.name,
        report=evolve(
            report,
            results=tuple(_new(each, old, asked) for each in report.results),
            open_questions=_not_asked(report.open_questions, asked),
        ),
        known=tuple(each for each in report.findings if each.fingerprint in old),
        gone=tuple(each for each in before if each.fingerprint not in now),
    )


def _new(result: Result, old: Collection[str], asked: Collection[tuple[str, str]]) -> Result:
    """Return what a rule says that was not said before."""
    found = tuple(each for each in result.findings if each.fingerprint not in old)
    return evolve(result, findings=found, questions=_not_asked(result.questions, asked))


def _not_asked(
    questions: Collection[Question], asked: Collection[tuple[str, str]]
) -> tuple[Question, ...]:
    return tuple(each for each in questions if _about(each) not in asked)


def _about(question: Question) -> tuple[str, str]:
    return question.subject, question.about
