"""What a check of an architecture says: every rule that ran, what it found, what is unknown."""

from datetime import date
from typing import final

from attrs import frozen

from interagency.checking.finding import Finding, Severity
from interagency.checking.waiver import Waiver
from interagency.model.display import Displayed
from interagency.snapshot import Question


@final
@frozen(kw_only=True)
class Result:
    """What one rule says.

    Attributes:
        rule: Name of the rule.
        severity: How much its findings weigh.
        findings: The gaps it found, in a fixed order.
        questions: What it could not decide, because nobody wrote it down.
        crash: What went wrong with the rule itself; nothing if it ran to its end.
        open_lists: The lists that it needs and that nobody said are whole: it could not look.
        unrecorded: What it reads and is not recorded of some bodies, which it could not look at.
    """

    rule: str
    severity: Severity
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    crash: str = ""
    open_lists: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class Report(Displayed):
    """The results of every rule that ran, also of those that found nothing.

    Attributes:
        title: Title of the architecture.
        day: The day looked at; None if none was said.
        results: One for each rule, by name.
        open_questions: What the document itself leaves open, whatever the rules.
        waived: The findings that somebody lives with, each with its waiver; no others count.
        subjects: The ids of the document in its order, bodies first: the order of questions.
    """

    title: str | None
    day: date | None
    results: tuple[Result, ...]
    open_questions: tuple[Question, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    subjects: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all findings that are not waived, the weightiest first."""
        found = (finding for result in self.results for finding in result.findings)
        return tuple(sorted(found, key=lambda finding: -finding.severity.weight))

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return what is unknown, each question once: of the whole, then as the document goes."""
        asked = {(each.subject, each.about): each for each in self.open_questions}
        for result in self.results:
            for each in result.questions:
                asked.setdefault((each.subject, each.about), each)
        places = {id: place for place, id in enumerate(("", *self.subjects))}
        return tuple(sorted(asked.values(), key=lambda each: places.get(each.subject, len(places))))

    @property
    def crashes(self) -> tuple[Result, ...]:
        """Return the results of rules that broke down; without them nothing is `all clear`."""
        return tuple(result for result in self.results if result.crash)

    def to_rows(self) -> list[dict[str, str]]:
        """Return the findings as rows of texts, for tables and data frames.

        Every row has the same keys: rule, severity, subject, message, related, evidence; several
        values in one are joined by semicolons.
        """
        return [
            {
                "rule": each.rule,
                "severity": each.severity.value,
                "subject": each.subject,
                "message": each.message,
                "related": "; ".join(each.related),
                "evidence": "; ".join(each.evidence),
            }
            for each in self.findings
        ]

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings that weigh this much or more."""
        return tuple(each for each in self.findings if each.severity.weight >= severity.weight)
