"""A report as SARIF 2.1.0, the exchange format of tools that check files."""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attrs import evolve

from interagency.checking import Citation, Finding, Rule, Severity
from interagency.checking.waiver import Waiver
from interagency.document.problems import Cell
from interagency.report.checked import Checked, Checks, Place
from interagency.report.markdown import escaped
from interagency.report.reporter import Reporter

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "interagency/v1"
_WEB = re.compile(r"https?://[^\s<>]+")
_MOST = 5_000


def report_as_sarif(checks: Checks) -> str:
    """Return reports as one run in SARIF; how much is said does not depend on verbosity.

    A question is a notification, no result: viewers take every result for something wrong.
    """
    indexes = {name: index for index, name in enumerate(checks.rules)}
    driver = {
        "name": "interagency",
        "version": version("interagency"),
        "rules": [*map(_rule, checks.rules.values())],
    }
    results = [result for each in checks.documents for result in _results(each, indexes)]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(checks, indexes)],
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    lines = [f"- {source}" for source in rule.sources]
    links = [f"- {_linked(source)}" for source in rule.sources]
    return {
        "id": rule.name,
        "shortDescription": _message(rule.summary),
        "fullDescription": _message(rule.rationale),
        "help": {
            "text": _braced(_help(rule.rationale, lines)),
            "markdown": _braced(_help(escaped(rule.rationale, _MOST), links)),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(rationale: str, sources: list[str]) -> str:
    return "\n".join([rationale, *(["", "Sources:", "", *sources] if sources else [])])


def _linked(source: Citation) -> str:
    """Return a citation in Markdown, with its address to be clicked."""
    if not _WEB.fullmatch(source.url):
        return escaped(str(source), _MOST)
    return f"{escaped(str(evolve(source, url='')), _MOST)} <{source.url}>"


def _results(checked: Checked, indexes: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    state = {"baselineState": "new"} if checked.since else {}
    for finding in checked.report.findings:
        yield {**_result(checked, finding, indexes), "suppressions": [], **state}
    for finding, waiver in checked.report.waived:
        yield {**_result(checked, finding, indexes), "suppressions": [_suppression(waiver)]}
    for state, findings in _before(checked):
        for finding in findings:
            yield {**_result(checked, finding, indexes), "suppressions": [], **state}


def _before(checked: Checked) -> Iterator[tuple[dict[str, str], Sequence[Finding]]]:
    """Yield the findings of the baseline: those that are still there, and those that are gone."""
    if checked.since is not None:
        yield {"baselineState": "unchanged"}, checked.since.known
        yield {"baselineState": "absent"}, checked.since.gone


def _result(checked: Checked, finding: Finding, indexes: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": indexes[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [_subject(checked, finding)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {
            "subject": finding.subject,
            "related": [*finding.related],
            "evidence": [*finding.evidence],
        },
    }


def _subject(checked: Checked, finding: Finding) -> dict[str, Any]:
    """Return where a finding stands: in the file, and in the structure by the id of its subject."""
    location = _location(checked.where(finding))
    if not finding.subject:
        return location
    logical = {"name": finding.subject, "fullyQualifiedName": finding.subject, "kind": "object"}
    return {**location, "logicalLocations": [logical]}


def _suppression(waiver: Waiver) -> dict[str, Any]:
    properties = {"owner": waiver.owner, "expires": waiver.expires and waiver.expires.text}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": waiver.reason,
        "properties": {key: value for key, value in properties.items() if value},
    }


def _invocation(checks: Checks, indexes: Mapping[str, int]) -> dict[str, Any]:
    crashes = any(each.report.crashes for each in checks.documents)
    return {
        "executionSuccessful": not crashes and not checks.problems,
        "toolExecutionNotifications": [*_notifications(checks, indexes)],
    }


def _notifications(checks: Checks, indexes: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for each in checks.problems:
        yield _notification("error", each.message, (each.file, each.place))
    for checked in checks.documents:
        for result in checked.report.crashes:
            rule = {"id": result.rule, "index": indexes[result.rule]}
            said = _notification("error", result.crash, (checked.path, None))
            yield {**said, "associatedRule": rule}
        for question in checked.report.questions:
            message = f"unknown: {question.text} {question.write}"
            yield _notification("note", message, checked.where(question))


def _notification(level: str, message: str, place: Place) -> dict[str, Any]:
    return {"level": level, "message": _message(message), "locations": [_location(place)]}


def _location(place: Place) -> dict[str, Any]:
    file, position = place
    line, column = position[:2] if position else (1, 1)  # viewers refuse a location without a line
    physical = {
        "artifactLocation": {"uri": _uri(file)},
        "region": {"startLine": line, "startColumn": column},
    }
    if not isinstance(position, Cell):
        return {"physicalLocation": physical}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": str(position), "kind": "cell"}],
        "properties": {"sheet": position.sheet, "row": line, "column": column},
    }


def _uri(file: str) -> str:
    """Return the URI of a file, relative if it lies in the current folder."""
    path = Path(file)
    if path.is_absolute() and not path.is_relative_to(Path.cwd()):
        return path.as_uri()
    inside = path.relative_to(Path.cwd()) if path.is_absolute() else path
    return quote(os.fsencode(inside.as_posix()))


def _message(text: str) -> dict[str, str]:
    return {"text": _braced(text)}


def _braced(text: str) -> str:
    """Return a text in which braces stand for themselves, and not for an argument."""
    return text.replace("{", "{{").replace("}", "}}")


REPORTER = Reporter(
    name="sarif",
    summary="SARIF 2.1.0, the exchange format of tools that check files.",
    suffix=".sarif",
    write=report_as_sarif,
    media_type="application/sarif+json",
)
