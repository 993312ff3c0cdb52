"""Names where ids and codes stand: "UNICEF", "Health Working Group", "Protection", "Romania".

A name is matched by the document and by the registry of well-known organizations, whatever its
case and accents, and never where two fit: then both are told.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final, final

from interagency.document.names import LONGEST_NAME, Registry, spelling
from interagency.document.problems import MOST_HINTS, Misfit
from interagency.document.scalars import shortened
from interagency.document.workbook.cells import MARK, without_label
from interagency.model.fields import FieldShape
from interagency.model.grammar import CODE_FORM, Code, Ref
from interagency.vocabularies import Vocabularies

_KINDS = {"body": "group"}
_SHEETS = {
    "organization": "Organizations",
    "body": "Groups",
    "post": "Offices and posts",
    "office": "Offices and posts",
    "plan": "Plans",
    "source": "Sources",
}

_BETWEEN: Final = re.compile(r"\s*(?:[;,/&\n]|\band\b)\s*")

# A kind of thing, its id, and its entry in a document.
Named = tuple[str, str, Mapping[str, Any]]


def spellings(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names by which the entry of a document is known; disputed ones are none."""
    yield from (entry[key] for key in ("name", "acronym", "title") if _is_text(entry.get(key)))
    names = entry.get("names")
    yield from filter(_is_text, names.values()) if isinstance(names, dict) else ()
    aliases = entry.get("aliases")
    for alias in aliases if isinstance(aliases, list) else ():
        if isinstance(alias, dict):
            yield from [alias["name"]] if _is_certain(alias) else []
        elif _is_text(alias):
            yield alias


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_certain(alias: Mapping[str, Any]) -> bool:
    return _is_text(alias.get("name")) and alias.get("certainty") != "disputed"


@final
class Names:
    """What names and ids of one document mean.

    Attributes:
        ids: The ids of a document, by kind.
    """

    def __init__(
        self, entries: Iterable[Named], vocabularies: Vocabularies, *, sheets: bool = True
    ) -> None:
        """Take the entries of a document, and the code lists and registry beside it.

        Args:
            entries: The entries.
            vocabularies: The code lists, and the registry of organizations.
            sheets: Whether the document is a workbook, whose sheets errors name.
        """
        self._sheets = _SHEETS if sheets else {}
        self.vocabularies = vocabularies
        self.registry = Registry(vocabularies.organizations)
        self.ids: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        self._known: dict[tuple[tuple[str, ...], str], str] = {}
        self._hints = 0
        for kind, id, entry in entries:
            self.ids[kind].add(id)
            names = (*spellings(entry), id)
            for name in names:
                self._by_name[kind][spelling(name)][id] = names[0]
        self._all = frozenset[str]().union(*self.ids.values())

    def find(self, shape: FieldShape, text: str) -> str:
        """Return the id or code that a text of a cell means.

        Raises:
            Misfit: If nothing is known by it, or several things are.
        """
        match shape.mark:
            case Ref() as ref:
                key = (ref.kinds, text)
                if key not in self._known:
                    self._known[key] = self._reference(ref, text)
                return self._known[key]
            case Code() as code:
                return self._code(code, without_label(shape, text))
        return self._country(without_label(shape, text))

    def _reference(self, ref: Ref, text: str) -> str:
        head = text.partition(MARK)[0].strip()
        is_organization = "organization" in ref.kinds
        if head in self._all or (is_organization and head in self.registry.ids):
            return head  # also if it is of another kind, which the model tells
        found = self._named(ref, spelling(head))
        if len(found) == 1:
            return next(iter(found))
        raise Misfit(self._several(head, found) if found else self._none(ref, head))

    def _named(self, ref: Ref, name: str) -> dict[str, str]:
        """Return what has a name: each id with what it is called."""
        found: dict[str, str] = {}
        for kind in ref.kinds:
            found |= self._by_name[kind].get(name, {})
        if "organization" in ref.kinds:
            known = self.registry.by_name.get(name, {})
            found |= {
                id: self.registry.ids[id].name or id
                for id in known
                if id not in self.ids["organization"]
            }
        return found

    def _several(self, text: str, found: Mapping[str, str]) -> str:
        meant = " or ".join(found)
        return f"{shortened(text)!r} may mean {meant}: write which of them"

    def _none(self, ref: Ref, text: str) -> str:
        kinds = [_KINDS.get(kind, kind) for kind in ref.kinds]
        wanted = " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
        article = "an" if wanted[0] in "aeiou" else "a"
        close = self._close(ref, text)
        sheets = dict.fromkeys(self._sheets[kind] for kind in ref.kinds if kind in self._sheets)
        cure = f"add it to the sheet {' or '.join(sheets)}" if sheets else "add it first"
        known = f"nothing is recorded as {shortened(text)!r}, and {article} {wanted} is expected"
        return f"{known}; {f'did you mean {close}?' if close else cure}"

    def _close(self, ref: Ref, text: str) -> str:
        """Return what may be meant, for the first few; to compare with all names is slow."""
        self._hints += 1
        if self._hints > MOST_HINTS or len(text) > LONGEST_NAME:
            return ""
        known = {name for kind in ref.kinds for name in self._by_name[kind]}
        if "organization" in ref.kinds:
            known |= self.registry.by_name.keys()
        close = get_close_matches(spelling(text), sorted(known), n=2, cutoff=0.75)
        found = {id: name for each in close for id, name in self._named(ref, each).items()}
        return " or ".join(f"{id} ({name})" for id, name in found.items())

    def _code(self, code: Code, text: str) -> str:
        if code.vocabulary not in self.vocabularies or len(text) > LONGEST_NAME:
            return text
        vocabulary = self.vocabularies[code.vocabulary]
        term = vocabulary.spelled(text)
        if term is not None:
            return term.code
        if CODE_FORM.allows(text):
            return text  # a code that no list has: a rule tells
        close = vocabulary.suggest(text)
        names = {each.code: each.name for each in vocabulary.terms}
        terms = (f"{each} ({names[each]})" for each in close)
        meant = f"; did you mean {' or '.join(terms)}?" if close else "; pick one from the list"
        raise Misfit(f"{shortened(text)!r} is not in the list of {_plain(code.vocabulary)}{meant}")

    def _country(self, text: str) -> str:
        """Return a country, or the path of an area, with the code of the country."""
        country, slash, below = text.partition("/")
        if len(country) > LONGEST_NAME:
            return text
        term = self.vocabularies["countries"].spelled(country.strip())
        return f"{term.code}{slash}{below}" if term is not None else text


def parts_of(text: str) -> list[str]:
    """Return the names in a text such as "WHO and UNICEF", as people part them."""
    return [part for part in _BETWEEN.split(text) if part]


def _plain(vocabulary: str) -> str:
    return vocabulary.replace("-", " ")
