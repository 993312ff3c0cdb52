"""Inputs and outputs of one run: no output replaces what the run reads."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, final

import click
from attrs import define, field, frozen

from interagency.document.files import is_part
from interagency.report.printing import shown

# Files of these names are settings wherever they stand: a report under one breaks the next run.
SETTINGS: Final = ("interagency.toml", "pyproject.toml")
_STREAMS: Final = {1: "standard output", 2: "standard error"}

Identity = tuple[int, int]


def anything(_: Path) -> bool:
    """Return true: every file in a folder of tables may be read."""
    return True


@final
@frozen
class _Source:
    """One input: a file, a folder, or a file that standard input comes from.

    Attributes:
        path: Where it is; none for standard input.
        identity: Device and number of a file, whatever its name.
        part: Returns whether a file below the path belongs to what is read.
    """

    path: Path | None
    identity: Identity | None
    part: Callable[[Path], bool]

    def holds(self, output: Path) -> bool:
        """Return whether an output would replace it, or become a part of it."""
        if self.identity is not None and self.identity == _identity(output):
            return True
        if self.path is None:
            return False
        target, here = Path(os.path.realpath(output)), Path(os.path.realpath(self.path))
        return target == here or (
            here in target.parents and here.is_dir() and self.part(target.relative_to(here))
        )


@final
@define
class Guard:
    """What one run reads and writes.

    Each input is held against every output, and each output against every input, as soon as it
    is known: nothing has been written by then.
    """

    _sources: list[_Source] = field(factory=list)
    _outputs: list[Path] = field(factory=list)

    def reads(self, path: Path, part: Callable[[Path], bool] = is_part) -> None:
        """Note an input.

        Args:
            path: A file or a folder.
            part: Returns whether a file in the folder is read, by its path below the folder.

        Raises:
            click.UsageError: If an output would replace it, or become a part of it.
        """
        self._add(_Source(path, _identity(path), part))

    def reads_standard_input(self) -> None:
        """Note that standard input is read, which may come from a file.

        Raises:
            click.UsageError: If an output would replace that file.
        """
        self._add(_Source(None, _identity(0), anything))

    def writes(self, output: Path) -> None:
        """Note an output.

        Raises:
            click.UsageError: If it would replace an input, or the settings.
        """
        if output.name in SETTINGS:
            raise click.UsageError(f"{shown(str(output))} is for settings; choose another name")
        self._outputs.append(output)
        self.refuse(output)

    def refuse(self, output: Path) -> None:
        """Raise an error if an output would replace an input.

        Raises:
            click.UsageError: If it would.
        """
        if any(source.holds(output) for source in self._sources):
            name = shown(str(output))
            raise click.UsageError(f"{name} is what is read here; choose another name")

    def _add(self, source: _Source) -> None:
        self._sources.append(source)
        for output in self._outputs:
            self.refuse(output)
        for number, name in _STREAMS.items():
            if source.identity is not None and source.identity == _identity(number):
                raise click.UsageError(f"{name} goes to a file that is read here; choose another")


def _identity(path: Path | int) -> Identity | None:
    """Return device and number of a file; none if there is none, or if it is no file."""
    with suppress(OSError, ValueError):
        found = os.stat(path)
        if stat.S_ISREG(found.st_mode):
            return found.st_dev, found.st_ino
    return None


def guard_of(context: click.Context) -> Guard:
    """Return what the run of a context reads and writes."""
    found: Guard = context.find_root().obj["guard"]
    return found


class OutputPath(click.Path):
    """A path to write to; `-` is standard output, and becomes None."""

    def __init__(self, *, folder: bool = False) -> None:
        """Take a path to a file, or also one to a folder."""
        super().__init__(dir_okay=folder, allow_dash=True, path_type=Path)

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path, which must not be one that the run reads."""
        found: Any = super().convert(value, param, ctx)
        if found == Path("-"):
            return None
        if ctx is not None and not found.is_dir():
            guard_of(ctx).writes(found)
        return found
