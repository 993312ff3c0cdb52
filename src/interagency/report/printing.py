"""Texts that are safe to print on a terminal, in a log, or in any line of a report."""

import unicodedata
from datetime import date

# Persian, Hindi and others are written with them; they neither hide nor move anything.
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def shown(text: str) -> str:
    """Return a text as one line without what would move a cursor or change colours."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    is_space = unicodedata.category(character) == "Zs"  # for one, French has one before a colon
    return " " if is_space else repr(character)[1:-1]


def day_text(day: date | None) -> str:
    """Return a day as people write it; without one, all that is written is looked at."""
    return day.isoformat() if day else "no date stated"
