"""Days on which something is due: dates, and rules as people write them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Day, Due
from interagency.testing.scalars import days, dues

YEAR = (date(2022, 1, 1), date(2022, 12, 31))


def first_days(text: str, count: int = 3) -> list[str]:
    return [day.isoformat() for day in Due.parse(text).between(*YEAR)][:count]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-04-15", ["2022-04-15"]),
        ("2022-04", ["2022-04-30"]),
        ("2022", ["2022-12-31"]),
        ("every day", ["2022-01-01", "2022-01-02", "2022-01-03"]),
        ("every Thursday", ["2022-01-06", "2022-01-13", "2022-01-20"]),
        ("every other Friday from 2022-03-18", ["2022-03-18", "2022-04-01", "2022-04-15"]),
        ("day 31 of every month", ["2022-01-31", "2022-03-31", "2022-05-31"]),
        ("last day of every month", ["2022-01-31", "2022-02-28", "2022-03-31"]),
        ("first Monday of every month", ["2022-01-03", "2022-02-07", "2022-03-07"]),
        ("last Friday of every month", ["2022-01-28", "2022-02-25", "2022-03-25"]),
        ("30 June of every year", ["2022-06-30"]),
        ("29 February of every year", []),
    ],
)
def test_a_rule_falls_on_the_days_that_it_names(text: str, expected: list[str]) -> None:
    assert first_days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thursday",
        "every thursday",
        "every Thursday ",
        "every other Friday",
        "every other Friday from 2022-03-17",
        "every other Friday from 2022-02-30",
        "day 32 of every month",
        "fifth Monday of every month",
        "31 June of every year",
        "2022-13",
        "weekly",
    ],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not|has no day"):
        Due.parse(text)


@given(days())
def test_a_date_is_due_once_on_its_last_day(day: Day) -> None:
    due = Due(day.text)
    window = (day.first - timedelta(days=400), day.last + timedelta(days=400))
    assert list(due.between(*window)) == [day.last]
    assert due.is_one_day


@given(dues(), st.dates(date(2019, 1, 1), date(2026, 1, 1)), st.integers(0, 800))
def test_the_days_between_two_are_those_on_which_it_falls(
    due: Due, first: date, ahead: int
) -> None:
    span = [first + timedelta(days=number) for number in range(ahead)]
    expected = [day for day in span if due.falls_on(day)]
    assert list(due.between(first, first + timedelta(days=ahead - 1))) == expected
    assert str(due) == due.text


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("every thursday", "write `every Thursday`"),
        ("Every Thursdays", "write `every Thursday`"),
        ("mondays", "write `every Monday`"),
        ("LAST DAY OF EVERY MONTH", "write `last day of every month`"),
        ("30 june of every year", "write `30 June of every year`"),
        ("every so often", "write a date, `every day`"),
        ("monday " * 20, "write a date, `every day`"),
    ],
)
def test_what_is_nearly_a_rule_is_told_as_one(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match=re.escape(cure)):
        Due(text)
