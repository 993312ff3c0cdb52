"""Plain values to the values and records of the model, strictly."""

from decimal import Decimal
from typing import Any

import pytest
from cattrs import ClassValidationError, ForbiddenExtraKeysError

from interagency.document.converter import converter
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
