"""Indicators of coordination structures, as published mappings count them, with what is unknown.

An indicator never mistakes what nobody wrote down for an absence: it counts where the answer is
certain either way, says of how many nobody knows, and between which values the truth lies.
"""

from interagency.indicators.appeals import Requirements, requirements, whole_requirements
from interagency.indicators.ccpm import (
    Band,
    Respondent,
    Response,
    SubCategory,
    ccpm_band,
    ccpm_results,
    ccpm_score,
)
from interagency.indicators.indicator import Benchmark, Indicator, Unit, percent
from interagency.indicators.published import indicators

__all__ = [
    "Band",
    "Benchmark",
    "Indicator",
    "Requirements",
    "Respondent",
    "Response",
    "SubCategory",
    "Unit",
    "ccpm_band",
    "ccpm_results",
    "ccpm_score",
    "indicators",
    "percent",
    "requirements",
    "whole_requirements",
]
