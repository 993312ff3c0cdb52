"""Dates as written: a year, a month or a day, and the span of days that each one means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Day
from interagency.model.day import day
from interagency.testing.strategies import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-04", date(2022, 4, 1), date(2022, 4, 30)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-03-20", date(2022, 3, 20), date(2022, 3, 20)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_partial_date_covers_its_whole_span(text: str, first: date, last: date) -> None:
    """A year or a month means all of its days."""
    assert (Day(text).first, Day(text).last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-3",
        "2022-13",
        "2022-02-30",
        "2022/03",
        "0000",
        " 2022",
        "2022\n",
        "२०२२",
        "2022-W01-1",
    ],
)
def test_what_is_no_date_is_refused_and_named(text: str) -> None:
    """The message quotes what was written."""
    with pytest.raises(ValueError, match="is not a date") as refused:
        Day(text)
    assert repr(text) in str(refused.value)


def test_dates_are_equal_if_written_alike() -> None:
    """The written precision is part of the value, so that it survives a round trip."""
    assert Day("2022") == Day("2022")
    assert len({Day("2022"), Day("2022"), Day("2022-01")}) == 2
    assert repr(Day("2022")) == "Day(text='2022')"


@pytest.mark.parametrize("value", [Day("2022-03-20"), date(2022, 3, 20), "2022-03-20"])
def test_a_day_is_read_from_whatever_people_hold(value: Day | date | str) -> None:
    """A `Day`, a date of the standard library, or a text."""
    assert Day.of(value) == Day("2022-03-20")


def test_the_same_text_gives_the_same_day() -> None:
    """Files repeat few dates very often."""
    assert day("2022-03") is day("2022-03")


class TestSpan:
    """`since` counts from the first day of a partial date, `until` to its last."""

    @given(days())
    def test_the_text_survives(self, written: Day) -> None:
        assert Day(str(written)) == written == Day.of(written)

    @given(st.dates())
    def test_a_day_lies_in_its_month_and_its_month_in_its_year(self, when: date) -> None:
        spans = [Day(when.isoformat()[:length]) for length in (10, 7, 4)]
        exact, month, year = spans
        assert exact.first == exact.last == when
        assert year.first <= month.first <= when <= month.last <= year.last

    @given(st.dates(max_value=date(9998, 12, 31)))
    def test_a_month_ends_the_day_before_the_next_begins(self, when: date) -> None:
        month = Day(when.isoformat()[:7])
        assert (month.last.toordinal() - month.first.toordinal()) in range(27, 31)
        following = date.fromordinal(month.last.toordinal() + 1)
        assert following.day == 1
        assert following.month == when.month % 12 + 1

    @given(days(date(2022, 3, 1), date(2022, 3, 31)))
    def test_a_drawn_day_has_the_asked_days_in_its_span(self, written: Day) -> None:
        assert written.first <= date(2022, 3, 31)
        assert written.last >= date(2022, 3, 1)
