"""Plain values to YAML that every reader takes for the same."""

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from interagency.document.yaml_reader import compose
from interagency.document.yaml_writer import yaml_text

WORDS = """
NO no Yes on OFF y n Y N true True ~ null Null 0801 1e3 1E3 +1 -1 1.5 .5 1. 0o17 017 0x1F 0b1 1_000
1:30 190:20:30 .inf -.INF .nan 2022 2022-03 2022-03-20 2022-03-20T10:00:00Z = << - ? : -- --- ...
[ ] { } , # & * ! | > ' " % @ ` a:b a: #a
"""
ODD = [*WORDS.split(), "", " ", " a", "a ", "a b", "a\nb", "\n", "a\n", "\t", "a: b", "a #b", "- a"]
ODD += ["\x85", "\u2028", "\ufeff", "a\ufeff", "é", "😀", "\x00", "\x07", "\x7f", "%YAML 1.1"]
ODD += ["x" * 2_000, "word " * 200]

# The core schema of YAML 1.2: what it takes for a number, a truth value or nothing.
CORE = re.compile(
    r"|null|Null|NULL|~|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


def survives(text: str) -> None:
    written = yaml_text({"key": text, "list": [text]})
    wanted = {"key": text, "list": [text]}
    assert compose(written.encode()) == (wanted, [])
    assert yaml.safe_load(written) == wanted
    root = yaml.compose(written, yaml.SafeLoader)
    assert root is not None
    node = root.value[0][1]
    assert node.style is not None or not CORE.fullmatch(node.value)


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_text_for_readers_of_yaml_1_1_and_1_2(text: str) -> None:
    survives(text)


@given(st.text(st.characters(codec="utf-8")))
@example("1e3")
def test_any_text_is_text_for_readers_of_yaml_1_1_and_1_2(text: str) -> None:
    survives(text)


@given(st.from_regex(r"[-+.0-9eExXoObB_:yYnN~]{1,6}", fullmatch=True))
def test_what_looks_like_a_number_is_text_for_every_reader(text: str) -> None:
    survives(text)


@pytest.mark.parametrize("key", [text for text in ODD if text])
def test_an_odd_key_stays_the_same_key(key: str) -> None:
    assert compose(yaml_text({key: 1}).encode()) == ({key: 1}, [])
    assert yaml.safe_load(yaml_text({key: 1})) == {key: 1}


def test_what_is_no_text_is_written_bare_and_in_the_given_order() -> None:
    assert yaml_text({"b": 1, "a": True}) == "{b: 1, a: true}\n"
    assert yaml_text({"a": [1, "x"], "b": {"c": {"d": 1}}}) == "a: [1, x]\nb:\n  c: {d: 1}\n"
