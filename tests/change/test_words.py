"""Dates, numbers and lists as they are said."""

import pytest

from interagency.change.words import counted_words, day_words, few, listed, number_words
from interagency.model import Day


@pytest.mark.parametrize(
    ("text", "said"), [("2025", "2025"), ("2025-05", "May 2025"), ("2025-05-02", "2 May 2025")]
)
def test_a_date_is_as_precise_as_it_is_written(text: str, said: str) -> None:
    assert day_words(Day(text)) == said


def test_small_numbers_are_words() -> None:
    assert [number_words(each) for each in (0, 1, 10, 11, 1234)] == [
        *("no", "one", "ten", "11", "1,234")
    ]
    assert [counted_words(each, "seat") for each in (0, 1, 2)] == [
        "no seats",
        "one seat",
        "two seats",
    ]


def test_a_list_ends_with_and() -> None:
    assert [listed("abc"[:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert few("abcde") == "a, b, c, d and e"
    assert few("abcdefg") == "a, b, c, d, e and 2 more"
