"""Consequences of a change for findings, questions, clauses and indicators.

Both sides are answered by the engine of `check`, `conform` and `indicators`. Nothing is guessed
from the change itself.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar, final

from attrs import frozen

from interagency.checking import Finding, Report, Rule, run_rules
from interagency.conformance import ClauseResult, Conformance, ReferenceModel, conform
from interagency.indicators import Indicator, indicators
from interagency.model import Architecture, Day
from interagency.snapshot import Question, Snapshot
from interagency.vocabularies import Vocabularies

Item = TypeVar("Item")


@final
@frozen(kw_only=True)
class Answers:
    """Findings, questions, verdicts and indicators of one architecture on one day.

    Attributes:
        report: What the rules say.
        conformance: What reference models say.
        indicators: Every indicator.
    """

    report: Report
    conformance: Conformance
    indicators: tuple[Indicator, ...]


@final
@frozen(kw_only=True)
class ClauseChange:
    """A clause of which something else is said.

    Attributes:
        model: Name of the reference model.
        before: The result before.
        after: The result after.
    """

    model: str
    before: ClauseResult
    after: ClauseResult


@final
@frozen(kw_only=True)
class Consequences:
    """Findings, questions, verdicts and indicators that differ after a change.

    Attributes:
        before: All that is said before.
        after: All that is said after.
        new_findings: Findings that there were not.
        gone_findings: Findings that there are no longer.
        changed_findings: Findings of one rule on one subject that rest on other facts.
        new_questions: Questions that were not open.
        gone_questions: Questions that are open no longer.
        clauses: The clauses with another outcome.
        indicators: The indicators with another value or interval, before and after.
    """

    before: Answers
    after: Answers
    new_findings: tuple[Finding, ...]
    gone_findings: tuple[Finding, ...]
    changed_findings: tuple[tuple[Finding, Finding], ...]
    new_questions: tuple[Question, ...]
    gone_questions: tuple[Question, ...]
    clauses: tuple[ClauseChange, ...]
    indicators: tuple[tuple[Indicator, Indicator], ...]

    def __bool__(self) -> bool:
        """Return whether anything is said otherwise."""
        return any(
            (
                self.new_findings,
                self.gone_findings,
                self.changed_findings,
                self.new_questions,
                self.gone_questions,
                self.clauses,
                self.indicators,
            )
        )


def answers_of(
    architecture: Architecture,
    rules: Iterable[Rule],
    models: Iterable[ReferenceModel],
    on: Day | date | str | None,
    vocabularies: Vocabularies,
) -> Answers:
    """Return the findings, questions, verdicts and indicators of an architecture on a day.

    Args:
        architecture: The architecture.
        rules: The rules.
        models: The reference models.
        on: The day; by default the last day of what the document says in `as_of`.
        vocabularies: The code lists.
    """
    return Answers(
        report=run_rules(architecture, rules, on, vocabularies),
        conformance=conform(architecture, models, on, vocabularies),
        indicators=indicators(Snapshot.of(architecture, on, vocabularies)),
    )


def consequences(before: Answers, after: Answers) -> Consequences:
    """Return what is said otherwise after a change; both sides answer the same questions."""
    new, gone = _apart(before.report.findings, after.report.findings, _fingerprint)
    changed = _rest_on_other_facts(gone, new)
    others = {id(each) for pair in changed for each in pair}
    asked, settled = _apart(before.report.questions, after.report.questions, _about)
    return Consequences(
        before=before,
        after=after,
        new_findings=tuple(each for each in new if id(each) not in others),
        gone_findings=tuple(each for each in gone if id(each) not in others),
        changed_findings=changed,
        new_questions=asked,
        gone_questions=settled,
        clauses=_clauses(before.conformance, after.conformance),
        indicators=tuple(
            (one, other)
            for one, other in zip(before.indicators, after.indicators, strict=True)
            if (one.value, one.interval) != (other.value, other.interval)
        ),
    )


def _fingerprint(finding: Finding) -> Hashable:
    return finding.fingerprint


def _about(question: Question) -> Hashable:
    return question.subject, question.about


def _apart(
    before: Sequence[Item], after: Sequence[Item], key: Callable[[Item], Hashable]
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return what is there after alone, and what was there before alone."""
    old, new = {*map(key, before)}, {*map(key, after)}
    came = tuple(each for each in after if key(each) not in old)
    return came, tuple(each for each in before if key(each) not in new)


def _rest_on_other_facts(
    gone: Iterable[Finding], new: Iterable[Finding]
) -> tuple[tuple[Finding, Finding], ...]:
    """Return the findings of one rule on one subject that are alone on either side."""
    sides: dict[tuple[str, str], tuple[list[Finding], list[Finding]]] = defaultdict(
        lambda: ([], [])
    )
    for side, found in enumerate((gone, new)):
        for each in found:
            sides[each.rule, each.subject][side].append(each)
    pairs = ((one, other) for one, other in sides.values() if len(one) == len(other) == 1)
    return tuple((one[0], other[0]) for one, other in pairs)


def _clauses(before: Conformance, after: Conformance) -> tuple[ClauseChange, ...]:
    return tuple(
        ClauseChange(model=result.model.name, before=one, after=other)
        for earlier, result in zip(before.models, after.models, strict=True)
        for one, other in zip(earlier.clauses, result.clauses, strict=True)
        if one.outcome is not other.outcome
    )
