"""Inputs that an attacker tried: each ends with a message and its exit code."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interagency.checking import Rule, Severity
from interagency.cli import main
from interagency.cli.output import csv_text

DOCUMENT = "interagency: 1\nforums: {rcf: {name: RCF, seats: {lead: vacant}}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("d.yaml").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("raised", ["SystemExit(0)", "ValueError('no')", "GeneratorExit"])
def test_a_plugin_that_ends_when_asked_for_an_attribute_is_not_all_clear(
    folder: Path, raised: str
) -> None:
    (folder / "lazy_rules.py").write_text(f"def __getattr__(name):\n    raise {raised}\n")
    result = run("--plugin", "lazy_rules.py", "check", "d.yaml")
    assert (result.stdout, result.exit_code) == ("", 4)
    assert "plugin 'lazy_rules' breaks down when asked for" in result.stderr


def test_a_report_does_not_replace_the_waivers_that_it_reads(folder: Path) -> None:
    waivers = folder / "w.yaml"
    waivers.write_text("waivers: []\n")
    result = run("check", "d.yaml", "--waivers", "w.yaml", "-o", "w.yaml")
    assert result.exit_code == 2
    assert waivers.read_text() == "waivers: []\n"


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "-2+3", "\uff1d1"])
def test_no_table_of_the_command_line_holds_a_formula(cell: str) -> None:
    assert csv_text([("id", cell)]) == f"id,'{cell}\n"


def test_the_severity_of_a_rule_may_be_its_word_and_nothing_else() -> None:
    def rule(severity: str) -> Rule:
        return Rule(
            name="mine",
            severity=severity,
            summary="Mine.",
            rationale="Mine.",
            check=lambda _: (),
            sources=(),
            examples=(),
        )

    assert rule("error").severity is Severity.ERROR
    with pytest.raises(ValueError, match="'fatal' is not a valid Severity"):
        rule("fatal")
