"""JSON to plain values."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interagency.document import InvalidDocument, loads
from interagency.document.json_reader import read_json
from interagency.document.positions import Place, locate
from interagency.document.problems import Path
from interagency.document.yaml_reader import Unreadable


def test_numbers_keep_what_was_written() -> None:
    value, problems = read_json(b"[1, 1.50, 1e3, -0, 12345678901234567890123]")
    assert value == [1, Decimal("1.50"), "1e3", "-0", "12345678901234567890123"]
    assert not problems


def test_every_key_that_stands_twice_is_told_once() -> None:
    value, problems = read_json(b'{"a": [1, {"b": 1, "b": 2, "b": 3}], "c": {"d": {}}, "c": 4}')
    assert value == {"a": [1, {"b": 3}], "c": 4}
    assert sorted(problem.path for problem in problems) == [("a", 1, "b"), ("c",)]


def test_keys_that_stand_twice_are_found_however_deep() -> None:
    data = b'{"a": ' * 400 + b'{"b": 1, "b": 1}' + b"}" * 400
    (problem,) = read_json(data)[1]
    assert len(problem.path) == 401


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_a_word_for_no_number_is_told_where_it_stands(word: str) -> None:
    data = f'{{"x": "{word}, \\" {word}",\n "y": {word}}}'.encode()
    with pytest.raises(Unreadable, match=f"{word} is no number") as caught:
        read_json(data)
    assert (caught.value.problem.line, caught.value.problem.column) == (2, 7)


# What a parser of YAML trips over: escapes, quotes, slashes, control characters, odd line ends.
ODD = "\"\\/é\b\n\r\t\0\x1f\x7f\x85\u2028\ud83d\ufffe😀{}[]:, '#"
KEYS = st.text(st.sampled_from(ODD) | st.characters(), max_size=4)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | KEYS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=4)


class Writer:
    """Writes JSON as the standard library does, and notes where each path begins."""

    def __init__(self, blanks: str, indent: str | None, ascii: bool) -> None:
        self.text = blanks
        self.indent = indent
        self.ascii = ascii
        self.places: dict[Path, Place] = {}

    def write(self, value: Any, path: Path = ()) -> None:
        is_key = bool(path) and isinstance(path[-1], str) and isinstance(value, dict | list)
        if path and not is_key:
            self.note(path)
        if isinstance(value, dict):
            self.between("{", "}", value.items(), path)
        elif isinstance(value, list):
            self.between("[", "]", enumerate(value), path)
        else:
            self.text += json.dumps(value, ensure_ascii=self.ascii)

    def between(self, begin: str, end: str, items: Any, path: Path) -> None:
        self.text += begin
        for number, (step, value) in enumerate(items):
            self.text += "," if number else ""
            self.line(len(path) + 1)
            if isinstance(step, str):
                if isinstance(value, dict | list):
                    self.note((*path, step))
                self.text += json.dumps(step, ensure_ascii=self.ascii)
                self.text += ":" if self.indent is None else ": "
            self.write(value, (*path, step))
        if items:
            self.line(len(path))
        self.text += end

    def line(self, depth: int) -> None:
        self.text += "" if self.indent is None else f"\n{self.indent * depth}"

    def note(self, path: Path) -> None:
        before = self.text.rpartition("\n")[2]
        self.places[path] = (self.text.count("\n") + 1, len(before) + 1)


@given(
    value=DOCUMENTS,
    blanks=st.sampled_from(["", "\n", " " * 300, "\r\n\t" * 80]),
    indent=st.sampled_from([None, "", " ", "\t"]),
    ascii=st.booleans(),
)
@example(value={"é": {'"\\/': [{"\x00": 1}]}}, blanks=" " * 200, indent=None, ascii=True)
def test_every_path_of_json_is_told_where_it_begins(
    value: Any, blanks: str, indent: str | None, ascii: bool
) -> None:
    """A scalar and an item of a list where they are written, anything else where its key is."""
    writer = Writer(blanks, indent, ascii or not_utf8(value))
    writer.write(value)
    assert json.loads(writer.text) == value
    data = writer.text.encode()
    assert locate(data, list(writer.places), format="json") == writer.places
    assert locate(data, list(writer.places), format="json", unique=True) == writer.places


def not_utf8(value: Any) -> bool:
    """Tell whether a text holds half a character, which JSON can name and UTF-8 cannot hold."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


@pytest.mark.parametrize("blanks", ["", " " * 300, "\n" * 300])
@pytest.mark.parametrize(
    "key", [r"caf\u00e9", r"a\"b", r"a\/b", r"a\u0001b", r"\ud83d\ude00", "é\u2028é", "\x7f"]
)
def test_a_problem_below_an_odd_key_has_the_place_of_its_value(key: str, blanks: str) -> None:
    text = f'{blanks}{{"interagency": 1,\n "forums": {{"{key}":\n {{"z": 1}}}}}}'
    with pytest.raises(InvalidDocument) as caught:
        loads(text)
    places = {(each.line, each.column) for each in caught.value.problems}
    assert (blanks.count("\n") + 3, 8) in places


def test_the_last_of_two_keys_is_where_the_problem_stands() -> None:
    """It is the one that counts."""
    found = locate(b'{"a": 1,\n "a": 2}', [("a",)], format="json")
    assert found == {("a",): (2, 7)}


def test_yaml_that_looks_like_json_is_located_as_yaml() -> None:
    """A file is what its name says: in YAML a word needs no quotes."""
    with pytest.raises(InvalidDocument, match=r"<text>:2:16: forums\.f: "):
        loads('{"interagency": 1, title: a b,\n "forums": {f: 1}}', format="yaml")
