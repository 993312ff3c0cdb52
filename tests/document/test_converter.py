"""Plain values to the values and records of the model, strictly."""

from decimal import Decimal
from typing import Any

import pytest
from cattrs import ClassValidationError, ForbiddenExtraKeysError

from interagency.document.converter import converter, kind_of, sequence, table, text, truth, whole
from interagency.document.problems import Misfit, Misfits
from interagency.model import Alias, Certainty, Day, Figure, Level, Money, Within
from interagency.model.grammar import Texts

REFUSALS = (Misfit, Misfits, ForbiddenExtraKeysError, KeyError, ClassValidationError)
BOTH = pytest.mark.parametrize("detailed", [False, True])


@BOTH
@pytest.mark.parametrize(
    ("of", "value", "expected"),
    [
        (str, 12, "12"),
        (str, Decimal("1.50"), "1.50"),
        (int, 12, 12),
        (bool, False, False),
        (Level, "national", Level.NATIONAL),
        (Certainty, "stated", Certainty.STATED),
        (Day, 2022, Day("2022")),
        (Money, "5 USD", Money(Decimal(5))),
        (tuple[str, ...], ["a", 1], ("a", "1")),
        (Texts, {"fts": 1103}, (("fts", "1103"),)),
        (tuple[Figure, ...], {"n": ">3"}, (Figure("n", Decimal(3), ">"),)),
        (Alias, "x", Alias(name="x")),
        (
            Within,
            {"to": "x", "certainty": "inferred"},
            Within(to="x", certainty=Certainty.INFERRED),
        ),
    ],
)
def test_the_field_decides_what_a_value_is(
    detailed: bool, of: Any, value: object, expected: object
) -> None:
    found = converter(detailed).get_structure_hook(of)(value, of)
    assert found == expected
    assert type(found) is type(expected)


@BOTH
@pytest.mark.parametrize("of", [str, int, bool, Level, Day, Money, tuple[str, ...], Texts, Alias])
@pytest.mark.parametrize("value", [None, [], [[]], {"q": None}, True, "", 1.5])
def test_nothing_is_coerced(detailed: bool, of: Any, value: object) -> None:
    if (
        (of, value) in {(bool, True), (str, ""), (Alias, "")}
        if isinstance(value, str | bool)
        else ()
    ):
        return
    with pytest.raises(REFUSALS):
        converter(detailed).get_structure_hook(of)(value, of)


def test_a_detailed_reading_tells_every_item_with_its_step() -> None:
    hook = converter(True).get_structure_hook(tuple[str, ...])
    with pytest.raises(Misfits, match="2 misfits") as caught:
        hook([None, "a", True], tuple[str, ...])
    assert [step for step, _ in caught.value.errors] == [0, 2]


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
