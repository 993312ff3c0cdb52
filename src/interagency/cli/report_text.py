"""A report as text: one line a finding, that editors can jump to, then what is unknown."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import final

import click
from attrs import frozen

from interagency.checking import Finding, Question, Report, Severity
from interagency.cli.inputs import day_text, shown

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_FEW = 8

Place = tuple[str, tuple[int, int] | None]


@final
@frozen
class Checked:
    """A document that was checked.

    Attributes:
        path: Its path, as given.
        report: What the rules say.
        places: The file of each subject, with line and column where they can be told.
    """

    path: str
    report: Report
    places: Mapping[str, Place]

    def place(self, subject: str) -> str:
        """Return where a subject stands, as file:line:column."""
        file, place = self.places[subject]
        return ":".join([shown(file), *map(str, place or ())])


def report_as_text(checked: Sequence[Checked], verbosity: int) -> str:
    """Return reports as text.

    Args:
        checked: The documents.
        verbosity: Below 0, findings alone; above 0, evidence, clean rules and all questions.
    """
    return "".join(f"{line}\n" for each in checked for line in _lines(each, verbosity))


def _lines(checked: Checked, verbosity: int) -> Iterator[str]:
    report = checked.report
    for finding in report.findings:
        yield _finding(checked, finding)
        if verbosity > 0:
            yield from (f"    {shown(fact)}" for fact in finding.evidence)
    if verbosity >= 0:
        yield from _questions(checked, report.questions, verbosity)
        yield _summary(report)
    if verbosity > 0:
        clean = [result.rule for result in report.results if not result.findings]
        yield f"clean: {', '.join(clean) or 'no rule'}"


def _finding(checked: Checked, finding: Finding) -> str:
    severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity])
    place = checked.place(finding.subject)
    return f"{place}: {severity} {finding.rule}: {shown(finding.message)}"


def _questions(checked: Checked, questions: Sequence[Question], verbosity: int) -> Iterator[str]:
    few = questions if verbosity > 0 else questions[:_FEW]
    for question in few:
        yield f"{checked.place(question.subject)}: unknown: {shown(question.text)}"
        if verbosity > 0:
            yield f"    {shown(question.write)}"
    if len(few) < len(questions):
        rest = len(questions) - len(few)
        yield f"... and {rest} more: interagency questions {shown(checked.path)}"


def _summary(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    found = ", ".join(_number(counts[each], each.value) for each in Severity if counts[each])
    asked = _number(len(report.questions), "open question")
    ran = _number(len(report.results), "rule")
    title = shown(report.title or "untitled")
    return f"{title}, {day_text(report.day)}: {ran}, {found or 'no findings'}, {asked}"


def _number(count: int, noun: str) -> str:
    plural = "" if count == 1 or noun == "info" else "s"
    return f"{count} {noun}{plural}"
