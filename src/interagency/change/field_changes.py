"""Fields of one record: how a value reads before and after."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from interagency.change.changes import Change, ChangeKind, Sides, sources_of
from interagency.change.differences import Difference
from interagency.change.references import references
from interagency.change.words import day_words, listed
from interagency.model import Alias, Day, Figure
from interagency.model.grammar import RESERVED
from interagency.snapshot import subject_of

_NOTHING = "not recorded"
_MOST = 60
# What a reader of the change needs no word of: the new sources stand behind it.
_QUIET = ("sources",)
_NAMES = {"from_": "from", "default_sources": "sources of the file"}


def field_changes(
    sides: Sides, difference: Difference, start: str = "", only: Sequence[str] | None = None
) -> Iterator[Change]:
    """Yield one change for each field that differs.

    Args:
        sides: The two architectures.
        difference: A record before and after.
        start: What to write before the name of the field, to say which record is meant.
        only: The fields to look at; by default all.
    """
    before, after = difference.before, difference.after
    differ = difference.fields if only is None else only
    fields = [name for name in differ if name not in _QUIET] or differ
    for name in fields:
        yield Change(
            kind=ChangeKind.CHANGED,
            subject=subject_of(after),
            text=start + field_text(sides, name, before, after),
            since=getattr(after, "since", None) if name == "since" else None,
            sources=sources_of(after),
            before=(before,),
            after=(after,),
        )


def field_text(sides: Sides, name: str, before: Any, after: Any) -> str:
    """Return how one field of a record reads before and after."""
    old, new = getattr(before, name), getattr(after, name)
    shown = _NAMES.get(name, name.replace("_", " "))
    is_reference = name in {shape.name for shape in references(type(after))}
    if isinstance(new, tuple) and isinstance(old, tuple) and old and new:
        added = [each for each in new if each not in old]
        gone = [each for each in old if each not in new]
        parts = [f"{shown} adds {_several(sides, added, is_reference)}"] if added else []
        parts += [f"{shown} drops {_several(sides, gone, is_reference)}"] if gone else []
        return ", ".join(parts) or f"{shown} in another order"
    return f"{shown}: {_words(sides, old, is_reference)} → {_words(sides, new, is_reference)}"


def _words(sides: Sides, value: Any, is_reference: bool) -> str:
    if value is None or value == ():
        return _NOTHING
    return _several(sides, value if isinstance(value, tuple) else (value,), is_reference)


def _several(sides: Sides, values: Any, is_reference: bool) -> str:
    return listed([_one(sides, each, is_reference) for each in values])


def _one(sides: Sides, value: Any, is_reference: bool) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Day():
            return day_words(value)
        case Alias():
            return value.name
        case Figure():
            return f"{value.name} {value}"
        case StrEnum():
            return value.value
        case (str(key), str(text)):
            return f"{key} {text}"
        case str() if is_reference and value not in RESERVED:
            return sides.name(value)
    text = str(value)
    return text if len(text) <= _MOST else f"{text[: _MOST - 3]}..."
