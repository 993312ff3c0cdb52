"""Plain values with edits made: what an edited document has to say."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, final

from attrs import frozen

from interagency.document.problems import Path, path_text
from interagency.document.shape import HEADER, SECTIONS, VERSION_KEY, entry_keys, file_key
from interagency.document.splices import ImpossibleEdit


class _Unset(StrEnum):
    UNSET = "unset"


UNSET: Final = _Unset.UNSET
# An entry of a section may be empty; a list or a mapping inside it says nothing then.
_ENTRY: Final = 2


@final
@frozen
class Edit:
    """A value at a path.

    Attributes:
        path: The keys, and the indexes in lists, that lead to the value, for example
            ("sectors", "health", "seats", "lead"). What is missing on the way is added; the index
            behind the last item of a list adds one.
        value: The value, as the file has it: text, whole numbers, decimals, true and false, lists
            and mappings of them. UNSET takes out what is there, and a list or mapping inside an
            entry that is empty then.
    """

    path: Path
    value: Any = UNSET


@final
@frozen
class Rename:
    """A key that gets another name, with everything that stands under it.

    Attributes:
        path: The keys that lead to it, the last of which is the key itself.
        key: The new name.
    """

    path: Path
    key: str


AnyEdit = Edit | Rename


def applied(value: Any, edits: Iterable[AnyEdit]) -> Any:
    """Return a plain value with edits made, one after the other; the value stays as it was.

    Raises:
        ImpossibleEdit: If one leads nowhere, or its value cannot stand in a file.
    """
    for each in edits:
        if not each.path:
            raise ImpossibleEdit("an edit needs a path to the value that changes")
        value = _renamed(value, each) if isinstance(each, Rename) else _with_edit(value, each)
    return value


def _with_edit(value: Any, edit: Edit) -> Any:
    if edit.value is not UNSET:
        return _with(value, edit, 0, plain(edit.value))
    value, path = _with(value, edit, 0, UNSET), edit.path[:-1]
    while len(path) > _ENTRY and not _at(value, path):
        value, path = _with(value, Edit(path), 0, UNSET), path[:-1]
    return value


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def plain(value: Any) -> Any:
    """Return a value as reading a file gives it: lists for tuples, text for words of a list.

    Raises:
        ImpossibleEdit: If it has a part that cannot stand in a file.
    """
    if isinstance(value, Mapping):
        return {plain(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool | int | Decimal):
        return value
    raise ImpossibleEdit(f"{value!r} cannot stand in a file; write text, a number, a list or so on")


def _with(value: Any, edit: Edit, depth: int, new: Any) -> Any:
    """Return a value with another one at the rest of a path."""
    path, step = edit.path, edit.path[depth]
    is_last = depth == len(path) - 1
    if isinstance(value, list):
        return _with_item(value, edit, depth, new)
    if not isinstance(value, dict) or isinstance(step, int):
        sort = "a list" if isinstance(step, int) else "a mapping"
        raise ImpossibleEdit(f"{path_text(path[:depth])}: there is not {sort} here")
    if new is UNSET and step not in value:
        raise ImpossibleEdit(f"{path_text(path[: depth + 1])}: there is no such entry")
    if is_last and new is UNSET:
        return {key: each for key, each in value.items() if key != step}
    inside = None if is_last else value.get(step, _empty(path[depth + 1]))
    below = new if is_last else _with(inside, edit, depth + 1, new)
    if step in value:
        return {key: below if key == step else each for key, each in value.items()}
    return inserted(value, path[:depth], step, below)


def _empty(step: str | int) -> Any:
    return [] if isinstance(step, int) else {}


def _with_item(value: list[Any], edit: Edit, depth: int, new: Any) -> list[Any]:
    path, step = edit.path, edit.path[depth]
    is_last = depth == len(path) - 1
    is_new = step == len(value) and new is not UNSET
    if not isinstance(step, int) or not (0 <= step < len(value) or is_new):
        raise ImpossibleEdit(f"{path_text(path[: depth + 1])}: there is no such item")
    if is_last:
        return [*value[:step], *(() if new is UNSET else (new,)), *value[step + 1 :]]
    inside = _empty(path[depth + 1]) if is_new else value[step]
    return [*value[:step], _with(inside, edit, depth + 1, new), *value[step + 1 :]]


def _renamed(value: Any, rename: Rename) -> Any:
    *above, old = rename.path
    try:
        parent = _at(value, tuple(above))
    except (LookupError, TypeError):
        parent = None
    if not isinstance(parent, dict) or old not in parent:
        raise ImpossibleEdit(f"{path_text(rename.path)}: there is no such entry")
    if rename.key in parent:
        taken = path_text((*above, rename.key))
        raise ImpossibleEdit(f"{taken}: is there already; choose another name")
    changed = {rename.key if key == old else key: each for key, each in parent.items()}
    return _with(value, Edit(tuple(above)), 0, changed) if above else changed


def inserted(value: dict[str, Any], path: Path, key: str, new: Any) -> dict[str, Any]:
    """Return a mapping with one more key, behind those that the format has before it.

    Args:
        value: The mapping.
        path: Where it stands in a document.
        key: The key.
        new: Its value.
    """
    order = _order(path)
    rank = order.get(key)
    if rank is None:
        return {**value, key: new}
    before = [each for each in value if order.get(each, -1) < rank]
    place = [*value].index(before[-1]) + 1 if before else 0
    items = [*value.items()]
    return dict([*items[:place], (key, new), *items[place:]])


_HEADER_KEYS = (VERSION_KEY, *map(file_key, HEADER))
_KEYED = {section.key: section for section in SECTIONS}


def _order(path: Path) -> dict[str, int]:
    """Return the place that each key of a mapping has in the format, if it has any."""
    keys: Sequence[str] = ()
    if not path:
        keys = (*_HEADER_KEYS, *_KEYED)
    elif len(path) == 2 and path[0] in _KEYED:
        keys = entry_keys(_KEYED[str(path[0])])
    return {key: place for place, key in enumerate(keys)}
