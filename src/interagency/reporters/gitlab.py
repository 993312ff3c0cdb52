"""A report as GitLab code quality, which shows findings in a merge request.

The format is that of a Code Climate issue, as far as GitLab reads it: description, check_name,
fingerprint, severity and location (https://docs.gitlab.com/ci/testing/code_quality/).
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from interagency.checking import Severity
from interagency.report.checked import Checked, Checks, Place
from interagency.report.reporter import Reporter

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report_as_gitlab(checks: Checks) -> str:
    """Return reports as a list of issues; what is waived and what is asked is not in it."""
    issues = [issue for each in checks.documents for issue in _issues(each)]
    for problem in checks.problems:
        place = None if problem.line is None else (problem.line, problem.column or 1)
        print_ = sha256(f"{problem.file}\0{problem.message}".encode()).hexdigest()[:16]
        issues.append(_issue("invalid", problem.message, "blocker", print_, (problem.file, place)))
    return json.dumps(issues, indent=2) + "\n"


def _issues(checked: Checked) -> Iterator[dict[str, Any]]:
    for finding in checked.report.findings:
        severity = _SEVERITIES[finding.severity]
        # The same finding of two documents is two issues.
        print_ = sha256(f"{checked.path}\0{finding.fingerprint}".encode()).hexdigest()[:16]
        place = checked.where(finding)
        yield _issue(finding.rule, finding.message, severity, print_, place)


def _issue(name: str, message: str, severity: str, print_: str, place: Place) -> dict[str, Any]:
    file, position = place
    return {
        "description": message,
        "check_name": name,
        "fingerprint": print_,
        "severity": severity,
        "location": {"path": file, "lines": {"begin": position[0] if position else 1}},
    }


REPORTER = Reporter(
    name="gitlab",
    summary="Code quality of GitLab, which shows findings in a merge request.",
    suffix=".json",
    write=report_as_gitlab,
    media_type="application/json",
)
