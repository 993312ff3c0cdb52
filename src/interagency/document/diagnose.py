"""The plain dict of a document to the fields of an architecture, with all that does not fit.

What is good is read by `quick`, which stops at the first misfit.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, final

from attrs import define, field

from interagency.document.converter import converter, sequence, table
from interagency.document.problems import (
    MISFITS,
    MOST_HINTS,
    MOST_PROBLEMS,
    Misfit,
    Path,
    Problem,
    problems_in,
    unknown_field,
)
from interagency.document.relations import Spread, link_entry, read_seat
from interagency.document.shape import VERSION_KEY, extra_keys
from interagency.document.structure import (
    HEADER_FIELD,
    LINK_WORDS,
    SEAT_WORDS,
    SECTION_OF,
    TOP,
    header_type,
    own_entry,
)
from interagency.model import Link, Seat
from interagency.model.sections import Section


@final
@define
class Draft:
    """What was read of a document.

    Attributes:
        fields: The fields of an architecture, by name.
        problems: What did not fit.
        origins: The path of each record, by its identity.
    """

    fields: dict[str, Any] = field(factory=lambda: {"seats": [], "links": []})
    problems: list[Problem] = field(factory=list)
    origins: dict[int, Path] = field(factory=dict)


def read_sections(data: dict[str, Any]) -> Draft:
    """Return what a document says, and every misfit with its path.

    Args:
        data: The plain value of the document, in the current format.
    """
    reader = _Reader()
    with suppress(_Enough):
        for key, value in data.items():
            if key != VERSION_KEY:
                reader.attempt((key,), reader.top, key, value)
    fields = reader.draft.fields
    fields |= {"seats": tuple(fields["seats"]), "links": tuple(fields["links"])}
    return reader.draft


class _Enough(Exception):
    """So many problems were met that reading on would help nobody."""


@final
class _Reader:
    def __init__(self) -> None:
        self.draft = Draft()
        self.spread = Spread()
        self.hook = converter(detailed=True).get_structure_hook
        self.seat_hook = self.hook(Seat)

    def attempt(self, path: Path, read: Callable[..., Any], *values: Any) -> Any:
        """Read something; note what does not fit, and go on with None."""
        try:
            return read(*values)
        except MISFITS as error:
            self.draft.problems += problems_in(error, path, self.hints())
            if len(self.draft.problems) >= MOST_PROBLEMS:
                raise _Enough from None
            return None

    def hints(self) -> bool:
        """Return whether names are still few enough to look for similar ones."""
        return len(self.draft.problems) < MOST_HINTS

    def record(self, path: Path, cls: type[Any], value: Any) -> Any:
        """Read a record, and keep its path."""
        found = self.attempt(path, self.hook(cls), value, cls)
        self.kept(path, found)
        return found

    def kept(self, path: Path, record: Any) -> None:
        """Keep where a record stood, for faults that show only when all is put together."""
        self.draft.origins[id(record)] = path

    def top(self, key: str, value: Any) -> None:
        """Read one key of the document."""
        if key in HEADER_FIELD:
            hint = header_type(key)
            self.draft.fields[HEADER_FIELD[key]] = self.hook(hint)(value, hint)
        elif key in SECTION_OF:
            section = SECTION_OF[key]
            read = self.keyed if section.keyed else self.listed
            found = [record for record in read(section, value) if record is not None]
            if section.holds is not Link:
                self.draft.fields[key] = tuple(found)
        else:
            raise Misfit(unknown_field(key, TOP, self.hints()))

    def listed(self, section: Section, value: Any) -> Iterator[Any]:
        """Read the entries of a section that is a list."""
        for index, entry in enumerate(sequence(value)):
            path = (section.key, index)
            if section.holds is Link:
                for single in self.attempt(path, self.spread, entry) or ():
                    self.link(path, single)
            else:
                yield self.record(path, section.holds, entry)

    def keyed(self, section: Section, value: Any) -> Iterator[Any]:
        """Read the entries of a section that is a mapping by id."""
        for id, entry in table(value).items():
            path = (section.key, id)
            told = len(self.draft.problems)
            entry = self.attempt(path, own_entry, section, id, entry)
            found = None
            if entry is not None:
                if section.links:
                    self.extras(section, path, entry)
                told = len(self.draft.problems)
                found = self.record(path, section.holds, entry)
            yield found or self.rest(path, section.holds, entry or {"id": id}, told)

    def rest(self, path: Path, cls: type[Any], entry: dict[str, Any], told: int) -> Any:
        """Return a record without those of its fields that do not fit, or None if it needs them.

        Its id is known then, so that what refers to it is not blamed, and its other fields are
        judged in the same run.
        """
        new = self.draft.problems[told:]
        wrong = {problem.path[len(path)] for problem in new if len(problem.path) > len(path)}
        kept = {key: value for key, value in entry.items() if key == "id" or key not in wrong}
        try:
            found = self.hook(cls)(kept, cls)
        except MISFITS:
            return None
        self.kept(path, found)
        return found

    def extras(self, section: Section, path: Path, entry: dict[str, Any]) -> None:
        """Read the seats and links of an entry, and take them out of it."""
        keys = extra_keys(section)
        for key in () if entry.keys().isdisjoint(keys) else keys:
            if key in entry:
                read = self.seats if key == "seats" else self.links
                self.attempt((*path, key), read, (*path, key), entry["id"], entry.pop(key))

    def seats(self, path: Path, body: str, value: Any) -> None:
        """Read the seats of a body."""
        seats = self.draft.fields["seats"]
        for term, entries in table(value).items():
            found = self.attempt((*path, term), sequence, entries, SEAT_WORDS)
            for index, entry in enumerate(found or ()):
                where = (*path, term, index)
                seat = self.attempt(where, read_seat, self.seat_hook, body, term, entry)
                self.kept(where, seat)
                seats += () if seat is None else (seat,)

    def links(self, path: Path, from_: str, value: Any) -> None:
        """Read the links that start at an entry, under the key of their kind."""
        for index, entry in enumerate(sequence(value, LINK_WORDS)):
            where = (*path, index)
            single = self.attempt(where, link_entry, str(path[-1]), from_, entry)
            if single is not None:
                self.link(where, single)

    def link(self, path: Path, entry: dict[str, Any]) -> None:
        """Read one link with all its fields."""
        found = self.record(path, Link, entry)
        self.draft.fields["links"] += () if found is None else (found,)
