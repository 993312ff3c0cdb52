"""Scores of Cluster Coordination Performance Monitoring: the median, and the band it falls in.

UNICEF's page on the CCPM gives the bands as over 0.75, 0.51 to 0.75, 0.26 to 0.50, and 0.25 or
less, which leaves 0.505 in none. Here each band is open below and closed above, so that 0.50 is
unsatisfactory and whatever is over it satisfactory.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from statistics import median
from typing import Final, final

Score = Decimal | float


@final
class Band(StrEnum):
    """How a cluster does in one of its functions: green, yellow, orange or red."""

    STRONG = "strong"
    SATISFACTORY = "satisfactory"
    UNSATISFACTORY = "unsatisfactory"
    WEAK = "weak"


# The score above which each band begins; what is not above any of them is weak.
_ABOVE: Final = (
    (Decimal("0.75"), Band.STRONG),
    (Decimal("0.50"), Band.SATISFACTORY),
    (Decimal("0.25"), Band.UNSATISFACTORY),
)


def ccpm_score(
    partner_scores: Iterable[Score], coordinator_scores: Iterable[Score]
) -> Decimal | None:
    """Return the median of all scores of a sub-category, each from 0 to 1; None if nobody answered.

    Raises:
        ValueError: If a score is not between 0 and 1.
    """
    scores = [_checked(score) for score in (*partner_scores, *coordinator_scores)]
    return median(scores) if scores else None


def ccpm_band(median: Score) -> Band:
    """Return the band in which a median falls.

    Raises:
        ValueError: If it is not between 0 and 1.
    """
    score = _checked(median)
    return next((band for limit, band in _ABOVE if score > limit), Band.WEAK)


def _checked(score: Score) -> Decimal:
    # By way of its text: 0.1 is meant as one tenth, not as the nearest binary fraction.
    exact = Decimal(str(score))
    if not exact.is_finite() or not 0 <= exact <= 1:
        raise ValueError(f"{score} is not a score between 0 and 1")
    return exact
