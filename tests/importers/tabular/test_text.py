"""Text as its writer meant it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.importers.tabular.text import clean, slug

LETTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúñüçãõâêôàÁÉÍÓÚÑÜÇÃÕÂÊÔÀ0123456789"
)


WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=8)


TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("CÃ³rdoba", "Córdoba"),
        ("RÃ\xado Negro", "Río Negro"),
        ("PotosÃ\xad", "Potosí"),
        ("Ã\xa0 la carte", "à la carte"),
        ("ACCIÃ“N", "ACCIÓN"),
        ("BOGOTÃ\x81", "BOGOTÁ"),
        ("Donâ€™t", "Don’t"),
        ("CuraÃƒÂ§ao", "Curaçao"),
    ],
)
def test_mojibake_is_undone(broken: str, right: str) -> None:
    assert clean(broken) == right


@pytest.mark.parametrize(
    "text", ["PERÚ”", "IRM\u00c3\u201d", "SÃO PAULO", "Â", "Ã", "â", "100 % Âx"]
)
def test_what_only_looks_like_mojibake_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_blanks_are_tidied_and_lines_are_kept() -> None:
    assert clean("  one\u00a0 two \n\n\tthree\u200b ") == "one two\nthree"


@given(TEXTS)
def test_clean_text_is_not_changed(text: str) -> None:
    assert clean(unicodedata.normalize("NFC", text)) == text


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="ÃÂâ€™“”\xad\xa0³©ab ", max_size=20))
def test_cleaning_twice_changes_nothing_more_of_mojibake(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="áéíóúñüçãõÁÉÍÓÚÑÇÃÕabc", min_size=1, max_size=20))
def test_text_that_was_read_in_the_wrong_encoding_comes_back(text: str) -> None:
    assert clean(text.encode("utf-8").decode("latin-1") + "x") == text + "x"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Fundación ABC", "fundacion-abc"),
        ("100% Diversidad y Derechos", "100-diversidad-y-derechos"),
        ("***", ""),
        ("x" * 80, "x" * 60),
        ("Asociación " + "de Jubilados y Pensionados Venezolanos en la República Argentina", None),
    ],
)
def test_a_name_becomes_an_id_that_ends_with_a_word(text: str, id: str | None) -> None:
    made = slug(text)
    assert made == id if id is not None else made.endswith("-venezolanos-en-la")
    assert len(made) <= 60
