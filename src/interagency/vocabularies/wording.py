"""How wordings are compared: case, accents, endings, articles and little words do not count."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, final

from attrs import frozen

_APOSTROPHES = re.compile("['\u2019\u2018]")
_NOT_A_WORD = re.compile(r"[\W_]+")
# Letters without a decomposition, and Arabic letters that writers use for each other: final yeh,
# teh marbuta, Persian kaf and yeh. The lone hamza and the stretching tatweel are left out.
_SAME = str.maketrans(
    {
        "\u00f8": "o",
        "\u0142": "l",
        "\u0111": "d",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u0629": "\u0647",
        "\u0649": "\u064a",
        "\u06a9": "\u0643",
        "\u06cc": "\u064a",
        "\u0621": "",
        "\u0640": "",
    }
)
ANY: Final = "*"
_LONGEST = 200
_PIECE = 100
# English, French, Spanish, Portuguese and Arabic; what is left out never tells two terms apart.
_LITTLE = frozenset(
    {
        *("the", "of", "for", "and", "an", "on", "in", "to", "at", "by", "with", "from", "as"),
        *("le", "la", "les", "du", "des", "de", "et", "en", "au", "aux", "dans", "pour", "par"),
        *("avec", "un", "une", "el", "los", "las", "del", "al", "por", "para", "con", "una"),
        *(
            "s",
            "l",
            "d",
            "a",
            "e",
            "o",
            "y",
            "\u0648",
            "os",
            "da",
            "das",
            "do",
            "dos",
            "na",
            "nas",
            "nos",
            "em",
            "ao",
            "aos",
        ),
        *("\u0641\u064a", "\u0645\u0646", "\u0639\u0644\u064a", "\u0639\u0646", "\u0645\u0639"),
    }
)
_ELISION = re.compile(r"\b([dlDLnN]|[cC]o)['\u2019]")
_ARTICLE = re.compile("^(\u0648?)\u0627\u0644(?=..)")
_REMARK = re.compile(r"^(?P<name>.*\S)\s*\((?P<remark>[^()]{2,60})\)\s*$", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")
_VARIANTS = (
    ("isation", "ization"),
    ("centre", "center"),
    ("programme", "program"),
    ("labour", "labor"),
    ("trice", "teur"),
)
# Joints between the names of a merged group, the plainest first: `Abris/AME - CCCM`.
_JOINTS = (
    re.compile(r"\s*(?:[,;&+]|\s(?:and|et|y|e|und)\s|\s\u0648\s?)\s*", re.IGNORECASE),
    re.compile(
        r"\s*(?:[,;&+/]|\s[-\u2013]\s|\s(?:and|et|y|e|und)\s|\s\u0648\s?)\s*", re.IGNORECASE
    ),
    # a co-lead is one word
    re.compile(
        r"\s*(?:[,;&+/\u2013]|(?<!\bco)-|\s(?:and|et|y|e|und)\s|\s\u0648\s?)\s*",
        re.IGNORECASE,
    ),
)


def without_marks(text: str) -> str:
    """Return the letters of a text in their simplest form, without accents and other marks.

    In pieces: Unicode sorts the marks behind a letter, which takes the square of their number.
    Marks are left out, so that it does not matter in which piece they stand.
    """
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    plain = "".join(unicodedata.normalize("NFKD", piece) for piece in pieces)
    return "".join(char for char in plain if not unicodedata.combining(char))


def folded(text: str) -> str:
    """Return a spelling without what writers vary.

    `Abris d'urgence / NFI` is `abris durgence nfi`. Vowel signs and the forms of alif do not
    count in Arabic.
    """
    letters = without_marks(text.casefold())
    return _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", letters).translate(_SAME)).strip()


def stems(text: str) -> tuple[str, ...]:
    """Return the words of a text that carry its meaning, without their endings.

    `the Refugee Response Plans 2024` and `refugee response plan` have the same stems.
    """
    words = folded(_ELISION.sub(r"\1 ", text[:_LONGEST])).split()
    return tuple(_stem(word) for word in _plain(words))


def name_and_remark(text: str) -> tuple[str, str] | None:
    """Return a name and what stands in brackets after it, an acronym or more; None without it."""
    match = _REMARK.match(text[:_LONGEST])
    return (match["name"], match["remark"]) if match else None


def _plain(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        bare = _ARTICLE.sub("", word)
        if bare not in _LITTLE and not _YEAR.fullmatch(bare):
            yield bare


def _stem(word: str) -> str:
    if len(word) < 4:
        return word
    for written, meant in _VARIANTS:
        word = word.replace(written, meant)
    word = word.removesuffix("s")
    if word.endswith("oe"):
        word = f"{word[:-2]}ao"
    if word.endswith("aux"):
        return f"{word[:-3]}al"
    if word.endswith("\u0648\u0646"):
        return f"{word[:-2]}\u064a\u0646"
    word = word.removesuffix("e")
    if len(word) >= 6:
        word = word.removesuffix("a").removesuffix("o")
    return f"{word[:-1]}i" if word.endswith("y") else word


@final
@frozen
class Pattern:
    """A wording with `*` for any words, for example `* working group`."""

    code: str
    head: tuple[str, ...]
    tail: tuple[str, ...]

    @classmethod
    def of(cls, code: str, written: str) -> "Pattern":
        """Return the pattern that an alias with one `*` writes down."""
        head, _, tail = written.partition(ANY)
        return cls(code, stems(head), stems(tail))

    @property
    def weight(self) -> tuple[int, int]:
        """How much of a text it fixes; of two equal ones, that with more words in front."""
        return len(self.head) + len(self.tail), len(self.head)

    def fits(self, words: tuple[str, ...]) -> bool:
        """Return whether words begin and end so, with at least one word between."""
        count = len(words) - len(self.tail)
        return (
            count > len(self.head)
            and words[: len(self.head)] == self.head
            and words[count:] == self.tail
        )


def best(patterns: Iterable[Pattern], words: tuple[str, ...]) -> str | None:
    """Return the code of the pattern that says most of these words; None for none or several."""
    fitting = [pattern for pattern in patterns if pattern.fits(words)]
    if not fitting:
        return None
    most = max(pattern.weight for pattern in fitting)
    codes = {pattern.code for pattern in fitting if pattern.weight == most}
    return codes.pop() if len(codes) == 1 else None


def joined_names(text: str, *, plainly: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield the ways to part a text into names, the plainest first: at `and`, at a slash ...

    Args:
        text: The text.
        plainly: Whether to part it only at `and`, a comma and the like, and at no slash.
    """
    # a hyphen joins the words of one name, unless others are joined too: `PRO-CP` is one code
    last = 1 if plainly else len(_JOINTS) - (re.search(r"[\s/]", text) is None)
    joints = _JOINTS[:last]
    for joint in joints:
        parts = tuple(part for each in joint.split(text[:_LONGEST]) if (part := each.strip(" ()")))
        if len(parts) > 1:
            yield parts
