"""Errors of the library to messages and exit codes: never a traceback for bad input."""

import sys
from io import TextIOWrapper
from typing import Any, Final, final

import click

from interagency.cli.config import configured
from interagency.cli.inputs import shown
from interagency.document import InvalidDocument
from interagency.errors import InteragencyError
from interagency.plugins.loading import PluginError

FINDINGS: Final = 1
USAGE: Final = 2
INVALID: Final = 3
FAILED: Final = 4


def exit_code(error: InteragencyError) -> int:
    """Return the exit code that tells a script what sort of error it was."""
    if isinstance(error, InvalidDocument):
        return INVALID
    return FAILED if isinstance(error, PluginError) else USAGE


@final
class Commands(click.Group):
    """A group of commands that tells errors of the library on standard error."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command with the configuration of its folder."""
        _print_anything()
        try:
            ctx.default_map = configured()
            return super().invoke(ctx)
        except InteragencyError as error:
            tell(error)
            ctx.exit(exit_code(error))
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise  # the reader has seen enough; click ends quietly
            cause = error.strerror or str(error)
            file = f": {error.filename}" if error.filename else ""
            click.echo(shown(f"error: {cause}{file}"), err=True)
            ctx.exit(USAGE)


def _print_anything() -> None:
    """Let a name that the encoding of a terminal or pipe lacks be escaped: it must not crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def tell(error: InteragencyError) -> None:
    """Print an error on standard error; of a broken document, every problem and their number."""
    if not isinstance(error, InvalidDocument):
        click.echo(shown(str(error)), err=True)
        return
    for problem in error.problems:
        click.echo(shown(str(problem)), err=True)
    count = len(error.problems)
    click.echo(f"{count} problem{'s' if count > 1 else ''}; nothing was loaded", err=True)
