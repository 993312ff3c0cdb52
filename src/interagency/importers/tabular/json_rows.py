"""Rows of a JSON file: a list of records, a list of lists, or HXL's form of either."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from interagency.document.json_reader import once

Cells = tuple[str, ...]
_WRAPPERS = ("data", "results", "records", "rows", "value")


def json_rows(data: bytes) -> Iterator[Cells]:
    """Return the rows of a JSON file; those of records begin with the names of their fields.

    They are made one by one, since records that each have a field of their own give as many cells
    as the square of their number.

    Raises:
        ValueError: If it is not JSON, a key stands twice, or there is no list of records or rows.
    """
    found = _rows(json_value(data))
    if found is None:
        raise ValueError("it holds no list of records or of rows")
    return found


def json_value(data: bytes) -> Any:
    """Return the value of a JSON file.

    Raises:
        ValueError: If it is not JSON, or a key stands twice.
    """
    try:
        return json.loads(data, object_pairs_hook=once)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _rows(value: Any) -> Iterator[Cells] | None:
    if isinstance(value, dict):
        inner = (value[name] for name in _WRAPPERS if isinstance(value.get(name), list | dict))
        first = next(inner, None)
        return None if first is None else _rows(first)
    if not isinstance(value, list) or not value:
        return None
    if all(isinstance(each, list) for each in value):
        return (tuple(map(_text, each)) for each in value)
    if all(isinstance(each, dict) for each in value):
        return _records(value)
    return None


def _records(records: Sequence[Mapping[str, Any]]) -> Iterator[Cells]:
    names = tuple(dict.fromkeys(name for each in records for name in each))
    yield names
    yield from (tuple(_text(each.get(name)) for name in names) for each in records)


def _text(value: Any) -> str:
    """Return a value as it would be typed; of lists, those of texts and numbers alone."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return "; ".join(map(_text, value))
    return str(value) if isinstance(value, str | int | float) else ""
