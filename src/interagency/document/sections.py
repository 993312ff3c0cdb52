"""The plain dict of a document to the fields of an architecture, section by section."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import product
from typing import Any, Final, final, get_type_hints

from attrs import define, field

from interagency.document.converter import converter, sequence, table
from interagency.document.misfits import (
    MISFITS,
    MOST_HINTS,
    Misfit,
    Misfits,
    problems_in,
    unknown_field,
)
from interagency.document.problems import MOST_PROBLEMS, Path, Problem
from interagency.document.scalars import shortened
from interagency.document.seats import read_seat
from interagency.document.shape import (
    HEADER,
    SECTIONS,
    SHORT,
    VERSION_KEY,
    Section,
    extra_keys,
    file_key,
)
from interagency.model import Architecture, Link, Seat
from interagency.model.words import NONE, UNKNOWN, VACANT

_BY_KEY = {section.key: section for section in SECTIONS}
_HEADER = {file_key(shape): shape.name for shape in HEADER}
_ENDS = ("from", "to")
# Two lists of ten thousand ends fit into a small file, and make a hundred million links.
MOST_PAIRS: Final = 50_000
TOP: Final = (VERSION_KEY, *_HEADER, *_BY_KEY)


@final
@define
class Draft:
    """What was read of a document.

    Attributes:
        fields: The fields of an architecture, by name.
        problems: What did not fit; a quick reading stops at the first instead.
        origins: The path of each record, by its identity; kept by a detailed reading only.
    """

    fields: dict[str, Any] = field(factory=lambda: {"seats": [], "links": []})
    problems: list[Problem] = field(factory=list)
    origins: dict[int, Path] = field(factory=dict)


def read_sections(data: dict[str, Any], *, detailed: bool) -> Draft:
    """Return what a document says.

    Args:
        data: The plain value of the document, in the current format.
        detailed: Whether to collect every misfit with its path, rather than raise the first.
    """
    reader = _Reader(detailed)
    with suppress(_Enough):
        for key, value in data.items():
            if key != VERSION_KEY:
                reader.attempt((key,), reader.top, key, value)
    fields = reader.draft.fields
    fields |= {"seats": tuple(fields["seats"]), "links": tuple(fields["links"])}
    return reader.draft


class _Enough(Exception):
    """So many problems were met that reading on would help nobody."""


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Architecture, include_extras=True)


@final
class _Reader:
    def __init__(self, detailed: bool) -> None:
        self.detailed = detailed
        self.draft = Draft()
        self.pairs = 0
        self.hook = converter(detailed).get_structure_hook
        self.seat_hook = self.hook(Seat)

    def attempt(self, path: Path, read: Callable[..., Any], *values: Any) -> Any:
        """Read something; in a detailed reading, note what does not fit and go on with None."""
        if not self.detailed:
            return read(*values)
        try:
            return read(*values)
        except MISFITS as error:
            self.draft.problems += problems_in(error, path, self.hints())
            if len(self.draft.problems) >= MOST_PROBLEMS:
                raise _Enough from None
            return None

    def hints(self) -> bool:
        """Tell whether names are still few enough to look for similar ones."""
        return len(self.draft.problems) < MOST_HINTS

    def record(self, path: Path, cls: type[Any], value: Any) -> Any:
        """Read a record, and keep its path."""
        found = self.attempt(path, self.hook(cls), value, cls)
        self.kept(path, found)
        return found

    def kept(self, path: Path, record: Any) -> None:
        """Keep where a record stood, for faults that show only when all is put together."""
        if self.detailed:
            self.draft.origins[id(record)] = path

    def top(self, key: str, value: Any) -> None:
        """Read one key of the document."""
        if key in _HEADER:
            hint = _hints()[_HEADER[key]]
            self.draft.fields[_HEADER[key]] = self.hook(hint)(value, hint)
        elif key in _BY_KEY:
            section = _BY_KEY[key]
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

    def spread(self, value: Any) -> list[dict[str, Any]]:
        """Return one link for every pair of the ends of an entry, each of which may be a list."""
        entry = table(value)
        ends = [_listed_end(entry.get(name)) for name in _ENDS]
        self.pairs += len(ends[0]) * len(ends[1])
        if self.pairs > MOST_PAIRS and max(map(len, ends)) > 1:
            raise Misfit(f"the lists of ends make more than {MOST_PAIRS:,} links; write fewer")
        return [entry | _written_ends(entry, pair) for pair in product(*ends)]

    def keyed(self, section: Section, value: Any) -> Iterator[Any]:
        """Read the entries of a section that is a mapping by id."""
        for id, entry in table(value).items():
            path = (section.key, id)
            told = len(self.draft.problems)
            entry = self.attempt(path, _entry, section, id, entry)
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
            found = self.attempt((*path, term), sequence, entries, (UNKNOWN, VACANT, NONE))
            if not self.detailed:
                seats += [read_seat(self.seat_hook, body, term, entry) for entry in found]
                continue
            for index, entry in enumerate(found or ()):
                where = (*path, term, index)
                seat = self.attempt(where, read_seat, self.seat_hook, body, term, entry)
                self.kept(where, seat)
                seats += () if seat is None else (seat,)

    def links(self, path: Path, from_: str, value: Any) -> None:
        """Read the links that start at an entry, under the key of their kind."""
        for index, entry in enumerate(sequence(value, (UNKNOWN, NONE))):
            where = (*path, index)
            single = self.attempt(where, _link_entry, from_, str(path[-1]), entry)
            if single is not None:
                self.link(where, single)

    def link(self, path: Path, entry: dict[str, Any]) -> None:
        """Read one link with all its fields."""
        found = self.record(path, Link, entry)
        self.draft.fields["links"] += () if found is None else (found,)


def _entry(section: Section, id: str, value: Any) -> dict[str, Any]:
    short = SHORT.get(section.holds)
    entry = table({short: value} if short and isinstance(value, str) else value)
    if "id" in entry:
        hint = Misfit(f"the id is the key already, {shortened(id)!r}; leave it out")
        raise Misfits([("id", hint)])
    return {**entry, "id": id}


def _link_entry(from_: str, kind: str, value: Any) -> dict[str, Any]:
    entry = {"to": value} if isinstance(value, str) else table(value)
    taken = [name for name in ("from", "kind") if name in entry]
    if taken:
        hint = Misfit("the place of this link says it already; leave it out")
        raise Misfits([(name, hint) for name in taken])
    return {**entry, "from": from_, "kind": kind}


def _listed_end(value: Any) -> list[Any]:
    return sequence(value) if isinstance(value, list) else [value]


def _written_ends(entry: dict[str, Any], pair: tuple[Any, ...]) -> dict[str, Any]:
    return {name: end for name, end in zip(_ENDS, pair, strict=True) if name in entry}
