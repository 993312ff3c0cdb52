"""Widths of texts, and lines that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.report.fonts import is_right_to_left, text_width, wrapped


def test_widths_are_those_of_helvetica() -> None:
    assert text_width("UNHCR", 1000) == 722 + 722 + 722 + 722 + 722
    assert text_width("Wi", 10, bold=True) == pytest.approx(9.44 + 2.78)
    assert text_width("é", 1000) == text_width("e", 1000)
    assert text_width("e\N{COMBINING ACUTE ACCENT}", 1000) == text_width("e", 1000)


@pytest.mark.parametrize("text", ["Щ", "ض", "अ", "国", "🏕", "Þ"])
def test_letters_of_other_scripts_count_as_wide(text: str) -> None:
    assert text_width(text, 1000) >= 750


@given(st.text(max_size=300), st.integers(20, 300), st.booleans())
def test_no_line_is_wider_than_allowed_and_no_word_is_lost(
    text: str, width: int, bold: bool
) -> None:
    lines = wrapped(text, width, 11, bold=bold, most=10_000)
    assert all(text_width(line, 11, bold=bold) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_needs_more_lines_is_cut_and_says_so() -> None:
    assert wrapped("one two three four five", 40, 11, most=2) == ("one two", "three…")
    assert wrapped("x" * 10_000, 100, 11, most=3)[-1].endswith("x…")
    assert wrapped("", 100, 11) == ()


@pytest.mark.parametrize(
    ("text", "is_reversed"), [("UNHCR الحماية", False), ("12 الحماية", True), ("", False)]
)
def test_the_first_letter_with_a_direction_decides(text: str, is_reversed: bool) -> None:
    assert is_right_to_left(text) == is_reversed
