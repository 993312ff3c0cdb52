"""The command line. It parses, calls the library and prints; what things mean is decided below."""

import click

from interagency.cli.check import check
from interagency.cli.conform import conform
from interagency.cli.errors import Commands
from interagency.cli.export import export
from interagency.cli.import_ import import_
from interagency.cli.indicators import indicators
from interagency.cli.init import init
from interagency.cli.questions import questions
from interagency.cli.reconcile import reconcile
from interagency.cli.rules import explain, plugins, rules
from interagency.cli.schema import schema
from interagency.cli.show import show
from interagency.cli.suggest import suggest
from interagency.cli.why import why

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="interagency", message="interagency %(version)s")
@click.option("--block", multiple=True, metavar="PLUGIN", help="Leave out a plugin.")
@click.option(
    "--plugin",
    multiple=True,
    metavar="FILE.py|MODULE",
    help="Use a plugin that is not installed: a file of Python, or a module.",
)
@click.pass_context
def main(context: click.Context, block: tuple[str, ...], plugin: tuple[str, ...]) -> None:
    """Load, draw and check humanitarian coordination architecture.

    A PATH is a YAML or JSON file, a folder of them, - for standard input, or example:NAME.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, 3 unreadable or invalid
    input, 4 a plugin or rule failed.
    """
    # The settings of the folder are read after this command is parsed, and before the next.
    settings = context.default_map or {}
    context.obj = {"block": block or settings.get("block", ()), "plugin": plugin}


for command in (
    check,
    conform,
    show,
    why,
    questions,
    reconcile,
    indicators,
    suggest,
    explain,
    rules,
    plugins,
    schema,
    init,
    import_,
    export,
):
    main.add_command(command)
