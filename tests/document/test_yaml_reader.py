"""YAML to plain values: strictly, and of the same types as JSON."""

import json
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from interagency.document import yaml_reader
from interagency.document.json_reader import read_json
from interagency.document.yaml_reader import Unreadable, compose, parse

# What YAML refuses, and what it takes for the end of a line, is left to examples.
TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=8)
STRINGS: st.SearchStrategy[Any] = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
)


@given(STRINGS)
def test_quoted_texts_are_read_as_pyyaml_reads_them(value: Any) -> None:
    text = yaml.safe_dump(value, default_style='"', allow_unicode=True)
    assert compose(text.encode()) == (yaml.load(text, yaml.BaseLoader), [])


@given(VALUES)
def test_a_text_in_json_is_the_same_read_as_yaml(value: Any) -> None:
    data = json.dumps(value, ensure_ascii=False).encode()
    assert repr(compose(data)) == repr(read_json(data))


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_the_reader_does_not_need_libyaml(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if loader == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert type(cast(Any, parse(b"a: 1")).__self__).__name__ == loader
    assert compose("a: [x, {b: 'ü'}]".encode()) == ({"a": ["x", {"b": "ü"}]}, [])
    with pytest.raises(Unreadable, match="U\\+0007") as caught:
        compose("ü: 1\nü: a\x07".encode())
    assert (caught.value.problem.line, caught.value.problem.column) == (2, 5)


def test_the_last_of_two_values_counts_as_in_json() -> None:
    value, problems = compose(b"a: 1\na: 2\n")
    assert value == {"a": 2}
    assert [(each.message, each.line) for each in problems] == [("the key 'a' is written twice", 2)]


def test_a_key_that_is_refused_takes_its_value_along() -> None:
    value, problems = compose(b"a: {<<: {b: 1}, [x]: {y: [z]}, c: 2}\n")
    assert value == {"a": {"c": 2}}
    assert len(problems) == 2


def test_a_quoted_merge_key_is_a_key() -> None:
    assert compose(b"'<<': 1\n") == ({"<<": 1}, [])


def test_a_stream_that_ends_without_a_mark_is_told_without_a_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> Any:
        raise yaml.MarkedYAMLError(problem="no more")

    monkeypatch.setattr(yaml_reader, "parse", lambda _: refuse)
    with pytest.raises(Unreadable) as caught:
        compose(b"")
    assert caught.value.problem.line is None
