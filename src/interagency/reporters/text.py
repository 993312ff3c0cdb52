"""A report as text: one line a finding, that editors can jump to, then what is unknown."""

from collections.abc import Iterator, Sequence

from interagency.checking import Finding, Report, Severity
from interagency.report.checked import Checked, Checks, heading, summary, terms
from interagency.report.printing import shown
from interagency.report.reporter import Reporter
from interagency.snapshot import Question

# What turns a terminal red, yellow, blue, and back; where there is no terminal it is taken out.
_COLOURS = {Severity.ERROR: 31, Severity.WARNING: 33, Severity.INFO: 34}
FEW = 8


def report_as_text(checks: Checks) -> str:
    """Return reports as text."""
    lines = (line for each in checks.documents for line in _lines(each, checks.verbosity))
    return "".join(f"{line}\n" for line in lines)


def _lines(checked: Checked, verbosity: int) -> Iterator[str]:
    report = checked.report
    for finding in report.findings:
        yield _finding(checked, finding)
        if verbosity > 0:
            yield from (f"    {shown(fact)}" for fact in finding.evidence)
    if verbosity > 0:
        yield from _waived(checked)
    if verbosity >= 0:
        yield from _questions(checked, report.questions, verbosity)
        yield f"{heading(report)}: {summary(checked)}"
    if verbosity > 0:
        yield from _rules(report)


def _finding(checked: Checked, finding: Finding) -> str:
    severity = f"\x1b[{_COLOURS[finding.severity]}m{finding.severity.value}\x1b[0m"
    return f"{checked.place(finding)}: {severity} {shown(finding.rule)}: {shown(finding.message)}"


def _waived(checked: Checked) -> Iterator[str]:
    for finding, waiver in checked.report.waived:
        yield f"{checked.place(finding)}: waived {shown(finding.rule)}: {shown(finding.message)}"
        yield f"    {shown(terms(waiver))}"


def _questions(checked: Checked, questions: Sequence[Question], verbosity: int) -> Iterator[str]:
    few = questions if verbosity > 0 else questions[:FEW]
    for question in few:
        yield f"{checked.place(question)}: unknown: {shown(question.text)}"
        if verbosity > 0:
            yield f"    {shown(question.write)}"
    if len(few) < len(questions):
        rest = len(questions) - len(few)
        yield f"... and {rest} more: interagency questions {shown(checked.path)}"


def _rules(report: Report) -> Iterator[str]:
    """Yield the rules that found nothing, apart from those that could not decide, or look at all.

    A list that may go on keeps a rule from a verdict without giving it anything to ask of somebody
    in particular: that it could not look is told here, and is no question.
    """
    waived = {finding.rule for finding, _ in report.waived}
    undecided = [each.rule for each in report.results if each.questions]
    found = {each.rule for each in report.results if each.findings} | waived
    silent = [each for each in report.results if each.rule not in {*found, *undecided}]
    clean = [each.rule for each in silent if not each.open_lists and not each.unrecorded]
    blind = [f"{each.rule} ({', '.join(each.open_lists)})" for each in silent if each.open_lists]
    yield shown(f"clean: {', '.join(clean) or 'no rule'}")
    if blind:
        names = ", ".join(blind)
        yield shown(f"could not look, for lists not written whole (complete): {names}")
    partly = [
        f"{each.rule} ({', '.join(each.unrecorded)})"
        for each in silent
        if each.unrecorded and not each.open_lists
    ]
    if partly:
        yield shown(f"could not look everywhere, for what is not recorded: {', '.join(partly)}")
    if undecided:
        yield shown(f"undecided: {', '.join(undecided)}")


REPORTER = Reporter(
    name="text",
    summary="Lines to read, which editors can jump to.",
    suffix=".txt",
    write=report_as_text,
    tells_problems=False,
    media_type="text/plain",
)
