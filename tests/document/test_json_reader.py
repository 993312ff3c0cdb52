"""JSON to plain values."""

from decimal import Decimal

import pytest

from interagency.document.json_reader import read_json
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
