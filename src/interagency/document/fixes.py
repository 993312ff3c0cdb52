"""Rewrites of a document that have one right answer, and change nothing that it says."""

import re
from collections.abc import Iterator
from typing import Any, Final, final

from attrs import frozen

from interagency.document.edit_values import AnyEdit, Edit, Rename, applied
from interagency.document.field_places import is_list, keys_at, placed, shape_at
from interagency.document.problems import Misfit, Path, path_text
from interagency.document.scalars import written
from interagency.document.workbook.lists import named_entries
from interagency.document.workbook.names import Names
from interagency.model import Day
from interagency.model.fields import FieldShape
from interagency.model.grammar import Code, Grammar, Ref
from interagency.vocabularies import Vocabularies, shipped

_COUNTRY_FORMS: Final = ("country", "area")
_SHORT_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_NO_LETTERS: Final = re.compile(r"[^a-z]+")


@final
@frozen
class Fix:
    """One rewrite.

    Attributes:
        edit: The edit.
        text: What it does: `sectors.health.covers[0]: health → HEA`.
    """

    edit: AnyEdit
    text: str


def fixes_for(value: dict[str, Any], vocabularies: Vocabularies | None = None) -> list[Fix]:
    """Return the rewrites of a document, keys first; they are to be made in this order.

    Keys that differ from one known key in case and hyphens alone, words where a list belongs,
    names and aliases where an id or a code belongs, and dates without a zero.

    Args:
        value: The plain value of the document.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.
    """
    keys = [*_keys(value, ())]
    value = applied(value, [each.edit for each in keys])
    lists = [*_lists(value, ())]
    value = applied(value, [each.edit for each in lists])
    names = Names(named_entries(value), vocabularies or shipped(), sheets=False)
    values = [fix for each in placed(value) for fix in _value(each.path, each.value, names)]
    return [*keys, *lists, *values]


def _keys(value: Any, path: Path) -> Iterator[Fix]:
    """Yield what makes keys known, outer keys first."""
    known = keys_at(path)
    if isinstance(value, dict):
        for key, each in value.items():
            meant = _meant(key, known, value)
            if meant is not None:
                yield Fix(Rename((*path, key), meant), f"{path_text((*path, key))} → {meant}")
            yield from _keys(each, (*path, meant or key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _keys(each, (*path, index))


def _meant(key: str, known: tuple[str, ...], beside: dict[str, Any]) -> str | None:
    """Return the one known key that an unknown one spells otherwise, if it is free."""
    if not known or key in known:
        return None
    found = [each for each in known if _letters(each) == _letters(key)]
    return found[0] if len(found) == 1 and found[0] not in beside else None


def _letters(key: str) -> str:
    return _NO_LETTERS.sub("", key.casefold())


def _lists(value: Any, path: Path) -> Iterator[Fix]:
    """Yield what makes a list of a single value where a list belongs."""
    shape = shape_at(path)
    if path and not isinstance(value, list) and is_list(path) and shape is not None:
        text = written(value)
        if isinstance(value, dict) or (text is not None and text not in shape.words):
            if shape.name != "kind":  # which may be one or many
                yield Fix(Edit(path, [value]), f"{path_text(path)}: a list of one")
            return
    if isinstance(value, dict | list):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, each in steps:
            yield from _lists(each, (*path, step))


def _value(path: Path, value: Any, names: Names) -> Iterator[Fix]:
    shape, text = shape_at(path), written(value)
    if shape is None or text is None or text in shape.words:
        return
    try:
        meant = _spelled(shape, text, names)
    except Misfit:
        return
    if meant != text:
        yield Fix(Edit(path, meant), f"{path_text(path)}: {text} → {meant}")


def _spelled(shape: FieldShape, text: str, names: Names) -> str:
    """Return a value as it is spelled."""
    if shape.of is Day:
        match = _SHORT_DAY.fullmatch(text)
        return "-".join(each.zfill(2) for each in match.groups() if each) if match else text
    form = shape.mark.name if isinstance(shape.mark, Grammar) else ""
    if isinstance(shape.mark, Ref | Code) or form in _COUNTRY_FORMS:
        return names.find(shape, text)
    return text
