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
