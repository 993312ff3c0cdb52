"""`interagency ccpm`: scores of a survey, as text and as JSON."""

import json
from pathlib import Path

from tests.cli.runs import run

TABLE = "sub-category,by,score\n1.1,partner,0.90\n1.1,coordinator,0.5\n2.1\x1b,partner,\n"


def test_scores_come_with_their_bands_and_what_was_left_unanswered() -> None:
    Path("scores.csv").write_text(TABLE)
    result = run("ccpm", "scores.csv")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        "sub-category  score  band          partners  coordinators  unanswered",
        "1.1           0.7    satisfactory  1         1             0",
        "2.1\\x1b       ?      ?             0         0             1",
        "",
    ]
    assert "unicefintercluster" in result.stdout


def test_scripts_get_json() -> None:
    Path("scores.csv").write_text(TABLE)
    value = json.loads(run("ccpm", "scores.csv", "--format", "json").stdout)
    assert value["sub-categories"][0] == {
        "name": "1.1",
        "score": 0.7,
        "band": "satisfactory",
        "partners": 1,
        "coordinators": 1,
        "unanswered": 0,
    }
    assert value["sub-categories"][1]["score"] is None


def test_a_broken_table_is_invalid_input_and_none_is_written_over() -> None:
    Path("scores.csv").write_text("sub-category,by,score\n1.1,ngo,1\n")
    result = run("ccpm", "scores.csv")
    assert (result.stdout, result.exit_code) == ("", 3)
    assert "scores.csv:2:1: by: partner or coordinator" in result.stderr
    Path("scores.csv").write_text(TABLE)
    assert run("ccpm", "scores.csv", "-o", "scores.csv").exit_code == 2
    assert run("ccpm", "missing.csv").exit_code == 3


def test_scores_may_come_from_standard_input(folder: Path) -> None:
    (folder / "scores.csv").write_text(TABLE)
    assert run("ccpm", "-", input=TABLE).stdout == run("ccpm", "scores.csv").stdout
    result = run("ccpm", "-", input="sub-category,by,score\n1.1,ngo,1\n")
    assert (result.stdout, result.exit_code) == ("", 3)
    assert result.stderr.startswith("<stdin>:2:1: by: partner or coordinator")


def test_a_file_that_is_called_like_standard_input_can_be_read_too(folder: Path) -> None:
    (folder / "-").write_text(TABLE)
    assert "1.1" in run("ccpm", "./-", input="").stdout
