"""Packs of one clause, and what is said of a small document by them."""

from collections.abc import Mapping
from typing import Any

from interagency.conformance import (
    Clause,
    ClauseResult,
    Function,
    ReferenceModel,
    conform,
    parse_model,
)
from interagency.conformance.expectations import Is, Selector
from interagency.document import loads

PACK = """\
interagency_model: 1
id: mine-1
title: Mine
sources: {S: {title: A source}}
clauses:
"""


def pack(*clauses: str) -> str:
    """Return a pack of clauses, each without what every clause has."""
    lines = (
        f"  - {{id: C-{number}, strength: must, text: It is so, sources: [S], {clause}}}\n"
        for number, clause in enumerate(clauses, 1)
    )
    return PACK + "".join(lines)


def model_of(*clauses: str, functions: Mapping[str, Function] | None = None) -> ReferenceModel:
    """Return the reference model of such a pack."""
    return parse_model(pack(*clauses), functions=functions)


def clause_of(clause: str) -> Clause:
    """Return the record of one clause."""
    return model_of(clause).clauses[0]


def selector_of(text: str) -> Selector:
    """Return the record of one selector."""
    found = clause_of(f"for: {{}}, expect: {{is: {text}}}").expect
    assert isinstance(found, Is)
    return found.what


def result_of(
    document: str,
    clause: str,
    functions: Mapping[str, Function] | None = None,
    **more: Any,
) -> ClauseResult:
    """Return what is said of a document, written without its first line, by one clause."""
    model = model_of(clause, functions=functions)
    found = conform(loads(f"interagency: 1\n{document}"), [model], **more)
    return found.models[0].clauses[0]


def outcome_of(document: str, clause: str) -> str:
    """Return the outcome; an unknown one without a question is none."""
    result = result_of(document, clause)
    assert bool(result.questions) is (result.outcome.value == "unknown"), result
    return result.outcome.value
