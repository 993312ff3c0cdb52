"""The plain dict of a good document to the fields of an architecture, without a look back.

The first misfit is raised, wherever it stands; `sections` reads again then, to tell them all.
"""

from collections.abc import Iterator
from typing import Any, final

from interagency.document.converter import converter
from interagency.document.entries import (
    HEADER_FIELD,
    LINK_WORDS,
    SEAT_WORDS,
    SECTION_OF,
    header_type,
    own_entry,
)
from interagency.document.links import Spread, link_entry, plain_link
from interagency.document.readers import sequence, table
from interagency.document.seats import SeatList, read_lists
from interagency.document.shape import VERSION_KEY, Section, extra_keys
from interagency.model import Link, Seat


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
