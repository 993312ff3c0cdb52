"""A conformance as text and as JSON."""

import json
from collections.abc import Iterator
from typing import Any

import click

from interagency.checking import Question
from interagency.cli.inputs import day_text, shown
from interagency.conformance import (
    ClauseResult,
    Conformance,
    ModelResult,
    Outcome,
    Strength,
)

_COLOURS = {
    Outcome.MET: "green",
    Outcome.GAP: "red",
    Outcome.UNKNOWN: "yellow",
    Outcome.NOT_APPLICABLE: None,
}


def as_text(found: Conformance) -> str:
    """Return a conformance clause by clause, with a summary by strength."""
    lines = [f"{shown(found.title or 'untitled')}, {day_text(found.day)}"]
    for result in found.models:
        lines += ["", f"{result.model.name}: {result.model.title}"]
        lines += [line for each in result.clauses for line in _clause(each)]
        lines += ["", *_summary(result)]
    if found.raise_with and any(result.count(Outcome.GAP) for result in found.models):
        steps = ", then ".join(" or ".join(step) for step in found.raise_with)
        lines += ["", f"Raise gaps with {shown(steps)}"]
    return "\n".join(lines) + "\n"


def _clause(result: ClauseResult) -> Iterator[str]:
    clause = result.clause
    outcome = click.style(f"{result.outcome.value:14}", fg=_COLOURS[result.outcome])
    doubt = "" if clause.verified else "  [not verified against the original]"
    yield f"  {outcome} {clause.id:9} {clause.strength.value:6}  {shown(clause.text)}{doubt}"
    facts = [_fact(result, fact) for fact in result.met_by or result.missed_by]
    if facts:
        few = ", ".join(facts[:4]) + (f" and {len(facts) - 4} more" if len(facts) > 4 else "")
        yield f"{'':34}{shown(few)}"
    if result.crash:
        yield f"{'':34}{click.style('broke down', fg='red')}: {shown(result.crash)}"
    for question in result.questions[:1]:
        more = len(result.questions) - 1
        yield f"{'':34}{shown(question.text)}{f' (and {more} more)' if more else ''}"
    for citation in clause.citations:
        yield f"{'':34}{shown(str(citation))}"


def _fact(result: ClauseResult, fact: str) -> str:
    return f"{fact} (inferred)" if fact in result.inferred else fact


def _summary(result: ModelResult) -> Iterator[str]:
    """Yield one line for each strength: never one number without its parts."""
    for strength in Strength:
        parts = [(result.count(outcome, strength), outcome.value) for outcome in Outcome]
        total = sum(count for count, _ in parts)
        if total:
            counts = ", ".join(f"{count} {name}" for count, name in parts)
            yield f"  {strength.value:6} {total:3} clauses: {counts}"


def questions_as_text(found: Conformance) -> str:
    """Return the open questions, those first that settle most clauses."""
    lines = [f"{shown(found.title or 'untitled')}, {day_text(found.day)}: what to ask"]
    for question, clauses in found.questions():
        lines += ["", f"{shown(question.text)}  settles {', '.join(clauses)}"]
        lines += [f"    {shown(question.write)}"]
    return "\n".join(lines) + "\n"


def as_json(found: Conformance) -> str:
    """Return a conformance as JSON, for scripts."""
    value = {
        "version": 1,
        "title": found.title,
        "day": found.day.isoformat() if found.day else None,
        "raise_with": [list(step) for step in found.raise_with],
        "models": [_model(result) for result in found.models],
        "questions": [
            {**_question(question), "settles": list(clauses)}
            for question, clauses in found.questions()
        ],
    }
    return json.dumps(value, indent=2) + "\n"


def _model(result: ModelResult) -> dict[str, Any]:
    return {
        "name": result.model.name,
        "title": result.model.title,
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
        "inferred": list(result.inferred),
        "questions": [_question(each) for each in result.questions],
        "crash": result.crash or None,
        "citations": [
            {"title": each.title, "url": each.url, "verified": each.verified}
            for each in clause.citations
        ],
    }


def _question(question: Question) -> dict[str, str]:
    return {
        "subject": question.subject,
        "about": question.about,
        "question": question.text,
        "write": question.write,
    }
