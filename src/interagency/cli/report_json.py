"""A report as JSON, for scripts."""

import json
from collections.abc import Sequence
from typing import Any

from interagency.checking import Finding, Question
from interagency.cli.report_text import Checked


def report_as_json(checked: Sequence[Checked], verbosity: int = 0) -> str:
    """Return reports as JSON; how much is said does not depend on verbosity."""
    return json.dumps({"version": 1, "documents": [*map(_document, checked)]}, indent=2) + "\n"


def _document(checked: Checked) -> dict[str, Any]:
    report = checked.report
    return {
        "path": checked.path,
        "title": report.title,
        "day": report.day.isoformat() if report.day else None,
        "rules": {
            result.rule: {
                "severity": result.severity,
                "findings": len(result.findings),
                "undecided": len(result.questions),
                "crash": result.crash or None,
            }
            for result in report.results
        },
        "findings": [_finding(checked, finding) for finding in report.findings],
        "questions": [_question(checked, question) for question in report.questions],
    }


def _finding(checked: Checked, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "subject": finding.subject,
        "message": finding.message,
        "related": list(finding.related),
        "evidence": list(finding.evidence),
        "fingerprint": finding.fingerprint,
        **_place(checked, finding.subject),
    }


def _question(checked: Checked, question: Question) -> dict[str, Any]:
    return {
        "subject": question.subject,
        "about": question.about,
        "question": question.text,
        "write": question.write,
        **_place(checked, question.subject),
    }


def _place(checked: Checked, subject: str) -> dict[str, Any]:
    file, place = checked.places[subject]
    line, column = place or (None, None)
    return {"file": file, "line": line, "column": column}
