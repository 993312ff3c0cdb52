"""The plain dict of a good document to the fields of an architecture, without a look back.

The first misfit is raised, wherever it stands; `sections` reads again then, to tell them all.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, final, get_type_hints

from interagency.document.converter import converter, sequence, table
from interagency.document.problems import Misfit, Misfits
from interagency.document.relations import SeatList, Spread, link_entry, plain_link, read_lists
from interagency.document.scalars import shortened
from interagency.document.shape import (
    HEADER,
    SECTIONS,
    SHORT,
    VERSION_KEY,
    extra_keys,
    file_key,
)
from interagency.model import Architecture, Link, Seat
from interagency.model.grammar import NONE, UNKNOWN, VACANT
from interagency.model.sections import Section

SECTION_OF: Final[Mapping[str, Section]] = {section.key: section for section in SECTIONS}
HEADER_FIELD: Final[Mapping[str, str]] = {file_key(shape): shape.name for shape in HEADER}
TOP: Final = (VERSION_KEY, *HEADER_FIELD, *SECTION_OF)
# The words that may stand in place of a list of seats, or of links.
SEAT_WORDS: Final = (UNKNOWN, VACANT, NONE)
LINK_WORDS: Final = (UNKNOWN, NONE)


def header_type(key: str) -> Any:
    """Return the annotation of a field in the head of a document."""
    return _hints()[HEADER_FIELD[key]]


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Architecture, include_extras=True)


def own_entry(section: Section, id: str, value: Any) -> dict[str, Any]:
    """Return a copy of an entry, with the id that its key says."""
    short = SHORT.get(section.holds)
    entry = table({short: value} if short and isinstance(value, str) else value)
    if "id" in entry:
        hint = Misfit(f"the id is the key already, {shortened(id)!r}; leave it out")
        raise Misfits([("id", hint)])
    return {**entry, "id": id}


def read_quickly(data: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the architecture that a document describes, by name.

    Args:
        data: The plain value of the document, in the current format.

    Raises:
        Exception: One of `MISFITS`, or what cattrs says of keys that it does not know.
    """
    reader = _Quick()
    fields = {
        HEADER_FIELD.get(key, key): reader.read(key, value)
        for key, value in data.items()
        if key != VERSION_KEY
    }
    seats = read_lists(reader.hook(Seat), reader.lists)
    return {**fields, "seats": tuple(seats), "links": tuple(reader.links)}


@final
class _Quick:
    def __init__(self) -> None:
        self.lists: list[SeatList] = []
        self.links: list[Link] = []
        self.hook = converter(detailed=False).get_structure_hook
        self.spread = Spread()

    def read(self, key: str, value: Any) -> Any:
        """Read one key of the document."""
        if key in HEADER_FIELD:
            hint = header_type(key)
            return self.hook(hint)(value, hint)
        section = SECTION_OF[key]
        return tuple(self.keyed(section, value) if section.keyed else self.listed(section, value))

    def listed(self, section: Section, value: Any) -> Iterator[Any]:
        """Read the entries of a section that is a list."""
        hook, cls = self.hook(section.holds), section.holds
        if cls is Link:
            spread = (single for entry in sequence(value) for single in self.spread(entry))
            self.links += [hook(single, cls) for single in spread]
        else:
            yield from (hook(entry, cls) for entry in sequence(value))

    def keyed(self, section: Section, value: Any) -> Iterator[Any]:
        """Read the entries of a section that is a mapping by id."""
        hook, cls = self.hook(section.holds), section.holds
        extra = extra_keys(section)
        for id, written in table(value).items():
            entry = own_entry(section, id, written)
            for key in [key for key in extra if key in entry]:
                self.extra(key, id, entry.pop(key))
            yield hook(entry, cls)

    def extra(self, key: str, id: str, value: Any) -> None:
        """Read the seats of an entry, or its links of one kind."""
        if key == "seats":
            items = table(value).items()
            self.lists += [(id, term, sequence(entries, SEAT_WORDS)) for term, entries in items]
        else:
            self.links += [self.link(key, id, end) for end in sequence(value, LINK_WORDS)]

    def link(self, kind: str, from_: str, end: Any) -> Link:
        """Read one link under the key of its kind."""
        if type(end) is str:
            return plain_link(kind, from_, end)
        found: Link = self.hook(Link)(link_entry(kind, from_, end), Link)
        return found
