"""Codes in the JSON Schema: those that are known, for editors to offer, and any other of the form.

A code that no list has is no fault of the file, and a rule reports it; so a known code is an
alternative here and never the only one.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from interagency.model.grammar import AREA_FORM, CODE_FORM, ISO3, Grammar
from interagency.vocabularies import Vocabularies

Schema = dict[str, Any]
# Known codes, by the name of their list, with what each of them means.
Codes = Mapping[str, Mapping[str, str]]

COUNTRIES: Final = "countries"
ROLE_TERMS: Final = "role-terms"
CLAUSES: Final = "clauses"
_COUNTRY_FORMS: Final = (ISO3.name, AREA_FORM.name)


def known_codes(vocabularies: Vocabularies, more: Codes | None = None) -> dict[str, dict[str, str]]:
    """Return the codes of all lists, each with its meaning.

    Args:
        vocabularies: The code lists.
        more: Lists that are no vocabulary: the names of reference models, and their clauses.
    """
    lists = {
        name: {term.code: term.name for term in vocabularies[name].terms} for name in vocabularies
    }
    return lists | {name: dict(each) for name, each in (more or {}).items()}


def definitions(codes: Codes) -> Schema:
    """Return a definition for each list of codes, which fields refer to."""
    return {f"codes-{name}": offered(each, CODE_FORM.pattern) for name, each in codes.items()} | {
        f"form-{form.name}": offered(codes.get(COUNTRIES, {}), _pattern_of(form))
        for form in (ISO3, AREA_FORM)
    }


def offered(codes: Mapping[str, str], pattern: str) -> Schema:
    """Return the schema of a text: one of some codes, which an editor offers, or of a form."""
    any_other: Schema = {"type": ["string", "number"], "pattern": f"^(?:{pattern})$"}
    if not codes:
        return any_other
    # Not part of the standard, and shown by editors beside each code.
    known = {"enum": [*codes], "enumDescriptions": [*codes.values()]}
    return {"anyOf": [known, any_other]}


def reference_of(vocabulary: str, codes: Codes) -> Schema:
    """Return the schema of a code of a list, by reference to its definition."""
    if vocabulary in codes:
        return {"$ref": f"#/$defs/codes-{vocabulary}"}
    return offered({}, CODE_FORM.pattern)


def country_reference(form: Grammar) -> Schema | None:
    """Return the schema of a country or an area, by reference; None for any other form."""
    is_plain = form.pattern in (ISO3.pattern, AREA_FORM.pattern)
    if form.name not in _COUNTRY_FORMS or not is_plain:
        return None
    known: Schema = {"$ref": f"#/$defs/form-{form.name}"}
    words = [word for word in form.words if form.name == ISO3.name]
    return {"anyOf": [known, {"enum": words}]} if words else known


def terms_as_keys(codes: Codes, value: Schema) -> Schema:
    """Return the schema of a mapping by role terms, of which those that are known are offered."""
    keys: Iterable[str] = codes.get(ROLE_TERMS, {})
    return {
        "type": "object",
        "properties": dict.fromkeys(keys, value),
        "additionalProperties": value,
    }


def _pattern_of(form: Grammar) -> str:
    return "|".join([form.pattern, *(form.words if form.name == AREA_FORM.name else ())])
