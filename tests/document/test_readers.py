"""Reading one plain value: what fits, and what is said of what does not."""

from decimal import Decimal
from typing import Any

import pytest

from interagency.document.converter import kind_of, sequence, table, text, truth, whole
from interagency.document.problems import Misfit


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "nothing"),
        (True, "true"),
        (12, "12"),
        (Decimal("1.50"), "1.50"),
        ([], "a list"),
        ({}, "a mapping"),
        ("x", "the word 'x'"),
        ("x" * 90, f"the word '{'x' * 77}...'"),
    ],
)
def test_a_value_is_named_in_the_words_of_people(value: object, kind: str) -> None:
    assert kind_of(value) == kind


def test_a_reserved_word_may_stand_for_a_list_where_one_is_allowed() -> None:
    assert sequence("none", ("none",)) == ["none"]
    with pytest.raises(Misfit, match=r"write \[none\]"):
        sequence("none")
    with pytest.raises(Misfit, match="the words unknown and none may stand alone"):
        sequence(None, ("unknown", "none"))


@pytest.mark.parametrize(
    ("read", "value", "message"),
    [
        (text, True, "text is expected here, not true; put it in quotes"),
        (text, None, "text is expected here, not nothing; leave the field out if unknown"),
        (whole, True, "a whole number is expected here, not true"),
        (truth, "yes", "true or false is expected here, not the word 'yes'"),
        (table, "x", "a mapping is expected here, not the word 'x'"),
        (sequence, 1, "a list is expected here, not 1"),
    ],
)
def test_a_misfit_says_what_would_fit(read: Any, value: object, message: str) -> None:
    with pytest.raises(Misfit) as caught:
        read(value)
    assert str(caught.value) == message
