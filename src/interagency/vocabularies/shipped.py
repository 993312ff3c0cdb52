"""`Vocabularies`: every list by name, each read on first use, extendable by plugins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from interagency.vocabularies import tables
from interagency.vocabularies.vocabulary import Vocabulary

if TYPE_CHECKING:
    from interagency.model import Organization


@final
@frozen
class Vocabularies(Mapping[str, Vocabulary]):
    """Name to list. Shipped lists are read when first asked for."""

    _own: tuple[Vocabulary, ...] = field(default=(), alias="own")
    """Lists that are not as shipped, sorted by name: new ones and extended ones."""

    def __getitem__(self, name: str) -> Vocabulary:
        for vocabulary in self._own:
            if vocabulary.name == name:
                return vocabulary
        return tables.vocabulary(name)

    def __iter__(self) -> Iterator[str]:
        own = (vocabulary.name for vocabulary in self._own)
        return iter(dict.fromkeys((*tables.index(), *own)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        # Mapping's own would read the list only to say that it exists
        return name in tuple(self)

    @property
    def organizations(self) -> Mapping[str, Organization]:
        """The registry of well-known organizations, by id."""
        return tables.organizations()

    def extended(self, vocabularies: Iterable[Vocabulary]) -> Vocabularies:
        """These lists and more; the order in which plugins give them does not matter.

        Raises:
            ValueError: one name for two lists, one code in two lists that become one,
                or a list to extend that does not exist.
        """
        given = sorted(vocabularies, key=lambda vocabulary: vocabulary.name)
        _refuse_shared_codes(given)
        wider = self
        # new lists first: another plugin may extend them
        for vocabulary in sorted(given, key=lambda vocabulary: vocabulary.extends is not None):
            wider = wider._with(vocabulary)
        return wider

    def _with(self, vocabulary: Vocabulary) -> Vocabularies:
        changed = _added(vocabulary, self)
        others = (own for own in self._own if own.name != changed.name)
        return Vocabularies(tuple(sorted((*others, changed), key=lambda own: own.name)))


@cache
def shipped() -> Vocabularies:
    """The lists that come with the library."""
    return Vocabularies()


def _refuse_shared_codes(given: Iterable[Vocabulary]) -> None:
    # before merging, while it is still known which plugin's list a code comes from
    owners: dict[tuple[str, str], str] = {}
    for vocabulary in given:
        for term in vocabulary:
            target = vocabulary.extends or vocabulary.name
            owner = owners.setdefault((target, term.code), vocabulary.name)
            if owner != vocabulary.name:
                raise ValueError(_clash(term.code, vocabulary.name, owner))


def _added(vocabulary: Vocabulary, known: Vocabularies) -> Vocabulary:
    if vocabulary.extends is None:
        return _new(vocabulary, known)
    if vocabulary.extends in known:
        return _merged(known[vocabulary.extends], vocabulary)
    raise ValueError(
        f"vocabulary {vocabulary.name!r} extends {vocabulary.extends!r}, which does not exist"
    )


def _new(vocabulary: Vocabulary, known: Vocabularies) -> Vocabulary:
    if vocabulary.name in known:
        raise ValueError(
            f"there are two vocabularies named {vocabulary.name!r}; "
            "to add terms to a list, name it in `extends`"
        )
    return vocabulary


def _merged(base: Vocabulary, addition: Vocabulary) -> Vocabulary:
    for term in addition:
        if term.code in base:
            raise ValueError(_clash(term.code, addition.name, base.name))
    return evolve(base, terms=base.terms + addition.terms)


def _clash(code: str, name: str, other: str) -> str:
    return f"code {code!r} of vocabulary {name!r} is already in {other!r}"
