"""Numbers as people read them: 6,080,899,576. A document has them without separators."""

from decimal import Decimal

from interagency.model import Figure, Money


def number_text(number: Decimal | int) -> str:
    """Return a number with a comma between thousands, and every digit that it has."""
    return f"{Decimal(number):,f}"


def money_text(money: Money) -> str:
    """Return an amount of money with its currency."""
    return f"{number_text(money.amount)} {money.currency}"


def figure_text(figure: Figure) -> str:
    """Return a stated figure with its bound: >1,000."""
    return f"{figure.bound}{number_text(figure.value)}"
