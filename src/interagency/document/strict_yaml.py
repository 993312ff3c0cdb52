"""Small YAML files that are no documents, packs and waivers: read strictly, all problems at once.

A reader notes what does not fit and returns something harmless, so that it can read on.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path as FilePath
from typing import Any, TypeVar, cast

from attrs import evolve

from interagency.document.files import MAX_BYTES, Text, decoded, file_bytes
from interagency.document.positions import locate
from interagency.document.problems import (
    MOST_HINTS,
    MOST_PROBLEMS,
    InvalidDocument,
    Path,
    Problem,
    unknown_field,
)
from interagency.document.scalars import shortened, written
from interagency.document.yaml_reader import TooManyProblems, Unreadable, compose

Value = TypeVar("Value")

_START = (1, 1)
_OF_DOCUMENTS = "a document begins with `interagency: 2`"


def text_in(path: FilePath) -> Text:
    """Return the text of a file.

    Raises:
        InvalidDocument: If it cannot be read.
    """
    try:
        data = file_bytes(path, MAX_BYTES["yaml"])
        return decoded(str(path), data, "yaml", MAX_BYTES["yaml"])
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None


def text_of(text: str | bytes, file: str) -> Text:
    """Return a text that is in no file.

    Raises:
        InvalidDocument: If it is too large, or not UTF-8.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        return decoded(file, data, "yaml", MAX_BYTES["yaml"])
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None


def parsed(text: Text, reader: "Reader", read: Callable[[Any], Value], begins: str) -> Value:
    """Return what a reader makes of a text.

    Args:
        text: The text.
        reader: The reader, which notes what is wrong.
        read: The method of it that reads the whole.
        begins: How such a file begins, for one that is empty.

    Raises:
        InvalidDocument: With everything that is wrong, each with its place.
    """
    try:
        value, problems = compose(text.data)
    except TooManyProblems as error:
        raise InvalidDocument([each.at(text.file) for each in error.problems]) from None
    except Unreadable as error:
        message = error.problem.message.replace(_OF_DOCUMENTS, begins)
        raise InvalidDocument([evolve(error.problem, file=text.file, message=message)]) from None
    result = None
    with suppress(_Enough):
        result = read(value)
    found = [*problems, *_unsaid(reader.problems, problems)]
    if found:
        places = locate(text.data, {problem.path for problem in found})
        raise InvalidDocument([each.at(text.file, places.get(each.path, _START)) for each in found])
    return cast("Value", result)  # without a problem, it was read to its end


def _unsaid(problems: list[Problem], said: list[Problem]) -> Iterator[Problem]:
    """Yield the problems at places where the text itself has none: one cause is told once."""
    places = {problem.path for problem in said}
    return (problem for problem in problems if problem.path not in places)


class _Enough(Exception):
    """So many problems were noted that reading on would help nobody."""


class Reader:
    """Reads plain values; what does not fit is noted, and something harmless returned."""

    def __init__(self) -> None:
        """Start with no problem."""
        self.problems: list[Problem] = []

    def note(self, path: Path, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(message, path))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Enough

    def version(self, value: Any, path: Path, known: int, sort: str) -> None:
        """Note a version other than the known one."""
        if written(value) != str(known):
            self.note(path, f"this release knows version {known} of {sort} only")

    def mapping(
        self,
        value: Any,
        path: Path,
        keys: Sequence[str] | None,
        required: Sequence[str] = (),
    ) -> dict[str, Any]:
        """Read a mapping with certain keys; None allows any. What is null counts as not written."""
        if not isinstance(value, dict):
            self.note(path, "a mapping is expected here")
            return {}
        for key, each in value.items():
            if keys is not None and key not in keys:
                hint = len(self.problems) < MOST_HINTS
                self.note((*path, key), unknown_field(key, tuple(keys), hint))
            elif each is None:
                self.note((*path, key), "nothing is written here: leave the key out")
        for key in required:
            if key not in value:
                self.note(path, f"the field {key!r} is missing")
        return {key: each for key, each in value.items() if each is not None}

    def sequence(self, value: Any, path: Path) -> list[Any]:
        """Read a list."""
        if not isinstance(value, list):
            self.note(path, "a list is expected here")
            return []
        return value

    def texts(self, value: Any, path: Path) -> tuple[str, ...]:
        """Read a list of texts, or a text that stands for a list of one."""
        items = value if isinstance(value, list) else [value]
        return tuple(self.text(item, (*path, index)) for index, item in enumerate(items))

    def text(self, value: Any, path: Path) -> str:
        """Read a text; a number comes back as it was written."""
        found = written(value)
        if found is None:
            self.note(path, "text is expected here")
        return found or ""

    def truth(self, value: Any, path: Path) -> bool:
        """Read true or false."""
        if not isinstance(value, bool):
            self.note(path, "true or false is expected here")
        return value is True

    def number(self, value: Any, path: Path) -> int:
        """Read a whole number that is not negative."""
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.note(path, "a whole number is expected here")
            return 1
        return value

    def once(self, values: Sequence[str], path: Path) -> None:
        """Note values that stand more than once."""
        seen: set[str] = set()
        for index, value in enumerate(values):
            if value and value in seen:
                self.note((*path, index), f"{shortened(value)!r} is written twice")
            seen.add(value)
