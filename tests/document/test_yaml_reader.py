"""YAML to plain values: strictly, and of the same types as JSON."""

import json
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from interagency.document import yaml_reader
from interagency.document.json_reader import read_json
from interagency.document.problems import Problem
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


OLD_BREAKS = ("\x85", "\u2028", "\u2029")


@pytest.mark.parametrize("sign", OLD_BREAKS)
def test_what_ended_a_line_in_yaml_1_1_is_a_sign_like_any_other(sign: str) -> None:
    text = f"# a{sign}b\nplain: a{sign}b\nquoted: 'a{sign}b'\nk{sign}: 1\n"
    value, problems = compose(text.encode())
    assert value == {"plain": f"a{sign}b", "quoted": f"a{sign}b", f"k{sign}": 1}
    assert problems == []


def test_all_stand_ins_in_a_text_stay_themselves() -> None:
    """With none left to stand for it, an old break is read as PyYAML reads it, and nothing more."""
    every = "".join(map(chr, range(0xFDD0, 0xFDF0)))
    assert compose(f"a: {every}\nb: 'x\u2028y'\n".encode()) == ({"a": every, "b": "x\u2028y"}, [])


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b: c", "1:5: is not YAML: a colon inside a text, which needs quotes round it, or"),
        ("a:\n\tb: 1", "2:1: is not YAML: a tab begins the line: use spaces"),
        ("a: [x, y\nb: 1", "is not YAML: a list in brackets lacks a comma, or its closing ]"),
        ("a: {x: 1\nb: 1", "is not YAML: a mapping in braces lacks a comma, or its closing }"),
        ("a: @x", "1:4: is not YAML: a text begins with a sign that YAML keeps: put quotes"),
        ("a: 'x", "is not YAML: a quote is opened and never closed"),
        ("a:\n  - x\n b: 1", "3:2: is not YAML: the line is indented otherwise"),
        ("c: 1\na\nb: 1", "is not YAML: a key without its colon"),
        ("a: - x", "is not YAML: a list begins on a line of its own"),
        ('a: "\\q"', "is not YAML: a backslash in double quotes: use single quotes"),
        ("a: *", "is not YAML: while scanning an alias"),
    ],
)
def test_what_is_not_yaml_is_told_with_the_mistake_behind_it(
    text: str, message: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "CSafeLoader", getattr(yaml, loader))
    with pytest.raises(Unreadable) as caught:
        compose(text.encode())
    assert message in f":{caught.value.problem}"


@pytest.mark.parametrize("mark", [None, yaml.Mark("", 0, 4, 2, None, 0)])
def test_a_parser_that_refuses_depth_first_says_the_same(
    mark: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyYAML 6.0.4 has a limit of its own."""
    problem = "exceeded maximum nesting depth"

    def refuse(_: bytes) -> Any:
        raise yaml.MarkedYAMLError("while increasing flow level", None, problem, mark)

    monkeypatch.setattr(yaml_reader, "parse", refuse)
    with pytest.raises(Unreadable) as caught:
        yaml_reader.compose(b"a: 1")
    place = (None, None) if mark is None else (5, 3)
    assert caught.value.problem == Problem(
        "is nested deeper than 16 levels", line=place[0], column=place[1]
    )
