"""Answers in three values: met, gap, unknown. What is not known never becomes a gap.

Kleene's logic. `not applicable` is decided before, and is not one of its values.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import final


@final
class Verdict(StrEnum):
    """The answer to a question about an architecture."""

    MET = "met"
    GAP = "gap"
    UNKNOWN = "unknown"


def negate(verdict: Verdict) -> Verdict:
    """Return the answer to the opposite question."""
    opposite = {Verdict.MET: Verdict.GAP, Verdict.GAP: Verdict.MET}
    return opposite.get(verdict, Verdict.UNKNOWN)


def every(answers: Iterable[Verdict]) -> Verdict:
    """Answer for all recorded subjects: gap before unknown before met; none recorded, unknown."""
    found = set(answers)
    for verdict in (Verdict.GAP, Verdict.UNKNOWN, Verdict.MET):
        if verdict in found:
            return verdict
    return Verdict.UNKNOWN


def some(answers: Iterable[Verdict], *, closed: bool) -> Verdict:
    """Answer whether one of a list does; only of a closed list can it be said that none does."""
    found = set(answers)
    if Verdict.MET in found:
        return Verdict.MET
    return Verdict.GAP if closed and Verdict.UNKNOWN not in found else Verdict.UNKNOWN


def at_least(wanted: int, known: int, possible: int | None) -> Verdict:
    """Answer whether there are enough.

    Args:
        wanted: How many there must be.
        known: How many there are for certain.
        possible: How many there may be at most; None if the list is open.
    """
    if known >= wanted:
        return Verdict.MET
    return Verdict.GAP if possible is not None and possible < wanted else Verdict.UNKNOWN


def at_most(allowed: int, known: int, possible: int | None) -> Verdict:
    """Answer whether there are not too many; the arguments are those of `at_least`."""
    if known > allowed:
        return Verdict.GAP
    return Verdict.MET if possible is not None and possible <= allowed else Verdict.UNKNOWN
