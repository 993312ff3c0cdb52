"""Candidates for names that are not certain: proposed, never accepted, and never of another kind.

No measure of likeness tells the names of one organization from those of two: "CARE" is as like
"Caritas" as "ACNUR" is unlike "UNHCR". So every candidate comes with its reasons, for a person.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, final

from attrs import field, frozen

from interagency.document.identities import Identities
from interagency.errors import MissingExtra
from interagency.importers.matching.names import Named
from interagency.importers.tabular.mentions import is_acronym
from interagency.importers.tabular.organizations import are_alike
from interagency.importers.tabular.places import Places
from interagency.importers.tabular.text import folded

MOST: Final = 3
_LEAST: Final = 80
_LIKELY: Final = 97
_LOOKED_AT: Final = 12
_LONGEST_COUNTRY: Final = 4


@final
@frozen(kw_only=True)
class Candidate:
    """An organization that a name may mean.

    Attributes:
        id: Its id.
        name: What it is called.
        score: How alike the names are, to 100.
        reasons: Why it may be meant.
        is_likely: Whether name, kind and country agree; a person decides all the same.
    """

    id: str
    name: str
    score: int
    reasons: tuple[str, ...]
    is_likely: bool = False


@final
@frozen
class Pool:
    """The organizations that names may mean.

    Attributes:
        named: The organizations.
        places: Countries by name.
        identities: Decisions that hold organizations apart.
    """

    named: Sequence[Named]
    places: Places
    identities: Identities
    _fuzz: Any = field(init=False, eq=False, repr=False)

    @_fuzz.default
    def _library(self) -> Any:
        try:
            import rapidfuzz
        except ImportError as error:
            raise MissingExtra("match", "comparing names") from error
        return rapidfuzz

    @cached_property
    def _spelled(self) -> tuple[list[str], list[Named]]:
        pairs = [(folded(name), each) for each in self.named for name in each.names]
        return [name for name, _ in pairs], [each for _, each in pairs]

    def candidates(self, asked: Named) -> tuple[Candidate, ...]:
        """Return what a name may mean, the most alike first."""
        found: dict[str, Candidate] = {}
        for name in asked.names:
            for candidate in self._like(asked, name):
                other = found.get(candidate.id)
                if other is None or other.score < candidate.score:
                    found[candidate.id] = candidate
        ordered = sorted(found.values(), key=lambda each: (-each.score, each.id))
        return tuple(ordered[:MOST])

    def _like(self, asked: Named, name: str) -> Iterator[Candidate]:
        spellings, owners = self._spelled
        text = folded(name)
        for scorer in (self._fuzz.fuzz.token_sort_ratio, self._fuzz.fuzz.token_set_ratio):
            hits = self._fuzz.process.extract(
                text, spellings, scorer=scorer, score_cutoff=_LEAST, limit=_LOOKED_AT
            )
            for spelling, _, place in hits:
                candidate = self._candidate(asked, name, owners[place], spelling)
                if candidate is not None:
                    yield candidate

    def _candidate(self, asked: Named, name: str, other: Named, spelling: str) -> Candidate | None:
        """Return a candidate with its reasons, unless something speaks against it."""
        one = folded(name)
        if other.id == asked.id or not _may_be_alike(asked.kinds, other.kinds):
            return None
        if is_acronym(name) and one != spelling:
            return None  # a letter makes another acronym
        own, its = self._countries(one), self._countries(spelling)
        if (own and its and own != its) or self.identities.are_apart([one], (other.id, spelling)):
            return None
        score = round(self._fuzz.fuzz.token_sort_ratio(one, spelling))
        kinds_agree = bool(asked.kinds and other.kinds)
        reasons = [f"its name {_likeness(one, spelling, score)} {_shown(other, spelling)!r}"]
        reasons += ["its kind agrees"] if kinds_agree else []
        reasons += [f"only one names {' and '.join(sorted(own ^ its))}"] if own != its else []
        is_likely = score >= _LIKELY and kinds_agree and own == its
        return Candidate(
            id=other.id,
            name=other.names[0],
            score=score,
            reasons=tuple(reasons),
            is_likely=is_likely,
        )

    def _countries(self, text: str) -> frozenset[str]:
        words = text.split()
        parts = (
            " ".join(words[start : start + length])
            for start in range(len(words))
            for length in range(1, _LONGEST_COUNTRY + 1)
        )
        return frozenset(filter(None, map(self._country, parts)))

    def _country(self, text: str) -> str | None:
        # codes of two or three letters are words and acronyms here
        return self.places.country(text) if len(text) > 3 else None


def _likeness(one: str, other: str, score: int) -> str:
    if one == other:
        return "is the same as"
    if {*one.split()} <= {*other.split()} or {*other.split()} <= {*one.split()}:
        return "shares all words of one with"
    return f"is {score} of 100 like"


def _shown(other: Named, spelling: str) -> str:
    return next(name for name in other.names if folded(name) == spelling)


def _may_be_alike(kinds: Iterable[str], others: Iterable[str]) -> bool:
    pairs = [(one, other) for one in kinds for other in others]
    return not pairs or any(are_alike(one, other) for one, other in pairs)


def proposals(asked: Sequence[Named], pool: Pool) -> Mapping[str, tuple[Candidate, ...]]:
    """Return the candidates of each name by its id; of two names alike, one proposes the other."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for each in asked:
        earlier = {
            id for id, candidates in found.items() for one in candidates if one.id == each.id
        }
        found[each.id] = tuple(one for one in pool.candidates(each) if one.id not in earlier)
    return found
