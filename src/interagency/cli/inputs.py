"""What the commands share: paths to documents, days, places, and text safe to print."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, final

import click

from interagency.cli.channel import note, pour
from interagency.cli.compatible import ParamType
from interagency.cli.guard import OutputPath, guard_of
from interagency.document import Document, InvalidDocument, Problem, read_path, read_text
from interagency.document.files import MAX_BYTES, is_part
from interagency.document.replacement import write_folder, write_together, write_whole
from interagency.errors import BrokenDown, attempt
from interagency.examples import UnknownExample, resolve
from interagency.model import Architecture, Day
from interagency.plugins.errors import PluginError
from interagency.plugins.loading import Plugins, load_plugins
from interagency.snapshot import Snapshot
from interagency.snapshot.labels import section_of

_YEAR = timedelta(days=366)


def tell_if_far_off(as_of: Day | None, at: Day | None) -> None:
    """Tell on standard error that a day is far from what is described; the same only once."""
    if as_of is None or at is None:
        return
    found = _note(as_of, at)
    told = click.get_current_context().find_root().obj.setdefault("notes", set())
    if found and found not in told:
        told.add(found)
        note(f"note: {found}")


def _note(as_of: Day, at: Day) -> str:
    if at.last > as_of.last:
        return f"{at} is after {as_of}, which the document describes; it may have changed since"
    if as_of.first - at.last > _YEAR:
        return f"{at} is more than a year before {as_of}, which the document describes"
    return ""


_MEANT = "--plugin takes a file whose name ends in .py, or a module that can be imported"


@final
class PluginNotUsable(PluginError):
    """A plugin named on the command line that cannot be used."""

    def __str__(self) -> str:
        """Return what is wrong with it, and that a file of Python or a module is meant."""
        return f"plugin {self.plugin!r} {self.args[1]}; {_MEANT}"


def plugin_named(name: str) -> ModuleType:
    """Return the plugin of a name: the module in a file, or an importable module.

    Raises:
        PluginNotUsable: If it cannot be imported, for whatever reason.
    """
    if name.endswith(".py"):
        guard(Path(name))
    try:
        found = attempt(lambda: _module(name))
    except BrokenDown as error:  # whatever it raises, its name must be told
        raise PluginNotUsable(name, f"cannot be imported: {error}") from error
    if found.__spec__ is not None and found.__spec__.origin is not None:
        guard(Path(found.__spec__.origin))
    return found


def _module(name: str) -> ModuleType:
    return _from_file(Path(name)) if name.endswith(".py") else import_module(name)


def _from_file(path: Path) -> ModuleType:
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(f"there is no file {path}")
    module = module_from_spec(spec)
    sys.modules.setdefault(spec.name, module)  # attrs and pickle look a class up by its module
    spec.loader.exec_module(module)
    return module


class DayType(ParamType[Day]):
    """A date on the command line: a year, a month or a day."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> Day:
        """Read the date, or say what one looks like."""
        if value == "today":  # the one place where the clock is asked
            return Day.of(datetime.now().astimezone().date())
        try:
            return Day.of(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class DayOption(click.Option):
    """The option `--on`; `--at`, its name until 0.1, still works and is not shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the line of the help, without the old name."""
        record = super().get_help_record(ctx)
        return record and (record[0].replace(", --at", ""), record[1])


at_option = click.option(
    "--on",
    "--at",
    "at",
    cls=DayOption,
    type=DayType(),
    help="The day to look at; by default the last day of what the document says in as_of.",
)
output_option = click.option(
    "-o",
    "--output",
    type=OutputPath(),
    help="Write to a file rather than to standard output.",
)
output_or_folder_option = click.option(
    "-o",
    "--output",
    type=OutputPath(folder=True),
    help="Write to a file rather than to standard output; several files, to a folder.",
)


def plugins_of(context: click.Context, *only: str) -> Plugins:
    """Return what plugins give, with those that the user names, without those that are blocked.

    Args:
        context: The context of the command.
        *only: What the command needs besides vocabularies; nothing for all.
    """
    chosen = context.find_root().obj
    extra = map(plugin_named, chosen["plugin"])
    asked = (*only, "vocabularies") if only else None
    return load_plugins(*extra, block=chosen["block"], only=asked)


def opened(path: str) -> Document:
    """Return the document at a path, on standard input, or among the examples."""
    if path == "-":
        return read_text(standard_input(), file="<stdin>")
    try:
        found = resolve(path)
    except UnknownExample as error:
        raise InvalidDocument([Problem(str(error), file=path)]) from None
    guard(Path(found))
    document = read_path(found)
    for each in document.notes:
        note(each)
    return document


def guard(source: Path, part: Callable[[Path], bool] = is_part) -> None:
    """Keep what is read from being replaced by what comes of it.

    Args:
        source: A file or a folder.
        part: Returns whether a file in the folder is read, by its path below the folder.
    """
    guard_of(click.get_current_context()).reads(source, part)


def standard_input() -> bytes:
    """Return what is on standard input, up to what is too large for any document."""
    if sys.stdin is None:
        raise click.UsageError("standard input is closed")
    guard_of(click.get_current_context()).reads_standard_input()
    # One more than may be read, so that what is too large is refused and not held.
    return sys.stdin.buffer.read(max(MAX_BYTES.values()) + 1)


def architecture_of(document: Document, at: Day | None, plugins: Plugins) -> Architecture:
    """Return the architecture of a document; that the day is far from its own is told."""
    architecture = document.architecture(plugins.vocabularies)
    tell_if_far_off(architecture.as_of, at)
    return architecture


def snapshot_of(path: str, at: Day | None, plugins: Plugins) -> Snapshot:
    """Return the snapshot of a document on a day."""
    architecture = architecture_of(opened(path), at, plugins)
    return Snapshot.of(architecture, at, plugins.vocabularies)


def place_of(architecture: Architecture, subject: str) -> tuple[str | int, ...]:
    """Return the path of a subject in its document."""
    entity = architecture.entities.get(subject)
    return (section_of(entity), subject) if entity else ()


def as_given(path: str, place: tuple[str, Any]) -> tuple[str, Any]:
    """Return a place with its file named as the user named it, in the case of an example."""
    file, position = place
    return file.replace(str(resolve(path)), path, 1), position


def differ(*outputs: Path | None) -> None:
    """Refuse one file for two outputs, of which the second would replace the first.

    Raises:
        click.UsageError: If two are the same file.
    """
    seen: set[str] = set()
    for output in filter(None, outputs):
        target = os.path.realpath(output)
        if target in seen:
            raise click.UsageError(f"two outputs would go to {output}; give each a file of its own")
        seen.add(target)


def deliver(text: str | bytes, output: Path | None) -> None:
    """Write a result to a file, as a whole, or to standard output.

    Args:
        text: Text loses its colours where it does not go to a terminal; bytes stay as they are.
        output: The file; standard output if there is none.
    """
    if output is None:
        pour(text)
        return
    guard_of(click.get_current_context()).refuse(output)
    write_whole(output, text if isinstance(text, bytes) else click.unstyle(text))


def deliver_both(text: bytes, output: Path | None, other: bytes, beside: Path | None) -> None:
    """Write a result with another beside it, both or neither.

    Args:
        text: The result.
        output: The file it goes to; standard output if there is none.
        other: What is written beside it.
        beside: The file that goes to; if there is none, it is not written.
    """
    wanted = ((output, text), (beside, other))
    contents = {path: each for path, each in wanted if path is not None}
    for path in contents:
        guard_of(click.get_current_context()).refuse(path)
    write_together(contents, lambda: None if output else pour(text))


def deliver_folder(files: Mapping[str, str | bytes], output: Path | None) -> None:
    """Write several files to a folder, all or none; other files in it are left alone."""
    if output is None:
        raise click.UsageError(f"these are {len(files)} files: name a folder with -o FOLDER")
    if output.exists() and not output.is_dir():
        raise click.UsageError(f"these are {len(files)} files, and {output} is not a folder")
    for name in files:
        guard_of(click.get_current_context()).writes(output / name)
    contents = {
        name: each.encode() if isinstance(each, str) else each for name, each in files.items()
    }
    write_folder(output, contents)
