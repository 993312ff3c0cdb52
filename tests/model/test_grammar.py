"""The forms that a text may have."""

import pytest
from hypothesis import given

from interagency.model import NONE, UNKNOWN, VACANT, grammar
from interagency.model.grammar import (
    AREA_FORM,
    CODE_FORM,
    ISO3,
    LINE,
    LISTS,
    RESERVED,
    SEVERAL,
    SLUG,
    YES_NO,
    Grammar,
    is_open,
    named,
)
from interagency.testing.strategies import areas, codes, countries, ids, texts

EXAMPLES = [
    (SLUG, ["unhcr", "gov-rou", "0801", "a/b.c_d", "1e3"]),
    (LINE, ["NO", " a ", "a\nb", "\x07", "الحماية", "a\u2028"]),
    (CODE_FORM, ["PRO-CPN", "0801", "NO", "a_b"]),
    (ISO3, ["ROU"]),
    (AREA_FORM, ["COL", "COL/La Guajira", "ROU/RO245/x", "unknown"]),
    (LISTS, ["groups", "platforms", "leads", "members", "posts", "plans", "mandates", "products"]),
    (YES_NO, ["yes", "no", "unknown"]),
    (SEVERAL, ["1", "34", "999999999", "several"]),
]
OTHERS = [
    (SLUG, ["", "UNHCR", "a--b", "-a", "a-", "a b", "a\n", "é", "#a"]),
    (LINE, ["", " ", "\n\t", "\u2028", "a\ud800"]),
    (CODE_FORM, ["", "a b", "a--b", "-a", "é", "a\n"]),
    (ISO3, ["", "rou", "RO", "ROUX", "ROU\n"]),
    (AREA_FORM, ["col/x", "COL/", "COL//x", "COL/ x", "COL/x ", "COL/\ud800", "none", ""]),
    (LISTS, ["", "group", "groups|leads"]),
    (YES_NO, ["Yes", "true", ""]),
    (SEVERAL, ["0", "01", "-1", "1.5", "many", "1" * 10]),
]


def pairs(table: list[tuple[Grammar, list[str]]]) -> list[tuple[Grammar, str]]:
    return [(grammar, text) for grammar, examples in table for text in examples]


@pytest.mark.parametrize(("grammar", "text"), pairs(EXAMPLES))
def test_a_text_of_this_form_is_allowed(grammar: Grammar, text: str) -> None:
    """The whole text must have the form."""
    assert grammar.allows(text)


@pytest.mark.parametrize(("grammar", "text"), pairs(OTHERS))
def test_any_other_text_is_not(grammar: Grammar, text: str) -> None:
    """Also when a part of it has the form."""
    assert not grammar.allows(text)


class TestStrategies:
    """What is drawn has the form, so that no example is wasted."""

    @given(ids())
    def test_ids(self, text: str) -> None:
        assert SLUG.allows(text)
        assert text not in grammar.RESERVED

    @given(texts())
    def test_texts(self, text: str) -> None:
        assert LINE.allows(text)

    @given(codes("sectors") | codes("clauses") | codes("organization-kinds", ("unknown",)))
    def test_codes(self, text: str) -> None:
        assert CODE_FORM.allows(text)

    @given(countries())
    def test_countries(self, text: str) -> None:
        assert ISO3.allows(text)

    @given(areas())
    def test_areas(self, text: str) -> None:
        assert AREA_FORM.allows(text)


def test_there_are_three_reserved_words() -> None:
    """They are the same in every file."""
    assert {"unknown", "none", "vacant"} == {UNKNOWN, NONE, VACANT} == RESERVED


def test_reserved_words_name_nothing() -> None:
    """The order of the others stays."""
    assert named(("b", UNKNOWN, "a", VACANT)) == ("b", "a")
    assert named((NONE,)) == ()


@pytest.mark.parametrize(
    ("values", "open_"),
    [((), True), ((UNKNOWN,), True), (("a", UNKNOWN), True), (("a",), False), ((NONE,), False)],
)
def test_a_list_is_open_if_nothing_or_unknown_is_written(
    values: tuple[str, ...], open_: bool
) -> None:
    """What is not written is unknown, never missing."""
    assert is_open(values) is open_
