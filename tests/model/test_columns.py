"""The values of one field of many records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Organization, Seat
from interagency.model.fast import column


@given(st.lists(st.sampled_from(["lead", "member"])))
def test_a_column_has_the_value_of_each_record_in_their_order(terms: list[str]) -> None:
    assert column([Seat(body="f", term=term) for term in terms], "term") == terms


def test_fields_of_one_name_are_read_from_any_class() -> None:
    assert column([Seat(body="f", term="lead", note="x")], "note") == ["x"]
    assert column([Organization(id="a", note="y")], "note") == ["y"]


@pytest.mark.parametrize("name", ["", "a b", "__import__('os')"])
def test_what_is_no_name_never_becomes_code(name: str) -> None:
    with pytest.raises(ValueError, match="is no name of a field"):
        column([Seat(body="f", term="lead")], name)
