"""The language of a report: headings and fixed words, with names of codes where lists have them."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, final

from attrs import frozen

from interagency.vocabularies import Vocabulary

LANGUAGES: Final = ("en", "fr", "es", "pt", "ar")
_RIGHT_TO_LEFT = ("ar",)


@final
@frozen
class Language:
    """A language to write in; a text that has no translation stays English.

    Attributes:
        code: The ISO 639-1 code.
        texts: The translation of each English text.
    """

    code: str
    texts: Mapping[str, str]

    @property
    def direction(self) -> str:
        """Return the direction of writing, ltr or rtl."""
        return "rtl" if self.code in _RIGHT_TO_LEFT else "ltr"

    def say(self, text: str, **values: object) -> str:
        """Return a text in the language, with values in the places of their names."""
        found = self.texts.get(text, text)
        return found.format(**values) if values else found

    def code_name(self, vocabulary: Vocabulary, code: str) -> str:
        """Return the name of a code in the language, else its English name, else the code."""
        term = vocabulary.get(code)
        if term is None:
            return code
        return dict(term.names).get(self.code, term.name)

    def written(self, vocabulary: Vocabulary, text: str) -> str:
        """Return a term as the document writes it, or its name if the language has one."""
        term = vocabulary.spelled(text)
        return dict(term.names).get(self.code, text) if term else text


@cache
def language(code: str) -> Language:
    """Return a language by its code, one of `LANGUAGES`."""
    return ENGLISH if code == "en" else Language(code, MappingProxyType(_texts(code)))


def _texts(code: str) -> dict[str, str]:
    table = files("interagency.report").joinpath("data", "texts.csv")
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return {row["en"]: row[code] for row in rows if row[code]}


ENGLISH: Final = Language("en", MappingProxyType({}))
