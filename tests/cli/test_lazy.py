"""Commands that are imported when they are first asked for."""

import click

from interagency.cli.lazy import LateCommands
from interagency.cli.schema import schema


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
