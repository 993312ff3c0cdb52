"""Identity of what stands in a document: when two entries of two files are one and the same."""

from collections.abc import Hashable, Iterable
from typing import Any, Final

from interagency.document.field_places import is_list, record_at
from interagency.document.problems import Path
from interagency.document.sameness import same
from interagency.document.shape import SHORT, file_key
from interagency.model import Alias, Appeal, Handover, Link, Presence, Receipt, Seat
from interagency.model.fields import fields_of

# The fields that tell the entries of a list apart.
_TELLING: Final[dict[type[Any], tuple[str, ...]]] = {
    Alias: ("name", "language"),
    Appeal: ("plan", "organization", "country"),
    Handover: ("body", "function"),
    Link: ("from", "kind", "to"),
    Presence: ("organization", "area", "plan"),
    Receipt: ("by", "issue"),
    Seat: ("holder", "kind", "post", "when"),
}


class Missing:
    """The value where nothing stands."""


MISSING: Final = Missing()


def long_form(path: Path, value: Any) -> Any:
    """Return a value in the form that says most: a list for a word, a mapping for an id."""
    if is_list(path) and value is not MISSING and not isinstance(value, list):
        return [value]
    cls = record_at(path)
    if cls is not None and cls in SHORT and not isinstance(value, dict | list | Missing):
        shape = next(shape for shape in fields_of(cls) if shape.name == SHORT[cls])
        return {file_key(shape): value}
    return value


def alike(path: Path, one: Any, other: Any) -> bool:
    """Return whether two values say the same, in whatever form."""
    if one is MISSING or other is MISSING:
        return one is other
    one, other = long_form(path, one), long_form(path, other)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            alike((*path, key), one[key], other[key]) for key in one
        )
    if isinstance(one, list) and isinstance(other, list):
        pairs = enumerate(zip(one, other, strict=False))
        same_length = len(one) == len(other)
        return same_length and all(alike((*path, index), a, b) for index, (a, b) in pairs)
    return same(one, other) or (not isinstance(one, bool) and str(one) == str(other))


def identified(path: Path, items: Iterable[Any]) -> dict[Hashable, Any]:
    """Return the items of a list by what tells them apart; those that nothing does, by number."""
    found: dict[Hashable, Any] = {}
    for item in items:
        key = _identity((*path, 0), item)
        number = 0
        while (key, number) in found:
            number += 1
        found[key, number] = item
    return found


def _identity(path: Path, item: Any) -> Hashable:
    whole = long_form(path, item)
    cls = record_at(path)
    if isinstance(whole, dict) and cls in _TELLING:
        return tuple(str(whole.get(key)) for key in _TELLING[cls])
    return str(item)
