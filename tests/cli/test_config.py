"""Settings of a folder are defaults of the commands; the command line wins."""

from pathlib import Path

import pytest

from interagency.cli.config import BadConfig, configured
from tests.cli.runs import run

OWN, SHARED = "interagency.toml", "pyproject.toml"


def settle(folder: Path, text: str, name: str = OWN) -> None:
    (folder / name).write_text(text)


@pytest.mark.parametrize(("name", "table"), [(OWN, ""), (SHARED, "[tool.interagency]\n")])
def test_a_setting_is_the_default_of_its_option(folder: Path, name: str, table: str) -> None:
    settle(folder, f'{table}select = ["lead-vacant"]\nfail-on = "never"\n', name)
    result = run("check", "vacant.yaml")
    assert (": 1 rule, 1 error" in result.stdout, result.exit_code) == (True, 0)


def test_the_command_line_wins(folder: Path) -> None:
    settle(folder, 'select = ["lead-vacant"]\nignore = ["lead-*"]\nfail-on = "never"\n')
    assert "no rule is left by select and ignore" in run("check", "vacant.yaml").stderr
    options = ("--select", "unknown-*", "--select", "lead-vacant", "--ignore", "unknown-*")
    result = run("check", "vacant.yaml", *options, "--fail-on", "error")
    assert (": 1 rule, 1 error" in result.stdout, result.exit_code) == (True, 1)


def test_plugins_are_blocked_by_settings(folder: Path) -> None:
    settle(folder, 'block = ["interagency.exporters"]')
    assert "exporter" not in run("plugins").stdout
    assert run("export", "clean.yaml", "--to", "yaml").exit_code == 2
    assert "exporter yaml" in run("--block", "interagency.rules", "plugins").stdout


def test_other_commands_do_not_mind_settings_of_check(folder: Path) -> None:
    settle(folder, 'select = ["lead-vacant"]')
    assert run("show", "clean.yaml").exit_code == 0


@pytest.mark.parametrize("name", [OWN, SHARED])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail_on = 'error'", "there is no setting 'fail_on'; known are block, fail-on, ignore"),
        ("select = 'x'", "select must be a list of texts, not 'x'"),
        ("ignore = ['x', 1]", "ignore must be a list of texts, not ['x', 1]"),
        ("block = {a = 1}", "block must be a list of texts, not {'a': 1}"),
        ("fail-on = 'bogus'", "fail-on must be one of error, warning, info, never, not 'bogus'"),
        ("fail-on = ['error']", "fail-on must be one of error, warning, info, never, not ['err"),
        ("fail-on = 3", "fail-on must be one of error, warning, info, never, not 3"),
        ("select = ", "cannot be read: Invalid value"),
        ("a = 1\na = 2", "cannot be read: Cannot overwrite a value"),
        ("'\x1b[31m' = 1", "cannot be read: "),
    ],
)
def test_wrong_settings_are_a_mistake_in_usage(
    folder: Path, name: str, text: str, said: str
) -> None:
    settle(folder, text if name == OWN else f"[tool.interagency]\n{text}", name)
    result = run("check", "vacant.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith(f"{folder / name}: {said}")
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("value", ["1", "'x'", "[]", "false"])
def test_settings_that_are_no_table_are_refused(folder: Path, value: str) -> None:
    settle(folder, f"[tool]\ninteragency = {value}", SHARED)
    with pytest.raises(BadConfig, match=r"tool\.interagency must be a table, not "):
        configured(folder)


@pytest.mark.parametrize("text", ["", "tool = 1", "[tool.other]\nx = 1", "[project]\nname = 'x'"])
def test_a_project_without_settings_has_none(folder: Path, text: str) -> None:
    settle(folder, text, SHARED)
    assert configured(folder).defaults == {}


def test_what_is_not_text_is_told(folder: Path) -> None:
    (folder / OWN).write_bytes(b"\xff\n")
    with pytest.raises(BadConfig, match="cannot be read: 'utf-8' codec"):
        configured(folder)


def test_the_nearest_settings_hold_alone(folder: Path) -> None:
    """They are not mixed: whoever looks at one file sees all that holds."""
    below = folder / "a" / "b"
    below.mkdir(parents=True)
    settle(folder, 'ignore = ["far"]\nfail-on = "info"')
    assert configured(below).defaults == {"check": {"fail_on": "info", "ignore": ["far"]}}
    settle(folder / "a", '[tool.interagency]\nignore = ["near"]', SHARED)
    assert configured(below).defaults == {"check": {"ignore": ["near"]}}
    settle(below, "[project]", SHARED)
    assert configured(below).defaults == {"check": {"ignore": ["near"]}}
    settle(folder / "a", 'block = ["x"]')
    assert configured(below).defaults == {"block": ["x"], "check": {}}


def test_an_empty_file_of_settings_is_the_nearest_too(folder: Path) -> None:
    settle(folder.parent, 'ignore = ["far"]')
    settle(folder, "")
    assert configured(folder).defaults == {"check": {}}
    (folder.parent / OWN).unlink()
