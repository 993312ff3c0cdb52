"""Settings that are too large, too deep, no file, or begin with the mark of Notepad."""

from collections.abc import Callable
from pathlib import Path

import pytest

from interagency.cli.config import MOST_BYTES, BadConfig, configured
from tests.cli.runs import run

OWN, SHARED = "interagency.toml", "pyproject.toml"


@pytest.mark.parametrize("name", [OWN, SHARED])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"x = {'[' * 5_000}", "it is nested too deep"),
        (f"x = {'{a=' * 5_000}", "it is nested too deep"),
        (f"{'a.' * 50_000}a = 1", "a key has more than 100 dots"),
        (f"[{'a . ' * 50_000}a]", "a key has more than 100 dots"),
        (f"""x = {{{"'a'." * 50_000}b = 1}}""", "a key has more than 100 dots"),
        ("#" * (MOST_BYTES + 1), "it is larger than 1,000,000 bytes"),
        (f"{'a' * 900_000} = 1\n" * 2, "it is larger than 1,000,000 bytes"),
    ],
)
def test_what_its_reader_cannot_bear_is_refused(
    name: str, text: str, said: str, folder: Path
) -> None:
    (folder / name).write_text(text)
    result = run("check", "clean.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr == f"{folder / name}: cannot be read: {said}\n"


@pytest.mark.parametrize("name", [OWN, SHARED])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.symlink_to("nowhere"), "it is a link that leads nowhere"),
        (lambda path: path.symlink_to(path.name), "it is a link that leads nowhere"),
        (lambda path: path.mkdir(), "it is not a file"),
        (lambda path: path.symlink_to("/dev/null"), "it is not a file"),
    ],
)
def test_what_only_looks_like_settings_is_not_passed_over(
    name: str, make: Callable[[Path], None], said: str, folder: Path
) -> None:
    make(folder / name)
    with pytest.raises(BadConfig, match=said):
        configured(folder)


@pytest.mark.parametrize("name", [OWN, SHARED])
def test_the_mark_of_notepad_is_no_mistake(name: str, folder: Path) -> None:
    head = "" if name == OWN else "[tool.interagency]\n"
    (folder / name).write_text(f"\ufeff{head}fail-on = 'never'\n", encoding="utf-8")
    assert configured(folder).defaults == {"check": {"fail_on": "never"}}


def test_a_message_does_not_quote_a_megabyte(folder: Path) -> None:
    for text in (f"select = '{'x' * 500_000}'", f"{'y' * 500_000} = 1", f"'{'z' * 500_000}"):
        (folder / OWN).write_text(text)
        assert len(run("check", "clean.yaml").stderr) < 600


def test_long_lines_without_keys_are_no_keys(folder: Path) -> None:
    versions = ", ".join(f"'a{number}==1.2.3'" for number in range(500))
    (folder / SHARED).write_text(
        f"[project]\ndependencies = [{versions}]\nx = 1.5\n# {'.' * 500}\n"
    )
    assert configured(folder).defaults == {}
