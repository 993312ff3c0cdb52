"""`Term` and `Vocabulary`: one code list, with look-up, suggestions and the broader-term chain."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import final

from attrs import field, frozen
from attrs.validators import in_, optional

_APOSTROPHES = re.compile("['\u2019\u2018]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The spelling without what writers vary: `Abris d'urgence / NFI` is `abris durgence nfi`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", letters)).strip()


STANDINGS = ("lead", "co-lead", "supports", "participates")
_MOST_SUGGESTIONS = 3


@final
@frozen(kw_only=True)
class Term:
    """One code of a list, what it is called, and where that was read."""

    code: str
    name: str
    names: tuple[tuple[str, str], ...] = ()
    """Names in other languages: (ISO 639-1 language, name)."""
    broader: str | None = None
    standing: str | None = field(default=None, validator=optional(in_(STANDINGS)))
    """What holding this role amounts to; for role terms only."""
    aliases: tuple[str, ...] = ()
    equivalents: tuple[tuple[str, str], ...] = ()
    """Lossless equivalents only, (scheme, code); none means that none is known."""
    source: str = ""
    verified: bool = True
    """False where the fact is general knowledge or inferred, not read in its source."""
    note: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything a writer may have meant by this term, the code first."""
        return (self.code, self.name, *(name for _, name in self.names), *self.aliases)


@final
@frozen(kw_only=True)
class Vocabulary:
    """A named list of terms; `in` and `get` take codes, iteration gives terms."""

    name: str
    title: str
    terms: tuple[Term, ...]
    source: str = ""
    extends: str | None = None
    """The name of the list that these terms are added to; none for a list of its own."""

    def __attrs_post_init__(self) -> None:
        counts = Counter(term.code for term in self.terms)
        twice = sorted(code for code, count in counts.items() if count > 1)
        if twice:
            raise ValueError(f"vocabulary {self.name!r} has codes twice: {', '.join(twice)}")

    def get(self, code: str) -> Term | None:
        """The term of exactly this code; never a guess."""
        return self._by_code.get(code)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def spelled(self, text: str) -> Term | None:
        """The one term of this code, name or alias, whatever its case and accents; else None."""
        codes = (text,) if text in self else self._by_spelling.get(folded(text), ())
        return self._by_code[codes[0]] if len(codes) == 1 else None

    def suggest(self, code: str) -> tuple[str, ...]:
        """Up to three codes likely meant: same spelling first, then close ones."""
        wanted = folded(code)
        exact = self._by_spelling.get(wanted, ())
        near = get_close_matches(wanted, self._by_spelling, n=_MOST_SUGGESTIONS, cutoff=0.75)
        close = (found for spelling in near for found in self._by_spelling[spelling])
        return tuple(dict.fromkeys((*exact, *close)))[:_MOST_SUGGESTIONS]

    def broader_of(self, code: str) -> tuple[str, ...]:
        """The chain of broader codes, nearest first; ends where it would repeat itself."""
        return self._broader.get(code, ())

    def _chain(self, code: str) -> tuple[str, ...]:
        chain: list[str] = []
        term = self.get(code)
        while term and term.broader and term.broader not in (code, *chain):
            chain.append(term.broader)
            term = self.get(term.broader)
        return tuple(chain)

    def is_a(self, code: str, wanted: str) -> bool:
        """Whether the code is the wanted one or a narrower one."""
        return code == wanted or wanted in self._broader.get(code, ())

    @cached_property
    def _broader(self) -> Mapping[str, tuple[str, ...]]:
        return {code: self._chain(code) for code in self._by_code}

    @cached_property
    def _by_code(self) -> Mapping[str, Term]:
        return {term.code: term for term in self.terms}

    @cached_property
    def _by_spelling(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for term in self.terms:
            for spelling in term.spellings:
                found.setdefault(folded(spelling), {})[term.code] = None
        return {spelling: tuple(codes) for spelling, codes in found.items()}
