"""The two streams of the command line: what is said on them, escaped, and streams that fail.

A reader that leaves early changes nothing: what is left to say is dropped, and the exit code is
that of the command. A note that cannot be written is lost, and the exit code stays as it is.
"""

import errno
import sys
from collections.abc import Iterable
from contextlib import suppress

import click

from interagency.report.printing import shown


def say(text: str = "") -> None:
    """Print one line of a result on standard output, escaped."""
    say_all([text])


def say_all(lines: Iterable[str]) -> None:
    """Print lines of a result on standard output, each escaped."""
    pour("".join(f"{shown(line)}\n" for line in lines))


def note(text: str) -> None:
    """Print one line on standard error, escaped; one that cannot be written is lost."""
    with suppress(OSError):
        click.echo(shown(text), err=True)


def pour(text: str | bytes) -> None:
    """Write a result to standard output as it is: its parts have been escaped.

    Args:
        text: Text loses its colours where it does not go to a terminal; bytes stay as they are.

    Raises:
        OSError: If standard output is closed, or cannot be written to.
    """
    if isinstance(text, str):
        # Of results in JSON, which are escaped in a way of their own; the reader gets the same.
        text = text.replace("##[", "#\\u0023[")
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed; name a file with -o")
    with suppress(BrokenPipeError):  # the reader has seen enough
        click.echo(text, nl=False)
