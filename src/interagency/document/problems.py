"""What can be wrong with a file, told with place, cause and cure, all at once."""

from collections.abc import Iterable
from itertools import islice
from typing import Final, final

from attrs import frozen

from interagency.document.scalars import shortened
from interagency.errors import UnreadableInput

Path = tuple[str | int, ...]


def path_text(path: Path) -> str:
    """Return a path as people write it, for example sectors.health.seats.member[1].since."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{_printable(step)}"
    return text.removeprefix(".")


def _printable(step: str) -> str:
    shown = shortened(step)
    return shown if shown.isprintable() else repr(shown)[1:-1]


@final
@frozen
class Problem:
    """One thing that is wrong with a file.

    Attributes:
        message: What is wrong, and what to do.
        path: Where it stands among the keys of the file.
        file: Name of the file.
        line: Line, counted from 1; None if no line can be told.
        column: Column, counted from 1.
    """

    message: str
    path: Path = ()
    file: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return the problem as `file:line:column: path: message`, which editors can jump to."""
        numbers = [] if self.line is None else [str(self.line), str(self.column)]
        place = ":".join([self.file, *numbers])
        return ": ".join(part for part in (place, path_text(self.path), self.message) if part)

    def at(self, file: str, place: tuple[int, int] | None = None) -> "Problem":
        """Return the problem, said to be in a file; a line and column known already are kept."""
        line, column = place if place and self.line is None else (self.line, self.column)
        return Problem(self.message, self.path, file, line, column)


# A file with more problems than this has one cause, or was not meant to be a document.
MOST_PROBLEMS: Final = 1_000


class InvalidDocument(UnreadableInput):
    """A file that cannot be loaded; `problems` has what is wrong with it.

    All problems are told at once; of a file with thousands, the first 1,000 that are met.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order of the file."""
        found = islice(dict.fromkeys(problems), MOST_PROBLEMS)
        self.problems = tuple(sorted(found, key=_place))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line for each problem."""
        lines = [*map(str, self.problems)]
        if len(lines) >= MOST_PROBLEMS:
            lines.append(f"and there may be more: {MOST_PROBLEMS:,} problems are told at most")
        return "\n".join(lines)


@final
class UnsupportedVersion(InvalidDocument):
    """A file in a format newer than this release knows."""


def _place(problem: Problem) -> tuple[str, int, int]:
    return (problem.file, problem.line or 0, problem.column or 0)
