"""Sorts of groups: what a row states or a name means, from a forum to a working group."""

import re
from typing import final

from attrs import frozen

from interagency.importers.table.group_names import BRACKET, core_of
from interagency.importers.tabular.text import folded, words
from interagency.vocabularies import Term, Vocabularies

_FORUMS = words(
    "platform rcf inter-sector inter-cluster hct area-hct unct government-group steering "
    "operational intergovernmental regional-commission regional-organization iasc unsdg camp "
    "ngo-forum donor-group refugee-forum secretariat area-based bilateral local-network"
)
_CROSS_CUTTING = frozenset({"working-group", "task-force", "network"})
_PARTS = frozenset({"aor", "sub-cluster", "sub-sector"})
_SECTORS = frozenset({"sector", "cluster"})
_JOINED = re.compile(r"\s*(?:[,/&+]|\b(?:and|et|y|e)\b)\s*")


@final
@frozen(kw_only=True)
class Sort:
    """What a group is.

    Attributes:
        section: The section of a document that it belongs to.
        kinds: The codes of its kind.
        terms: The sectors that it is for.
        is_inferred: Whether that is concluded from its name.
    """

    section: str
    kinds: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    is_inferred: bool = False


@final
@frozen
class Sorts:
    """Tells what groups are, by the code lists of bodies and sectors."""

    vocabularies: Vocabularies

    def of(self, name: str, *, field: str, kind: str = "", is_part: bool = False) -> Sort:
        """Return what a group is.

        Args:
            name: Its name.
            field: The field that names it: sector, sub-sector, group or parent.
            kind: What its row states.
            is_part: Whether it lies in another group.
        """
        stated = self._kind(kind) if kind else None
        code = stated or self._kind_in(name)
        kinds = (code,) if code else ()
        if code in _FORUMS:
            return Sort(section="forums", kinds=kinds)
        terms = self.sectors(name)
        if field == "sub-sector" or code in _PARTS:
            return Sort(section="sub_sectors", kinds=kinds, terms=terms)
        if is_part and any(map(self._is_part, terms)):
            inferred = field != "sector"
            return Sort(section="sub_sectors", kinds=kinds, terms=terms, is_inferred=inferred)
        if code in _SECTORS or (field == "sector" and (terms or code not in _CROSS_CUTTING)):
            return Sort(section="sectors", kinds=kinds, terms=terms)
        is_sector = bool(terms) and code in (None, "working-group")
        section = "sectors" if is_sector else "working_groups"
        inferred = is_sector or stated is None
        return Sort(section=section, kinds=kinds, terms=terms, is_inferred=inferred)

    def _kind(self, text: str) -> str | None:
        found = self.vocabularies["body-kinds"].spelled(text)
        return found.code if found else None

    def _kind_in(self, name: str) -> str | None:
        """Return the kind that a name is, or that it ends or begins with."""
        whole = self._kind(name)
        if whole:
            return whole
        words = folded(name).split()
        ends = (" ".join(words[start:]) for start in range(1, len(words)))
        begins = (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
        return next(filter(None, map(self._kind, (*ends, *begins))), None)

    def sectors(self, name: str) -> tuple[Term, ...]:
        """Return the sectors that a name means: one, or several that it joins."""
        whole = self._sector(name)
        if whole:
            return (whole,)
        parts = [self._sector(part) for part in _JOINED.split(name)]
        return tuple(filter(None, parts)) if all(parts) else ()

    def _sector(self, name: str) -> Term | None:
        terms = self.vocabularies["sectors"]
        bare = BRACKET.sub("", name)
        found = (terms.spelled(each) for each in (name, bare, core_of(name), core_of(bare)))
        return next(filter(None, found), None)

    def _is_part(self, term: Term) -> bool:
        return term.broader is not None and term.broader in self.vocabularies["sectors"]
