"""Conformance to reference models, clause by clause, with an honest unknown.

A reference model is data: clauses with a text, a strength, citations and an expectation in a
small language. What structure cannot show is asked, and answered in the document.
"""

from interagency.conformance.answers import Answer
from interagency.conformance.conform import conform
from interagency.conformance.pack import parse_model, read_model
from interagency.conformance.reference_model import (
    Clause,
    Function,
    ReferenceModel,
    Strength,
)
from interagency.conformance.results import ClauseResult, Conformance, ModelResult, Outcome

__all__ = [
    "Answer",
    "Clause",
    "ClauseResult",
    "Conformance",
    "Function",
    "ModelResult",
    "Outcome",
    "ReferenceModel",
    "Strength",
    "conform",
    "parse_model",
    "read_model",
]
