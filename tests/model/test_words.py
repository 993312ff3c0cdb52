"""The words that stand where a name would stand."""

import pytest

from interagency.model import NONE, UNKNOWN, VACANT
from interagency.model.grammar import RESERVED, is_open, named


def test_there_are_three_reserved_words() -> None:
    """They are the same in every file."""
    assert {"unknown", "none", "vacant"} == {UNKNOWN, NONE, VACANT} == RESERVED


def test_reserved_words_name_nothing() -> None:
    """The order of the others stays."""
    assert named(("b", UNKNOWN, "a", VACANT)) == ("b", "a")
    assert named((NONE,)) == ()


@pytest.mark.parametrize(
    ("values", "open_"),
    [((), True), ((UNKNOWN,), True), (("a", UNKNOWN), True), (("a",), False), ((NONE,), False)],
)
def test_a_list_is_open_if_nothing_or_unknown_is_written(
    values: tuple[str, ...], open_: bool
) -> None:
    """What is not written is unknown, never missing."""
    assert is_open(values) is open_
