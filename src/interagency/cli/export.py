"""`interagency export`: a document in another format."""

from difflib import get_close_matches
from pathlib import Path

import click

from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.model import Day


@click.command()
@click.argument("path")
@click.option("--to", "name", required=True, help="Name of the exporter; see `plugins`.")
@at_option
@output_option
@click.pass_context
def export(
    context: click.Context, path: str, name: str, at: Day | None, output: Path | None
) -> None:
    """Write a document in another format; with --at, as it was on one day."""
    plugins = plugins_of(context)
    exporter = plugins.exporters.get(name)
    if exporter is None:
        close = get_close_matches(name, plugins.exporters, n=1, cutoff=0) or ["none"]
        known = ", ".join(plugins.exporters)
        raise click.UsageError(f"no exporter {name!r}; did you mean {close[0]}? known: {known}")
    snapshot = snapshot_of(path, at, plugins)
    result = exporter.write(snapshot.whole if at is None else snapshot.now)
    # Bytes, so that a pipe gets what a file gets, whatever its encoding and ends of lines.
    deliver(result.encode() if isinstance(result, str) else result, output)
