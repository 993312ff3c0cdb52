"""What every recorded fact carries."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Alias, Certainty, DatedFact, Day, Fact, Forum
from interagency.testing.strategies import bodies, days


def test_a_fact_is_stated_unless_said_otherwise() -> None:
    """`stated` is what a plain sentence of a source gives."""
    assert Fact().certainty is Certainty.STATED
    assert Alias(name="x", certainty=Certainty.DISPUTED).certainty == "disputed"


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (None, None, True),
        ("2022", None, True),
        ("2022-03-20", None, True),
        ("2022-03-21", None, False),
        (None, "2022", True),
        (None, "2022-03-20", True),
        (None, "2022-03-19", False),
        ("2022-03", "2022-03", True),
        ("2023", "2024", False),
    ],
)
def test_a_fact_holds_from_its_first_day_to_its_last(
    since: str | None, until: str | None, holds: bool
) -> None:
    """Both ends are inclusive, and one that is not written is open."""
    first, last = (Day(each) if each else None for each in (since, until))
    fact = DatedFact(since=first, until=last)
    assert fact.holds_on(date(2022, 3, 20)) is holds


class TestPeriod:
    """`since` counts from its first day, `until` to its last."""

    @given(days(), days(), st.dates(date(2019, 1, 1), date(2026, 12, 31)))
    def test_a_period_is_the_common_part_of_its_two_halves(
        self, since: Day, until: Day, when: date
    ) -> None:
        halves = DatedFact(since=since).holds_on(when), DatedFact(until=until).holds_on(when)
        assert DatedFact(since=since, until=until).holds_on(when) is all(halves)

    @given(days())
    def test_a_fact_of_one_span_holds_on_both_its_ends(self, span: Day) -> None:
        fact = DatedFact(since=span, until=span)
        assert fact.holds_on(span.first)
        assert fact.holds_on(span.last)

    @given(bodies(Forum))
    def test_a_drawn_period_does_not_run_backward(self, forum: Forum) -> None:
        assert not (forum.since and forum.until) or forum.since.first <= forum.until.last
