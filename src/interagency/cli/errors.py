"""Errors of the library to messages and exit codes: never a traceback for bad input."""

import sys
from io import StringIO
from itertools import pairwise
from typing import Any, Final, final

import click

from interagency.cli.channel import note
from interagency.cli.config import configured
from interagency.cli.encodings import print_anything
from interagency.cli.guard import Guard
from interagency.cli.lazy import LateCommands
from interagency.document import InvalidDocument
from interagency.errors import BrokenDown, InteragencyError, UnreadableInput, attempt
from interagency.plugins.errors import PluginError
from interagency.report.printing import shown
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


@final
class Commands(click.Group):
    """A group of commands that tells errors of the library on standard error."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what is empty, as an unset variable in a script makes it, wherever it stands."""
        for before, word in pairwise(["", *args]):
            option, _, value = word.partition("=")
            is_option = word.startswith("--") and "=" in word
            if not (value if is_option else word):
                name = option if is_option else before
                what = f"the value of {name}" if name.startswith("-") else "an argument"
                ctx.fail(shown(f"{what} is empty"))
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings."""
        commands = self.commands
        if not isinstance(commands, LateCommands):
            raise AssertionError("the commands have headings")
        longest = max(map(len, commands))
        for heading, names in commands.by_heading():
            with formatter.section(heading):
                limit = formatter.width - longest - 6
                helps = ((name, commands[name].get_short_help_str(limit)) for name in names)
                formatter.write_dl([(name.ljust(longest), text) for name, text in helps])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command with the configuration of its folder."""
        print_anything()
        try:
            settings = configured()
            ctx.default_map = settings.defaults
            ctx.obj = {"guard": Guard()}
            for file in settings.files:
                ctx.obj["guard"].reads(file)
            return super().invoke(ctx)
        except InteragencyError as error:
            ctx.exit(_tried(error))
        except OSError as error:
            ctx.exit(_told(error))
        except KeyboardInterrupt:
            note("interrupted; nothing more was written")
            ctx.exit(INTERRUPTED)
        except SystemExit:  # code of somebody else ended the program: that is not all clear
            note("error: something ended the program before the command was done")
            ctx.exit(FAILED)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command; a reader of the help may leave early."""
        try:
            return super().make_context(*args, **extra)
        except BrokenPipeError:
            raise click.exceptions.Exit(0) from None

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command line; what goes wrong while it is read is told, and has its exit code."""
        run: Any = super().main
        try:
            code = run(*args, standalone_mode=False, **extra)
        except click.ClickException as error:
            if not standalone_mode:
                raise
            code = _shown_by_click(error)
        except OSError as error:
            code = _told(error)
        if standalone_mode:
            sys.exit(code or 0)
        return code


def _told(error: OSError) -> int:
    """Tell what the system refuses, and return the exit code of it."""
    if isinstance(error, BrokenPipeError) and error.filename is None:
        return 0  # of the help: the reader has seen enough
    cause = error.strerror or str(error)
    file = f": {error.filename}" if error.filename else ""
    note(f"error: {cause}{file}")
    return USAGE


def _shown_by_click(error: click.ClickException) -> int:
    """Print a mistake in usage as click does, escaped, and return its exit code."""
    said = StringIO()
    error.show(file=said)
    for line in said.getvalue().splitlines():
        note(line)
    return error.exit_code


def _tried(error: InteragencyError) -> int:
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
