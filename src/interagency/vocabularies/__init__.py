"""Code lists of the field and the registry of well-known organizations, as frozen tables.

A list is never a gate: the model keeps any code, and a rule asks the list whether it is known.
"""

from __future__ import annotations

from interagency.vocabularies.mandates import MandateStrength, agreed_pairs, shipped_mandates
from interagency.vocabularies.shipped import Vocabularies, shipped
from interagency.vocabularies.standing import STANDINGS
from interagency.vocabularies.standing import Standing as Standing
from interagency.vocabularies.vocabulary import Suggestions, Term, Vocabulary, folded

__all__ = [
    "STANDINGS",
    "MandateStrength",
    "Suggestions",
    "Term",
    "Vocabularies",
    "Vocabulary",
    "agreed_pairs",
    "folded",
    "shipped",
    "shipped_mandates",
]
