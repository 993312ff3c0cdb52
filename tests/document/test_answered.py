"""Answers to open questions, entered into what people write by hand."""

from typing import Any

import pytest

from interagency.document import ImpossibleEdit
from interagency.document.answered import answered

SEATS = ("sectors", "health", "seats", "lead")


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (None, "WHO", ["who"]),
        ("unknown", "WHO and UNICEF", ["who", "unicef"]),
        ("unknown", "unknown", "unknown"),
        ([{"holder": "who"}, "unknown"], "UNICEF", [{"holder": "who"}, "unicef"]),
        (["who", "unknown"], "vacant", ["who", "vacant"]),
        (None, "none", "none"),
    ],
)
def test_seats_are_added_in_their_shortest_form(before: Any, text: str, after: Any) -> None:
    seats = {} if before is None else {"seats": {"lead": before}}
    value = {"sectors": {"health": {"name": "Health", **seats}}}
    found = answered(value, SEATS, text)
    assert found["sectors"]["health"]["seats"]["lead"] == after
    assert value == {"sectors": {"health": {"name": "Health", **seats}}}


def test_none_besides_those_who_are_recorded_closes_the_list() -> None:
    value = {"sectors": {"health": {"seats": {"lead": ["who", "unknown"]}}}}
    assert answered(value, SEATS, "none")["sectors"]["health"] == {
        "seats": {"lead": ["who"]},
        "complete": ["leads"],
    }


def test_an_answer_in_a_list_takes_the_place_of_unknown() -> None:
    value = {"plans": {"rrp": {"countries": ["ROU", "unknown"]}}}
    found = answered(value, ("plans", "rrp", "countries"), "Moldova")
    assert found["plans"]["rrp"]["countries"] == ["ROU", "MDA"]


def test_an_answer_that_is_not_understood_is_refused() -> None:
    with pytest.raises(ImpossibleEdit, match="nothing is recorded as 'x'"):
        answered({"sectors": {"health": {}}}, SEATS, "x")
