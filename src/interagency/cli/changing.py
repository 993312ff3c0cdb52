"""Files that commands change: shown as a difference, or written as a whole."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from interagency.cli.inputs import guard
from interagency.document.edit_files import FileChange, write_changes
from interagency.report.printing import shown

diff_option = click.option(
    "--diff", "is_shown", is_flag=True, help="Show what would change, and write nothing."
)


def writable(path: str) -> Path:
    """Return the file or folder that a command is to change.

    Raises:
        click.UsageError: If it is none: standard input, or a shipped example.
    """
    if path == "-" or path.startswith("example:"):
        raise click.UsageError(shown(f"{path} is not a file that can be changed; name a copy"))
    guard(Path(path))
    return Path(path)


def deliver_changes(changes: Sequence[FileChange], *, is_shown: bool) -> None:
    """Write the files that change, or show how they would.

    Args:
        changes: The files.
        is_shown: Whether to show the difference, and to write nothing.
    """
    if is_shown:
        for line in _difference(changes):
            click.echo(line)
        return
    write_changes(changes)
    for each in changes:
        click.echo(shown(f"changed {each.path}"), err=True)
    if not changes:
        click.echo("nothing to change", err=True)


def _difference(changes: Sequence[FileChange]) -> Iterator[str]:
    """Yield the lines of a difference, as `diff -u` and `git apply` know them."""
    for each in changes:
        name = str(each.path)
        before, after = _lines(each.before), _lines(each.after)
        for line in difflib.unified_diff(before, after, name, name, lineterm=""):
            yield shown(line.rstrip("\r\n"))


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig").removesuffix("\n").split("\n")
