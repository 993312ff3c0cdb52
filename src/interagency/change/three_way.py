"""Two changes of one architecture brought together: what was sent out, and what each made of it.

A record or a field that only one of them changed has its value; one that both changed in
different ways is a conflict, and keeps the value that it has in the document.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final, TypeVar, final

import attrs
from attrs import evolve, frozen

from interagency.document.registry import called_for
from interagency.model import Architecture
from interagency.model.fields import fields_of
from interagency.model.keys import KEYS, describe
from interagency.model.sections import SECTION_KEYS
from interagency.vocabularies import Vocabularies, shipped

Records = tuple[Any, ...]
Key = TypeVar("Key", bound=Hashable)
_ID: Final = attrgetter("id")
# Where a record that goes and one that comes are one change: who holds a seat, where a link leads.
_SAME_PLACE: Final[Mapping[str, Callable[[Any], tuple[str, str]]]] = {
    "seats": attrgetter("body", "term"),
    "links": attrgetter("from_", "kind"),
}


@final
@frozen(kw_only=True)
class Conflict:
    """What both sides changed in different ways.

    Attributes:
        about: What it is, in words.
        sent: What was sent out; nothing if there was nothing.
        document: What the document says now.
        returned: What came back.
    """

    about: str
    sent: str
    document: str
    returned: str

    def __str__(self) -> str:
        """Return it as one line."""
        texts = (each or "nothing" for each in (self.sent, self.document, self.returned))
        sent, document, returned = texts
        return f"{self.about}: {sent} was sent, {document} is recorded now, {returned} came back"


@final
@frozen(kw_only=True)
class ThreeWay:
    """Two changes brought together.

    Attributes:
        architecture: What both say together; where they conflict, what the document says.
        conflicts: What both changed in different ways.
    """

    architecture: Architecture
    conflicts: tuple[Conflict, ...] = ()


def three_way(
    sent: Architecture,
    document: Architecture,
    returned: Architecture,
    vocabularies: Vocabularies | None = None,
) -> ThreeWay:
    """Bring together what a document became and what came back of it.

    Args:
        sent: What was sent out.
        document: What the document says now.
        returned: What came back.
        vocabularies: The registry of organizations; by default the shipped one.

    Raises:
        BrokenArchitecture: If what both say together leads nowhere, such as to a group that the
            document has no longer.
    """
    registry = (vocabularies or shipped()).organizations
    conflicts: list[Conflict] = []
    sides = (sent, document, returned)
    fields = {
        shape.name: _value(shape.name, "the document", sides, conflicts)
        for shape in fields_of(Architecture)
        if shape.name not in SECTION_KEYS
    }
    for key in SECTION_KEYS:
        before, own, back = (_own(each, key, registry) for each in sides)
        fields[key] = tuple(_section(key, before, own, back, conflicts))
    lent = called_for(fields, registry)
    fields["organizations"] = (*fields["organizations"], *lent)
    return ThreeWay(architecture=Architecture(**fields), conflicts=tuple(conflicts))


def _own(architecture: Architecture, key: str, registry: Mapping[str, Any]) -> Records:
    """Return the records of a section, without what reading takes from the registry."""
    records: Records = getattr(architecture, key)
    if key != "organizations":
        return records
    return tuple(each for each in records if registry.get(each.id) != each)


def _value(name: str, about: str, sides: tuple[Any, Any, Any], conflicts: list[Conflict]) -> Any:
    """Return the value of a field by what each side made of it."""
    sent, document, returned = (getattr(each, name) for each in sides)
    if returned in (sent, document):
        return document
    if document == sent:
        return returned
    words = (_words(each) for each in (sent, document, returned))
    conflicts.append(_conflict(f"{name.rstrip('_')} of {about}", *words))
    return document


def _section(
    key: str, sent: Records, document: Records, returned: Records, conflicts: list[Conflict]
) -> Iterator[Any]:
    """Yield the records of a section, those that came last."""
    name = KEYS.get(key, _ID)
    groups = [_grouped(records, name) for records in (sent, document, returned)]
    before, own, back = groups
    clashing = dict(_clashing(key, sent, document, returned))
    conflicts += clashing.values()
    place = _SAME_PLACE.get(key, lambda _: None)
    for id, records in own.items():
        if place(records[0]) in clashing:
            yield from records
        else:
            yield from _group(before.get(id, ()), records, back.get(id, ()), conflicts)
    for id, records in back.items():
        if id not in own and place(records[0]) not in clashing:
            yield from _came(before.get(id, ()), records, conflicts)


def _grouped(records: Iterable[Any], key: Callable[[Any], Key]) -> dict[Key, Records]:
    found: dict[Key, list[Any]] = defaultdict(list)
    for each in records:
        found[key(each)].append(each)
    return {id: tuple(each) for id, each in found.items()}


def _group(
    sent: Records, document: Records, returned: Records, conflicts: list[Conflict]
) -> Records:
    """Return the records of one key that the document has: nearly always there is one."""
    if returned in (sent, document):
        return document
    if document == sent:
        return returned
    sides = (sent, document, returned)
    if all(len(each) == 1 for each in sides) and _are_of_one_class(sides):
        return (_record(sent[0], document[0], returned[0], conflicts),)
    words = (_shown(each) for each in sides)
    conflicts.append(_conflict(describe(document[0]), *words))
    return document


def _are_of_one_class(sides: tuple[Records, ...]) -> bool:
    return len({type(records[0]) for records in sides}) == 1


def _came(sent: Records, returned: Records, conflicts: list[Conflict]) -> Records:
    """Return the records of one key that the document has not, or no longer."""
    if sent and sent != returned:
        conflicts.append(_conflict(describe(sent[0]), _shown(sent), "", _shown(returned)))
    return () if sent else returned


def _record(sent: Any, document: Any, returned: Any, conflicts: list[Conflict]) -> Any:
    sides = (sent, document, returned)
    names = [each.name for each in attrs.fields(type(document)) if each.init]
    about = describe(document)
    values = {name: _value(name, about, sides, conflicts) for name in names}
    return evolve(document, **values)


def _clashing(
    key: str, sent: Records, document: Records, returned: Records
) -> Iterator[tuple[tuple[str, str], Conflict]]:
    """Yield the places in which both sides put something else for the same record."""
    place = _SAME_PLACE.get(key)
    if place is None:
        return
    name = KEYS[key]
    old, now, back = (_grouped(each, place) for each in (sent, document, returned))
    for where in old.keys() & now.keys() & back.keys():
        before, own, other = (Counter(map(name, each[where])) for each in (old, now, back))
        gone = (before - own) & (before - other)
        if gone and own - before != other - before and (own - before) and (other - before):
            was, own_words, back_words = (_shown(each[where]) for each in (old, now, back))
            about = " ".join(where)
            yield where, _conflict(about, was, own_words, back_words)


def _conflict(about: str, sent: str, document: str, returned: str) -> Conflict:
    return Conflict(about=about, sent=sent, document=document, returned=returned)


def _shown(records: Iterable[Any]) -> str:
    return ", ".join(map(describe, records))


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    return "" if value is None else str(value)
