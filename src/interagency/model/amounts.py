"""Money and stated figures, as plans print them."""

import re
from decimal import Decimal
from typing import Any, Self, final

from attrs import field, frozen
from attrs.validators import in_, matches_re

from interagency.model.fast import maker

# With commas between thousands or without.
_MONEY = re.compile(
    r"((?!-0+(?:\.0+)? )-?(?:[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,6})?) ([A-Z]{3})"
)
_FIGURE = re.compile(r"(>=|<=|>|<|~)? ?([0-9]{1,18}(?:\.[0-9]{1,6})?)")
_LIMIT = Decimal(10) ** 18


def _plain(amount: Decimal) -> str:
    return f"{amount:f}"


def _check_amount(_: object, __: object, amount: Decimal) -> None:
    if not isinstance(amount, Decimal):
        raise ValueError(f"{amount!r} is not a decimal number")
    if not amount.is_finite() or amount.is_signed() or amount >= _LIMIT:
        raise ValueError(f"{amount} is not an amount between 0 and 10^18")
    if len(_plain(amount).partition(".")[2]) > 6:
        raise ValueError(f"{amount} has more than six decimal places")


def _check_money(of: object, name: object, amount: Any) -> None:
    # copy_abs, unlike abs, keeps every digit and lets no NaN through as a number
    positive = amount.copy_abs() if isinstance(amount, Decimal) and amount else amount
    _check_amount(of, name, positive)


@final
@frozen(weakref_slot=False)
class Money:
    """An amount of money: a decimal number and an ISO 4217 currency code.

    Attributes:
        amount: The amount, in units of the currency. It may be less than zero: FTS publishes such
            amounts, which take back what others in a plan ask for too much.
        currency: The ISO 4217 code, for example USD.
    """

    amount: Decimal = field(validator=_check_money)
    currency: str = field(default="USD", validator=matches_re(r"[A-Z]{3}"))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an amount such as `881030780 USD`, or `881,030,780 USD` as it is shown.

        Raises:
            ValueError: If the text is no amount of money.
        """
        match = _MONEY.fullmatch(text)
        if match is None:
            raise ValueError(
                f"{text!r} is not an amount of money: write 881030780 USD, "
                "the number and the ISO 4217 code"
            )
        return _money(Decimal(match[1].replace(",", "")), match[2])

    def __str__(self) -> str:
        """Return the amount as a document writes it."""
        return f"{_plain(self.amount)} {self.currency}"


# For what the form of a text vouches for already.
_money = maker(Money, "amount", "currency")


@final
@frozen
class Figure:
    """A number that a source states, exact or bounded: 228, or more than 100.

    Attributes:
        name: What is counted, for example appealing-organizations.
        value: The number.
        bound: Nothing for an exact number, else one of > >= < <= and ~ (about).
    """

    name: str
    value: Decimal = field(validator=_check_amount)
    bound: str = field(default="", validator=in_(("", ">", ">=", "<", "<=", "~")))

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        """Read a stated figure such as `228`, `">100"` or `"~80"`.

        Raises:
            ValueError: If the text is no figure.
        """
        match = _FIGURE.fullmatch(text)
        if match is None:
            raise ValueError(f'{text!r} is not a figure: write 228, ">100", "<=50" or "~80"')
        return cls(name, Decimal(match[2]), match[1] or "")

    def __str__(self) -> str:
        """Return the figure as a document writes it."""
        return f"{self.bound}{_plain(self.value)}"

    def admits(self, number: Decimal | int) -> bool | None:
        """Return whether a counted number fits what is stated; None if the source says `about`."""
        if self.bound == "~":
            return None
        tests = {
            "": number == self.value,
            ">": number > self.value,
            ">=": number >= self.value,
            "<": number < self.value,
            "<=": number <= self.value,
        }
        return tests[self.bound]
