"""Excerpts of documents: sections of one, without the rest."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from interagency.document.diagnose import read_sections
from interagency.document.problems import InvalidDocument, Problem, unknown_field
from interagency.document.shape import SECTIONS
from interagency.model import SECTION_KEYS

EXCERPT_KEYS = tuple(section.key for section in SECTIONS)


def excerpt_records(value: Any) -> list[Any]:
    """Return the records of an excerpt: entities, then seats and links.

    Args:
        value: Sections by their key, as a document writes them.

    Raises:
        InvalidDocument: With all that does not fit, by paths in the value.
    """
    records, problems = read_excerpt(value)
    if problems:
        raise InvalidDocument(problems)
    return records


def read_excerpt(value: Any) -> tuple[list[Any], list[Problem]]:
    """Return the records of an excerpt, and what does not fit, by paths in the value."""
    if not isinstance(value, dict) or not value:
        sections = ", ".join(EXCERPT_KEYS[:6])
        return [], [Problem(f"sections of a document are expected here: {sections}, ...")]
    draft = read_sections({key: each for key, each in value.items() if key in EXCERPT_KEYS})
    found = chain.from_iterable(draft.fields.get(key, ()) for key in SECTION_KEYS)
    return list(found), [*_unknown(value), *draft.problems]


def _unknown(value: dict[str, Any]) -> Iterator[Problem]:
    for key in value:
        if key not in EXCERPT_KEYS:
            yield Problem(unknown_field(str(key), EXCERPT_KEYS), (str(key),))
