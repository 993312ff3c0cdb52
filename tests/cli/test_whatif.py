"""`whatif`: what a change would do, and how it is made."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import interagency as ia
from tests.change.resets import HEAD, RESPONSE
from tests.cli.runs import run

COMMENTED = RESPONSE.replace("sectors:\n", "sectors:  # who coordinates what\n", 1)


@pytest.fixture(autouse=True)
def response(folder: Path) -> Path:
    """Return the response of the scenarios, as a file with a comment."""
    path = folder / "response.yaml"
    path.write_text(COMMENTED)
    return path


def changes(text: str) -> str:
    Path("changes.yaml").write_text(f"{HEAD}{text}")
    return "changes.yaml"


def test_a_change_set_is_told_before_it_is_made() -> None:
    result = run("whatif", "response.yaml", changes("changes: [leave: acted]\n"))
    assert result.stdout.splitlines()[:7] == [
        "What if: Response, looked at on 2026-01-01",
        "CCCM Cluster: one member left after 31 December 2025 (ACTED)",
        "Cash Working Group: ACTED no longer co-lead after 31 December 2025",
        "",
        "Seats",
        "  ACTED loses two seats: member of CCCM Cluster and co-lead of Cash Working Group; it has "
        "no seat left",
        "",
    ]
    assert result.exit_code == 0
    assert Path("response.yaml").read_text() == COMMENTED


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--leave", "acted"), "CCCM Cluster: one member left after 30 December 2025 (ACTED)"),
        (("--close", "cash"), "Cash Working Group: closed, last day 30 December 2025"),
        (
            ("--merge", "shelter", "cccm", "--on", "2026-02"),
            "Shelter Cluster and CCCM Cluster merged into Shelter Cluster and CCCM Cluster since "
            "28 February 2026: lead UNHCR and IOM; three other seats carried over",
        ),
        (
            ("--end-post", "shelter-coordinator"),
            "Shelter Cluster Coordinator: ended, last day 30 December 2025",
        ),
    ],
)
def test_the_usual_questions_need_no_file(options: tuple[str, ...], said: str) -> None:
    result = run("whatif", "response.yaml", *options, "--fail-on", "never")
    assert result.exit_code == 0
    assert said in result.stdout.splitlines()


def test_what_the_rules_find_is_told_and_then_nothing_is_written() -> None:
    wanted = changes("changes: [vacate: health]\n")
    result = run("whatif", "response.yaml", wanted, "--write")
    assert "  new: error lead-vacant: Health Cluster has a vacant lead" in result.stdout
    assert result.exit_code == 1
    assert result.stderr == (
        "nothing was written: the change makes findings of error or more; --fail-on never writes "
        "it all the same\n"
    )
    assert Path("response.yaml").read_text() == COMMENTED


def test_a_change_is_written_and_all_else_stays() -> None:
    wanted = changes("changes: [vacate: health]\n")
    result = run("whatif", "response.yaml", wanted, "--write", "--fail-on", "never")
    assert (result.exit_code, result.stderr) == (0, "wrote response.yaml\n")
    before, after = COMMENTED.splitlines(), Path("response.yaml").read_text().splitlines()
    assert [one for one, other in zip(before, after, strict=True) if one != other] == [
        line for line in before if line.startswith("  health:")
    ]
    assert run("whatif", "response.yaml", wanted).exit_code == 3


def test_a_change_that_changes_nothing_writes_nothing() -> None:
    wanted = changes("changes: []\n")
    result = run("whatif", "response.yaml", wanted, "--write")
    assert result.stderr == "nothing changes, so nothing was written\n"


@pytest.mark.parametrize("path", ["-", "example:ukraine-clusters-2022"])
def test_what_is_no_file_is_not_written(path: str) -> None:
    wanted = changes("changes: [{set: {path: title, value: Other}}]\n")
    result = run("whatif", path, wanted, "--write", input=RESPONSE)
    assert result.exit_code == 2
    assert f"--write needs a file or folder of yours, and {path} is none" in result.stderr


def test_a_change_set_may_come_on_standard_input() -> None:
    result = run("whatif", "response.yaml", "-", input=f"{HEAD}changes: [close: nowhere]\n")
    assert result.exit_code == 3
    assert result.stderr.startswith("<stdin>:3:18: changes[0].close: nothing has the id 'nowhere'")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "give a change set, or --merge, --close, --leave or --end-post"),
        (("changes.yaml", "--leave", "nrc"), "give a change set, or --merge, --close, --leave or"),
        (("--merge", "cash", "cash"), "--merge takes two groups that differ"),
        (("--end-post", "health"), "--end-post takes the id of a post, and health is none"),
    ],
)
def test_what_is_not_clear_is_asked(words: tuple[str, ...], said: str) -> None:
    changes("changes: []\n")
    result = run("whatif", "response.yaml", *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_without_as_of_a_day_is_needed() -> None:
    Path("response.yaml").write_text(RESPONSE.replace("as_of: 2025-12\n", ""))
    result = run("whatif", "response.yaml", "--leave", "nrc")
    assert result.exit_code == 2
    assert "from which day on? the document has no as_of: give --on" in result.stderr
    assert run("whatif", "response.yaml", "--leave", "acted", "--on", "2026").exit_code == 0


def test_a_rename_alone_needs_no_day() -> None:
    Path("response.yaml").write_text(RESPONSE.replace("as_of: 2025-12\n", ""))
    Path("r.yaml").write_text("interagency_changes: 1\nchanges: [rename: {id: cccm, to: camps}]\n")
    result = run("whatif", "response.yaml", "r.yaml", "--fail-on", "never")
    assert result.stdout.splitlines()[:2] == [
        "What if: Response",
        "CCCM Cluster: new id camps, was cccm",
    ]


def test_markdown_has_the_effects_under_headings() -> None:
    found = run("whatif", "response.yaml", "--leave", "unfpa", "--format", "markdown")
    assert "### Leadership\n\n- GBV AoR has no lead left\n" in found.stdout


def schema() -> dict[str, Any]:
    text = files("interagency.cli").joinpath("schemas/whatif.json").read_text()
    found: dict[str, Any] = json.loads(text)
    return found


def test_json_is_as_its_schema_says() -> None:
    assert json.loads(run("schema", "--whatif").stdout) == schema()
    Draft202012Validator.check_schema(schema())
    wanted = changes("changes: [leave: unfpa, {merge: {groups: cp, into: protection}}]\n")
    result = run("whatif", "response.yaml", wanted, "--format", "json", "--fail-on", "never")
    found = json.loads(result.stdout)
    Draft202012Validator(schema()).validate(found)
    assert found["effects"] == {
        "lost_seats": [{"holder": "unfpa", "body": "gbv", "term": "lead"}],
        "gained_seats": [],
        "lost_leads": [
            {
                "before": {"holder": "unicef", "body": "cp", "term": "lead"},
                "after": {"holder": "unicef", "body": "protection", "term": "member"},
            }
        ],
        "without_seat": ["unfpa"],
        "without_lead": ["gbv"],
        "broken_lines": [],
    }


def test_a_change_set_is_as_its_schema_says() -> None:
    found = json.loads(run("schema", "--changes").stdout)
    Draft202012Validator.check_schema(found)
    every = Path(__file__).parents[1] / "change" / "every.yaml"
    from interagency.document.yaml_reader import compose

    value, _ = compose(every.read_bytes())
    Draft202012Validator(found).validate(value)
    value["changes"].append({"jion": {}})
    assert not Draft202012Validator(found).is_valid(value)


def test_the_same_is_there_for_python() -> None:
    changes = ia.change.ChangeSet(
        operations=(ia.change.Operation("close", {"what": ("nutrition",)}),),
        day=ia.model.Day("2026"),
    )
    found = ia.plugins.comparing.what_if(ia.load("response.yaml"), changes, on="2026-06")
    assert [each.holder for each in found.effects.lost] == ["unicef"]
    assert str(found.day) == "2026-06"
