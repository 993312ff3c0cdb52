"""Money and stated figures, read and written as plans print them."""

from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Figure, Money
from interagency.testing.strategies import figures, money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("881030780 USD", Money(Decimal(881030780), "USD")),
        ("0 EUR", Money(Decimal(0), "EUR")),
        ("1.50 USD", Money(Decimal("1.50"), "USD")),
        ("-28106534 USD", Money(Decimal(-28106534), "USD")),
    ],
)
def test_an_amount_is_read_as_written(text: str, amount: Money) -> None:
    """A number without separators, and the ISO 4217 code; trailing zeros stay."""
    assert Money.parse(text) == amount
    assert str(Money.parse(text)) == text


def test_an_amount_is_read_as_it_is_shown_and_written_without_separators() -> None:
    assert str(Money.parse("425,400,000.5 USD")) == "425400000.5 USD"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "USD",
        "5USD",
        "5  USD",
        "-0 USD",
        "-0.00 USD",
        "--5 USD",
        "- 5 USD",
        "+5 USD",
        "5 usd",
        "1,00 USD",
        "1000,000 USD",
        ",000 USD",
        "1e3 USD",
        "5. USD",
        "1.1234567 USD",
        "1" * 19 + " USD",
        "5 USD\n",
        "NaN USD",
        "٥ USD",
    ],
)
def test_what_is_no_amount_is_refused_and_named(text: str) -> None:
    """The message quotes it and says what to write."""
    with pytest.raises(ValueError, match="write 881030780 USD") as refused:
        Money.parse(text)
    assert repr(text) in str(refused.value)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("-0", "not an amount between 0 and 10"),
        ("-1E+18", "not an amount between 0 and 10"),
        ("1E+18", "not an amount between 0 and 10"),
        ("NaN", "not an amount between 0 and 10"),
        ("sNaN", "not an amount between 0 and 10"),
        ("Infinity", "not an amount between 0 and 10"),
        ("0.0000001", "more than six decimal places"),
    ],
)
def test_an_amount_that_no_file_could_hold_is_refused(amount: str, said: str) -> None:
    """The same limits hold for money and for figures."""
    with pytest.raises(ValueError, match=said):
        Money(Decimal(amount))
    with pytest.raises(ValueError, match=said):
        Figure("refugees", Decimal(amount))


def test_money_may_be_less_than_nothing_and_a_count_may_not() -> None:
    """FTS has such amounts among the projects of the 3RP of 2022."""
    assert Money(Decimal("-0.5")).amount < 0
    with pytest.raises(ValueError, match="not an amount between 0 and 10"):
        Figure("refugees", Decimal(-1))


def test_an_exponent_is_written_out() -> None:
    """`1E+3` is a number of Python, not of a plan."""
    assert str(Money(Decimal("1E+3"))) == "1000 USD"
    assert str(Figure("refugees", Decimal("0E+5"))) == "0"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("228", Figure("a", Decimal(228))),
        (">100", Figure("a", Decimal(100), ">")),
        (">= 100", Figure("a", Decimal(100), ">=")),
        ("<50", Figure("a", Decimal(50), "<")),
        ("<=50", Figure("a", Decimal(50), "<=")),
        ("~ 2.5", Figure("a", Decimal("2.5"), "~")),
    ],
)
def test_a_figure_is_exact_or_bounded(text: str, figure: Figure) -> None:
    """A space after the sign is allowed, and not kept."""
    assert Figure.parse("a", text) == figure
    assert str(figure) == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", "many", "=5", "> >5", "1e3", "-5", "5 ", "5%", "1,000"])
def test_what_is_no_figure_is_refused_and_named(text: str) -> None:
    """The message quotes it and shows the forms."""
    with pytest.raises(ValueError, match="is not a figure: write 228") as refused:
        Figure.parse("a", text)
    assert repr(text) in str(refused.value)


@pytest.mark.parametrize(
    ("stated", "below", "equal", "above"),
    [
        ("10", False, True, False),
        (">10", False, False, True),
        (">=10", False, True, True),
        ("<10", True, False, False),
        ("<=10", True, True, False),
        ("~10", None, None, None),
    ],
)
def test_a_counted_number_fits_what_is_stated_or_not(
    stated: str, below: bool | None, equal: bool | None, above: bool | None
) -> None:
    """`about` admits anything and excludes nothing."""
    figure = Figure.parse("a", stated)
    found = (figure.admits(9), figure.admits(Decimal("10.0")), figure.admits(11))
    assert found == (below, equal, above)


class TestText:
    """What is written reads back as the same value, to the last zero."""

    @given(money())
    def test_of_money(self, amount: Money) -> None:
        assert Money.parse(str(amount)) == amount
        assert str(Money.parse(str(amount))) == str(amount)

    @given(figures())
    def test_of_a_figure(self, figure: Figure) -> None:
        assert Figure.parse(figure.name, str(figure)) == figure
        assert str(Figure.parse(figure.name, str(figure))) == str(figure)


class TestBounds:
    """A bound and the one that excludes it share no number, and leave none out."""

    @given(st.integers(0, 20), st.integers(0, 20))
    def test_more_than_is_the_opposite_of_at_most(self, value: int, number: int) -> None:
        def admits(bound: str) -> bool | None:
            return Figure("a", Decimal(value), bound).admits(number)

        assert admits(">") is not admits("<=")
        assert admits("<") is not admits(">=")
        assert admits("") is (admits(">=") and admits("<="))


def test_an_amount_is_a_decimal_number() -> None:
    """A plain number would lose digits."""
    with pytest.raises(ValueError, match="5 is not a decimal number"):
        Money(cast(Any, 5))
