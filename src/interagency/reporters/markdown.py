"""A report as Markdown, for the summary of a workflow or a comment."""

from collections.abc import Iterator, Sequence

from interagency.report.checked import Checked, Checks, heading, summary, terms
from interagency.report.markdown import escaped
from interagency.report.reporter import Reporter
from interagency.reporters.text import FEW

_MOST = 1_000


def report_as_markdown(checks: Checks) -> str:
    """Return reports as Markdown: a section a document, with tables of what was found."""
    blocks = [block for each in checks.documents for block in _document(each, checks.verbosity)]
    if checks.problems:
        blocks += ["## Not loaded", "\n".join(f"- {_text(str(each))}" for each in checks.problems)]
    return "\n\n".join(blocks) + "\n"


def _text(text: str) -> str:
    return escaped(text, _MOST)


def _document(checked: Checked, verbosity: int) -> Iterator[str]:
    report = checked.report
    yield f"## {_text(heading(report))}"
    yield f"{_text(checked.path)}: {_text(summary(checked))}"
    yield from _table(
        "Findings",
        ("severity", "rule", "where", "finding"),
        [(each.severity, each.rule, checked.place(each), each.message) for each in report.findings],
    )
    if verbosity >= 0:
        yield from _waived(checked)
        yield from _questions(checked, verbosity)


def _waived(checked: Checked) -> Iterator[str]:
    rows = [
        (finding.rule, checked.place(finding), finding.message, terms(waiver))
        for finding, waiver in checked.report.waived
    ]
    yield from _table("Waived", ("rule", "where", "finding", "waiver"), rows)


def _questions(checked: Checked, verbosity: int) -> Iterator[str]:
    asked = checked.report.questions
    few = asked if verbosity > 0 else asked[:FEW]
    rows = [(checked.place(each), each.text, each.write) for each in few]
    yield from _table("Unknown", ("where", "question", "what to write"), rows)
    if len(few) < len(asked):
        yield f"and {len(asked) - len(few)} more"


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        lines = [columns, ["---"] * len(columns), *([*map(_text, row)] for row in rows)]
        yield f"### {title}"
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


REPORTER = Reporter(
    name="markdown",
    summary="Markdown, for the summary of a workflow or a comment.",
    suffix=".md",
    write=report_as_markdown,
    media_type="text/markdown",
)
