"""Texts of documents in Markdown: shown as they are, whatever they hold."""

import re

from interagency.report.wording import one_line

# What means something inside a line, and what would begin a heading, a list or a rule.
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#|~&$]|:(?=//)|^[-+=])")
# What GitHub makes a mention, a link or a reference of, after Markdown is read: a backslash does
# not stop it, and a comment, which nobody sees, does.
_ALIVE = re.compile(r"(@|#|\bwww(?=\.)|\bGH(?=-\d))", re.IGNORECASE)
_NOTHING = "<!-- -->"
_NUMBER = re.compile(r"^(\d+)([.)])")


def escaped(text: str, most: int = 80, *, mentions: bool = False) -> str:
    """Return a text as one line that Markdown shows as it is, also inside a table.

    Args:
        text: The text.
        most: How many characters to show.
        mentions: Whether GitHub may make mentions and links of what looks like them.
    """
    plain = _NUMBER.sub(r"\1\\\2", _PUNCTUATION.sub(r"\\\1", one_line(text, most)))
    return plain if mentions else _ALIVE.sub(rf"\1{_NOTHING}", plain)
