"""Counts in words: one body, two bodies."""

from typing import Final

# A vowel before the y keeps it: 2 days.
_TO_IES: Final = tuple(f"{letter}y" for letter in "bcdfglmnprstvz")


def counted(count: int, noun: str) -> str:
    """Return a count with its noun in the right number: 1 entry, 2 entries, 3 info."""
    if count == 1 or noun == "info":
        return f"{count:,} {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith(_TO_IES) else f"{count:,} {noun}s"
