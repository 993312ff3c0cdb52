"""Cluster Coordination Performance Monitoring: the published bands, without the gaps in them."""

from decimal import Decimal

import pytest

from interagency.indicators import Band, ccpm_band, ccpm_score


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (1, Band.STRONG),
        (0.76, Band.STRONG),
        (0.75, Band.SATISFACTORY),
        (0.51, Band.SATISFACTORY),
        ("0.505", Band.SATISFACTORY),
        (0.50, Band.UNSATISFACTORY),
        (0.26, Band.UNSATISFACTORY),
        ("0.255", Band.UNSATISFACTORY),
        (0.25, Band.WEAK),
        (0, Band.WEAK),
    ],
)
def test_every_score_falls_in_one_band(score: float | str, band: Band) -> None:
    """The published bands leave 0.50 to 0.51 and 0.25 to 0.26 open."""
    assert ccpm_band(Decimal(str(score))) is band


def test_the_score_is_the_median_of_partners_and_coordinators_together() -> None:
    assert ccpm_score([0.1, 0.9, 0.6], [0.8]) == Decimal("0.7")
    assert ccpm_score([0.25], [Decimal("0.75"), 1]) == Decimal("0.75")


def test_of_no_answers_there_is_no_score() -> None:
    assert ccpm_score([], []) is None


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_score_lies_between_0_and_1(score: float) -> None:
    with pytest.raises(ValueError, match="is not a score between 0 and 1"):
        ccpm_band(score)
    with pytest.raises(ValueError, match="is not a score between 0 and 1"):
        ccpm_score([score], [])
