"""Files that commands change: shown as a difference, or written as a whole."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from interagency.cli.channel import note, say_all
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
        say_all(_difference(changes))
        return
    write_changes(changes)
    for each in changes:
        note(f"changed {each.path}")
    if not changes:
        note("nothing to change")


def _difference(changes: Sequence[FileChange]) -> Iterator[str]:
    """Yield the lines of a difference, as `diff -u` and `git apply` know them."""
    for each in changes:
        name = str(each.path)
        before, after = _lines(each.before), _lines(each.after)
        for line in difflib.unified_diff(before, after, name, name, lineterm=""):
            yield line.rstrip("\r\n")


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig").removesuffix("\n").split("\n")
