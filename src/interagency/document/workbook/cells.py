"""The values of a document as the text of one cell, and back.

What has no such form, because it holds the sign that separates the items of a list, or a letter
that no cell can hold, is told by `cell_text` and goes elsewhere.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, Final

from interagency.document.problems import Misfit
from interagency.document.scalars import number
from interagency.document.shape import ONE_OR_MANY
from interagency.model import Figure
from interagency.model.fields import FieldShape
from interagency.model.grammar import NONE, UNKNOWN, VACANT, Code, Grammar, Ref
from interagency.vocabularies.vocabulary import folded

SEPARATOR: Final = "; "
# Between an id or a code and what it means: "PRO · Protection".
MARK: Final = " · "
# A spreadsheet holds no more in one cell; LibreOffice and Excel count as UTF-16 does.
LONGEST_CELL: Final = 32_767

# What XML cannot hold or changes, and what xlsx takes for the escape of another letter.
_UNSAFE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_WORDS = {
    "unknown": UNKNOWN,
    "not known": UNKNOWN,
    "vacant": VACANT,
    "none": NONE,
    "no one": NONE,
    "nobody": NONE,
}
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}
_COUNTRY = re.compile(r"[A-Z]{3}")
_ALTERNATIVES = re.compile(r"[\w-]+(?:\|[\w-]+)+")

# The id or code that is meant by a text; a Misfit if none or several are.
Find = Callable[[FieldShape, str], str]
# An id or a code, with what it means behind it.
Label = Callable[[FieldShape, str], str]
# The place of an item in a list, and what is wrong with it.
Wrong = list[tuple[int | None, str]]


def cell_text(shape: FieldShape, value: Any, label: Label) -> str | None:
    """Return the value of a field as the text of a cell, or None if it has no such form.

    Args:
        shape: The field.
        value: Its value in the plain dict of a document.
        label: Returns an id or a code with what it means behind it.
    """
    text = _written(shape, value, label)
    if text is None or not fits(text) or read_cell(shape, text, without_label)[0] != value:
        return None
    return text


def fits(text: str) -> bool:
    """Return whether a cell can hold a text and give it back unchanged."""
    if _UNSAFE.search(text) or text != text.strip() or not text:
        return False
    return len(text) < LONGEST_CELL // 2 or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL


def unsafe_letters(text: str) -> Iterator[re.Match[str]]:
    """Yield the parts of a text that no cell can hold as they are."""
    return _UNSAFE.finditer(text)


def _written(shape: FieldShape, value: Any, label: Label) -> str | None:
    if isinstance(value, dict):
        if not shape.pairs and shape.of is not Figure:
            return None
        return SEPARATOR.join(f"{key}: {each}" for key, each in value.items())
    if isinstance(value, list):
        if any(isinstance(each, dict | list) for each in value):
            return None
        return SEPARATOR.join(_single(shape, each, label) for each in value)
    return _single(shape, value, label)


def _single(shape: FieldShape, value: Any, label: Label) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return label(shape, value) if is_coded(shape) else str(value)


def is_coded(shape: FieldShape) -> bool:
    """Return whether the value of a field is an id or a code, which a label may follow."""
    return isinstance(shape.mark, Ref | Code) or _form(shape) == "country"


def _form(shape: FieldShape) -> str:
    return shape.mark.name if isinstance(shape.mark, Grammar) else ""


def without_label(shape: FieldShape, text: str) -> str:
    """Return an id or a code without what it means behind it."""
    head, mark, _ = text.partition(MARK)
    is_area = _form(shape) == "area" and _COUNTRY.fullmatch(head.strip())
    return head.strip() if mark and (is_coded(shape) or is_area) else text


def words_in(shape: FieldShape) -> tuple[str, ...]:
    """Return the few words that a field allows, where it is neither an id nor an open code."""
    if issubclass(shape.of, StrEnum):
        return tuple(each.value for each in shape.of)
    if isinstance(shape.mark, Grammar) and _ALTERNATIVES.fullmatch(shape.mark.pattern):
        return tuple(shape.mark.pattern.split("|"))
    return ()


def read_cell(shape: FieldShape, text: str, find: Find) -> tuple[Any, Wrong]:
    """Return the value that the text of a cell gives a field, and what is wrong with it.

    The value has the form it has in a document. What is wrong stays in it as it is; what `find`
    does not judge is left for the checks that all formats share.

    Args:
        shape: The field.
        text: The text, not blank.
        find: Returns the id or code that is meant by a text; a Misfit if none or several are.
    """
    if shape.pairs or shape.of is Figure:
        return _table(shape, text), []
    if not shape.many:
        value, message = _item(shape, text.strip(), find)
        return value, [(None, message)] if message else []
    items = [_item(shape, part, find) for part in _parts(shape, text, find)]
    wrong: Wrong = [(index, message) for index, (_, message) in enumerate(items) if message]
    return _one_or_many(shape, [value for value, _ in items]), wrong


def _one_or_many(shape: FieldShape, items: list[Any]) -> Any:
    alone = len(items) == 1 and (shape.name in ONE_OR_MANY or items[0] in shape.words)
    return items[0] if alone else items


def _table(shape: FieldShape, text: str) -> Any:
    rows = [part.partition(":") for part in re.split(r"[;\n]", text) if part.strip()]
    if not all(colon for _, colon, _ in rows):
        return text
    pairs = [(key.strip(), each.strip()) for key, _, each in rows]
    is_number = shape.of is Figure
    found = {key: number(each) if is_number and each.isdigit() else each for key, each in pairs}
    return found if len(found) == len(pairs) else text


def _item(shape: FieldShape, text: str, find: Find) -> tuple[Any, str]:
    """Return one value, and what is wrong with it."""
    word = _WORDS.get(text.casefold())
    if word in shape.words or (word == UNKNOWN and UNKNOWN in words_in(shape)):
        return word, ""
    if is_coded(shape) or _form(shape) == "area":
        try:
            return find(shape, text), ""
        except Misfit as error:
            return without_label(shape, text), str(error)
    if shape.of is bool:
        words = shape.words
        if text.casefold() in words:
            return text.casefold(), ""
        truth = _TRUTH.get(text.casefold())
        return (text, _yes_no(words)) if truth is None else (truth, "")
    return (number(text) if shape.of is int else _spelled(text, words_in(shape))), ""


def _yes_no(words: tuple[str, ...]) -> str:
    choice = f"yes, no or {' or '.join(words)}" if words else "yes or no"
    return f"write {choice}; leave the cell empty if it is unknown"


def _spelled(text: str, words: tuple[str, ...]) -> str:
    """Return one of a few words, whatever its case and hyphens; any other text as it is."""
    if not words or text in words or len(text) > LONGEST_CELL // 100:
        return text
    wanted = folded(text)
    return next((word for word in words if folded(word) == wanted), text)


def _parts(shape: FieldShape, text: str, find: Find) -> Iterator[str]:
    """Yield the items of a list; commas part ids, codes, words and areas, never free text."""
    for part in filter(None, map(str.strip, re.split(r"[;\n]", text))):
        pieces = [each.strip() for each in part.split(",")]
        yield from pieces if len(pieces) > 1 and _is_list(shape, part, pieces, find) else [part]


def _is_list(shape: FieldShape, part: str, pieces: list[str], find: Find) -> bool:
    if MARK in part or not all(pieces):
        return False
    if is_coded(shape):
        return not _is_known(shape, part, find)
    if _form(shape) not in ("", "text"):
        allows = shape.mark.allows if isinstance(shape.mark, Grammar) else bool
        return not allows(part) and all(map(allows, pieces))
    return False


def _is_known(shape: FieldShape, text: str, find: Find) -> bool:
    try:
        return find(shape, text) != text
    except Misfit:
        return False
