"""Errors of the library to messages and exit codes: never a traceback for bad input."""

from typing import Any, Final, final

import click

from interagency.cli.config import configured
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
        try:
            ctx.default_map = configured()
            return super().invoke(ctx)
        except InteragencyError as error:
            tell(error)
            ctx.exit(exit_code(error))
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise  # the reader has seen enough; click ends quietly
            click.echo(f"error: {error.strerror}: {error.filename}", err=True)
            ctx.exit(USAGE)


def tell(error: InteragencyError) -> None:
    """Print an error on standard error; of a broken document, every problem and their number."""
    click.echo(str(error).encode("utf-8", "backslashreplace").decode(), err=True)
    if isinstance(error, InvalidDocument):
        count = len(error.problems)
        click.echo(f"{count} problem{'s' if count > 1 else ''}; nothing was loaded", err=True)
