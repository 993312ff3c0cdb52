"""A report as JSON, for scripts; `schemas/report.json` is its schema."""

import json
from collections import Counter
from typing import Any

from interagency.checking import Finding
from interagency.checking.waiver import Waiver
from interagency.cli.checked import Checked, Checks
from interagency.snapshot import Question


def report_as_json(checks: Checks) -> str:
    """Return reports as JSON; how much is said does not depend on verbosity."""
    value = {"version": 1, "documents": [*map(_document, checks.documents)]}
    return json.dumps(value, indent=2) + "\n"


def _document(checked: Checked) -> dict[str, Any]:
    report = checked.report
    return {
        "path": checked.path,
        "title": report.title,
        "day": report.day.isoformat() if report.day else None,
        "rules": _rules(checked),
        "findings": [_finding(checked, finding) for finding in report.findings],
        "waived": [
            {**_finding(checked, finding), "waiver": _waiver(waiver)}
            for finding, waiver in report.waived
        ],
        "questions": [
            {**question_value(question), **_place(checked, question)}
            for question in report.questions
        ],
    }


def _rules(checked: Checked) -> dict[str, Any]:
    waived = Counter(finding.rule for finding, _ in checked.report.waived)
    return {
        result.rule: {
            "severity": result.severity,
            "findings": len(result.findings),
            "waived": waived[result.rule],
            "undecided": len(result.questions),
            "open_lists": list(result.open_lists),
            "crash": result.crash or None,
        }
        for result in checked.report.results
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
        **_place(checked, finding),
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    expires = waiver.expires.text if waiver.expires else None
    return {"reason": waiver.reason, "owner": waiver.owner, "expires": expires}


def question_value(question: Question) -> dict[str, Any]:
    """Return a question as JSON has it."""
    return {
        "subject": question.subject,
        "about": question.about,
        "question": question.text,
        "write": question.write,
    }


def _place(checked: Checked, said: Finding | Question) -> dict[str, Any]:
    file, place = checked.where(said)
    line, column = place or (None, None)
    return {"file": file, "line": line, "column": column}
