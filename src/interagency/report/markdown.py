"""Texts of documents in Markdown: shown as they are, whatever they hold."""

import re

from interagency.report.wording import one_line

# What means something inside a line, and what would begin a heading, a list or a rule.
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#|~&$]|:(?=//)|^[-+=])")
_NUMBER = re.compile(r"^(\d+)([.)])")


def escaped(text: str, most: int = 80) -> str:
    """Return a text as one line that Markdown shows as it is, also inside a table."""
    return _NUMBER.sub(r"\1\\\2", _PUNCTUATION.sub(r"\\\1", one_line(text, most)))
