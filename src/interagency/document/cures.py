"""Cures of references and codes that nothing has: the id, code or country that is meant.

The model says what does not fit. A document also has the names it gives, the registry of
well-known organizations and the code lists, and so can say what to write instead.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Final, final

from interagency.document.names import LONGEST_NAME, Registry, slug, spelling
from interagency.document.problems import MOST_HINTS
from interagency.document.scalars import listed_parts, shortened
from interagency.model import Body, Fault
from interagency.model.fields import Mark, fields_of
from interagency.model.grammar import (
    AREA_FORM,
    CODE_FORM,
    ISO3,
    NONE,
    RESERVED,
    SLUG,
    VACANT,
    Code,
    Grammar,
    Ref,
)
from interagency.model.sections import SECTIONS
from interagency.vocabularies import Vocabularies

_NOTHING_HAS: Final = "nothing has the id"
_ALIKE: Final = 0.8
_STEP = re.compile(r"[^.\[\]]+|\[[0-9]+\]")


@final
class Cures:
    """What to write in place of the values of one document that do not fit."""

    def __init__(self, fields: Mapping[str, Any], vocabularies: Vocabularies) -> None:
        """Take the fields of an architecture by name, and the code lists and registry beside it."""
        self.fields = fields
        self.vocabularies = vocabularies
        self.comparisons = 0

    def message(self, fault: Fault) -> str:
        """Return what is wrong, and, where it can be worked out, what to write instead."""
        mark, value = value_at(fault)
        if not isinstance(value, str) or len(value) > LONGEST_NAME:
            return fault.message
        match mark:
            case Ref() if fault.message.startswith(_NOTHING_HAS):
                return self._reference(mark, value, fault.message)
            case Code() if self._is_listed(mark, value):
                return self._code(mark.vocabulary, value)
            case Grammar():
                return self._form(mark, value, fault.message)
        return fault.message

    def _reference(self, ref: Ref, value: str, message: str) -> str:
        head = f"{_NOTHING_HAS} {shortened(value)!r}"
        exact = self._named(ref, value)
        if len(exact) > 1:
            return f"{head}; it may mean {' or '.join(exact)}: write which of them"
        if exact:
            return f"{head}; write {self._told(exact[0])}"
        if parts := self._parts(ref, value):
            return f"{head}; write them one by one: [{', '.join(parts)}]"
        close = () if "did you mean" in message else self._close(ref, value)
        return f"{head}; did you mean {' or '.join(map(self._told, close))}?" if close else message

    def _parts(self, ref: Ref, value: str) -> list[str]:
        """Return the ids of several things that one text names, if one of them is known."""
        parts = listed_parts(value)
        found = [self._named(ref, part) for part in parts]
        ids = [each[0] if each else part for each, part in zip(found, parts, strict=True)]
        return ids if any(found) else []

    def _named(self, ref: Ref, value: str) -> tuple[str, ...]:
        """Return the ids of what is called so, in the document or else in the registry."""
        for word in (VACANT, NONE):
            if word in ref.words and value.casefold() == word:
                return (word,)
        own = [id for kind in ref.kinds for id in self._own[kind].get(_key(value), ())]
        lent = self._lent.get(_key(value), ()) if "organization" in ref.kinds else ()
        return tuple(dict.fromkeys(own or lent))

    def _close(self, ref: Ref, value: str) -> tuple[str, ...]:
        """Return the ids of what is called almost so, for the first few values."""
        self.comparisons += 1
        if self.comparisons > MOST_HINTS or "organization" not in ref.kinds:
            return ()
        key = _key(value)
        close = get_close_matches(key, self._lent, n=2, cutoff=_ALIKE)
        near = sorted(close, key=lambda each: sorted(each) != sorted(key))
        return tuple(dict.fromkeys(id for each in near for id in self._lent[each]))[:2]

    def _told(self, id: str) -> str:
        known = self.vocabularies.organizations.get(id)
        return f"{id} ({known.name})" if known and known.name else id

    @cached_property
    def _own(self) -> Mapping[str, Mapping[str, list[str]]]:
        """The ids of the document by the kind of thing, and by what it is called."""
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for section in SECTIONS:
            kind = "body" if issubclass(section.holds, Body) else section.noun
            for record in self.fields.get(section.key, ()) if section.keyed else ():
                for name in _names(record):
                    found[kind][_key(name)].append(record.id)
        return found

    @cached_property
    def _lent(self) -> Mapping[str, list[str]]:
        """The ids of the registry by what an organization is called, its id included."""
        registry = Registry(self.vocabularies.organizations)
        found: dict[str, list[str]] = defaultdict(list)
        for name, ids in registry.by_name.items():
            found[_key(name)] += ids
        for id in registry.ids:
            found[_key(id)].append(id)
        return found

    def _is_listed(self, mark: Code, value: str) -> bool:
        """Return whether a value is no code, of which there is a list: clauses have none."""
        is_known = mark.vocabulary in self.vocabularies
        return is_known and value not in RESERVED and not CODE_FORM.allows(value)

    def _code(self, vocabulary: str, value: str) -> str:
        plain = vocabulary.replace("-", " ")
        head = f"{shortened(value)!r} is not a code of {plain}"
        terms = self.vocabularies[vocabulary]
        if whole := terms.all_spelled(value):
            return f"{head}; write {' and '.join(term.code for term in whole)}"
        if close := terms.suggest(value):
            return f"{head}; did you mean {' or '.join(close)}?"
        example = next(iter(terms)).code
        return f"{head}, such as {example}; `interagency codes {vocabulary}` lists them"

    def _form(self, form: Grammar, value: str, message: str) -> str:
        if form is SLUG:
            made = slug(value)
            return f"{message}; write {made}" if made and made != value else message
        if form.pattern not in (AREA_FORM.pattern, ISO3.pattern):
            return message
        country, slash, below = value.partition("/")
        term = self.vocabularies["countries"].spelled(country.strip())
        meant = f"{term.code}{slash}{below}" if term else value
        if meant == value or not form.allows(meant):
            return message
        return f"{shortened(value)!r} is not {_a(form.name)}; write {meant}"


def value_at(fault: Fault) -> tuple[Mark | None, Any]:
    """Return what a field at fault may hold, and what it holds."""
    mark, value = None, fault.record
    for step in _STEP.findall(fault.field):
        if step[0] == "[":
            value = value[int(step[1:-1])]
        else:
            mark = next((each.mark for each in fields_of(type(value)) if each.name == step), None)
            value = getattr(value, step)
    return mark, value


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _key(name: str) -> str:
    """Return a name as it is compared here: blanks and hyphens do not count."""
    return "".join(part for part in spelling(name) if part.isalnum())


def _names(record: Any) -> Iterator[str]:
    """Yield what a record is called: its id, name, acronym, title and undisputed aliases."""
    yield record.id
    for field in ("name", "acronym", "title"):
        yield from _texts([getattr(record, field, None)])
    yield from _texts(text for _, text in getattr(record, "names", ()))
    yield from _texts(each.name for each in getattr(record, "aliases", ()) if each.is_certain)


def _texts(values: Iterable[Any]) -> Iterator[str]:
    return (each for each in values if isinstance(each, str))
