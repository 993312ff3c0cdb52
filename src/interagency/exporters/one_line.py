"""Any text as one line that is safe to show, and not too long to read."""

import re
from collections.abc import Sequence
from typing import Final

# The last two of each plane of Unicode are no characters, and never will be.
_NO_CHARACTERS: Final = "".join(
    f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
# What moves a cursor, what turns the direction of the text after it, and what XML cannot hold.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    f"\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff{_NO_CHARACTERS}]"
)
# They join or part letters, and are seen by what they do.
_KEPT: Final = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}"
_ELLIPSIS: Final = "…"


def one_line(text: str, most: int = 80) -> str:
    """Return a text as one line, without control characters, cut to a number of characters."""
    line = " ".join(_UNSEEN.sub("", text[: 10 * most]).split())
    if not line.isprintable():
        line = "".join(each for each in line if each.isprintable() or each in _KEPT)
    if len(line) > most or len(text) > 10 * most:
        return line[: most - 1].rstrip() + _ELLIPSIS
    return line


def listed(texts: Sequence[str], most: int = 6) -> str:
    """Return a list of texts as one line; of a long list, the first and how many more."""
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more
