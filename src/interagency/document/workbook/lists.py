"""What may stand in a cell, as lists to pick from: ids and codes with what they mean."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, final

from attrs import field, frozen

from interagency.document.scalars import shortened
from interagency.document.shape import SECTIONS
from interagency.document.workbook.cells import MARK, fits, words_in
from interagency.document.workbook.layout import kind_of_section
from interagency.document.workbook.names import Named
from interagency.model.fields import FieldShape
from interagency.model.grammar import Code, Grammar, Ref
from interagency.vocabularies import Vocabularies

_LONGEST_LABEL = 60
# Those about whom most cells are come first, the most general last.
_YES_NO = ("yes", "no")


def named_entries(plain: Mapping[str, Any]) -> Iterator[Named]:
    """Yield what has an id in a document: its kind, id and entry."""
    for section in SECTIONS:
        entries = plain.get(section.key) if section.keyed else None
        for id, entry in entries.items() if isinstance(entries, dict) else ():
            yield kind_of_section(section), id, entry if isinstance(entry, dict) else {}


@final
@frozen(eq=False)
class Lists:
    """The lists to pick from in the workbook of one document.

    Attributes:
        plain: The plain dict of the document.
        vocabularies: Code lists, and the registry of well-known organizations.
    """

    plain: Mapping[str, Any]
    vocabularies: Vocabularies
    _options: dict[object, tuple[str, ...]] = field(factory=dict, init=False)

    def label(self, shape: FieldShape, value: Any) -> str:
        """Return an id or a code with what it means behind it."""
        name = self._meaning(shape, str(value))
        return f"{value}{MARK}{name}" if name and name != value else str(value)

    def _meaning(self, shape: FieldShape, value: str) -> str:
        match shape.mark:
            case Ref():
                return self._names.get(value, "")
            case Code(vocabulary) if vocabulary in self._vocabularies:
                term = self.vocabularies[vocabulary].get(value)
                return _as_label(term.name) if term else ""
            case Grammar("country"):
                term = self.vocabularies["countries"].get(value)
                return _as_label(term.name) if term else ""
        return ""

    @cached_property
    def _vocabularies(self) -> frozenset[str]:
        return frozenset(self.vocabularies)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The name of everything that has an id: its acronym if it is an organization."""
        known = {
            id: _as_label(each.acronym or each.name or "")
            for id, each in self.vocabularies.organizations.items()
        }
        for kind, id, entry in self._own:
            keys = ("acronym", "name") if kind == "organization" else ("name", "title", "acronym")
            told = [entry[key] for key in keys if isinstance(entry.get(key), str)]
            known[id] = _as_label(told[0]) if told else ""
        return known

    @cached_property
    def _own(self) -> tuple[Named, ...]:
        return tuple(named_entries(self.plain))

    def options(self, shape: FieldShape) -> tuple[str, ...]:
        """Return what to pick from in a field; nothing if it takes any text."""
        key = (shape.of, shape.mark)
        if key not in self._options:
            self._options[key] = tuple(dict.fromkeys(self._found(shape)))
        return self._options[key]

    def _found(self, shape: FieldShape) -> Iterator[str]:
        yield from shape.words
        match shape.mark:
            case Ref(kinds):
                own = (id for kind, id, _ in self._own if kind in kinds)
                yield from (self.label(shape, id) for id in own)
                if "organization" in kinds:
                    yield from (self.label(shape, id) for id in self.vocabularies.organizations)
            case Code(vocabulary) if vocabulary in self._vocabularies:
                terms = self.vocabularies[vocabulary]
                yield from (self.label(shape, term.code) for term in terms)
            case Grammar("country"):
                terms = self.vocabularies["countries"]
                yield from (self.label(shape, term.code) for term in terms)
            case _:
                yield from _YES_NO if shape.of is bool else words_in(shape)


def _as_label(name: str) -> str:
    """Return a name as it may stand behind an id: on one line, without the sign between items."""
    text = shortened(name) if len(name) > _LONGEST_LABEL else name
    label = " ".join(text.replace(";", ",").split())
    return label if fits(label) else ""


def role_options(terms: Vocabularies, leads: Callable[[str], bool], wanted: bool) -> Iterator[str]:
    """Yield the role terms that are, or are not, of leadership."""
    return (term.code for term in terms["role-terms"] if leads(term.code) is wanted)
