"""`interagency export`: a document in another format."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, final

import click
from attrs import evolve

from interagency.cli.channel import note
from interagency.cli.inputs import (
    at_option,
    deliver,
    deliver_folder,
    output_or_folder_option,
    plugins_of,
    snapshot_of,
)
from interagency.exchange import Exporter, Option
from interagency.model import Day
from interagency.plugins.formats import exported
from interagency.plugins.loading import Plugins


@final
class ExportCommand(click.Command):
    """A command with the options of the exporter that its arguments name, beside its own."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the options of the command and those of the exporter, if one is named."""
        name = ctx.meta.get("exporter")
        own = super().get_params(ctx)
        return own if name is None else [*own, *map(_option, _exporter(ctx, name).options)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the name of the exporter first, as it decides which options there are."""
        ctx.meta["exporter"] = next(_named(args), None)
        return super().parse_args(ctx, args)


def _named(args: list[str]) -> Iterator[str]:
    """Yield each value of --to."""
    for place, word in enumerate(args):
        if word == "--to":
            yield from args[place + 1 : place + 2]
        elif word.startswith("--to="):
            yield word.removeprefix("--to=")


def _option(option: Option) -> click.Option:
    """Return an option of an exporter as an option of the command."""
    names = (f"--{option.name.replace('_', '-')}", option.name)
    if option.kind == "flag":
        return click.Option(names, help=option.help, is_flag=True, default=bool(option.default))
    kinds: dict[str, Any] = {"number": click.IntRange(min=0), "text": click.STRING}
    return click.Option(
        names,
        help=option.help,
        type=click.Choice(option.choices) if option.choices else kinds[option.kind],
        default=option.default,
        show_default=option.default is not None,
    )


def _plugins(context: click.Context) -> Plugins:
    """Return the plugins, loaded once for one command."""
    found: Plugins = context.meta.get("plugins") or plugins_of(context, "exporters")
    context.meta["plugins"] = found
    return found


def _exporter(context: click.Context, name: str) -> Exporter:
    exporters = _plugins(context).exporters
    if name not in exporters:
        close = get_close_matches(name, exporters, n=1, cutoff=0) or ["none"]
        known = ", ".join(exporters)
        raise click.UsageError(f"no exporter {name!r}; did you mean {close[0]}? known: {known}")
    return exporters[name]


@click.command(
    cls=ExportCommand,
    epilog="A format may have options of its own: see `export --to NAME --help`.",
)
@click.argument("path")
@click.option("--to", "name", required=True, help="Name of the exporter; see `plugins`.")
@at_option
@output_or_folder_option
@click.option("--with-contacts", is_flag=True, help="Keep contacts, which are left out otherwise.")
@click.pass_context
def export(
    context: click.Context,
    /,
    path: str,
    name: str,
    at: Day | None,
    output: Path | None,
    with_contacts: bool,
    **options: object,
) -> None:
    """Write a document in another format; with --at, as it was on one day.

    A format of several files, such as csv, is written to the folder named by -o.
    """
    exporter, plugins = _exporter(context, name), _plugins(context)
    snapshot = snapshot_of(path, at, plugins)
    # What held on a day describes that day, whatever day the whole document describes.
    architecture = snapshot.whole if at is None else evolve(snapshot.now, as_of=at)
    result = exported(exporter, architecture, plugins, options, contacts=with_contacts)
    if exporter.loses:
        note(f"{name} leaves out: {exporter.loses}")
    if isinstance(result, Mapping):
        deliver_folder(result, output)
    elif output is not None and output.is_dir():
        raise click.UsageError(f"this is one file, and {output} is a folder")
    else:
        # Bytes, so that a pipe gets what a file gets, whatever its encoding and ends of lines.
        deliver(result.encode() if isinstance(result, str) else result, output)
