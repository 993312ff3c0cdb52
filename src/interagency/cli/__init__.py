"""The command line. It parses, calls the library and prints; what things mean is decided below."""

from typing import Final

import click

from interagency.cli.commands import Commands
from interagency.cli.lazy import LateCommands
from interagency.cli.summaries import SUMMARIES

__all__ = ["main"]


# Under each heading of the help, in its order.
HEADINGS: Final = {
    "Look": ("show", "questions", "why", "matrix", "who", "due", "posts", "decisions", "report"),
    "Check": ("check", "conform", "indicators", "reconcile", "suggest", "transition", "ccpm"),
    "Change": ("diff", "whatif", "merge", "set", "answer", "rename", "fix"),
    "Exchange": ("init", "import", "export", "match"),
    "Know": ("explain", "rules", "models", "codes", "plugins", "schema", "lsp"),
}
COMMANDS: Final = LateCommands(
    {
        "answer": "interagency.cli.answer:answer",
        "ccpm": "interagency.cli.ccpm:ccpm",
        "check": "interagency.cli.check:check",
        "codes": "interagency.cli.codes:codes",
        "conform": "interagency.cli.conform:conform",
        "decisions": "interagency.cli.decisions:decisions",
        "diff": "interagency.cli.diff:diff",
        "due": "interagency.cli.due:due",
        "explain": "interagency.cli.rules:explain",
        "export": "interagency.cli.export:export",
        "fix": "interagency.cli.fix:fix",
        "import": "interagency.cli.import_:import_",
        "indicators": "interagency.cli.indicators:indicators",
        "init": "interagency.cli.init:init",
        "matrix": "interagency.cli.matrix:matrix",
        "lsp": "interagency.cli.lsp:lsp",
        "merge": "interagency.cli.merge:merge",
        "match": "interagency.cli.match:match",
        "models": "interagency.cli.models:models",
        "plugins": "interagency.cli.rules:plugins",
        "posts": "interagency.cli.posts:posts",
        "questions": "interagency.cli.questions:questions",
        "reconcile": "interagency.cli.reconcile:reconcile",
        "rename": "interagency.cli.rename:rename",
        "report": "interagency.cli.report:report",
        "rules": "interagency.cli.rules:rules",
        "schema": "interagency.cli.schema:schema",
        "set": "interagency.cli.set_:set_",
        "show": "interagency.cli.show:show",
        "suggest": "interagency.cli.suggest:suggest",
        "transition": "interagency.cli.transition:transition",
        "whatif": "interagency.cli.whatif:whatif",
        "who": "interagency.cli.who:who",
        "why": "interagency.cli.why:why",
    },
    HEADINGS,
    SUMMARIES,
)


@click.group(
    cls=Commands, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
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

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, or an output that cannot be
    written, 3 unreadable or invalid input, 4 a plugin or rule failed, 130 interrupted.
    """
    # The settings of the folder are read after this command is parsed, and before the next.
    settings = context.default_map or {}
    context.obj |= {"block": block or settings.get("block", ()), "plugin": plugin}
