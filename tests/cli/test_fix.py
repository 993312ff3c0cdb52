"""`interagency fix`: rewrites that have one right answer, and nothing else."""

from pathlib import Path

import pytest

from interagency.document import load
from interagency.document.edits import plain_value
from interagency.document.fixes import fixes_for
from interagency.examples import names, path
from tests.cli.runs import run

WRONG = """\
interagency: 2
Title: Health  # a text stays
as-of: 2022-3
areas: [Romania]
organizations:
  moh: {name: Ministry of Health}
forums:
  rcf: {name: RCF, kind: RCF, seats: {lead: WHO, co-lead: [{Holder: ministry of health}, vacant]}}
subsectors:
  nutrition: {name: Nutrition, covers: [Nutrition], reports-to: Health}
sectors:
  health: {name: Health, covers: [health, my-own], within: {To: RCF}, since: 2022-3-5}
links:
  - {kind: supports, from: rcf, to: health}
"""
RIGHT = """\
interagency: 2
title: Health  # a text stays
as_of: 2022-03
areas: [ROU]
organizations:
  moh: {name: Ministry of Health}
forums:
  rcf: {name: RCF, kind: rcf, seats: {lead: [who], co-lead: [{holder: moh}, vacant]}}
sub_sectors:
  nutrition: {name: Nutrition, covers: [NUT], reports_to: [health]}
sectors:
  health: {name: Health, covers: [HEA, my-own], within: {to: rcf}, since: '2022-03-05'}
links:
  - {kind: supports, from: rcf, to: health}
"""


@pytest.fixture
def wrong(folder: Path) -> Path:
    found = folder / "wrong.yaml"
    found.write_text(WRONG)
    return found


def test_what_has_one_right_answer_is_rewritten_and_told(wrong: Path) -> None:
    result = run("fix", "wrong.yaml")
    assert wrong.read_text() == RIGHT
    assert load(wrong).sectors[0].covers == ("HEA", "my-own")
    assert "as-of → as_of\n" in result.stdout
    assert "sectors.health.covers[0]: health → HEA\n" in result.stdout
    assert result.stderr == "changed wrong.yaml\n"
    assert run("fix", "wrong.yaml").output == "nothing to change\n"


def test_a_check_writes_nothing_and_ends_with_1(wrong: Path) -> None:
    result = run("fix", "wrong.yaml", "--check")
    assert (result.exit_code, "Title → title" in result.stdout) == (1, True)
    assert wrong.read_text() == WRONG
    wrong.write_text(RIGHT)
    assert (run("fix", "wrong.yaml", "--check").exit_code) == 0


def test_a_difference_writes_nothing(wrong: Path) -> None:
    assert "-Title: Health  # a text stays\n+title" not in run("fix", "wrong.yaml").stdout
    wrong.write_text(WRONG)
    shown = run("fix", "wrong.yaml", "--diff").stdout
    assert "-Title: Health  # a text stays\n" in shown
    assert wrong.read_text() == WRONG


@pytest.mark.parametrize(
    "text",
    [
        "title: x\nTitle: y\n",  # the right key is there already
        "sectors: {a: {name: A, within: rfc}}\n",  # a likeness is no answer
        "forums: {a: {name: Twin}, b: {name: Twin}, c: {within: Twin}}\n",  # two answers
        "sectors: {a: {covers: [none-of-ours]}}\n",
        "forums: {a: {kind: rcf, seats: {lead: vacant, member: unknown}}}\n",
    ],
)
def test_what_has_no_answer_or_two_stays(text: str) -> None:
    assert fixes_for(plain_value(f"interagency: 2\n{text}", "yaml")) == []


@pytest.mark.parametrize("name", names())
def test_shipped_examples_have_nothing_to_fix(name: str) -> None:
    found = path(name)
    assert run("fix", found, "--check").output == ""
