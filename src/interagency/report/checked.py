"""What the formats of a report share: the documents that were checked, and words for them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import final

from attrs import frozen

from interagency.checking import Finding, Report, Rule, Severity
from interagency.checking.baseline import Since
from interagency.checking.waiver import Waiver
from interagency.document import Problem
from interagency.document.problems import Place as Position
from interagency.document.problems import place_text
from interagency.report.printing import day_text, shown
from interagency.snapshot import Question
from interagency.snapshot.labels import counted

# A file, with line and column in it, or the cell of a workbook.
Place = tuple[str, Position | None]


@final
@frozen(kw_only=True)
class Checked:
    """A document that was checked.

    Attributes:
        path: Its path, as given.
        report: What the rules say.
        places: The file of each subject, with line and column where they can be told.
        stale: The places of the waivers that findings are about, by fingerprint of the finding.
        has_bodies: Whether there is anything to check.
        since: What is new since a baseline, what was known and what is gone; None without one.
    """

    path: str
    report: Report
    places: Mapping[str, Place]
    stale: Mapping[str, Place]
    has_bodies: bool
    since: Since | None = None

    def where(self, said: Finding | Question) -> Place:
        """Return the file of what is said, with line and column where they can be told."""
        found = self.stale.get(said.fingerprint) if isinstance(said, Finding) else None
        # What is gone may be about something that is not there any more: it stands for the whole.
        return found or self.places.get(said.subject) or self.places[""]

    def place(self, said: Finding | Question) -> str:
        """Return where what is said stands, as file:line:column, or file[Sheet!A1]."""
        file, place = self.where(said)
        return shown(f"{file}{place_text(place)}")


@final
@frozen(kw_only=True)
class Checks:
    """A run of `check`.

    Attributes:
        documents: The documents that could be loaded.
        problems: What is wrong with the others.
        rules: All rules, also those that did not run.
        verbosity: Below 0, findings alone; above 0, evidence, clean rules and all questions.
    """

    documents: tuple[Checked, ...]
    problems: tuple[Problem, ...]
    rules: Mapping[str, Rule]
    verbosity: int = 0


def heading(report: Report) -> str:
    """Return what a report is about, and the day looked at."""
    return f"{shown(report.title or 'untitled')}, {day_text(report.day)}"


def summary(checked: Checked) -> str:
    """Return how much was found, in words."""
    report = checked.report
    parts = [
        counted(len(report.results), "rule"),
        *(list(found_in(report.findings)) or ["no findings"]),
        *([f"{len(report.waived)} waived"] if report.waived else []),
        *_since(checked),
        counted(len(report.questions), "open question"),
    ]
    if not report.results:
        return "0 rules: nothing was looked at"
    empty = not checked.has_bodies and not report.findings
    hint = "; nothing to check: the document has no bodies" if empty else ""
    return ", ".join(parts) + hint


def _since(checked: Checked) -> Iterator[str]:
    since = checked.since
    if since is not None:
        yield f"{counted(len(since.known), 'finding')} known at {shown(since.name)}"
        yield f"{len(since.gone):,} gone"


def found_in(findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield how many findings there are of each severity that there is."""
    counts = Counter(finding.severity for finding in findings)
    return (counted(counts[each], each.value) for each in Severity if counts[each])


def terms(waiver: Waiver) -> str:
    """Return why a finding is waived, by whom and until when."""
    until = f"until {waiver.expires}" if waiver.expires else ""
    return ", ".join(part for part in (waiver.reason, waiver.owner, until) if part)
