"""How two spellings are compared: case, accents, apostrophes and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = re.compile("['\u2019\u2018]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The spelling without what writers vary: `Abris d'urgence / NFI` is `abris durgence nfi`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", letters)).strip()
