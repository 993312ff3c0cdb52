"""A waiver: it fits one finding, and it holds for a while."""

from datetime import date

import pytest
from attrs import evolve

from interagency.checking import Finding
from interagency.checking.waiver import WAIVER_RULES, Waiver
from interagency.model import Day

FOUND = Finding("health", "no co-lead", ("who",), ("seat:health/lead/who",), "co-lead-vacant")
WAIVER = Waiver(
    rule=FOUND.rule,
    subject=FOUND.subject,
    related=FOUND.related,
    evidence=FOUND.evidence,
    reason="agreed by the forum",
)


def test_it_has_the_fingerprint_of_its_finding_whatever_the_words() -> None:
    assert WAIVER.fingerprint == FOUND.fingerprint
    assert WAIVER.fingerprint == evolve(FOUND, message="another wording").fingerprint


@pytest.mark.parametrize(
    "other",
    [
        evolve(WAIVER, rule="b"),
        evolve(WAIVER, subject="b"),
        evolve(WAIVER, related=()),
        evolve(WAIVER, evidence=()),
    ],
)
def test_it_fits_no_other_finding(other: Waiver) -> None:
    assert other.fingerprint != FOUND.fingerprint


@pytest.mark.parametrize(
    ("expires", "holds"),
    [(None, True), ("2025-05-31", True), ("2025-05", True), ("2025", True), ("2025-05-30", False)],
)
def test_its_last_day_is_inclusive(expires: str | None, holds: bool) -> None:
    day = Day.of(expires) if expires else None
    assert evolve(WAIVER, expires=day).holds(date(2025, 5, 31)) is holds


def test_its_own_rules_cannot_be_taken_by_a_plugin_and_change_nothing() -> None:
    assert set(WAIVER_RULES) == {"waiver-expired", "waiver-unused"}
    with pytest.raises(TypeError):
        WAIVER_RULES["x"] = WAIVER_RULES["waiver-unused"]  # type: ignore[index]
