"""The root of every error raised on purpose; each child lives beside what it is about."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import ClassVar, TypeVar, final

_FEW = 12
_LONGEST = 80

Given = TypeVar("Given")


class InteragencyError(Exception):
    """Something the caller can act on: the message says what is wrong, where, and what to do."""


@final
class BrokenDown(InteragencyError):
    """What somebody else's code raised, told in one line; the error itself is its cause."""


def attempt(call: Callable[[], Given], passing: tuple[type[Exception], ...] = ()) -> Given:
    """Return what somebody else's code gives; whatever it raises is told as a breakdown.

    Also what is no error, such as SystemExit, GeneratorExit and CancelledError: a program that
    ends would look like all clear. Memory that runs out is told too, since what the code took is
    free again once it has failed. Only Ctrl-C passes, which is for whoever runs the program.

    Args:
        call: Calls the code.
        passing: Errors that the code may raise on purpose.

    Raises:
        BrokenDown: If it raises anything else.
    """
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except passing:
        raise
    except BaseException as error:
        raise BrokenDown(told(error)) from error


def told(error: BaseException) -> str:
    """Return an error as one line, even one that cannot say what it is."""
    try:
        text = " ".join(str(error).split())
    except KeyboardInterrupt:
        raise
    except BaseException:  # it comes from anybody's code
        text = "it cannot be told"
    return f"{type(error).__name__}: {text}"


class UnreadableInput(InteragencyError):
    """Something to read from that cannot be read, or is not what it should be."""


class MissingExtra(InteragencyError):
    """A library that is installed only on demand is not there; `extra` brings it."""

    def __init__(self, extra: str, purpose: str) -> None:
        """Keep the extra."""
        super().__init__(f"{purpose} needs one more library: pip install 'interagency[{extra}]'")
        self.extra = extra


class UnknownName(InteragencyError, LookupError):
    """A name that nothing of a sort has.

    Attributes:
        name: The name.
        close_matches: The names that may be meant, the likeliest first.
    """

    sort: ClassVar[str] = "thing"
    purpose: ClassVar[str] = ""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Keep the name, and those that may be meant."""
        super().__init__(name, tuple(known))
        self.name = name
        self.close_matches = tuple(get_close_matches(name, self.args[1], n=2))

    def __str__(self) -> str:
        """Return the name, and what may be meant."""
        close, known = " or ".join(self.close_matches), self.args[1]
        few = f"; known are {', '.join(known)}" if 0 < len(known) <= _FEW else ""
        hint = f"; did you mean {close}?" if close else few
        name = self.name if len(self.name) <= _LONGEST else f"{self.name[:_LONGEST]}..."
        return f"there is no {self.sort} {name!r}{self.purpose}{hint}"


@final
class MissingLibrary(InteragencyError):
    """A library that is not installed, as it comes with an extra."""

    def __init__(self, purpose: str, extra: str) -> None:
        """Keep the purpose, and the extra that brings the library."""
        super().__init__(purpose, extra)
        self.extra = extra

    def __str__(self) -> str:
        """Return the purpose, and the command that installs the library."""
        purpose, extra = self.args
        return f"{purpose} needs one more library: pip install 'interagency[{extra}]'"
