"""Widths of texts, from a small table of font metrics, so that a picture is the same everywhere.

The widths are those of Helvetica (Adobe's font metrics of the core fonts); Arial, Liberation Sans
and Nimbus Sans have the same. Letters of other scripts count as wide as the widest of their sort,
so that a line may end early and is never cut.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# In thousandths of the size: the characters from space to tilde, regular and bold.
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 "
    "556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 "
    "280 389 584"
)
_OTHERS = {
    "…": 1000,
    "—": 1000,
    "–": 556,
    "×": 584,
    "·": 333,
    "•": 350,
    "«": 556,
    "»": 556,
    "“": 500,
    "”": 500,
    "‘": 278,
    "’": 278,
    "ß": 611,
    "ł": 278,
    "ı": 278,
    "ø": 611,
    "đ": 611,
    "æ": 889,
    "œ": 944,
}
_SPACE = " "
_TABLES = (
    {chr(32 + place): int(each) for place, each in enumerate(_REGULAR.split())} | _OTHERS,
    {chr(32 + place): int(each) for place, each in enumerate(_BOLD.split())} | _OTHERS,
)
# Where a script begins, and the width of its widest usual letter.
_SCRIPTS = (
    (0, 1000),  # other Latin letters
    (0x0370, 950),  # Greek, Cyrillic, Armenian
    (0x0590, 750),  # Hebrew, Arabic and their neighbours
    (0x0900, 1000),  # scripts of India and its neighbours
    (0x1100, 1100),  # all else: East Asian letters are as wide as they are high
    (0x1F000, 1400),  # pictures
)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text that is one line, in the unit of the size."""
    return sum(_width(each, bold) for each in text) * size / 1000


@lru_cache(maxsize=8192)
def _width(character: str, bold: bool) -> int:
    table = _TABLES[bold]
    if character in table:
        return table[character]
    if unicodedata.combining(character):
        return 0
    letter = unicodedata.normalize("NFD", character)[0]  # é is as wide as e
    if letter in table:
        return table[letter]
    return [width for start, width in _SCRIPTS if ord(character) >= start][-1]


def wrapped(
    text: str, width: float, size: float, *, bold: bool = False, most: int = 6
) -> tuple[str, ...]:
    """Return a text as lines that fit a width; what needs more lines than `most` ends in `…`.

    Args:
        text: The text, in one line.
        width: The width, in the unit of the size.
        size: The size of the font.
        bold: Whether the font is bold.
        most: How many lines there may be.
    """
    lines: list[str] = []
    line = ""
    for part in _parts(text, width, size, bold):
        longer = f"{line} {part}" if line else part
        if line and text_width(longer, size, bold=bold) > width:
            lines.append(line)
            line = part
        else:
            line = longer
        if len(lines) == most:
            lines[-1] = _ended(lines[-1], width, size, bold)
            return tuple(lines)
    return (*lines, line) if line else tuple(lines)


def _parts(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """Yield the words of a text; of one that is wider than a line, the pieces."""
    for word in text.split(_SPACE):
        if text_width(word, size, bold=bold) <= width:
            if word:
                yield word
        else:
            yield from _pieces(word, width, size, bold)


def _pieces(word: str, width: float, size: float, bold: bool) -> Iterator[str]:
    piece, used = "", 0.0
    for each in word:
        wide = text_width(each, size, bold=bold)
        if piece and used + wide > width:
            yield piece
            piece, used = "", 0.0
        piece, used = piece + each, used + wide
    yield piece


def _ended(line: str, width: float, size: float, bold: bool) -> str:
    while line and text_width(f"{line}…", size, bold=bold) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction is written from right to left."""
    directions = (unicodedata.bidirectional(each) for each in text)
    first = next((each for each in directions if each in ("L", "R", "AL")), "L")
    return first != "L"
