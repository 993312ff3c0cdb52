"""What every command finds: the settings of its folder, and the guard of what is read."""

import click

from interagency.cli.config import configured
from interagency.cli.encodings import print_anything
from interagency.cli.guard import Guard


def prepare(ctx: click.Context) -> None:
    """Give a command the settings of its folder.

    Args:
        ctx: The context of the command.
    """
    print_anything()
    settings = configured()
    ctx.default_map = settings.defaults
    ctx.obj = {"guard": Guard()}
    for file in settings.files:
        ctx.obj["guard"].reads(file)
