"""The group of all commands: what runs before a command is chosen imports no other library."""

import sys
from itertools import pairwise
from typing import Any, final

import click

from interagency.cli.lazy import LateCommands


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
                from interagency.report.printing import shown

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
                helps = ((name, commands.short_help(name, limit)) for name in names)
                formatter.write_dl([(name.ljust(longest), text) for name, text in helps])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command with the configuration of its folder."""
        # Imported here, since the help of the commands needs nothing of it.
        from interagency.cli.config import prepare
        from interagency.cli.errors import telling

        with telling(ctx):
            prepare(ctx)
            return super().invoke(ctx)

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
            code = _errors().tell_usage(error)
        except click.Abort:  # click's word for an interrupt, here while libraries are imported
            if not standalone_mode:
                raise
            errors = _errors()
            errors.note("interrupted; nothing more was written")
            code = errors.INTERRUPTED
        except OSError as error:
            code = _errors().tell_refusal(error)
        if standalone_mode:
            sys.exit(code or 0)
        return code


def _errors() -> Any:
    from interagency.cli import errors

    return errors
