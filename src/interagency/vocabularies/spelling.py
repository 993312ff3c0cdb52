"""How two spellings are compared: case, accents, apostrophes and punctuation do not count."""

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = re.compile("['\u2019\u2018]")
_NOT_A_WORD: Final = re.compile(r"[\W_]+")
# Letters without a decomposition, and Arabic letters that writers use for each other: final yeh,
# teh marbuta, Persian kaf and yeh. The lone hamza and the stretching tatweel are left out.
_SAME: Final = str.maketrans(
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


def folded(text: str) -> str:
    """Return a spelling without what writers vary.

    `Abris d'urgence / NFI` is `abris durgence nfi`. Vowel signs and the forms of alif do not
    count in Arabic.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", letters).translate(_SAME)).strip()
