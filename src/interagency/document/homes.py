"""The file of a folder in which each entry stands, or is to stand."""

from collections.abc import Iterator
from typing import Any, Final

from interagency.document.folder import Union
from interagency.document.sameness import aligned
from interagency.document.shape import SCHEMA_KEY, SECTIONS, VERSION_KEY

_KEYED: Final = frozenset(section.key for section in SECTIONS if section.keyed)
_LISTED: Final = frozenset(section.key for section in SECTIONS if not section.keyed)


def wanted_parts(whole: Union, wanted: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what each part of a document has to say, so that the whole says what is wanted.

    An entry stays in its file. A new one goes to the file of the body that it lies within, else
    to the first that has entries of its section, else to the one with the header.

    Args:
        whole: The document as it is.
        wanted: What it is to say.
    """
    values: list[dict[str, Any]] = [{} for _ in whole.parts]
    for key, value in wanted.items():
        if key == VERSION_KEY:
            _keep_versions(whole, values)
        elif key == SCHEMA_KEY:
            pass  # each file has its own
        elif key in _KEYED and isinstance(value, dict):
            _keep_empty(whole, key, values)
            for id, entry in value.items():
                values[_home(whole, key, id, entry)].setdefault(key, {})[id] = entry
        elif key in _LISTED and isinstance(value, list):
            for home, item in _items(whole, key, value):
                values[home].setdefault(key, []).append(item)
        else:
            values[whole.homes.get((key,), _header(whole))][key] = value
    return values


def _keep_versions(whole: Union, values: list[dict[str, Any]]) -> None:
    for part, value in zip(whole.parts, values, strict=True):
        kept = (SCHEMA_KEY, VERSION_KEY)
        value |= {key: part.value[key] for key in kept if key in part.value}


def _keep_empty(whole: Union, section: str, values: list[dict[str, Any]]) -> None:
    for part, value in zip(whole.parts, values, strict=True):
        if part.value.get(section) == {}:
            value[section] = {}


def _header(whole: Union) -> int:
    """Return the part that has the header."""
    return whole.homes.get((), 0)


def _home(whole: Union, section: str, id: str, entry: Any) -> int:
    found = whole.homes.get((section, id))
    if found is not None:
        return found
    within = entry.get("within") if isinstance(entry, dict) else None
    above = within.get("to") if isinstance(within, dict) else within
    homes = (whole.homes.get((each, above)) for each in sorted(_KEYED) if isinstance(above, str))
    near = next((home for home in homes if home is not None), None)
    return whole.homes.get((section,), _header(whole)) if near is None else near


def _items(whole: Union, section: str, wanted: list[Any]) -> Iterator[tuple[int, Any]]:
    """Yield each item of a list with its part: a new one stands where that before it does."""
    home = whole.homes.get((section,), _header(whole))
    for old, new in aligned(whole.value.get(section, []), wanted):
        if old is not None:
            home = whole.home_of((section, old))[0]
        if new is not None:
            yield home, wanted[new]
