"""What changed in the functions that a group hands over."""

import pytest

from tests.change.test_comparison import compared

HEAD = "interagency: 2\norganizations: {moh: {name: MoH}}\nsectors: {health: {name: Health}}\n"
LINE = "handovers: [{body: health, function: strategy, %s}]\n"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "",
            LINE % "taker: moh, day: 2026-03, accepted: true",
            "strategy passes to MoH by March 2026, accepted",
        ),
        ("", LINE % "taker: none", "strategy passes to no one"),
        (
            "",
            LINE % "taker: unknown, accepted: false, certainty: inferred",
            "strategy passes to somebody not known, not accepted (inferred)",
        ),
        ("", LINE % "note: x", "strategy passes to somebody not recorded"),
        (LINE % "taker: moh", "", "handover of strategy no longer recorded"),
        (
            LINE % "taker: moh",
            LINE % "taker: moh, accepted: true",
            "handover of strategy: accepted: not recorded → yes",
        ),
    ],
)
def test_a_handover_is_told_under_its_group(before: str, after: str, said: str) -> None:
    assert compared(HEAD + before, HEAD + after) == [f"Health: {said}"]
