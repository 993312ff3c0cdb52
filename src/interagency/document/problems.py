"""What can be wrong with a file, told with place, cause and cure, all at once."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final, NamedTuple, final

from attrs import evolve, field, frozen
from cattrs import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError

from interagency.document.scalars import shortened
from interagency.document.shape import SECTIONS, VERSION_KEY, entry_keys, file_key
from interagency.errors import UnreadableInput
from interagency.model.fields import fields_of

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
class Cell(NamedTuple):
    """A cell of a workbook: row and column, counted from 1, and the name of the sheet."""

    row: int
    column: int
    sheet: str

    def __str__(self) -> str:
        """Return the cell as spreadsheets write it, for example Leads!D14."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        name = self.sheet if self.sheet.isalnum() else "'{}'".format(self.sheet.replace("'", "''"))
        return f"{name}!{letters}{self.row}"


# Line and column of a text, counted from 1, or a cell.
Place = tuple[int, int] | Cell


def place_text(place: Place | None) -> str:
    """Return a place as it stands behind the name of a file: `:12:3`, or `[Leads!D14]`."""
    if place is None:
        return ""
    return f"[{place}]" if isinstance(place, Cell) else ":".join(["", *map(str, place)])


# Long enough for any message of ours; what it quotes may be megabytes.
_LONGEST: Final = 1_000


def _bounded(message: str) -> str:
    """Return a message without the middle of what it quotes, if that is very long."""
    if len(message) <= _LONGEST:
        return message
    return f"{message[: _LONGEST // 2]}...{message[-_LONGEST // 4 :]}"


@final
@frozen
class Problem:
    """One thing that is wrong with a file.

    Attributes:
        message: What is wrong, and what to do.
        path: Where it stands among the keys of the file.
        file: Name of the file.
        line: Line, or row of a sheet, counted from 1; None if no line can be told.
        column: Column, counted from 1.
        sheet: Name of the sheet, if it stands in a cell of a workbook.
    """

    message: str = field(converter=_bounded)
    path: Path = ()
    file: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""

    @property
    def place(self) -> Place | None:
        """Return where it stands in the file; None if nobody can tell."""
        if self.line is None:
            return None
        here = (self.line, self.column or 1)
        return Cell(*here, self.sheet) if self.sheet else here

    def __str__(self) -> str:
        """Return the problem as `file:line:column: path: message`, which editors can jump to.

        A cell of a workbook is exact by itself: `file[Leads!D14]: message`.
        """
        path = "" if self.sheet else path_text(self.path)
        place = f"{self.file}{place_text(self.place)}"
        return ": ".join(part for part in (place, path, self.message) if part)

    def at(self, file: str, place: Place | None = None) -> "Problem":
        """Return the problem, said to be in a file; a line and column known already are kept."""
        if place is None or self.line is not None:
            return evolve(self, file=file)
        line, column, *sheet = place
        return evolve(self, file=file, line=line, column=column, sheet=str(*sheet))


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


def _place(problem: Problem) -> tuple[str, str, int, int]:
    return (problem.file, problem.sheet, problem.line or 0, problem.column or 0)


# Looking for similar names is slow, and nobody reads more of them.
MOST_HINTS: Final = 100


@final
class Misfit(ValueError):
    """One value does not fit where it stands; the message says what would."""


@final
class Misfits(ValueError):
    """Several values inside one do not fit; `errors` has them with the step to each."""

    def __init__(self, errors: Sequence[tuple[str | int, Exception]]) -> None:
        """Keep the errors."""
        super().__init__(f"{len(errors)} misfits")
        self.errors = errors


# What the hooks raise: anything else is a fault of this library and must be seen as one.
MISFITS = (Misfit, Misfits, BaseValidationError)


def problems_in(error: Exception, path: Path = (), hint: bool = True) -> Iterator[Problem]:
    """Yield a problem for each value that an error tells of.

    Args:
        error: What was raised.
        path: Where.
        hint: Whether to look for the fields that unknown ones may mean.
    """
    match error:
        case Misfits():
            for step, inner in error.errors:
                yield from problems_in(inner, (*path, step), hint)
        case BaseValidationError():
            for inner in error.exceptions:
                yield from problems_in(inner, (*path, *_step_of(inner)), hint)
        case ForbiddenExtraKeysError():
            known, few = _keys_of(error.cl), len(error.extra_fields) <= MOST_HINTS
            for key in error.extra_fields:
                yield Problem(unknown_field(key, known, hint and few), (*path, key))
        case KeyError():
            yield Problem(f"the field {error.args[0]!r} is missing", path)
        case _:
            yield Problem(str(error), path)


def _step_of(error: Exception) -> Path:
    """Return the field that cattrs notes on an error; a missing field notes itself and is none."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote) and not isinstance(error, KeyError):
            return (note.name.rstrip("_"),)
    return ()


def unknown_field(key: str, known: tuple[str, ...], hint: bool = True) -> str:
    """Return the message on a field that the format does not have."""
    shown = shortened(key)
    message = f"there is no field {shown!r} here"
    return f"{message}; {_meant(shown, known)}" if hint else message


# Words that belong elsewhere, with where; each stands for a place that has the field named.
_ELSEWHERE: Final = (
    ("areas", ("country", "countries", "location"), "write areas: [ROU]"),
    ("seats", ("lead", "chair", "member", "facilitator", "coordinator", "observer"), ""),
    ("within", ("parent", "part_of", "sector", "belongs_to"), "write within: the id above it"),
    ("holder", ("organization", "org", "agency"), "write holder: the id"),
    (VERSION_KEY, ("waiver",), "a file of waivers is given with --waivers"),
    ("as_of", ("date", "day"), "write as_of: 2024-03-31"),
)


def _meant(key: str, known: tuple[str, ...]) -> str:
    """Return what to write in place of an unknown field, or the fields that there are."""
    word = key.casefold().replace(" ", "_").replace("-", "_")
    if word in known:
        return f"write {word}"
    singular = word.removesuffix("s").removeprefix("co_").removeprefix("vice_")
    for home, words, cure in _ELSEWHERE:
        if home in known and {word, singular} & {*words}:
            return (
                cure or f"who leads or sits in a body stands under seats: {{{_term(key)}: [...]}}"
            )
    if key == "id" and VERSION_KEY not in known:
        return "the id is the key above: `rcf: {name: ...}`"
    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"


def _term(key: str) -> str:
    """Return a key as the term of a seat: co-chair for `co_chairs`."""
    return key.casefold().replace("_", "-").replace(" ", "-").removesuffix("s")


def _keys_of(cls: type[Any]) -> tuple[str, ...]:
    section = next((section for section in SECTIONS if section.holds is cls), None)
    if section is not None:
        return entry_keys(section)
    return tuple(file_key(shape) for shape in fields_of(cls))
