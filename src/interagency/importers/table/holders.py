"""Holders that a cell names: several organizations, a kind of one, or a place that is vacant."""

import re
from collections.abc import Iterable, Iterator
from typing import final

from attrs import define, field, frozen

from interagency.importers.table.columns import term_of
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.mentions import Mention, is_acronym, kind_of
from interagency.importers.tabular.organizations import Directory
from interagency.importers.tabular.places import Places
from interagency.importers.tabular.text import folded, one_line, phrases
from interagency.model import VACANT
from interagency.vocabularies import Vocabularies

_VACANT = phrases(
    "vacant;vacante;vago;vaga;vacancy;position vacant;poste vacant;puesto vacante;"
    "currently vacant;شاغر"
)
_ALWAYS = re.compile(r"\s*[;|\n•]\s*")
_SLASH = re.compile(r"\s*/\s*")
_COMMA = re.compile(r"\s*[,،]\s*")
_AND = re.compile(r"\s+(?:and|et|y|e|&|\+|و|with)\s+")
_BRACKET = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]$")
_DASHED = re.compile(r"^(?P<inside>[^:–—]{3,30}?)\s*[:–—]\s*(?P<name>.+)$")
_EMAIL = re.compile(r"\S+@\S+")
_TITLE = re.compile(r"(?i)^(mr|mrs|ms|dr|sr|sra|mme|m|mlle|eng|prof)\.? ")
# A column of these often names people; an organization in it must be known.
_OF_PEOPLE = frozenset(
    {"coordinator", "co-coordinator", "focal-point", "information-management", "facilitator"}
)


@final
@frozen(kw_only=True)
class Holding:
    """One holder that a cell names.

    Attributes:
        term: The term of the seat.
        name: The organization as written; empty for a vacant place, and for a kind.
        kind: The kind of organization, where none is named.
        is_vacant: Whether the place is vacant.
    """

    term: str
    name: str = ""
    kind: str | None = None
    is_vacant: bool = False


@final
@define
class Holders:
    """Reads cells of holders; the organizations in them are collected in one directory."""

    directory: Directory
    vocabularies: Vocabularies
    places: Places
    people: int = 0
    _ids: dict[str, str] = field(factory=dict, init=False)

    def in_cell(self, text: str, terms: tuple[str, ...]) -> tuple[Holding, ...]:
        """Return what a cell says.

        Args:
            text: The cell.
            terms: The terms that its column stands for; of two, the first name has the first.
        """
        found: list[Holding] = []
        for piece in filter(None, _ALWAYS.split(text)):
            for holding in self._in_piece(_EMAIL.sub("", piece), terms, len(found)):
                if holding.name and self._is_person(holding):
                    self.people += 1
                else:
                    found.append(holding)
        return tuple(dict.fromkeys(found))

    def _in_piece(self, text: str, terms: tuple[str, ...], before: int) -> Iterator[Holding]:
        piece, own = _with_own_term(one_line(text))
        for name in self.names(piece):
            name, inside = (name, None) if own else _with_own_term(name)
            said = own or inside
            is_vacant = said == VACANT or folded(name) in _VACANT
            term = said if said and said != VACANT else terms[min(before, len(terms) - 1)]
            before += 1
            if is_vacant:
                yield Holding(term=term, is_vacant=True)
            elif not is_blank(name):
                yield self._named(term, name)

    def _named(self, term: str, name: str) -> Holding:
        kind = None if self.knows(name) else kind_of(name, self.vocabularies)
        return Holding(term=term, kind=kind) if kind else Holding(term=term, name=name)

    def _is_person(self, holding: Holding) -> bool:
        unknown = holding.term in _OF_PEOPLE and not self.is_likely(holding.name)
        return unknown or _TITLE.match(holding.name) is not None

    def knows(self, name: str) -> bool:
        """Return whether a name alone finds an organization."""
        return self.directory.knows(name)

    def is_likely(self, name: str) -> bool:
        """Return whether a name is that of an organization, or looks like an acronym."""
        return self.knows(name) or is_acronym(name) or self._has_bracketed_acronym(name)

    def _has_bracketed_acronym(self, name: str) -> bool:
        match = _BRACKET.match(name)
        return match is not None and is_acronym(match["inside"])

    def names(self, text: str) -> tuple[str, ...]:
        """Return the names of organizations in a text: one, or several.

        A slash parts two names, unless both together are known as one. Names hold commas, `and`
        and `&`: these part them only if at least half of the parts are organizations.
        """
        text = one_line(text)
        if self.knows(text):
            return (text,)
        separators = ((_SLASH, self._are_words), (_COMMA, self._are_known), (_AND, self._are_known))
        for separator, enough in separators:
            parts = [part for part in separator.split(text) if part]
            if len(parts) > 1 and enough(parts):
                return tuple(name for part in parts for name in self.names(part))
        return (text,)

    def _are_words(self, parts: Iterable[str]) -> bool:
        return all(len(folded(part)) > 1 for part in parts)

    def _are_known(self, parts: list[str]) -> bool:
        if any(self.places.country(part) for part in parts):
            return False
        return 2 * sum(map(self.is_likely, parts)) >= len(parts)

    def learn(self, name: str, source: str, acronym: str = "", kind: str | None = None) -> int:
        """Return the number of the organization of a name, which is a new one unless known."""
        mention = Mention(names=((None, name),), acronym=acronym, kind=kind, source=source)
        return self.directory.add(mention)


def _with_own_term(text: str) -> tuple[str, str | None]:
    """Return a name without the role that stands beside it: `WHO (co-lead)`, `Co-lead: WHO`."""
    for pattern in (_BRACKET, _DASHED):
        match = pattern.match(text)
        inside = match["inside"] if match else ""
        if match and folded(inside) in _VACANT:
            return match["name"], VACANT
        term = term_of(inside) if match else None
        if match and term:
            return match["name"], term
    return text, None
