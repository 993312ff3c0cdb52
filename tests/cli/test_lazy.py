"""Commands that are imported when they are first asked for."""

import subprocess
import sys

import click

from interagency.cli import COMMANDS
from interagency.cli.lazy import LateCommands
from interagency.cli.schema import schema
from interagency.cli.summaries import SUMMARIES


def test_a_command_is_found_in_its_module_once() -> None:
    commands = LateCommands({"schema": "interagency.cli.schema:schema"})
    assert list(commands) == ["schema"]
    assert commands["schema"] is commands["schema"] is schema


def test_commands_come_and_go_as_in_any_group() -> None:
    """Click, and who extends the command line, may add to it."""
    commands = LateCommands({"schema": "interagency.cli.schema:schema"})
    commands["mine"] = mine = click.Command("mine")
    assert commands["mine"] is mine
    del commands["mine"], commands["schema"]
    assert len(commands) == 0


def test_the_help_says_what_each_command_says_of_itself() -> None:
    """The lines stand beside the commands, so that the help imports none of them."""
    assert SUMMARIES.keys() == set(COMMANDS)
    for name, summary in SUMMARIES.items():
        assert summary == COMMANDS[name].get_short_help_str(1000)


def test_the_help_imports_no_command_and_no_library_but_click() -> None:
    code = "import sys\nfrom interagency.cli import main\nmain(['--help'], standalone_mode=False)\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert {"attrs", "attr", "cattrs", "yaml", "pluggy", "rich", "networkx"} & loaded == set()
    assert {each for each in loaded if each.startswith("interagency")} == {
        "interagency",
        *(f"interagency.cli{each}" for each in ("", ".commands", ".lazy", ".summaries")),
    }
