"""What an unquoted word of a document is: a number, a truth value, nothing, or text.

Only the grammar of JSON makes a number, so that P-codes (0801), acronyms (1e3) and country codes
(NO) stay what they are. Whether a number is one, the field decides: where text belongs, the
written digits come back.
"""

import re
from decimal import Decimal
from typing import Any

Scalar = str | int | Decimal | bool | None

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")
_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def number(text: str) -> str | int | Decimal:
    """Return the number that a text writes, or the text if it writes none."""
    match = _NUMBER.fullmatch(text)
    if match is None or text == "-0":
        return text
    return Decimal(text) if match[1] else int(text)


class Plain(dict[str, Scalar]):
    """The meaning of every unquoted word met so far; equal words give the same object."""

    def __init__(self) -> None:
        """Start with the words that mean something else than themselves."""
        super().__init__(_WORDS)

    def __missing__(self, text: str) -> Scalar:
        """Work out the meaning of a word met for the first time."""
        self[text] = meaning = number(text) if text[0] in "-0123456789" else text
        return meaning


_BETWEEN = re.compile(r" *[,;&/] *| +and +")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*")


def listed_parts(text: str) -> list[str]:
    """Return the words that one text lists, such as `unhcr and wfp`; nothing if it lists none.

    `Trinidad and Tobago` is a name: `and` joins only what is written as ids are.
    """
    parts = _BETWEEN.split(text.strip())
    by_and = " and " in text and text != text.lower()
    words = all(map(_WORD.fullmatch, parts))
    return parts if len(parts) > 1 and words and not by_and else []


def shortened(text: str) -> str:
    """Return a text as a message quotes it: a hostile file must not make messages of megabytes."""
    return text if len(text) <= 80 else f"{text[:77]}..."


def written(value: Any) -> str | None:
    """Return a scalar as the text that was written, or None if it is not text or a number."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
