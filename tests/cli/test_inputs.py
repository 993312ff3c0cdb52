"""`--plugin`: a plugin that is not installed, named on the command line."""

import sys
from pathlib import Path

import pytest

from tests.cli.runs import run

RULE = """
from interagency.checking import Finding, Rule, Severity
from interagency.plugins import hookimpl


def check(snapshot):
    for body in snapshot.now.bodies:
        yield Finding(body.id, "is a body")


@hookimpl
def interagency_rules():
    return [
        Rule(
            name="every-body",
            severity=Severity.INFO,
            summary="s",
            rationale="r",
            check=check,
            sources=(),
            examples=(),
        )
    ]
"""
DOCUMENT = "interagency: 1\nforums:\n  rcf: {name: RCF}\n"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    Path("document.yaml").write_text(DOCUMENT)


def test_a_rule_in_a_file_is_used() -> None:
    """Nothing needs to be installed to try a rule."""
    Path("my_rule.py").write_text(RULE)
    found = run("--plugin", "my_rule.py", "check", "document.yaml", "--select", "every-body")
    assert "document.yaml:3:3: info every-body: is a body" in found.output
    assert found.exit_code == 0


def test_so_is_one_in_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("my_module.py").write_text(RULE)
    found = run("--plugin", "my_module", "check", "document.yaml", "--select", "every-body")
    monkeypatch.delitem(sys.modules, "my_module")
    assert "info every-body: is a body" in found.output


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [
        ("no_such.py", None, "FileNotFoundError: there is no file no_such.py"),
        ("broken.py", "1 / 0", "ZeroDivisionError: division by zero"),
        ("leaves.py", "raise SystemExit(0)", "SystemExit: 0"),
        ("stops.py", "raise GeneratorExit('now')", "GeneratorExit: now"),
        ("no_such_module", None, "ModuleNotFoundError: No module named 'no_such_module'"),
        ("rules.yaml", "interagency: 1", "ModuleNotFoundError: No module named 'rules'"),
    ],
)
def test_one_that_cannot_be_imported_is_named(name: str, text: str | None, cause: str) -> None:
    """It must not look like all clear."""
    if text is not None:
        Path(name).write_text(text)
    found = run("--plugin", name, "check", "document.yaml")
    assert found.exit_code == 4
    assert found.stderr == (
        f"plugin {name!r} cannot be imported: {cause}; --plugin takes a file whose name ends in "
        ".py, or a module that can be imported\n"
    )
