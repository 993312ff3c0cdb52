"""A report as commands to GitHub Actions, which shows findings beside the lines they are about."""

from collections.abc import Iterator

from interagency.checking import Severity
from interagency.document.problems import Cell
from interagency.report.checked import Checked, Checks, Place, found_in, terms
from interagency.report.printing import shown
from interagency.report.reporter import Reporter
from interagency.snapshot.labels import counted

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report_as_github(checks: Checks) -> str:
    """Return reports as annotations; what is waived is a notice, questions are only counted."""
    lines = [line for each in checks.documents for line in _annotations(each)]
    for problem in checks.problems:
        place = (problem.file, problem.place)
        lines.append(_annotation("error", place, "invalid", problem.message))
    if checks.verbosity >= 0:
        lines.append(_summary(checks))
    return "".join(f"{line}\n" for line in lines)


def _annotations(checked: Checked) -> Iterator[str]:
    report = checked.report
    for finding in report.findings:
        level = _LEVELS[finding.severity]
        yield _annotation(level, checked.where(finding), finding.rule, finding.message)
    for finding, waiver in report.waived:
        message = f"{finding.message}\nwaived: {terms(waiver)}"
        yield _annotation("notice", checked.where(finding), f"{finding.rule} (waived)", message)


def _annotation(level: str, place: Place, title: str, message: str) -> str:
    file, position = place
    line, column = position[:2] if position else (1, 1)
    message = f"{position}: {message}" if isinstance(position, Cell) else message
    values = {"file": file, "line": str(line), "col": str(column), "title": title}
    properties = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    return f"::{level} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return shown(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(checks: Checks) -> str:
    """Return counts alone: a title in the log could be taken for a command."""
    reports = [each.report for each in checks.documents]
    findings = tuple(finding for report in reports for finding in report.findings)
    parts = [
        counted(len(reports), "document"),
        *(list(found_in(findings)) or ["no findings"]),
        f"{sum(len(report.waived) for report in reports)} waived",
        counted(sum(len(report.questions) for report in reports), "open question"),
        *([counted(len(checks.problems), "problem")] if checks.problems else []),
    ]
    return ", ".join(parts)


REPORTER = Reporter(
    name="github",
    summary="Commands to GitHub Actions, which shows findings beside their lines.",
    suffix=".txt",
    write=report_as_github,
    media_type="text/plain",
)
