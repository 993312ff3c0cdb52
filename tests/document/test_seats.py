"""The entries of a list of seats."""

from typing import Any

import pytest

from interagency.document.converter import converter
from interagency.document.misfits import Misfit, Misfits
from interagency.document.seats import read_seat
from interagency.model import Day, Seat

HOOK = converter(False).get_structure_hook(Seat)


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ("unhcr", {"holder": "unhcr"}),
        (12, {"holder": "12"}),
        ({}, {}),
        ({"holder": 12}, {"holder": "12"}),
        ({"holder": "a", "since": 2020}, {"holder": "a", "since": Day("2020")}),
        ({"holder": "a", "until": "2020-01"}, {"holder": "a", "until": Day("2020-01")}),
        ({"kind": "ngo", "count": 3, "accountable": True},) * 2,
    ],
)
def test_short_and_long_forms_of_a_seat(entry: object, fields: dict[str, Any]) -> None:
    assert read_seat(HOOK, "f", "lead", entry) == Seat(body="f", term="lead", **fields)


def test_plain_and_other_forms_mean_the_same() -> None:
    plain = {"holder": "a", "since": 2020}
    by_hook = HOOK({**plain, "body": "f", "term": "lead"}, Seat)
    assert read_seat(HOOK, "f", "lead", plain) == by_hook


@pytest.mark.parametrize("entry", [None, True, []])
def test_what_is_no_seat_is_refused(entry: object) -> None:
    with pytest.raises(Misfit, match="an id or a mapping is expected here"):
        read_seat(HOOK, "f", "lead", entry)


@pytest.mark.parametrize("date", [None, [], {}, True, "soon", "2022-13"])
def test_a_date_that_does_not_fit_is_refused(date: object) -> None:
    with pytest.raises(Misfit):
        read_seat(HOOK, "f", "lead", {"holder": "a", "since": date})


def test_what_the_place_says_is_not_written_again() -> None:
    with pytest.raises(Misfits) as caught:
        read_seat(HOOK, "f", "lead", {"body": "f", "term": "lead"})
    assert [step for step, _ in caught.value.errors] == ["body", "term"]
