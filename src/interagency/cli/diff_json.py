"""A comparison as JSON, for scripts; `schemas/diff.json` is its schema."""

from datetime import date
from typing import Any

from interagency.change import Change, Comparison
from interagency.change.consequences import ClauseChange, Consequences
from interagency.checking import Finding
from interagency.document.writer import json_text
from interagency.indicators import Indicator
from interagency.model.keys import describe
from interagency.reporters.json import question_value


def comparison_as_json(comparison: Comparison) -> str:
    """Return a comparison as JSON, with ids, records by their natural keys, and every question."""
    return json_text(comparison_value(comparison))


def comparison_value(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as plain values."""
    said = comparison.consequences
    value: dict[str, Any] = {
        "version": 1,
        "before": {
            "title": comparison.before.title,
            "day": _day(said.before.report.day if said else None),
        },
        "after": {
            "title": comparison.after.title,
            "day": _day(said.after.report.day if said else None),
        },
        "renamed": dict(comparison.renamed),
        "changes": [_change(comparison, each) for each in comparison.changes],
    }
    return value if said is None else value | _consequences(said)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _change(comparison: Comparison, change: Change) -> dict[str, Any]:
    return {
        "subject": change.subject,
        "name": comparison.name(change.subject),
        "kind": change.kind.value,
        "text": change.text,
        "since": change.since and change.since.text,
        "sources": list(change.sources),
        "decisions": [each.id for each in comparison.decisions(change.subject)],
        "before": [*map(describe, change.before)],
        "after": [*map(describe, change.after)],
    }


def _consequences(said: Consequences) -> dict[str, Any]:
    return {
        "findings": {
            "new": [*map(_finding, said.new_findings)],
            "gone": [*map(_finding, said.gone_findings)],
            "changed": [
                {"before": _finding(one), "after": _finding(other)}
                for one, other in said.changed_findings
            ],
        },
        "questions": {
            "new": [*map(question_value, said.new_questions)],
            "gone": [*map(question_value, said.gone_questions)],
        },
        "clauses": [*map(_clause, said.clauses)],
        "indicators": [
            {"name": other.name, "before": _indicator(one), "after": _indicator(other)}
            for one, other in said.indicators
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
    }


def _clause(change: ClauseChange) -> dict[str, Any]:
    return {
        "model": change.model,
        "clause": change.after.clause.id,
        "before": change.before.outcome.value,
        "after": change.after.outcome.value,
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    numbers = (indicator.value, *indicator.interval)
    value, low, high = (None if each is None else str(each) for each in numbers)
    return {"value": value, "low": low, "high": high}
