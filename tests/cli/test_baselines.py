"""`check --diff-base`: what is new since a revision of git."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.runs import CLEAN, VACANT, run
from tests.cli.test_diff import git

NEW = "  wash: {name: WASH, reports_to: [rcf], seats: {lead: vacant, co-lead: none}}\n"


@pytest.fixture(autouse=True)
def repository(folder: Path) -> Path:
    """Return a folder in git whose last commit has a vacant lead, and that has another one now."""
    inside = folder / "work"
    inside.mkdir()
    (inside / "response.yaml").write_text(VACANT)
    git(inside, "init", "-q")
    git(inside, "add", ".")
    git(inside, "commit", "-qm", "vacant")
    text = VACANT.replace("forums:\n", f"{NEW}forums:\n")
    (inside / "response.yaml").write_text(text)
    return inside


def check(*words: str | Path) -> tuple[int, str]:
    result = run("check", *words)
    return result.exit_code, result.stdout


def test_only_what_is_new_is_told_and_counts(repository: Path) -> None:
    code, text = check(repository / "response.yaml", "--diff-base", "HEAD")
    (found,) = [line for line in text.splitlines() if "lead-vacant" in line]
    assert found.endswith("error lead-vacant: WASH has a vacant lead")
    assert code == 1
    assert "known at HEAD, 0 gone" in text


def test_nothing_new_is_clean(repository: Path) -> None:
    git(repository, "commit", "-qam", "two")
    code, text = check(repository / "response.yaml", "--diff-base", "HEAD")
    assert (code, "lead-vacant" in text) == (0, False)
    assert ", 0 gone" in text


def test_what_is_gone_is_counted(repository: Path) -> None:
    (repository / "response.yaml").write_text(CLEAN)
    code, text = check(repository / "response.yaml", "--diff-base", "HEAD")
    assert code == 0
    assert "1 gone" in text


def test_a_folder_and_a_file_that_is_new(repository: Path) -> None:
    assert check(repository, "--diff-base", "HEAD")[0] == 1
    other = repository / "other"
    other.mkdir()
    (other / "new.yaml").write_text(VACANT)
    for path in (other, other / "new.yaml"):
        code, text = check(path, "--diff-base", "HEAD")
        assert (code, "0 findings known at HEAD, 0 gone" in text) == (1, True)


def test_sarif_says_what_is_new_unchanged_and_absent(repository: Path) -> None:
    text = CLEAN.replace("forums:\n", f"{NEW}forums:\n").replace("  health:", "  care:")
    (repository / "response.yaml").write_text(text)
    _, found = check(repository / "response.yaml", "--diff-base", "HEAD", "--format", "sarif")
    results = json.loads(found)["runs"][0]["results"]
    vacant = [each for each in results if each["ruleId"] == "lead-vacant"]
    states = [(each["baselineState"], each["properties"]["subject"]) for each in vacant]
    assert states == [("new", "wash"), ("absent", "health")]
    assert {each["baselineState"] for each in results} <= {"new", "unchanged", "absent"}


def test_json_has_the_baseline(repository: Path) -> None:
    _, found = check(repository / "response.yaml", "--diff-base", "HEAD", "--format", "json")
    schema = json.loads(run("schema", "--report").stdout)
    Draft202012Validator(schema).validate(json.loads(found))
    baseline = json.loads(found)["documents"][0]["baseline"]
    assert baseline["name"] == "HEAD"
    assert "health" in [each["subject"] for each in baseline["known"]]
    assert baseline["gone"] == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--diff-base=nowhere"], 3, "git cannot read it"),
        (["--diff-base=-x"], 3, "'-x' is not a revision of git"),
        (
            ["--diff-base=HEAD", "--write-waivers=w.yaml"],
            2,
            "--write-waivers needs all findings; leave out --diff-base",
        ),
    ],
)
def test_what_cannot_be_is_told(repository: Path, words: list[str], code: int, said: str) -> None:
    result = run("check", repository / "response.yaml", *words)
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_an_example_has_no_revision() -> None:
    result = run("check", "example:romania-2022", "--diff-base", "HEAD")
    assert result.exit_code == 2
    assert "--diff-base needs files in git, and example:romania-2022 is none" in result.stderr


def test_a_waiver_still_counts(repository: Path) -> None:
    path = repository / "response.yaml"
    run("check", path, "--write-waivers", "waivers.yaml")
    code, text = check(path, "--waivers", "waivers.yaml", "--diff-base", "HEAD")
    assert (code, "lead-vacant" in text) == (0, False)
