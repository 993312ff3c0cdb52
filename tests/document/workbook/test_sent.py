"""The document that was sent out stays in the workbook, and comes back as it was."""

import zlib
from base64 import b85encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document.workbook.sent import packed, unpacked

TEXT = st.text(st.characters(codec="utf-8"))


@given(st.dictionaries(TEXT, st.recursive(TEXT | st.integers() | st.none(), st.lists)))
def test_it_comes_back_as_it_was(plain: dict[str, object]) -> None:
    assert unpacked(packed(plain)) == plain


def test_a_long_one_stands_in_several_cells() -> None:
    plain = {str(number): hash((number, "salt")) for number in range(20_000)}
    texts = [*packed(plain)]
    assert len(texts) > 1
    assert all(len(text) < 32_767 for text in texts)
    assert unpacked(texts) == plain


def of(data: bytes) -> str:
    return f"z{b85encode(data).decode()}"


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["z"],
        ["z€"],
        ["znot a zip"],
        next(packed({"a": 1}))[:-3],
        [of(zlib.compress(b"[1]"))],
        [of(zlib.compress(b"{"))],
        [of(zlib.compress(b"[" * 100_000))],
    ],
)
def test_what_was_changed_is_not_taken_for_it(texts: list[str]) -> None:
    assert unpacked(texts) is None


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interagency.document.workbook.sent._MOST", 1000)
    assert unpacked(packed({"a": "x" * 10_000})) is None
