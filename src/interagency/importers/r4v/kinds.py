"""Kinds of organizations as R4V's tables name them, to codes of the vocabulary."""

import re
from typing import Final

from interagency.importers.cleaning import folded
from interagency.vocabularies import Vocabularies

_MORE: Final = {
    "onu": "un-agency",
    "agencia onu": "un-agency",
    "agencia de la onu": "un-agency",
    "agencia da onu": "un-agency",
    "nacoes unidas": "un-agency",
    "sistema de naciones unidas": "un-agency",
    "ongi": "international-ngo",
    "ong i": "international-ngo",
    "international ngo ingo": "international-ngo",
    "ongn": "national-ngo",
    "ong n": "national-ngo",
    "national ngo nngo": "national-ngo",
    "nacional ong": "national-ngo",
    "osc": "civil-society",
    "sociedade civil": "civil-society",
    "organizacion de la sociedad civil": "civil-society",
    "organizacao da sociedade civil": "civil-society",
    "obf": "faith-based",
    "basada en la fe": "faith-based",
    "organizacion basada en fe": "faith-based",
    "organizacion religiosa": "faith-based",
    "organizacao religiosa": "faith-based",
    "organizacao baseada na fe": "faith-based",
    "cruz roja": "red-cross-red-crescent",
    "movimiento de la cruz roja": "red-cross-red-crescent",
    "cruz vermelha": "red-cross-red-crescent",
    "nations unies": "un-agency",
    "agence onu": "un-agency",
    "societe civile": "civil-society",
    "croix rouge": "red-cross-red-crescent",
    "gouvernement": "government",
    "secteur prive": "private-sector",
    "academico": "academia",
    "universidad": "academia",
    "universidade": "academia",
    "governo": "government",
    "setor privado": "private-sector",
}
_ORGANIZATIONS: Final = re.compile(r"\borganisation(s)?\b|\borganizations\b")


def kind_of(text: str, vocabularies: Vocabularies) -> str | None:
    """Return the code of a kind of organization; None if the text names none."""
    kinds = vocabularies["organization-kinds"]
    words = folded(text)
    for spelling in (words, _ORGANIZATIONS.sub("organization", words), words.removesuffix("s")):
        term = kinds.spelled(spelling)
        if term or spelling in _MORE:
            return term.code if term else _MORE[spelling]
    return None
