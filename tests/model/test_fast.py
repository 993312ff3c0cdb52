"""Records made quickly are the same as those made by their own class."""

from typing import Any, cast

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Organization, Seat
from interagency.model.fast import column, maker
from interagency.testing.records import records

NAMES = [each.name for each in attrs.fields(Seat)]
MADE = maker(Seat, *NAMES)


@given(seat=records(Seat, {"body": ("rcf",), "organization": ("unhcr",)}))
def test_a_record_made_of_the_same_values_is_the_same(seat: Seat) -> None:
    """In class, value, hash and looks, so that nobody can tell how a record was made."""
    made = MADE(*(getattr(seat, name) for name in NAMES))
    assert type(made) is Seat
    assert (made, hash(made), repr(made)) == (seat, hash(seat), repr(seat))


def test_fields_that_are_not_given_have_their_defaults() -> None:
    """A plain seat needs three values."""
    made = maker(Seat, "body", "term", "holder")("rcf", "chair", "unhcr")
    assert made == Seat(body="rcf", term="chair", holder="unhcr")


def test_a_record_is_frozen_once_it_is_made() -> None:
    """It is open only while it is being filled."""
    made = maker(Seat, "body", "term")("rcf", "chair")
    with pytest.raises(FrozenInstanceError):
        cast(Any, made).term = "member"


@given(st.lists(st.sampled_from(["lead", "member"])))
def test_a_column_has_the_value_of_each_record_in_their_order(terms: list[str]) -> None:
    assert column([Seat(body="f", term=term) for term in terms], "term") == terms


def test_fields_of_one_name_are_read_from_any_class() -> None:
    assert column([Seat(body="f", term="lead", note="x")], "note") == ["x"]
    assert column([Organization(id="a", note="y")], "note") == ["y"]
