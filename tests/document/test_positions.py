"""Where in a text a path stands."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from interagency.document.positions import locate
from interagency.document.problems import Path
from interagency.document.yaml_reader import parse

TEXT = b"""a: 1
b:
  c: [x, {d: y}, [z]]
  "e f": "q"
? [k]
: v
"""


def test_a_scalar_stands_where_it_is_written_and_anything_else_where_its_key_is() -> None:
    paths = [("a",), ("b",), ("b", "c"), ("b", "c", 0), ("b", "c", 1), ("b", "c", 1, "d")]
    found = locate(TEXT, [*paths, ("b", "c", 2, 0), ("b", "e f")])
    assert list(found.values()) == [
        (1, 4),
        (2, 1),
        (3, 3),
        (3, 7),
        (3, 10),
        (3, 14),
        (3, 19),
        (4, 10),
    ]


def test_a_path_that_is_not_there_stands_where_what_encloses_it_does() -> None:
    assert locate(TEXT, [("b", "c", 7, "x")]) == {("b", "c", 7, "x"): (3, 3)}


def test_what_is_nowhere_in_the_text_is_left_out() -> None:
    assert locate(TEXT, [("nowhere",), ()]) == {}
    assert locate(TEXT, []) == {}


def test_what_stands_before_a_syntax_error_is_found() -> None:
    assert locate(b"a: 1\nb: [", [("a",), ("c",)]) == {("a",): (1, 4)}


def test_texts_that_only_json_allows_do_not_hide_what_follows() -> None:
    data = '{"\x7f\\ud83d\\ude00\\ud83d": "\ufffe",\n "b": 2}'.encode()
    assert locate(data, [("b",)], format="json") == {("b",): (2, 7)}
    data = '{"a": "\x85\u2028",\n "b": 2}'.encode()
    assert locate(data, [("b",)], format="json") == {("b",): (2, 7)}


def test_columns_count_characters() -> None:
    assert locate("ü: [é, 😀, x]".encode(), [("ü", 2)]) == {("ü", 2): (1, 11)}


KEYS = st.sampled_from(["a", "b", "c"])
VALUES = st.recursive(
    st.sampled_from(["x", "long text", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
PATHS = st.lists(st.lists(KEYS | st.integers(0, 3), max_size=4).map(tuple), max_size=5)


@given(value=st.dictionaries(KEYS, VALUES), paths=PATHS, as_json=st.booleans())
def test_looking_no_further_than_needed_finds_the_same(
    value: dict[str, Any], paths: list[Path], as_json: bool
) -> None:
    """Where no key stands twice, nothing after the end of a place can be at that place."""
    text = json.dumps(value, indent=1) if as_json else yaml.safe_dump(value)
    find = partial(locate, text.encode(), paths, format="json" if as_json else "yaml")
    assert find(unique=True) == find()


def test_nothing_is_read_after_the_last_place_that_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file of a megabyte in which the first thing is wrong is searched no further than that."""
    events: list[object] = []

    def counted(data: bytes) -> Callable[[], object]:
        next_event = parse(data)

        def noted() -> object:
            events.append(next_event())
            return events[-1]

        return noted

    monkeypatch.setattr("interagency.document.positions.parse", counted)
    text = "a: 1\nb: {c: 2}\n" + "".join(f"k{number}: v\n" for number in range(1000))
    assert locate(text.encode(), [("a",), ("b", "c", "d")], unique=True) == {
        ("a",): (1, 4),
        ("b", "c", "d"): (2, 8),
    }
    assert len(events) < 12
