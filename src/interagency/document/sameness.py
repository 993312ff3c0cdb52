"""Sameness of plain values, and the alignment of two lists by what they have in common."""

from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

# The index of an item before, and after; None where it is not there.
Pair = tuple[int | None, int | None]


def same(one: Any, other: Any) -> bool:
    """Return whether two plain values are written the same; the order of keys does not count."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(str(one) == str(other) if isinstance(one, Decimal) else one == other)


def aligned(old: Sequence[Any], new: Sequence[Any]) -> Iterator[Pair]:
    """Yield which item of a list became which of another; most of them are the same.

    Items that differ and stand at one place are one item that changed.
    """
    before, after = [*map(_token, old)], [*map(_token, new)]
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        paired = b - a if tag == "equal" else min(b - a, d - c)
        yield from zip(range(a, a + paired), range(c, c + paired), strict=True)
        yield from ((index, None) for index in range(a + paired, b))
        yield from ((None, index) for index in range(c + paired, d))


def _token(value: Any) -> Hashable:
    """Return what two values that are the same have in common."""
    if isinstance(value, dict):
        return frozenset((key, _token(each)) for key, each in value.items())
    if isinstance(value, list):
        return tuple(map(_token, value))
    return (type(value).__name__, str(value))
