"""Files, folders and texts to architectures: whole, or not at all with every problem told."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path as FilePath
from typing import Any, final

from attrs import frozen

from interagency.document.assembly import in_detail, quickly
from interagency.document.files import (
    MAX_BYTES,
    Text,
    decoded,
    format_of,
    known_format,
    paths_in,
    read_file,
)
from interagency.document.folder import Part, Union, united
from interagency.document.json_reader import read_json
from interagency.document.migrations import migrated, version_problem
from interagency.document.problems import (
    InvalidDocument,
    Path,
    Place,
    Problem,
    UnsupportedVersion,
)
from interagency.document.shape import SCHEMA_KEY
from interagency.document.workbook.files import WORKBOOK, is_workbook, read_workbook_file
from interagency.document.workbook.places import Places
from interagency.document.yaml_reader import TooManyProblems, Unreadable, compose
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies, shipped

_READERS: dict[str, Callable[[bytes], tuple[Any, list[Problem]]]] = {
    "yaml": compose,
    "json": read_json,
}


@final
@frozen
class Document:
    """A document as read: its plain value, and the texts in which the places of it are found.

    Attributes:
        whole: The union of its parts.
        problems: What is wrong with its texts; with any, there is no architecture.
        notes: What was left, and is not wrong: sheets and columns of a workbook that are not ours.
    """

    whole: Union
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def architecture(self, vocabularies: Vocabularies | None = None) -> Architecture:
        """Return the architecture that the document describes.

        Args:
            vocabularies: Code lists and registry of organizations; by default the shipped ones.

        Raises:
            InvalidDocument: With every problem, each with its file, line, column and path.
        """
        known = vocabularies or shipped()
        value, registry = self.whole.value, known.organizations
        found = None if self.problems else quickly(value, registry, known)
        if isinstance(found, Architecture):
            return found
        wrong = in_detail(value, registry, known) if found is None else found
        inside = self.whole.with_places(wrong, unique=not self.problems)
        raise InvalidDocument([*self.problems, *self._unsaid(inside)])

    def _unsaid(self, problems: list[Problem]) -> Iterator[Problem]:
        """Yield the problems at places where the text itself has none: one cause is told once."""
        said = {(problem.file, problem.path) for problem in self.problems}
        return (problem for problem in problems if (problem.file, problem.path) not in said)

    def places(self, paths: Collection[Path]) -> dict[Path, tuple[str, Place | None]]:
        """Return the file of each path, with the line and column, or the cell, if it has one."""
        return self.whole.places(paths, unique=True)


def load(
    path: str | FilePath,
    *,
    max_bytes: int | None = None,
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return the architecture that a file, or a folder of files, describes.

    Args:
        path: A YAML or JSON file, a workbook (.xlsx), or a folder: the union of the texts in it.
        max_bytes: The size at which to refuse a file; by default 5 MB of YAML, 50 MB of JSON or
            of a workbook.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        InvalidDocument: With every problem, each with its file, line, column and path.
    """
    return read_path(path, max_bytes=max_bytes).architecture(vocabularies)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    file: str = "<text>",
    max_bytes: int | None = None,
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return the architecture that a text describes.

    Args:
        text: The document.
        format: yaml or json; by default what the text looks like.
        file: Name of the text in problems.
        max_bytes: The size at which to refuse it; by default 5 MB of YAML, 50 MB of JSON.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        InvalidDocument: With every problem, each with its line, column and path.
    """
    document = read_text(text, format=format, file=file, max_bytes=max_bytes)
    return document.architecture(vocabularies)


def read_path(path: str | FilePath, *, max_bytes: int | None = None) -> Document:
    """Return the document in a file or folder.

    Args:
        path: A YAML or JSON file, a folder of them, or a workbook (.xlsx).
        max_bytes: The size at which to refuse a file.

    Raises:
        InvalidDocument: If a file cannot be read at all.
    """
    try:
        paths = paths_in(FilePath(path))
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None
    read = read_workbook_file if is_workbook(FilePath(path)) else read_file
    return _document([partial(read, each, max_bytes) for each in paths])


def read_text(
    text: str | bytes,
    *,
    format: str | None = None,
    file: str = "<text>",
    max_bytes: int | None = None,
) -> Document:
    """Return the document in a text.

    Args:
        text: The document.
        format: yaml or json; by default what the text looks like.
        file: Name of the text in problems.
        max_bytes: The size at which to refuse it.

    Raises:
        InvalidDocument: If the text cannot be read at all.
    """
    # A lone surrogate has no place in UTF-8: let the bytes tell where it stands.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    kind = known_format(format) or format_of(data)
    if kind == WORKBOOK:
        return _document([lambda: Text(file, data, WORKBOOK)])
    limit = MAX_BYTES[kind] if max_bytes is None else max_bytes
    return _document([lambda: decoded(file, data, kind, limit)])


def read_texts(texts: Iterable[Text]) -> Document:
    """Return the document that several texts make, as the files of a folder do.

    Raises:
        InvalidDocument: If one cannot be read at all.
    """
    return _document([partial(_itself, text) for text in texts])


def _itself(text: Text) -> Text:
    return text


def _document(texts: Iterable[Callable[[], Text]]) -> Document:
    parts: list[Part] = []
    problems: list[Problem] = []
    notes: list[str] = []
    fatal: list[Problem] = []
    for text in texts:
        try:
            parts.append(_part(text(), problems, notes))
        except Unreadable as error:
            fatal.append(error.problem)
    if fatal:
        raise InvalidDocument([*problems, *fatal])
    whole = united(parts)
    return Document(whole, (*problems, *whole.problems), tuple(notes))


def _part(text: Text, problems: list[Problem], notes: list[str]) -> Part:
    """Read one text, and note what is wrong with it, and what was left of it."""
    cells = None
    if text.format == WORKBOOK:
        value, found, cells = _cells(text, notes)
    else:
        value, found = _read(text)
    if not isinstance(value, dict):
        message = "a document is a mapping that begins with `interagency: 2`"
        raise Unreadable(Problem(message, (), text.file, 1, 1))
    if isinstance(value.get(SCHEMA_KEY), str):
        value = {key: each for key, each in value.items() if key != SCHEMA_KEY}
    part = Part(text, value, cells)
    problems += _placed(part, found)
    try:
        wrong = version_problem(value)
    except UnsupportedVersion as error:
        raise UnsupportedVersion(_placed(part, error.problems)) from None
    if wrong is not None:
        problems += _placed(part, [wrong])
        return part
    return Part(text, migrated(value), cells)


def _placed(part: Part, problems: Sequence[Problem]) -> list[Problem]:
    """Return problems of one part with their lines; good parts pay nothing for it."""
    return united([part]).with_places(problems) if problems else []


def _cells(text: Text, notes: list[str]) -> tuple[Any, list[Problem], Places]:
    """Read a workbook: its plain value, what is wrong with it, and where in it all stands."""
    from interagency.document.workbook.reader import read_workbook  # for who has a workbook

    try:
        found = read_workbook(text.data)
    except Unreadable as error:
        raise Unreadable(error.problem.at(text.file)) from None
    notes += [f"{text.file}: {note}" for note in found.notes]
    return found.value, [*found.problems], found.places


def _read(text: Text) -> tuple[Any, list[Problem]]:
    try:
        return _READERS[text.format](text.data)
    except TooManyProblems as error:
        raise InvalidDocument(problem.at(text.file) for problem in error.problems) from None
    except Unreadable as error:
        raise Unreadable(error.problem.at(text.file)) from None
