"""Errors of the library to messages and exit codes: never a traceback for bad input."""

import codecs
import sys
from io import TextIOWrapper
from itertools import pairwise
from typing import Any, Final, final

import click

from interagency.cli.config import configured
from interagency.cli.lazy import LateCommands
from interagency.document import InvalidDocument
from interagency.errors import InteragencyError, UnreadableInput
from interagency.plugins.errors import PluginError
from interagency.report.printing import shown
from interagency.snapshot.labels import counted

FINDINGS: Final = 1
USAGE: Final = 2
INVALID: Final = 3
FAILED: Final = 4
# As shells give it for a command that Ctrl-C ends.
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
        _print_anything()
        try:
            ctx.default_map = configured()
            return super().invoke(ctx)
        except InteragencyError as error:
            tell(error)
            ctx.exit(exit_code(error))
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise  # the reader has seen enough; click ends quietly
            cause = error.strerror or str(error)
            file = f": {error.filename}" if error.filename else ""
            click.echo(shown(f"error: {cause}{file}"), err=True)
            ctx.exit(USAGE)


# The signs of our own drawings and sentences, in letters that every encoding has.
_IN_ASCII: Final = str.maketrans({"├": "|", "└": "`", "│": "|", "─": "-", "→": "->"})
_INSTEAD: Final = "interagency-ascii"
_ASCII: Final = "interagency_plain_ascii"


def _print_anything() -> None:
    """Let what the encoding of a terminal or pipe lacks be written otherwise: it must not crash.

    Branches and arrows are drawn with letters of ASCII, other signs are escaped.
    """
    try:
        codecs.lookup(_ASCII)
    except LookupError:  # the first run in this process
        codecs.register(_plain_ascii)
    codecs.register_error(_INSTEAD, _instead)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=_ASCII if is_ascii else None, errors=_INSTEAD)


def _plain_ascii(name: str) -> codecs.CodecInfo | None:
    """Return ASCII under a name that click knows nothing of: it would write UTF-8 instead."""
    if name != _ASCII:
        return None
    ascii_ = codecs.lookup("ascii")
    return codecs.CodecInfo(
        ascii_.encode,
        ascii_.decode,
        incrementalencoder=ascii_.incrementalencoder,
        incrementaldecoder=ascii_.incrementaldecoder,
        name=_ASCII,
    )


def _instead(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what is written in place of signs that an encoding lacks, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    drawn = signs.translate(_IN_ASCII)
    return drawn.encode("ascii", "backslashreplace").decode(), error.end


def tell(error: InteragencyError) -> None:
    """Print an error on standard error; of a broken document, every problem and their number."""
    if not isinstance(error, InvalidDocument):
        click.echo(shown(str(error)), err=True)
        return
    for problem in error.problems:
        click.echo(shown(str(problem)), err=True)
    click.echo(f"{counted(len(error.problems), 'problem')}; nothing was loaded", err=True)
