"""A minute of the fuzzer: the same inputs each time; `make fuzz` goes on for as long as one likes.

An input gives a document, or an error that says what is wrong; what loads can be checked, held
against models, exported, written and read again.
"""

from collections import Counter

import pytest

from tests.fuzz.campaign import answer, inputs
from tests.fuzz.targets import LOADED, REFUSED, TARGETS

SEED = 20221
COUNT = 3_000


@pytest.mark.parametrize("kind", TARGETS)
def test_whatever_comes_in_only_what_is_documented_comes_out(kind: str) -> None:
    numbers = [number for each, number in inputs(COUNT, SEED) if each == kind]
    counts = Counter(answer(kind, number, SEED) for number in numbers)
    assert set(counts) <= {LOADED, REFUSED}
    assert counts.total() == len(numbers) > 0


def test_the_fuzzer_gets_past_the_door() -> None:
    """If all were refused, nothing behind the reader would be tried."""
    numbers = [number for each, number in inputs(COUNT, SEED) if each == "documents"][:300]
    counts = Counter(answer("documents", number, SEED) for number in numbers)
    assert counts[LOADED] > 40
    assert counts[REFUSED] > 40
