"""What is due, who has to give something to it, and who asks for it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document import loads
from interagency.snapshot import Snapshot
from interagency.snapshot.calendar import Issue, is_done, issues
from interagency.testing.strategies import architectures

FRIDAY = date(2022, 4, 1)
HEAD = """interagency: 2
sectors: {health: {name: Health}, wash: {name: WASH}}
posts: {officer: {title: Officer, duties: [reporting]}, senior: {title: Senior}}
"""


def found(body: str, within: int = 7, on: date = FRIDAY) -> tuple[Issue, ...]:
    return issues(Snapshot.of(loads(f"{HEAD}{body}"), on), on, within)


def product(body: str, within: int = 7) -> list[tuple[str, str]]:
    """Return the day and status of each issue of a product."""
    return [(str(each.day), each.status) for each in found(f"products: {{p: {{{body}}}}}", within)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("due: [every Thursday]", [("2022-03-31", "not recorded"), ("2022-04-07", "due")]),
        (
            "due: [every Thursday], done: [2022-03-24]",
            [("2022-03-31", "overdue"), ("2022-04-07", "due")],
        ),
        ("due: [every Thursday], done: [2022-03-31]", [("2022-04-07", "due")]),
        (
            "due: [every Thursday], done: [2022-03-24, 2022-04-02]",
            [("2022-03-31", "overdue"), ("2022-04-07", "due")],
        ),
        ("due: [2022-04-01]", [("2022-04-01", "due")]),
        ("due: [2022-04-09]", []),
        ("frequency: weekly", [("None", "no day")]),
        ("frequency: weekly, done: [2022-03-22]", [("2022-03-29", "overdue")]),
        ("frequency: weekly, done: [2022-03-30]", [("2022-04-06", "due")]),
        ("frequency: monthly, done: [2022-03-30]", []),
        ("frequency: ad-hoc", []),
        ("due: [every Thursday], certainty: disputed", []),
        ("kind: sitrep", []),
    ],
)
def test_an_issue_is_due_overdue_or_not_recorded(
    body: str, expected: list[tuple[str, str]]
) -> None:
    assert product(body) == expected


def test_where_all_products_are_written_what_is_not_done_is_overdue() -> None:
    (issue, _) = found("complete: [products]\nproducts: {p: {due: [every Thursday]}}")
    assert (issue.status, issue.day) == ("overdue", date(2022, 3, 31))


def test_those_who_gave_nothing_are_named_and_those_no_one_recorded_are_told() -> None:
    (issue,) = found(
        "products:\n  p:\n    kind: plan-report\n    due: [2022-04-05]\n"
        "    contributors: [health, wash, unknown]\n    cleared_by: [officer, senior]\n"
        "    received: [health]\n    cleared: [{by: officer, day: 2022-03-31}]\n"
    )
    assert issue == Issue(
        "p",
        date(2022, 4, 5),
        "due",
        "2022-04-05",
        waiting_for=("wash",),
        others=True,
        to_clear=("senior",),
        clearing_known=True,
        asked_by=("officer",),
    )


@pytest.mark.parametrize(
    ("receipt", "waiting"),
    [
        ("{by: health, day: 2022-03-30}", ("wash",)),
        ("{by: health, day: 2022-04-04, issue: 2022-03-31}", ("health", "wash")),
        ("{by: health, day: 2022-04-01, issue: 2022-03-31}", ("wash",)),
        ("{by: health, day: 2022-03-31, issue: 2022-04-07}", ("health", "wash")),
        ("{by: health, day: 2022-03-25}", ("health", "wash")),
        ("{by: health}", ("health", "wash")),
        ("{by: health, day: 2022-03-31, certainty: disputed}", ("health", "wash")),
        ("{by: unknown, day: 2022-03-31}", ("health", "wash")),
    ],
)
def test_what_came_counts_for_its_issue_or_the_nearest(
    receipt: str, waiting: tuple[str, ...]
) -> None:
    first, *_ = found(
        "products: {p: {due: [every Thursday], contributors: [health, wash], "
        f"received: [{receipt}]}}}}"
    )
    assert first.day == date(2022, 3, 31)
    assert first.waiting_for == waiting


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("kind: plan-report, by: [senior, officer]", ("officer",)),
        ("kind: sitrep, by: [senior]", ("senior",)),
        ("kind: weekly-report", ()),
        ("kind: plan-report", ("officer",)),
        ("due: [2022]", ()),
    ],
)
def test_the_post_with_the_duty_asks_or_else_the_one_that_makes_it(
    body: str, expected: tuple[str, ...]
) -> None:
    document = loads(
        f"{HEAD}products: {{p: {{due: [2022-04-01], {body}}}}}".replace(
            "due: [2022-04-01], due: [2022]", "due: [2022-04-01]"
        )
    )
    (issue,) = issues(Snapshot.of(document, FRIDAY), FRIDAY, 0)
    assert issue.asked_by == expected


def test_bodies_meet_on_their_days_or_on_none_that_is_recorded() -> None:
    both = found("forums: {f: {meets: weekly, meets_on: [every Monday]}, g: {meets: monthly}}")
    assert [(each.id, str(each.day), each.status) for each in both] == [
        ("f", "2022-04-04", "meets"),
        ("g", "None", "no day"),
    ]


@given(architectures(), st.dates(date(2020, 1, 1), date(2025, 12, 31)), st.integers(0, 30))
def test_what_is_due_lies_within_the_days_asked_for(whole, on, within) -> None:  # type: ignore[no-untyped-def]  # drawn
    snapshot = Snapshot.of(whole, on)
    for issue in issues(snapshot, on, within):
        if issue.status == "due" or issue.status == "meets":
            assert issue.day is not None
            assert 0 <= (issue.day - on).days <= within
        if issue.status in ("overdue", "not recorded"):
            assert issue.day is not None
            assert issue.day < on
            (made,) = (each for each in snapshot.now.products if each.id == issue.id)
            assert not made.due or not is_done(made, issue.day, on)
