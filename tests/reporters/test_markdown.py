"""The report as Markdown: tables that show what is written, whatever it is."""

from collections.abc import Callable
from pathlib import Path

from interagency.checking import Finding
from tests.cli.runs import run
from tests.plugins.makers import giving, rule

Install = Callable[[str, object], None]

ONE = ("--select", "lead-vacant", "--format", "markdown")
FOUND = """\
## Response, 2022-06-30

vacant.yaml: 1 rule, 1 error, 0 open questions

### Findings

| severity | rule | where | finding |
| --- | --- | --- | --- |
| error | lead-vacant | vacant.yaml:5:3 | Health has a vacant lead |
"""


def test_findings_are_a_table() -> None:
    assert run("check", "vacant.yaml", *ONE).stdout == FOUND
    assert run("check", "vacant.yaml", *ONE, "-q").stdout == FOUND


def test_what_is_waived_is_a_table_of_its_own() -> None:
    run("check", "vacant.yaml", *ONE, "--write-waivers", "w.yaml")
    result = run("check", "vacant.yaml", *ONE, "--waivers", "w.yaml")
    assert "Findings" not in result.stdout
    assert (
        "### Waived\n\n| rule | where | finding | waiver |\n| --- | --- | --- | --- |\n"
        "| lead-vacant | vacant.yaml:5:3 | Health has a vacant lead | found on 20"
    ) in result.stdout


def test_questions_are_a_table_few_unless_all_are_wanted(folder: Path) -> None:
    names = "".join(f"  s{number}: {{}}\n" for number in range(10))
    (folder / "many.yaml").write_text(f"interagency: 1\nsectors:\n{names}")
    form = ("--format", "markdown")
    few = run("check", "many.yaml", *form).stdout
    assert few.count("| many.yaml:") == 8
    assert few.endswith("\n\nand 12 more\n")
    assert "| many.yaml:3:3 | Who leads or co-leads s0? | sectors.s0.seats: lead: " in few
    assert run("check", "many.yaml", *form, "-v").stdout.count("| many.yaml:") == 20
    assert "Unknown" not in run("check", "many.yaml", *form, "-q").stdout


def test_every_document_has_a_section_and_those_that_are_broken_a_list() -> None:
    result = run("check", "clean.yaml", "vacant.yaml", "void", *ONE)
    headings = [line for line in result.stdout.splitlines() if line.startswith("#")]
    assert headings == ["## Response, 2022-06-30"] * 2 + ["### Findings", "## Not loaded"]
    assert result.stdout.endswith("\n\n- void: there is no such file\n")


def test_a_text_is_shown_as_it_is(folder: Path, installed: Install) -> None:
    odd = rule("mine", lambda _: [Finding("", "a|b\n*c* <d> [e](f) `g`")])
    installed("mine", giving(rules=[odd]))
    result = run("check", "clean.yaml", "--select", "mine", "--format", "markdown", "-q")
    row = result.stdout.splitlines()[-1]
    assert row.startswith("| warning | mine | clean.yaml | ")
    assert row.replace("\\|", "").count("|") == 5
    assert "\\*c\\* \\<d\\> \\[e\\]" in row
