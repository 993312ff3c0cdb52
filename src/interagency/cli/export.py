"""`interagency export`: a document in another format."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import click
from attrs import evolve

from interagency.cli.inputs import (
    at_option,
    deliver,
    deliver_folder,
    output_or_folder_option,
    plugins_of,
    snapshot_of,
)
from interagency.exchange import without_contacts
from interagency.model import Day
from interagency.plugins.running import exported


@click.command()
@click.argument("path")
@click.option("--to", "name", required=True, help="Name of the exporter; see `plugins`.")
@at_option
@output_or_folder_option
@click.option("--with-contacts", is_flag=True, help="Keep contacts, which are left out otherwise.")
@click.pass_context
def export(
    context: click.Context,
    path: str,
    name: str,
    at: Day | None,
    output: Path | None,
    with_contacts: bool,
) -> None:
    """Write a document in another format; with --at, as it was on one day.

    A format of several files, such as csv, is written to the folder named by -o.
    """
    plugins = plugins_of(context, "exporters")
    exporter = plugins.exporters.get(name)
    if exporter is None:
        close = get_close_matches(name, plugins.exporters, n=1, cutoff=0) or ["none"]
        known = ", ".join(plugins.exporters)
        raise click.UsageError(f"no exporter {name!r}; did you mean {close[0]}? known: {known}")
    snapshot = snapshot_of(path, at, plugins)
    # What held on a day describes that day, whatever day the whole document describes.
    architecture = snapshot.whole if at is None else evolve(snapshot.now, as_of=at)
    shared = architecture if with_contacts else without_contacts(architecture)
    result = exported(exporter, shared, plugins)
    if isinstance(result, Mapping):
        deliver_folder(result, output)
    elif output is not None and output.is_dir():
        raise click.UsageError(f"this is one file, and {output} is a folder")
    else:
        # Bytes, so that a pipe gets what a file gets, whatever its encoding and ends of lines.
        deliver(result.encode() if isinstance(result, str) else result, output)
