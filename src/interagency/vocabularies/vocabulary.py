"""`Term` and `Vocabulary`: one code list, with look-up, suggestions and the broader-term chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import final

from attrs import field, frozen
from attrs.validators import in_, optional

from interagency.vocabularies.wording import (
    ANY,
    Pattern,
    best,
    folded,
    joined_names,
    name_and_remark,
    stems,
)

__all__ = ["STANDINGS", "Term", "Vocabulary", "folded"]

STANDINGS = ("lead", "co-lead", "supports", "participates")
_MOST_SUGGESTIONS = 3
# A short word or an acronym is one letter away from too many others: ERC is no slip of RC.
_SHORTEST_SLIP = 5
_LONGEST_ACRONYM = 6
_CLOSE = 0.8


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
    """Other names; one with a `*` stands for a pattern, `* working group`."""
    equivalents: tuple[tuple[str, str], ...] = ()
    """Lossless equivalents only, (scheme, code); none means that none is known."""
    source: str = ""
    verified: bool = True
    """False where the fact is general knowledge or inferred, not read in its source."""
    note: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything a writer may have meant by this term, the code first."""
        names = (self.code, self.name, *(name for _, name in self.names), *self.aliases)
        return tuple(name for name in names if ANY not in name)

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The aliases that stand for many wordings."""
        return tuple(Pattern.of(self.code, each) for each in self.aliases if ANY in each)


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
    qualifiers: tuple[str, ...] = ()
    """Words that change no meaning here: `acting lead` is a lead, `Health Cluster` is health."""

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
        """Return the one term of this code, name or alias; None if it is none or several.

        Case, accents, endings, articles, years, what stands in brackets and the qualifiers of
        the list do not count.
        """
        codes = (text,) if text in self else self._meant(text)
        return self._by_code[codes[0]] if len(codes) == 1 else None

    def all_spelled(self, text: str) -> tuple[Term, ...]:
        """Return the terms that a text joins under one name; nothing if a part is unknown.

        `Health and Nutrition` is two sectors, `Food Security and Agriculture` is one.
        """
        whole = self.spelled(text)
        return self._joined(text) if whole is None else (whole,)

    def _joined(self, text: str, *, plainly: bool = False) -> tuple[Term, ...]:
        """Return the terms of the parts of a text, if each of them is known."""
        for parts in joined_names(text, plainly=plainly):
            terms = tuple(term for part in parts if (term := self.spelled(part)) is not None)
            if len(terms) == len(parts):
                return tuple(dict.fromkeys(terms))
        return ()

    def suggest(self, code: str) -> tuple[str, ...]:
        """Return up to three codes likely meant: the same wording, its parts, then a slip."""
        meant = self._meant(code) or tuple(term.code for term in self.all_spelled(code))
        return tuple(dict.fromkeys(meant or self._slips(code)))[:_MOST_SUGGESTIONS]

    def _meant(self, text: str) -> tuple[str, ...]:
        """Return the codes of a wording, more than one where it is ambiguous."""
        parts = name_and_remark(text)
        found = self._by_spelling.get(folded(text))
        return found or (self._explained(*parts) if parts else self._reworded(text))

    def _explained(self, name: str, short: str) -> tuple[str, ...]:
        """Return the codes of `Protection Cluster (PC)`; `Protection (GBV)` is the narrower."""
        whole, part = self._meant(name), self._meant(short)
        narrower = tuple(code for code in part if any(self.is_a(code, each) for each in whole))
        return narrower or (() if whole and part else whole)

    def _reworded(self, text: str) -> tuple[str, ...]:
        words = stems(text)
        telling = tuple(word for word in words if word not in self._qualifiers)
        found = self._by_stems.get(words) or self._by_stems.get(telling) or ()
        several = {term.code for term in self._joined(text, plainly=True)}
        # `IDPs and returnees` are two, though a term has the same words, or a pattern fits.
        if len(several) > 1 and several.isdisjoint(found):
            return ()
        is_open = not found and len(self._joined(text)) < 2
        fitting = (best(self._patterns, each) for each in (words, telling) if is_open)
        code = next(filter(None, fitting), None)
        return found or ((code,) if code else ())

    def _slips(self, text: str) -> Iterator[str]:
        """Yield the codes of spellings that differ by a slip of the pen, word by word."""
        wanted = folded(text)
        if len(wanted) < _SHORTEST_SLIP or (
            text.isalpha() and text.isupper() and len(text) <= _LONGEST_ACRONYM
        ):
            return
        near = get_close_matches(wanted, self._by_spelling, n=_MOST_SUGGESTIONS, cutoff=_CLOSE)
        for spelling in near:
            if _differ_by_slips(wanted.split(), spelling.split()):
                yield from self._by_spelling[spelling]

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

    @cached_property
    def _by_stems(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], dict[str, None]] = {(): {}}
        for term in self.terms:
            for spelling in term.spellings:
                found.setdefault(stems(spelling), {})[term.code] = None
        return {words: tuple(codes) for words, codes in found.items() if words}

    @cached_property
    def _qualifiers(self) -> frozenset[str]:
        return frozenset(word for each in self.qualifiers for word in stems(each))

    @cached_property
    def _patterns(self) -> tuple[Pattern, ...]:
        return tuple(pattern for term in self.terms for pattern in term.patterns)


def _differ_by_slips(wanted: list[str], known: list[str]) -> bool:
    """Return whether each word of one is close to its counterpart in the other.

    The first letter is hardly ever a slip: `crisis humanitaria` is no `crisis sanitaria`.
    """
    return len(wanted) == len(known) and all(
        one == other
        or (one[0] == other[0] and bool(get_close_matches(one, [other], cutoff=_CLOSE)))
        for one, other in zip(wanted, known, strict=True)
    )


@final
class Suggestions:
    """Codes that may be meant: each is looked for once, and only so many, since it takes long."""

    def __init__(self, most: int = 1_000) -> None:
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}
        self._most = most

    def of(self, vocabulary: Vocabulary, code: str) -> tuple[str, ...]:
        """Up to three codes likely meant; none once too many codes have been looked for."""
        key = (vocabulary.name, code)
        if key not in self._found:
            if len(self._found) >= self._most:
                return ()
            self._found[key] = vocabulary.suggest(code)
        return self._found[key]
