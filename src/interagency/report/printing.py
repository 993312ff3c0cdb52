"""Texts that are safe to print on a terminal, in a log, or in any line of a report."""

import re
import unicodedata
from datetime import date

# Persian, Hindi and others are written with them; they neither hide nor move anything.
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


# How a line begins that GitHub's runner takes for a command; of the old form, anywhere in it.
_COMMAND = re.compile(r"^(\s*)::|##\[")


def shown(text: str) -> str:
    """Return a text as one line without what would move a cursor, change colours, or command.

    Names may hold anything. A line that begins with `::`, or holds `##[`, is a command to the
    runner of GitHub, which reads standard output and standard error alike.
    """
    line = text if text.isprintable() else "".join(map(_shown, text))
    return _COMMAND.sub(_without_command, line) if "::" in line or "##[" in line else line


def _without_command(found: re.Match[str]) -> str:
    return "#\\x23[" if found[1] is None else f"{found[1]}\\x3a:"


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    is_space = unicodedata.category(character) == "Zs"  # for one, French has one before a colon
    return " " if is_space else repr(character)[1:-1]


def day_text(day: date | None) -> str:
    """Return a day as people write it; without one, all that is written is looked at."""
    return day.isoformat() if day else "no date stated"
