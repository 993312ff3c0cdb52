"""The reserved words that may stand in a document where a name of something would stand.

`unknown` says that there is something and nobody wrote down what; `none` says that there is
none, by design; `vacant` says that a seat exists and is empty. Leaving a field out says nothing
at all, which counts as unknown too.
"""

from typing import Final

UNKNOWN: Final = "unknown"
NONE: Final = "none"
VACANT: Final = "vacant"

RESERVED: Final = frozenset({UNKNOWN, NONE, VACANT})


def named(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values that name something, without the reserved words."""
    return tuple(value for value in values if value not in RESERVED)


def is_open(values: tuple[str, ...]) -> bool:
    """Tell whether a list may hold more than what is written: nothing written, or `unknown`."""
    return not values or UNKNOWN in values
