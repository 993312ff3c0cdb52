"""A report as JSON Lines: one finding, question or problem a line, for streams and databases."""

import json
from collections.abc import Iterator
from typing import Any

from interagency.report.checked import Checked, Checks
from interagency.report.reporter import Reporter
from interagency.reporters.json import finding_value, place_value, question_value, waiver_value


def report_as_jsonl(checks: Checks) -> str:
    """Return reports as JSON Lines; how much is said does not depend on verbosity."""
    lines = [line for each in checks.documents for line in _lines(each)]
    for problem in checks.problems:
        lines.append(
            {
                "type": "problem",
                "path": problem.file,
                "line": problem.line,
                "column": problem.column,
                "message": problem.message,
            }
        )
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def _lines(checked: Checked) -> Iterator[dict[str, Any]]:
    report = checked.report
    same = {"path": checked.path, "day": report.day.isoformat() if report.day else None}
    for finding in report.findings:
        yield {"type": "finding", **same, **finding_value(checked, finding)}
    for finding, waiver in report.waived:
        waived = {**finding_value(checked, finding), "waiver": waiver_value(waiver)}
        yield {"type": "waived", **same, **waived}
    for question in report.questions:
        place = place_value(checked, question)
        yield {"type": "question", **same, **question_value(question), **place}


REPORTER = Reporter(
    name="jsonl",
    summary="One finding, question or problem a line, for streams and databases.",
    suffix=".jsonl",
    write=report_as_jsonl,
    media_type="application/jsonl",
)
