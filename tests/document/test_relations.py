"""Lists of seats."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document.converter import converter
from interagency.document.problems import Misfit, Misfits
from interagency.document.relations import SeatList, read_lists, read_seat
from interagency.model import Day, Seat

HOOK = converter(False).get_structure_hook(Seat)
ENTRIES = st.sampled_from(
    [
        "unhcr",
        12,
        {},
        {"holder": "a"},
        {"holder": "b", "since": 2020},
        {"holder": "c", "since": "2020-01", "until": "2020-02-29"},
        {"holder": "d", "note": "x"},
        {"kind": "ngo", "count": 2},
    ]
)
LISTS = st.lists(st.tuples(st.sampled_from("fg"), st.just("lead"), st.lists(ENTRIES, min_size=1)))


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


@given(LISTS)
def test_lists_read_at_once_are_what_their_entries_are(lists: list[SeatList]) -> None:
    one_by_one = [
        read_seat(HOOK, body, term, entry) for body, term, entries in lists for entry in entries
    ]
    assert read_lists(HOOK, lists) == one_by_one


def test_one_odd_entry_does_not_slow_down_the_other_lists() -> None:
    asked: list[Any] = []

    def hook(entry: Any, _: Any) -> Any:
        asked.append(entry)
        return HOOK(entry, Seat)

    lists: list[SeatList] = [(str(body), "member", [{"holder": "a"}] * 9) for body in range(20)]
    lists[7][2][4] = {"holder": "a", "note": "odd"}
    assert len(read_lists(hook, lists)) == 180
    assert len(asked) == 9, "those of its own list"


@pytest.mark.parametrize("date", [[], True, "soon", "2022-13", "2022-W01-1", "२०२२-01-01"])
def test_a_date_that_does_not_fit_is_refused_in_a_list_too(date: object) -> None:
    with pytest.raises(Misfit):
        read_lists(HOOK, [("f", "lead", ["a", {"holder": "a", "since": date}])])
