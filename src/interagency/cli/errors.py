"""Errors of the library to messages and exit codes: never a traceback for bad input."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Final

import click

from interagency.cli.channel import note
from interagency.document import InvalidDocument
from interagency.errors import BrokenDown, InteragencyError, UnreadableInput, attempt
from interagency.plugins.errors import PluginError
from interagency.snapshot.labels import counted

FINDINGS: Final = 1
USAGE: Final = 2
INVALID: Final = 3
FAILED: Final = 4
INTERRUPTED: Final = 130


def exit_code(error: InteragencyError) -> int:
    """Return the exit code that tells a script what sort of error it was."""
    if isinstance(error, UnreadableInput):
        return INVALID
    return FAILED if isinstance(error, PluginError) else USAGE


@contextmanager
def telling(ctx: click.Context) -> Iterator[None]:
    """Tell what goes wrong in a command on standard error, and end with its exit code."""
    try:
        yield
    except InteragencyError as error:
        ctx.exit(tell_safely(error))
    except OSError as error:
        ctx.exit(tell_refusal(error))
    except KeyboardInterrupt:
        note("interrupted; nothing more was written")
        ctx.exit(INTERRUPTED)
    except SystemExit:  # code of somebody else ended the program: that is not all clear
        note("error: something ended the program before the command was done")
        ctx.exit(FAILED)


def tell_refusal(error: OSError) -> int:
    """Tell what the system refuses, and return the exit code of it."""
    if isinstance(error, BrokenPipeError) and error.filename is None:
        return 0  # of the help: the reader has seen enough
    cause = error.strerror or str(error)
    file = f": {error.filename}" if error.filename else ""
    note(f"error: {cause}{file}")
    return USAGE


def tell_usage(error: click.ClickException) -> int:
    """Print a mistake in usage as click does, escaped, and return its exit code."""
    said = StringIO()
    error.show(file=said)
    for line in said.getvalue().splitlines():
        note(line)
    return error.exit_code


def tell_safely(error: InteragencyError) -> int:
    """Tell an error, which may be of a class of a plugin, and return its exit code."""
    try:
        attempt(lambda: tell(error))
    except BrokenDown as broken:
        note(f"error: {type(error).__name__}, which breaks down when it is told: {broken}")
        return FAILED
    return exit_code(error)


def tell(error: InteragencyError) -> None:
    """Print an error on standard error; of a broken document, every problem and their number."""
    if not isinstance(error, InvalidDocument):
        note(str(error))
        return
    for problem in error.problems:
        note(str(problem))
    note(f"{counted(len(error.problems), 'problem')}; nothing was loaded")
