"""Tables: aligned, wrapped on a terminal, one line a row anywhere else."""

import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.cli.output import (
    aligned,
    csv_text,
    figure_text,
    money_text,
    number_text,
    table_text,
)
from interagency.model import Figure, Money
from interagency.testing.strategies import money

ROWS = [("a", "error", "word " * 40), ("longer", "info", "[bold]b[/bold]")]


def test_a_row_is_a_line_where_no_terminal_is() -> None:
    """Files and pipes are read by line; markup is shown as it is."""
    first, second = table_text(ROWS).splitlines()
    assert first == "a       error  " + ("word " * 40).rstrip()
    assert second == "longer  info   [bold]b[/bold]"


def test_the_last_column_wraps_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    lines = table_text(ROWS).splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= 60


def test_nothing_is_no_table() -> None:
    assert table_text([]) == ""


def test_a_closed_output_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert len(table_text(ROWS).splitlines()) == len(ROWS)


def test_columns_stand_below_each_other_however_wide() -> None:
    assert aligned([("a", "bb", ""), ("ccc", "d", "e")]) == ["a    bb", "ccc  d   e"]


def test_a_table_for_a_spreadsheet_quotes_what_it_must() -> None:
    assert csv_text([("a", 1), ('b, "c"', "")]) == 'a,1\n"b, ""c""",\n'


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
