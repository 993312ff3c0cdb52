"""The documents of a folder as one: every section is the union of theirs."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path as FilePath
from typing import Any, final

from attrs import evolve, field, frozen

from interagency.document.files import Text
from interagency.document.positions import locate
from interagency.document.problems import Path, Place, Problem
from interagency.document.scalars import shortened
from interagency.document.shape import HEADER, SECTIONS, VERSION_KEY, file_key
from interagency.document.workbook.places import Places

_KEYED = frozenset(section.key for section in SECTIONS if section.keyed)
_HEADER = frozenset({VERSION_KEY, *map(file_key, HEADER)})
_LISTED = frozenset(section.key for section in SECTIONS if not section.keyed)


@final
@frozen
class Part:
    """One file of a document: its text, and the plain value in it.

    Attributes:
        text: The text.
        value: The plain value.
        cells: Where the paths of a workbook stand; nothing of a text, which is read again.
    """

    text: Text
    value: dict[str, Any]
    cells: Places | None = None

    def places(self, paths: Collection[Path], *, unique: bool = False) -> dict[Path, Place]:
        """Return the line and column, or the cell, of each path in the file."""
        if self.cells is not None:
            return dict(self.cells.locate(paths))
        return dict(locate(self.text.data, paths, format=self.text.format, unique=unique))


@final
@frozen
class Union:
    """One document made of parts, which remembers what came from where.

    Attributes:
        value: The plain value of the whole.
        problems: What two parts say that only one may.
        parts: The parts.
        homes: The part from which the beginning of a path came.
        offsets: How many entries of each list stand before those of a part.
    """

    parts: Sequence[Part]
    value: dict[str, Any] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    homes: dict[Path, int] = field(factory=dict)
    offsets: dict[tuple[str, int], int] = field(factory=dict)

    def add_problem(self, index: int, path: Path, message: str) -> None:
        """Note what is wrong with a part, at a path in that part; `place_problems` finds where."""
        self.problems.append(Problem(message, path, self.parts[index].text.file))

    def place_problems(self) -> None:
        """Find the lines of the noted problems, with one pass over each part that has any."""
        for part in self.parts:
            file = part.text.file
            paths = {problem.path for problem in self.problems if problem.file == file}
            places = part.places(paths) if paths else {}
            self.problems[:] = [
                each.at(file, places.get(each.path)) if each.file == file else each
                for each in self.problems
            ]

    def home_of(self, path: Path) -> tuple[int, Path]:
        """Return the part from which a path came, and the path in that part."""
        home = self.homes.get(path[:2], self.homes.get(path[:1], 0))
        if len(path) > 1 and isinstance(path[1], int):
            offset = self.offsets.get((str(path[0]), home), 0)
            return home, (path[0], path[1] - offset, *path[2:])
        return home, path

    def places(
        self, paths: Collection[Path], *, unique: bool = False
    ) -> dict[Path, tuple[str, Place | None]]:
        """Return the file of each path, and the line and column where they can be told.

        Args:
            paths: The paths.
            unique: Whether no key stands twice, so that nobody need look for another.
        """
        homes = {path: self.home_of(path) for path in paths}
        found: dict[Path, tuple[str, Place | None]] = {}
        for index, part in enumerate(self.parts):
            local = {path: inner for path, (home, inner) in homes.items() if home == index}
            located = part.places(set(local.values()), unique=unique) if local else {}
            for path, inner in local.items():
                found[path] = (part.text.file, located.get(inner))
        return found

    def with_places(self, problems: Iterable[Problem], *, unique: bool = False) -> list[Problem]:
        """Return problems of the whole with the file, line, column and path in it of each."""
        problems = list(problems)
        places = self.places({problem.path for problem in problems}, unique=unique)
        return [
            evolve(each, path=self.home_of(each.path)[1], file="").at(*places[each.path])
            for each in problems
        ]


def united(parts: Sequence[Part]) -> Union:
    """Return the union of the parts of a document."""
    union = Union(parts)
    for index, part in enumerate(parts):
        for key, value in part.value.items():
            if key in _KEYED and isinstance(value, dict):
                _add_entries(union, index, key, value)
            elif key in _LISTED and isinstance(value, list) and value:
                _add_items(union, index, key, value)
            elif key in _HEADER:
                _add_header(union, index, key, value)
            else:
                _add_stray(union, index, key, value)
    union.place_problems()
    return union


def _add_entries(union: Union, index: int, key: str, value: dict[str, Any]) -> None:
    whole = union.value.setdefault(key, {})
    union.homes.setdefault((key,), index)
    for id, entry in value.items() if isinstance(whole, dict) else ():
        if id in whole:
            union.add_problem(index, (key, id), _taken(union, index, key, id))
        else:
            whole[id] = entry
            union.homes[key, id] = index


def _taken(union: Union, index: int, key: str, id: str) -> str:
    first = union.parts[union.homes[key, id]].text.file
    stem = FilePath(union.parts[index].text.file).stem
    shown = shortened(id)
    return f"the id {shown!r} is already used in {first}; a prefix tells them apart: {stem}-{shown}"


def _add_items(union: Union, index: int, key: str, value: list[Any]) -> None:
    whole = union.value.setdefault(key, [])
    union.homes.setdefault((key,), index)
    if isinstance(whole, list):
        union.offsets[key, index] = len(whole)
        places = range(len(whole), len(whole) + len(value))
        if union.homes[key,] != index:  # the place of a list is that of its items, else
            union.homes.update({(key, place): index for place in places})
        whole += value


def _add_header(union: Union, index: int, key: str, value: Any) -> None:
    home = union.homes.setdefault(() if key != VERSION_KEY else (key,), index)
    if key == VERSION_KEY or home == index:
        union.value.setdefault(key, value)
        union.homes.setdefault((key,), index)
    else:
        first = union.parts[home].text.file
        message = f"the header stands in {first} already; only one file of a folder has one"
        union.add_problem(index, (key,), message)


def _add_stray(union: Union, index: int, key: str, value: Any) -> None:
    """Keep what is no section and no header for the reader to refuse, or refuse it here.

    The reader sees one value for each key, so it would not see that of a second file.
    """
    if key not in union.value:
        union.value[key] = value
        union.homes[key,] = index
    elif key in _KEYED:
        union.add_problem(index, (key,), "a mapping is expected here")
    elif key in _LISTED:
        union.add_problem(index, (key,), "a list that is not empty is expected here")
    else:
        union.add_problem(index, (key,), f"there is no field {shortened(key)!r} here")
