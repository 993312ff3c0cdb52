"""`diff`: two documents, two days of one, or an earlier revision of it."""

import json
import subprocess
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

import interagency as ia
from interagency.change import compare
from interagency.change.change_set_files import parse_changes
from interagency.cli.diff_json import comparison_value
from interagency.report.comparison import comparison_as_text, indicator_words
from tests.cli.runs import run

TEXT = """\
Response, 2022-06-30 → Response, 2022-06-30
Health: lead WHO, vacant before

Findings
  gone: error lead-vacant: Health has a vacant lead

Indicators
  Concentration of leadership (Herfindahl index: 1 is one hand): unknown → unknown
...
"""


def test_the_text_has_a_line_for_each_body_and_what_follows_below() -> None:
    lines = run("diff", "vacant.yaml", "clean.yaml").stdout.splitlines()
    assert lines[:5] == TEXT.splitlines()[:5]
    assert lines[-1] == ("one thing changed; no new findings, one finding gone; no new questions")


def test_nothing_different_is_told_too() -> None:
    result = run("diff", "vacant.yaml", "vacant.yaml", "--exit-code")
    assert result.stdout.splitlines() == [
        "Response, 2022-06-30 → Response, 2022-06-30",
        "",
        "no difference in what is recorded",
    ]
    assert result.exit_code == 0


def test_a_difference_ends_with_1_only_if_asked() -> None:
    assert run("diff", "vacant.yaml", "clean.yaml").exit_code == 0
    assert run("diff", "vacant.yaml", "clean.yaml", "--exit-code").exit_code == 1


def test_markdown_has_lists_under_headings() -> None:
    lines = run("diff", "vacant.yaml", "clean.yaml", "--format", "markdown").stdout.splitlines()
    assert lines[:7] == [
        "## Response, 2022-06-30 → Response, 2022-06-30",
        "",
        "- Health: lead WHO, vacant before",
        "",
        "### Findings",
        "",
        "- gone: error lead-vacant: Health has a vacant lead",
    ]


def schema() -> dict[str, Any]:
    text = files("interagency.cli").joinpath("schemas/diff.json").read_text()
    found: dict[str, Any] = json.loads(text)
    return found


def test_json_is_as_its_schema_says() -> None:
    assert json.loads(run("schema", "--diff").stdout) == schema()
    Draft202012Validator.check_schema(schema())
    found = json.loads(run("diff", "vacant.yaml", "clean.yaml", "--format", "json").stdout)
    Draft202012Validator(schema()).validate(found)
    (change,) = found["changes"]
    assert change == {
        "subject": "health",
        "name": "Health",
        "kind": "joined",
        "text": "lead WHO, vacant before",
        "since": None,
        "sources": [],
        "decisions": [],
        "before": ["seat health/lead/vacant"],
        "after": ["seat health/lead/who"],
    }
    assert [each["rule"] for each in found["findings"]["gone"]] == ["lead-vacant"]


MODEL = "conforms_to: [rcm-2013, nothing-of-the-sort]\nsituation: refugee\n"


def test_clauses_and_questions_are_told(folder: Path) -> None:
    before = (folder / "vacant.yaml").read_text().replace("title:", MODEL + "title:")
    after = before.replace("lead: vacant", "lead: [gov]").replace("as_of: 2022-06-30\n", "")
    after += "  two: {seats: {lead: [unhcr]}}\n" + "".join(f"  f{n}: {{}}\n" for n in range(9))
    (folder / "a.yaml").write_text(before)
    (folder / "b.yaml").write_text(after + "organizations: {gov: {kind: government}}\n")
    found = run("diff", "a.yaml", "b.yaml").stdout
    assert "  rcm-2013 RCM-01a: gap → met: " in found
    assert "  new: and " in found
    assert " more (-v)\n" in found
    assert " write: " in run("diff", "a.yaml", "b.yaml", "-v").stdout
    value = json.loads(run("diff", "a.yaml", "b.yaml", "--format", "json").stdout)
    Draft202012Validator(schema()).validate(value)
    assert value["clauses"]


def test_facts_alone_and_findings_that_rest_on_other_facts() -> None:
    before, after = (ia.load(f"{name}.yaml") for name in ("vacant", "clean"))
    found = compare(before, after)
    assert comparison_as_text(found, "Facts", 0).splitlines() == [
        "Facts",
        "Health: lead WHO, vacant before",
        "",
        "one thing changed",
    ]
    assert "findings" not in comparison_value(found)
    said = ia.compare(before, after).consequences
    assert said is not None
    one = said.gone_findings[0]
    changed = evolve(found, consequences=evolve(said, changed_findings=((one, one),)))
    line = "  changed: error lead-vacant: Health has a vacant lead (was: Health has a vacant lead)"
    assert line in comparison_as_text(changed, "Facts", 0).splitlines()
    Draft202012Validator(schema()).validate(comparison_value(changed))


def test_two_days_of_one_document_are_compared() -> None:
    assert run("diff", "vacant.yaml", "--on", "2022-05", "--on", "2022-06").exit_code == 0


def test_sources_stand_behind_the_changes(folder: Path) -> None:
    text = (folder / "clean.yaml").read_text() + "sources: {m: {title: Minutes}}\n"
    (folder / "a.yaml").write_text(text)
    (folder / "b.yaml").write_text(text.replace("[who]", "[{holder: iom, sources: [m]}]"))
    assert run("diff", "a.yaml", "b.yaml").stdout.splitlines()[1] == (
        "Health: lead IOM, handed over from WHO [Minutes]"
    )
    assert "Indicators" in run("diff", "a.yaml", "vacant.yaml", "-v").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["vacant.yaml"], "give two documents, or one with --on twice, or one with --git REV"),
        (["a", "b", "c"], "give two documents"),
        (["vacant.yaml", "--on", "2022"], "give two documents"),
        (["vacant.yaml", "--git", "HEAD", "--on", "2022"], "--git takes one path"),
        (["vacant.yaml", "clean.yaml", "--git", "HEAD"], "--git takes one path"),
        (["vacant.yaml", *("--on", "2022") * 3], "--on is given at most twice"),
    ],
)
def test_what_is_not_clear_is_refused(words: list[str], said: str) -> None:
    result = run("diff", *words)
    assert (result.exit_code, said in result.stderr) == (2, True)


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.invalid")
    subprocess.run(["git", *identity, "-C", str(folder), *words], check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """Make a repository in which a vacancy has been filled since the last commit."""
    inside = folder / "response"
    inside.mkdir()
    (inside / "response.yaml").write_text((folder / "vacant.yaml").read_text())
    git(folder, "init", "-q")
    git(folder, "add", "response")
    git(folder, "commit", "-qm", "first")
    (inside / "response.yaml").write_text((folder / "clean.yaml").read_text())
    return inside


def test_a_file_or_a_folder_is_compared_with_its_last_commit(repository: Path) -> None:
    for path in ("response/response.yaml", "response"):
        lines = run("diff", "--git", "HEAD", path).stdout.splitlines()
        assert lines[1] == "Health: lead WHO, vacant before"


@pytest.mark.parametrize(
    ("revision", "path", "said"),
    [
        ("nothing", "response/response.yaml", "git cannot read it: fatal: "),
        ("--output=x", "response/response.yaml", "'--output=x' is not a revision of git"),
        ("HEAD", "vacant.yaml", "git cannot read it: fatal: "),
    ],
)
def test_what_git_does_not_have_is_told(
    repository: Path, revision: str, path: str, said: str
) -> None:
    result = run("diff", path, f"--git={revision}")
    assert (result.exit_code, result.stderr.startswith(said)) == (3, True)


def test_without_git_that_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("diff", "response", "--git", "HEAD")
    assert (result.exit_code, result.stderr.strip()) == (
        3,
        "git is not installed, so no revision can be read",
    )


def test_an_old_revision_that_is_broken_names_the_revision(repository: Path) -> None:
    (repository / "response.yaml").write_text("interagency: 1\nsektors: {}\n")
    git(repository, "commit", "-qam", "broken")
    (repository / "response.yaml").write_text("interagency: 1\n")
    result = run("diff", "response/response.yaml", "--git", "HEAD")
    assert result.exit_code == 3
    assert result.stderr.startswith("response/response.yaml at HEAD:2:1: sektors: ")


def test_an_indicator_is_told_if_its_value_moved_or_all_is_asked_for() -> None:
    said = ia.compare(ia.load("vacant.yaml"), ia.load("clean.yaml")).consequences
    assert said is not None
    low, high = Decimal("10.0"), Decimal("60.0")
    one = evolve(said.after.indicators[0], value=Decimal("50.0"), interval=(low, high))
    wider = evolve(one, interval=(low, low + high))
    assert indicator_words(one) == "50.0 % (between 10.0 % and 60.0 %)"
    assert indicator_words(evolve(one, interval=(None, None))) == "50.0 %"
    found = compare(ia.load("vacant.yaml"), ia.load("clean.yaml"))
    found = evolve(found, consequences=evolve(said, indicators=((one, wider),)))
    texts = [comparison_as_text(found, "Facts", verbosity) for verbosity in (0, 1)]
    assert ["(between 10.0 % and 70.0 %)" in text for text in texts] == [False, True]


def test_the_changes_from_one_document_to_another_are_a_change_set() -> None:
    text = run("diff", "vacant.yaml", "clean.yaml", "--format", "changes").stdout
    changes = parse_changes(text)
    before, after = ia.load("vacant.yaml"), ia.load("clean.yaml")
    assert ia.change.apply(before, changes) == after
    assert [each.kind for each in changes.operations] == ["set"]
