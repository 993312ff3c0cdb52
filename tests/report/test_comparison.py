"""A comparison in lines: what changed, where that was read, and by whose decision."""

import pytest

import interagency as ia
from interagency.change import compare
from interagency.report.comparison import change_lines

HEAD = """\
interagency: 2
as_of: 2025
sources: {minutes: {title: Minutes}}
forums: {hct: {name: HCT}}
"""
BEFORE = HEAD + "sectors: {health: {name: Health, seats: {member: [nrc]}}}\n"
AFTER = HEAD + "sectors: {health: {name: Health, seats: {member: [nrc, {holder: drc, %s}]}}}\n"
DECISION = "decisions: {d: {name: New members, changes: [health], %s}}\n"
JOINED = "Health: one member joined since 2025 (DRC)"


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("status: taken", " (decided: New members)"),
        (
            "status: taken, by: [hct, unknown], day: 2025-03",
            " (decided: New members, by HCT, March 2025)",
        ),
        ("status: open, by: [hct]", " (still to be decided: New members, by HCT)"),
    ],
)
def test_a_line_ends_with_the_decision_behind_it(decision: str, said: str) -> None:
    after = AFTER % "since: 2025, sources: [minutes]" + DECISION % decision
    lines = change_lines(compare(ia.loads(BEFORE), ia.loads(after)))
    assert lines[0] == f"{JOINED} [Minutes]{said}"


def test_a_decision_that_was_there_before_explains_nothing_new() -> None:
    before, after = (each + DECISION % "day: 2025-03" for each in (BEFORE, AFTER % "since: 2025"))
    assert change_lines(compare(ia.loads(before), ia.loads(after))) == [JOINED]


@pytest.mark.parametrize(
    ("day", "is_told"),
    [("2025-03", True), ("2025-06-01", True), ("2025-06-02", False), ("2024-12", False)],
)
def test_between_two_days_the_decisions_of_that_time_count(day: str, is_told: bool) -> None:
    whole = ia.loads(AFTER % "since: 2025-04" + DECISION % f"day: {day}")
    (line,) = change_lines(compare(whole, whole, ("2025-01-01", "2025-06-01")))
    assert ("decided: New members" in line) is is_told


def test_a_decision_without_a_day_is_of_no_time() -> None:
    whole = ia.loads(AFTER % "since: 2025-04" + DECISION % "status: taken")
    (line,) = change_lines(compare(whole, whole, ("2025-01-01", "2025-06-01")))
    assert "decided" not in line
