"""What an unquoted word means."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document.scalars import Plain, listed_parts, number, shortened, written


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("12", 12),
        ("-3", -3),
        ("1.50", Decimal("1.50")),
        ("0801", "0801"),
        ("1e3", "1e3"),
        ("-0", "-0"),
        ("-", "-"),
        ("0x1F", "0x1F"),
        ("2022-03", "2022-03"),
        ("9" * 10_000, "9" * 10_000),
        ("NO", "NO"),
        ("yes", "yes"),
        ("TRUE", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
    ],
)
def test_only_the_grammar_of_json_makes_a_number(word: str, meaning: object) -> None:
    found = Plain()[word]
    assert found == meaning
    assert type(found) is type(meaning)


def test_each_word_is_worked_out_once() -> None:
    plain = Plain()
    assert plain["".join(["12", ".5"])] is plain["12.5"]


@given(st.integers(-(10**17), 10**17))
def test_a_number_comes_back_as_it_was_written(value: int) -> None:
    assert written(number(str(value))) == str(value)


@given(st.decimals(-1000, 1000, places=3))
def test_a_decimal_keeps_its_last_zeros(value: Decimal) -> None:
    assert written(number(f"{value:f}")) == f"{value:f}"


@pytest.mark.parametrize("value", [True, None, [], {}])
def test_what_is_no_text_and_no_number_was_not_written_as_text(value: object) -> None:
    assert written(value) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_that_json_writes_is_never_lost(value: float) -> None:
    text = json.dumps(value)
    assert written(number(text)) == text


@given(st.text())
def test_a_shortened_text_fits_on_a_line(text: str) -> None:
    assert len(shortened(text)) <= 80
    assert shortened(text) == text or shortened(text).endswith("...")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("unhcr and wfp", ["unhcr", "wfp"]),
        ("UNHCR, WFP", ["UNHCR", "WFP"]),
        ("unhcr/iom", ["unhcr", "iom"]),
        ("Trinidad and Tobago", []),
        ("Save the Children, UNICEF", []),
        ("unhcr", []),
    ],
)
def test_a_text_lists_words_only_if_each_could_be_an_id(text: str, parts: list[str]) -> None:
    assert listed_parts(text) == parts
