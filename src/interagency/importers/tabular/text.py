"""Text as its writer meant it: mojibake undone, blanks tidied; clean text is left as it is."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from interagency.vocabularies.vocabulary import folded as _folded
from interagency.vocabularies.wording import without_marks

# What a byte looks like to a program that takes UTF-8 for Windows-1252. Windows-1252 leaves some
# bytes without a meaning; programs then show the control character of the same number.
_SHOWN = {byte: bytes([byte]).decode("cp1252", errors="ignore") for byte in range(128, 256)}
_BYTES = {_SHOWN[byte] or chr(byte): byte for byte in _SHOWN} | {
    chr(byte): byte for byte in range(128, 256)
}


def _shown_as(bytes_: Iterable[int]) -> str:
    wanted = set(bytes_)
    return "".join(re.escape(char) for char, byte in _BYTES.items() if byte in wanted)


_NEXT = f"[{_shown_as(range(0x80, 0xC0))}]"
# Only what Spanish, Portuguese, French and typography need: two bytes that begin with C2 or C3
# (Â, Ã), three that begin with E2 (â). More would take real text for mojibake. Each match is the
# UTF-8 of one character.
_MOJIBAKE = re.compile(f"[{_shown_as((0xC2, 0xC3))}]{_NEXT}|â{_NEXT}{{2}}")
# "IRMÃ”" at the end of a quotation is right as it is, "Ã”NIBUS" is not: a letter must follow.
_PUNCTUATION = frozenset("‘’“”•–—…‹›«»")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# What no text holds; those that end a line are kept until lines are told apart.
_CONTROL = re.compile("[\0-\x08\x0e-\x1b\x7f]")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60
_YES = frozenset({"yes", "si", "sim", "true", "1", "x"})
_NO = frozenset({"no", "nao", "false", "0"})
_REMEMBERED = 16_384


@lru_cache(maxsize=_REMEMBERED)
def folded(text: str) -> str:
    """Return a text without what writers vary, as vocabularies compare; tables repeat theirs."""
    return _folded(text)


@lru_cache(maxsize=_REMEMBERED)
def clean(text: str) -> str:
    """Return a text without mojibake, invisible characters and needless blanks; lines are kept."""
    while (better := _cleaner(text)) != text:
        text = better
    return text


def is_yes(text: str) -> bool:
    """Return whether a cell says yes, in English, Spanish, Portuguese or the way of programs."""
    return folded(text) in _YES


def is_no(text: str) -> bool:
    """Return whether a cell says no."""
    return folded(text) in _NO


def is_yes_or_no(text: str) -> bool:
    """Return whether a cell answers a question rather than name something."""
    return is_yes(text) or is_no(text)


def one_line(text: str) -> str:
    """Return a text on one line, without needless blanks."""
    return " ".join(text.split())


def words(text: str) -> frozenset[str]:
    """Return the words of a text, as a set to look them up in."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text, parted by semicolons, as a set to look them up in."""
    return frozenset(text.split(";"))


def slug(text: str) -> str:
    """Return a text as an id: `Fundación ABC` is `fundacion-abc`. It may be empty."""
    words = _NO_SLUG.sub("-", without_marks(text.casefold())).strip("-")
    if len(words) <= _LONGEST_SLUG:
        return words
    # cut between words, unless there is only one
    return words[:_LONGEST_SLUG].rpartition("-")[0] or words[:_LONGEST_SLUG]


def _cleaner(text: str) -> str:
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        text = _MOJIBAKE.sub(_repaired, text)
    text = _CONTROL.sub("", text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))


def _repaired(match: re.Match[str]) -> str:
    found = match[0]
    follows = match.string[match.end() : match.end() + 1]
    if len(found) == 2 and found[1] in _PUNCTUATION and not follows.isalpha():
        return found
    return bytes(_BYTES[char] for char in found).decode("utf-8")
