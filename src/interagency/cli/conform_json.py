"""A conformance as JSON."""

import json
from typing import Any

from interagency.conformance import ClauseResult, Conformance, ModelResult, Outcome, Strength
from interagency.reporters.json import question_value


def as_json(found: Conformance) -> str:
    """Return a conformance as JSON, for scripts."""
    value = {
        "version": 1,
        "title": found.title,
        "day": found.day.isoformat() if found.day else None,
        "raise_with": [list(step) for step in found.raise_with],
        "names": dict(sorted(found.names.items())),
        "models": [_model(result) for result in found.models],
        "questions": [
            {**question_value(question), "settles": list(clauses)}
            for question, clauses in found.questions()
        ],
    }
    return json.dumps(value, indent=2) + "\n"


def _model(result: ModelResult) -> dict[str, Any]:
    return {
        "name": result.model.name,
        "title": result.model.title,
        "not_applicable": result.reason or None,
        "clauses": [_clause_value(each) for each in result.clauses],
        "summary": {
            strength.value: {each.value: result.count(each, strength) for each in Outcome}
            for strength in Strength
        },
    }


def _clause_value(result: ClauseResult) -> dict[str, Any]:
    clause = result.clause
    return {
        "id": clause.id,
        "strength": clause.strength,
        "text": clause.text,
        "verified": clause.verified,
        "outcome": result.outcome,
        "met_by": list(result.met_by),
        "missed_by": list(result.missed_by),
        "lacking": list(result.lacking),
        "inferred": list(result.inferred),
        "questions": [question_value(each) for each in result.questions],
        "crash": result.crash or None,
        "citations": [
            {"title": each.title, "url": each.url, "verified": each.verified}
            for each in clause.citations
        ],
    }
