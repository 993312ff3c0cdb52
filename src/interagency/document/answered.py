"""Answers to open questions, entered into a document that people write by hand."""

import json
from copy import deepcopy
from typing import Any

from interagency.document.problems import Cell
from interagency.document.splices import ImpossibleEdit
from interagency.document.workbook.answers import AnswerBook, Asked
from interagency.document.workbook.lists import named_entries
from interagency.document.workbook.names import Names
from interagency.document.workbook.places import Places
from interagency.model.grammar import RESERVED
from interagency.vocabularies import Vocabularies, shipped

# An answer in a terminal has no cell.
_NOWHERE = Cell(1, 1, "")


def answered(
    value: dict[str, Any],
    target: tuple[str, ...],
    text: str,
    vocabularies: Vocabularies | None = None,
) -> dict[str, Any]:
    """Return the plain value of a document with an answer in it; names stand for ids.

    What is recorded already stays, and `unknown` goes, which the answer takes the place of.

    Args:
        value: The plain value.
        target: Where the answer goes: the keys from its section on.
        text: The answer, such as `WHO and UNICEF`, `vacant` or `none`.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        ImpossibleEdit: If the answer cannot be understood.
    """
    result = deepcopy(value)
    seats = _seats(result, target)
    before = [*seats] if seats is not None else []
    names = Names(named_entries(value), vocabularies or shipped(), sheets=False)
    book = AnswerBook(result, Places(), names)
    problems = book.enter(Asked(json.dumps(target), text, _NOWHERE))
    if problems:
        raise ImpossibleEdit(problems[0].message)
    _shorten(result, target, before)
    return result


def _seats(value: dict[str, Any], target: tuple[str, ...]) -> list[Any] | None:
    """Return the list of seats that an answer adds to, made a list if it is a word."""
    match target:
        case (section, id, "seats", term):
            terms = value.get(section, {}).get(id, {}).get("seats", {})
            if isinstance(terms.get(term), str):
                terms[term] = [terms[term]]
            found: list[Any] | None = terms.get(term)
            return found
    return None


def _shorten(value: dict[str, Any], target: tuple[str, ...], before: list[Any]) -> None:
    """Write new seats that only name a holder as that name, and a word alone as a word."""
    seats = _seats(value, target)
    if not seats:
        return
    terms = value[target[0]][target[1]]["seats"]
    terms[target[3]] = [
        each["holder"] if each not in before and [*each] == ["holder"] else each for each in seats
    ]
    if len(seats) == 1 and terms[target[3]][0] in RESERVED:
        terms[target[3]] = terms[target[3]][0]
