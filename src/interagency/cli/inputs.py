"""What the commands share: paths to documents, days, places, and text safe to print."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from interagency.checking import Snapshot
from interagency.checking.naming import section_of
from interagency.document import Document, read_path, read_text
from interagency.document.dumping import write_whole
from interagency.examples import resolve
from interagency.model import Architecture, Day
from interagency.plugins.loading import Plugins, load_plugins


class DayType(click.ParamType[Day]):
    """A date on the command line: a year, a month or a day."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> Day:
        """Read the date, or say what one looks like."""
        try:
            return Day.of(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


at_option = click.option(
    "--at",
    type=DayType(),
    help="The day to look at; by default the last day of what the document says in as_of.",
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to a file rather than to standard output.",
)


def plugins_of(context: click.Context) -> Plugins:
    """Return what plugins give, without those that the user blocks."""
    return load_plugins(block=context.find_root().obj["block"])


def opened(path: str) -> Document:
    """Return the document at a path, on standard input, or among the examples."""
    if path == "-":
        return read_text(sys.stdin.buffer.read(), file="<stdin>")
    return read_path(resolve(path))


def snapshot_of(path: str, at: Day | None, plugins: Plugins) -> Snapshot:
    """Return the snapshot of a document on a day."""
    architecture = opened(path).architecture(plugins.vocabularies)
    return Snapshot.of(architecture, at, plugins.vocabularies)


def place_of(architecture: Architecture, subject: str) -> tuple[str | int, ...]:
    """Return the path of a subject in its document."""
    entity = architecture.entities.get(subject)
    return (section_of(entity), subject) if entity else ()


def shown(text: str) -> str:
    """Return a text as one line without what would move a cursor or change colours."""
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)


def day_text(day: date | None) -> str:
    """Return a day as people write it; without one, all time is looked at."""
    return day.isoformat() if day else "all time"


def deliver(text: str | bytes, output: Path | None) -> None:
    """Write a result to a file, as a whole, or to standard output."""
    if output is not None:
        write_whole(output, text)
    else:
        click.echo(text, nl=isinstance(text, str) and not text.endswith("\n"))
