"""`interagency answer`: questions asked one after the other, answers in their places."""

from pathlib import Path

import pytest

from tests.cli.runs import run

TEXT = """\
interagency: 2
title: Response
as_of: 2025
organizations:
  moh: {name: Ministry of Health, kind: ministry}
forums:
  rcf: {name: RCF, seats: {co-chair: [unhcr, iom]}}
sectors:
  health:  # ours
    name: Health
    reports_to: unknown
    seats:
      lead: [who]
  wash: {name: WASH, reports_to: [rcf], seats: {lead: [unicef], co-lead: unknown}}
"""
ANSWERED = """\
interagency: 2
title: Response
as_of: 2025
organizations:
  moh: {name: Ministry of Health, kind: ministry}
forums:
  rcf: {name: RCF, seats: {co-chair: [unhcr, iom]}}
sectors:
  health:  # ours
    name: Health
    reports_to: [rcf]
    seats:
      lead: [who]
      co-lead: [moh, nrc]
  wash: {name: WASH, reports_to: [rcf], seats: {lead: [unicef], co-lead: vacant}}
"""


@pytest.fixture(autouse=True)
def written(folder: Path) -> Path:
    path = folder / "a.yaml"
    path.write_text(TEXT)
    return path


def test_each_answer_is_written_where_it_belongs(written: Path) -> None:
    answers = "Ministry of Health and NRC\nRCF\nvacant\n"
    result = run("answer", "a.yaml", input=answers)
    assert written.read_text() == ANSWERED
    assert result.stderr == "3 answers written, 0 questions left open\n"
    assert (
        result.stdout
        == """\
Answer with names or ids; vacant, none or unknown; Enter for later; q to stop.

Who co-leads Health, with WHO in the lead?
    co-lead of Health (sectors.health.seats.co-lead: [...], vacant or none)
> Ministry of Health and NRC
To whom does Health report?
    Reports to of Health (sectors.health.reports_to: [id, ...], or none)
> RCF
Who co-leads WASH, with UNICEF in the lead?
    co-lead of WASH (sectors.wash.seats.co-lead: [...], vacant or none)
> vacant
"""
    )


def test_an_answer_that_does_not_fit_is_told_and_the_next_question_asked(written: Path) -> None:
    result = run("answer", "a.yaml", input="Nobdy knows\n\nhealth\n")
    assert result.exit_code == 1
    assert "nothing is recorded as 'Nobdy knows'" in result.stdout
    assert written.read_text() == TEXT.replace("co-lead: unknown", "co-lead: [health]")


def test_in_a_terminal_a_question_is_asked_again(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interagency.cli.answer._is_terminal", lambda: True)
    result = run("answer", "a.yaml", input="Nobdy\nnone\nq\nvacant\n")
    assert result.exit_code == 0
    assert result.stdout.count("Who co-leads Health") == 2
    assert written.read_text() == TEXT.replace("[who]\n", "[who]\n      co-lead: none\n")


def test_answers_may_be_written_at_the_end(written: Path) -> None:
    result = run("answer", "a.yaml", "--diff", input="none\n\nnone\n")
    assert written.read_text() == TEXT
    assert "+      co-lead: none" in result.stdout
    result = run("answer", "a.yaml", "--at-end", input="none\n\nnone\n")
    assert result.stderr == "changed a.yaml\n2 answers written, 1 question left open\n"
    wanted = TEXT.replace("[who]\n", "[who]\n      co-lead: none\n")
    assert written.read_text() == wanted.replace("co-lead: unknown", "co-lead: none")
    assert run("answer", "a.yaml", "--at-end", input="").stderr.startswith("nothing to change\n")


def test_only_what_one_reader_can_answer_is_asked() -> None:
    result = run("answer", "a.yaml", "--for", "unicef", input="")
    assert "Who co-leads WASH" in result.stdout
    assert "Health" not in result.stdout


def test_a_question_that_no_line_can_answer_is_left(written: Path) -> None:
    written.write_text(ANSWERED.replace("# ours\n", "# ours\n    certainty: disputed\n"))
    result = run("answer", "a.yaml", input="")
    assert ">" not in result.stdout
    assert result.stderr == "0 answers written, 1 question left open\n"
