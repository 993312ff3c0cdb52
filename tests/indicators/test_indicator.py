"""Shares: what is certain either way, what is unknown, and the limits in between."""

from decimal import Decimal

import pytest

from interagency.checking import Verdict
from interagency.indicators import percent
from interagency.indicators.indicator import Answer, share

MET, GAP, UNKNOWN = Verdict.MET, Verdict.GAP, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("part", "whole", "published"),
    [(13, 28, "46.4"), (29, 52, "55.8"), (21, 28, "75.0"), (20, 28, "71.4"), (20, 30, "66.7")],
)
def test_the_arithmetic_of_the_pulse_of_2023_is_reproduced(
    part: int, whole: int, published: str
) -> None:
    """Sub-national HCTs, those led by OCHA, sub-national ICCGs, and area-based coordination."""
    assert percent(part, whole) == Decimal(published)


def test_a_percentage_of_nothing_is_unknown() -> None:
    assert percent(0, 0) is None


def test_a_share_leaves_out_the_unknown_and_says_what_it_may_change() -> None:
    found = share("a", "A", [Answer(MET), Answer(GAP), Answer(GAP), Answer(UNKNOWN)])
    assert (found.numerator, found.denominator, found.unknown) == (1, 3, 1)
    assert found.value == Decimal("33.3")
    assert found.interval == (Decimal("25.0"), Decimal("50.0"))


def test_a_certain_yes_of_an_open_list_moves_the_limits_only() -> None:
    """A no could not have been certain there, so that the share would come out too high."""
    found = share("a", "A", [Answer(MET, decidable=False), Answer(GAP), Answer(UNKNOWN)])
    assert (found.numerator, found.denominator, found.unknown) == (0, 1, 2)
    assert found.interval == (Decimal("33.3"), Decimal("66.7"))


def test_where_everything_is_certain_everything_counts() -> None:
    found = share("a", "A", [Answer(MET, decidable=False), Answer(GAP)])
    assert (found.numerator, found.denominator, found.unknown) == (1, 2, 0)
    assert found.value == Decimal("50.0")


def test_an_answer_may_stand_for_many() -> None:
    found = share("a", "A", [Answer(MET, weight=3), Answer(GAP)])
    assert found.value == Decimal("75.0")


@pytest.mark.parametrize(
    ("known", "unknown", "value"),
    [(1, 0, "100.0"), (1, 1, "100.0"), (1, 2, None), (2, 3, None), (2, 2, "100.0")],
)
def test_a_share_of_less_than_half_known_has_no_value(
    known: int, unknown: int, value: str | None
) -> None:
    answers = [Answer(Verdict.MET)] * known + [Answer(Verdict.UNKNOWN)] * unknown
    found = share("a", "A", answers)
    assert found.value == (None if value is None else Decimal(value))
    assert (found.numerator, found.denominator, found.unknown) == (known, known, unknown)


def test_a_share_of_nothing_has_no_value_and_no_limits() -> None:
    found = share("a", "A", [])
    assert (found.value, found.interval) == (None, (None, None))
