"""The report as annotations, and the two ways to run it on every change: action and hook."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interagency.checking import Finding, Severity
from interagency.cli import main
from interagency.document.yaml_reader import compose
from tests.cli.runs import run
from tests.plugins.makers import flags_bodies, giving, rule

Install = Callable[[str, object], None]

ROOT = Path(__file__).parents[2]
ONE = ("--select", "lead-vacant", "--format", "github")
FOUND = "file=vacant.yaml,line=5,col=3,title=lead-vacant"


def test_a_finding_is_an_annotation() -> None:
    result = run("check", "vacant.yaml", *ONE)
    assert result.stdout == (
        f"::error {FOUND}::Health has a vacant lead\n"
        "1 document, 1 error, 0 waived, 0 open questions\n"
    )
    assert run("check", "vacant.yaml", *ONE, "-q").stdout.count("\n") == 1
    clean = run("check", "clean.yaml", *ONE)
    assert clean.stdout == "1 document, no findings, 0 waived, 0 open questions\n"


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_severities_have_levels(installed: Install, severity: Severity, level: str) -> None:
    installed("mine", giving(rules=[rule("mine", flags_bodies, severity)]))
    result = run("check", "clean.yaml", "--select", "mine", "--format", "github", "-q")
    assert [line.split()[0] for line in result.stdout.splitlines()] == [f"::{level}"] * 2


def test_what_is_waived_is_a_notice(folder: Path) -> None:
    run("check", "vacant.yaml", *ONE, "--write-waivers", "w.yaml")
    result = run("check", "vacant.yaml", *ONE, "--waivers", "w.yaml")
    start = f"::notice {FOUND} (waived)::Health has a vacant lead%0Awaived: found on "
    assert result.stdout.startswith(start)
    assert result.stdout.endswith("\n1 document, no findings, 1 waived, 0 open questions\n")


def test_nothing_in_a_text_is_taken_for_a_command(folder: Path, installed: Install) -> None:
    odd = rule("mine", lambda _: [Finding("", "50%\r\n::error::\x1b, d: e")])
    installed("mine", giving(rules=[odd]))
    (folder / "a,b%.yaml").write_text('{interagency: 1, title: "::stop-commands::x"}')
    result = run("check", "a,b%.yaml", "--select", "mine", "--format", "github")
    assert result.stdout == (
        "::warning file=a%2Cb%25.yaml,line=1,col=1,title=mine::"
        "50%25%0D%0A::error::\\x1b, d: e\n"
        "1 document, 1 warning, 0 waived, 0 open questions\n"
    )


def test_a_broken_document_is_annotated_too() -> None:
    result = run("check", "broken.yaml", "void", "--format", "github")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("::error file=broken.yaml,line=2,col=1,title=invalid::there is no")
    assert lines[2] == "::error file=void,line=1,col=1,title=invalid::there is no such file"
    assert lines[3] == "0 documents, no findings, 0 waived, 0 open questions, 3 problems"
    assert result.exit_code == 3


def read(name: str) -> Any:
    value, problems = compose((ROOT / name).read_bytes())
    assert problems == []
    return value


def options() -> set[str]:
    return {option for each in main.commands["check"].params for option in each.opts}


def test_the_action_runs_what_there_is() -> None:
    action = read("action.yml")
    (step,) = action["runs"]["steps"]
    script = step["run"]
    assert set(re.findall(r"(?<= )--[a-z-]+", script)) - {"--quiet"} <= options()
    # What a caller gives comes as variables: in the script itself it could be code.
    assert "${{" not in script
    used = {
        name for value in step["env"].values() for name in re.findall(r"inputs\.([\w-]+)", value)
    }
    assert used == set(action["inputs"])
    assert all(f'"${name}"' in script or f'"${{{name}' in script for name in step["env"])


def test_the_hook_runs_what_there_is() -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert hook["id"] == "interagency-check"
    assert hook["entry"].split() == ["interagency", "check"]
    assert (hook["types"], hook["require_serial"]) == (["yaml"], True)
