"""A report as JSON, for scripts; `schemas/report.json` is its schema."""

import json
from collections import Counter
from typing import Any

from interagency.checking import Finding
from interagency.checking.waiver import Waiver
from interagency.document.problems import Cell
from interagency.report.checked import Checked, Checks
from interagency.report.reporter import Reporter
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
        "findings": [finding_value(checked, finding) for finding in report.findings],
        "waived": [
            {**finding_value(checked, finding), "waiver": waiver_value(waiver)}
            for finding, waiver in report.waived
        ],
        "questions": [
            {**question_value(question), **place_value(checked, question)}
            for question in report.questions
        ],
        **_baseline(checked),
    }


def _baseline(checked: Checked) -> dict[str, Any]:
    """Return what was known before, if the report is one of what is new since then."""
    since = checked.since
    if since is None:
        return {}
    known, gone = (
        [finding_value(checked, each) for each in found] for found in (since.known, since.gone)
    )
    return {"baseline": {"name": since.name, "known": known, "gone": gone}}


def _rules(checked: Checked) -> dict[str, Any]:
    waived = Counter(finding.rule for finding, _ in checked.report.waived)
    return {
        result.rule: {
            "severity": result.severity,
            "findings": len(result.findings),
            "waived": waived[result.rule],
            "undecided": len(result.questions),
            "open_lists": list(result.open_lists),
            "unrecorded": list(result.unrecorded),
            "crash": result.crash or None,
        }
        for result in checked.report.results
    }


def finding_value(checked: Checked, finding: Finding) -> dict[str, Any]:
    """Return a finding with its place as plain values."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "subject": finding.subject,
        "message": finding.message,
        "related": list(finding.related),
        "evidence": list(finding.evidence),
        "fingerprint": finding.fingerprint,
        **place_value(checked, finding),
    }


def waiver_value(waiver: Waiver) -> dict[str, Any]:
    """Return the terms of a waiver as plain values."""
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


def place_value(checked: Checked, said: Finding | Question) -> dict[str, Any]:
    """Return the file of what is said, with line and column where they can be told."""
    file, place = checked.where(said)
    line, column = place[:2] if place else (None, None)
    sheet = place.sheet if isinstance(place, Cell) else None
    return {"file": file, "line": line, "column": column, "sheet": sheet}


REPORTER = Reporter(
    name="json",
    summary="All of a report as one value, for scripts.",
    suffix=".json",
    write=report_as_json,
    tells_problems=False,
    media_type="application/json",
)
