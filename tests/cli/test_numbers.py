"""Numbers for people have separators, and lose nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.cli.output import figure_text, money_text, number_text
from interagency.model import Figure, Money
from interagency.testing.strategies import money


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (Decimal("-1234567.50"), "-1,234,567.50"),
        (Decimal("6080899576"), "6,080,899,576"),
    ],
)
def test_thousands_are_told_apart(number: Decimal | int, text: str) -> None:
    assert number_text(number) == text


def test_a_figure_keeps_its_bound_and_money_its_currency() -> None:
    assert figure_text(Figure.parse("partners", ">1000")) == ">1,000"
    assert money_text(Money.parse("20000.50 EUR")) == "20,000.50 EUR"


@given(money() | st.builds(Money, st.just(Decimal(10) ** 15)))
def test_without_its_separators_an_amount_is_what_a_document_writes(amount: Money) -> None:
    assert money_text(amount).replace(",", "") == str(amount)
