"""Splices: each way in which a text can be written, and what becomes of it."""

from typing import Any

import pytest

from interagency.document.edit_values import UNSET, Edit
from interagency.document.edits import edit_text
from interagency.document.splices import Splice, apply_splices

CASES: dict[str, tuple[str, tuple[str | int, ...], Any, str]] = {
    "an item before the first": ("- b\n- c  # d\n", (), ["a", "b", "c"], "- a\n- b\n- c  # d\n"),
    "an entry before the first": (
        "x:\n  - b: 1  # c\n",
        ("x", 0),
        {"a": 0, "b": 1},
        "x:\n  - a: 0\n    b: 1  # c\n",
    ),
    "an item that goes": ("- a\n- b  # c\n- d\n", (1,), UNSET, "- a\n- d\n"),
    "the first entry behind a dash": ("- a: 1\n  b: 2\n", (0, "a"), UNSET, "- b: 2\n"),
    "the first two behind a dash": ("- a: 1\n  b: 2\n  c: 3\n", (0,), {"c": 3}, "- c: 3\n"),
    "the first behind a dash, with a comment": (
        "- a: 1  # one\n  b: 2\n",
        (0, "a"),
        UNSET,
        "-   # one\n  b: 2\n",
    ),
    "the first line of the text": ("a: 1\nb: 2\n", ("a",), UNSET, "b: 2\n"),
    "the last line without an end": ("a: 1\nb: 2", ("b",), UNSET, "a: 1"),
    "behind a last line without an end": ("a: 1", ("b",), 2, "a: 1\nb: 2"),
    "a word for a block": ("a:  # x\n  b: 1\nc: 2\n", ("a",), "w", "a: w  # x\nc: 2\n"),
    "a block for a word": (
        "a: w  # x\nb: 1\n",
        ("a",),
        {"c": [[1], [2]]},
        "a:  # x\n  c:\n    - [1]\n    - [2]\nb: 1\n",
    ),
    "a block for an item": ("- w\n- v\n", (0,), {"a": {"b": [1]}}, "- a:\n    b: [1]\n- v\n"),
    "a word for an item": ("- a: 1\n  b: 2\n- v\n", (0,), "w", "- w\n- v\n"),
    "a block for nothing": ("-\n- v\n", (0,), {"a": {"b": [1]}}, "- a:\n    b: [1]\n- v\n"),
    "a word for nothing": ("a:\nb: 1\n", ("a",), "w", "a: w\nb: 1\n"),
    "a block for a block": (
        "a:  # x\n  b: 1\n",
        ("a",),
        [{"c": [[1]]}],
        "a:  # x\n  - c:\n      - [1]\n",
    ),
    "a key with no value in brackets": ("{a, b: 1}\n", ("a",), "w", "{a: w, b: 1}\n"),
    "an empty list": ("a: []  # x\n", ("a", 0), "w", "a: [w]  # x\n"),
    "the comma of the last": ("a: [\n  1,  # x\n  2\n]\n", ("a", 1), UNSET, "a: [\n  1  # x\n]\n"),
    "a comment before the bracket": (
        "a: [1, # x\n  2]\n",
        ("a", 1),
        UNSET,
        "a: [1 # x\n  ]\n",
    ),
    "a comment of what goes, before one on its line": (
        "a: [\n  # x\n  1, 2]\n",
        ("a", 0),
        UNSET,
        "a: [\n  # x\n  2]\n",
    ),
    "an only item on its line": ("a: [\n  1\n]\n", ("a", 1), 2, "a: [\n  1,\n  2\n]\n"),
    "the first in brackets": ("a: [1, 2]\n", ("a",), [0, 1, 2], "a: [0, 1, 2]\n"),
    "a block of text": ("a: |\n  x\n\n# c\nb: 1\n", ("a",), "z", "a: z\n\n# c\nb: 1\n"),
    "behind a block of text": ("a: |+\n  x\n\n", ("b",), 1, "a: |+\n  x\n\nb: 1\n"),
    "a list behind its dashes": ("a: &x\n- 1\n", ("a", 1), 2, "a: &x\n- 1\n- 2\n"),
    "a key of its own line": ("? a\n: 1\n", ("a",), 2, "? a\n: 2\n"),
    "quotes stay": ("a: 'x'\nb: \"y\"\n", ("a",), "it's", "a: 'it''s'\nb: \"y\"\n"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_text_keeps_what_does_not_change(case: str) -> None:
    before, path, value, after = CASES[case]
    if not path:  # of the whole text, which no edit has a path to
        before, path, after = f"x:\n{before}", ("x",), f"x:\n{after}"
    elif isinstance(path[0], int):
        before, path, after = f"x:\n{before}", ("x", *path), f"x:\n{after}"
    assert edit_text(before, [Edit(path, value)], "yaml") == after


def test_splices_at_one_place_keep_their_order() -> None:
    assert apply_splices("abc", [Splice(1, 2, ""), Splice(1, 1, "x"), Splice(1, 1, "y")]) == "axyc"
