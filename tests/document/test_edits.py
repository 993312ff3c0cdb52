"""Edits of texts: the lines change that must, and the result says what was meant."""

import copy
import difflib
import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import interagency.examples
from interagency.document import InvalidDocument, dumps
from interagency.document.edit_values import UNSET, Edit, Rename
from interagency.document.edits import edit, edit_text, plain_value
from interagency.document.sameness import same
from interagency.document.splices import ImpossibleEdit
from interagency.document.writer import plain_of
from interagency.testing.strategies import architectures
from tests.document.commented import Untidy

Paths = list[tuple[str | int, ...]]
EXAMPLES = sorted((Path(interagency.examples.__file__).parent / "data").rglob("*.yaml"))
NEW: list[Any] = [
    "plain",
    "a, b: c # d",
    "it's",
    "two\nlines",
    "0801",
    "no",
    7,
    True,
    ["x", "y, z"],
    {"k": "v", "l": ["m"]},
    [{"holder": "who", "note": "n"}, "unhcr"],
    {"deep": {"er": [{"est": 1}]}},
]


def paths_in(value: Any, path: tuple[str | int, ...] = ()) -> Paths:
    """Return the path of every value inside another."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    found: Paths = []
    for step, each in steps:
        found.append((*path, step))
        if isinstance(each, dict | list):
            found += paths_in(each, (*path, step))
    return found


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def changed_by_hand(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """Return a value changed in the plainest way there is."""
    result = copy.deepcopy(value)
    box = at(result, path[:-1])
    if new is UNSET:
        del box[path[-1]]
        if not box and len(path) > 3:
            return changed_by_hand(result, path[:-1], UNSET)
    elif isinstance(box, list) and path[-1] == len(box):
        box.append(copy.deepcopy(new))
    else:
        box[path[-1]] = copy.deepcopy(new)
    return result


def span_of(text: str, path: tuple[str | int, ...]) -> tuple[int, int, bool]:
    """Return the first and the last line of a value with its key, as PyYAML itself sees them.

    Also whether it stands in brackets; there, its neighbours' lines count too, for their commas.
    """
    node: Any = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)
    first, last, flow = 0, 10**6, False
    for step in path:
        flow = bool(node.flow_style)
        if isinstance(node, yaml.MappingNode):
            index = [key.value for key, _ in node.value].index(step)
            starts = [key.start_mark.line for key, _ in node.value]
            nodes = [value for _, value in node.value]
        else:
            index, nodes = int(step), list(node.value)
            starts = [each.start_mark.line for each in nodes]
        first, last = starts[index], _last_line(nodes[index])
        if flow:
            first = _last_line(nodes[index - 1]) if index else node.start_mark.line
            last = starts[index + 1] if index + 1 < len(starts) else node.end_mark.line
        elif isinstance(node, yaml.MappingNode) and not index and len(starts) > 1:
            last = starts[1]  # what follows the first may move up to its dash
        elif isinstance(node, yaml.SequenceNode) and index:
            first = _last_line(nodes[index - 1]) + 1  # the dash may stand above
        elif isinstance(node, yaml.SequenceNode):
            first = node.start_mark.line
        node = nodes[index]
    return first, last, flow


def _last_line(node: Any) -> int:
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return int(node.start_mark.line) + 1  # those of the tests have one line
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last)


def lines_of(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def is_spared(before: str, after: str, first: int, last: int) -> bool:
    """Return whether the lines above the first and below the last one are as they were."""
    old, new = lines_of(before), lines_of(after)
    below = len(old) - last - 1
    return old[:first] == new[:first] and (below <= 0 or old[-below:] == new[-below:])


def is_only_added(before: str, after: str) -> bool:
    """Return whether all lines are there, with more of them in one place."""
    old, new = lines_of(before), lines_of(after)
    same_above = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old)
    )
    below = len(old) - same_above
    return len(new) > len(old) and (not below or old[-below:] == new[-below:])


def check_edit(text: str, path: tuple[str | int, ...], new: Any) -> str:
    """Make an edit and assert that it does what it must, and nothing else."""
    old = plain_value(text, "yaml")
    after = edit_text(text, [Edit(path, new)], "yaml")
    assert same(plain_value(after, "yaml"), changed_by_hand(old, path, new))
    assert after.count("\r\n") == after.count("\n") or "\r\n" not in text
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    there = path in paths_in(old)
    first, last, flow = span_of(text, _that_changes(old, path, new))
    assert is_spared(text, after, first, last)
    if not there and not flow and at(old, path[:-1]):
        assert is_only_added(text, after)
    return after


def _that_changes(value: Any, path: tuple[str | int, ...], new: Any) -> tuple[str | int, ...]:
    """Return the path whose lines may change: beside one that is added, the last value there."""
    box = at(value, path[:-1])
    if not box or (new is UNSET and len(box) == 1):
        above = path[:-1]
        return _that_changes(value, above, UNSET) if new is UNSET and len(path) > 3 else above
    if path in paths_in(value):
        return path
    return (*path[:-1], len(box) - 1 if isinstance(box, list) else list(box)[-1])


def random_edit(value: Any, seed: int) -> tuple[tuple[str | int, ...], Any]:
    """Return an edit that can be made: a value set, taken out or added."""
    chance = random.Random(seed)
    paths = paths_in(value)
    path = chance.choice(paths)
    new = chance.choice([UNSET, *NEW])
    box = at(value, path[:-1])
    if chance.random() < 0.35:
        inside = at(value, path)
        if isinstance(inside, dict):
            return (*path, "new key"), chance.choice(NEW)
        if isinstance(inside, list):
            return (*path, len(inside)), chance.choice(NEW)
    if new is UNSET and len(path) == 1 and len(box) == 1:
        new = "never empty"
    return path, new


@given(architectures(), st.integers(0, 10**6))
@settings(max_examples=200)
def test_an_edit_of_an_untidy_document_changes_the_lines_that_it_must(
    architecture: Any, seed: int
) -> None:
    plain = plain_of(architecture)
    text = Untidy(seed).text(plain)
    assert same(plain_value(text, "yaml"), plain_value(dumps(architecture), "yaml"))
    check_edit(text, *random_edit(plain, seed))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_edits_of_shipped_examples_change_the_lines_that_they_must(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    value = plain_value(text, "yaml")
    for seed in range(25):
        check_edit(text, *random_edit(value, seed))


@given(architectures(), st.integers(0, 10**6), st.sampled_from([None, 2, 4]))
def test_an_edit_of_json_keeps_its_form(architecture: Any, seed: int, indent: int | None) -> None:
    plain = plain_of(architecture)
    text = json.dumps(plain, indent=indent, ensure_ascii=False) + "\n"
    path, new = random_edit(plain, seed)
    after = edit_text(text, [Edit(path, new)], "json")
    assert same(plain_value(after, "json"), changed_by_hand(plain, path, new))
    assert after == json.dumps(json.loads(after), indent=indent, ensure_ascii=False) + "\n"


@given(architectures(), st.integers(0, 10**6))
def test_an_entry_gets_another_key_and_keeps_all_that_stands_under_it(
    architecture: Any, seed: int
) -> None:
    plain = plain_of(architecture)
    text = Untidy(seed).text(plain)
    keys = [path for path in paths_in(plain) if isinstance(path[-1], str)]
    path = random.Random(seed).choice(keys)
    after = edit_text(text, [Rename(path, "another, key")], "yaml")
    items = at(plain, path[:-1]).items()
    wanted = {"another, key" if key == path[-1] else key: each for key, each in items}
    found = at(plain_value(after, "yaml"), path[:-1])
    assert [*found] == [*wanted]
    assert same(found, wanted)
    assert len(lines_of(after)) == len(lines_of(text))


TEXT = """\
interagency: 2
title: A  # the title
# all sectors
sectors:
  health:  # led by two
    name: "Health"
    seats:
      co-lead: [who, unhcr]  # equal

  education:
    covers:
      # one only
      - EDU   # for education
"""


def edited(*edits: Any, text: str = TEXT) -> list[str]:
    """Return the lines that an edit takes out and adds."""
    after = edit_text(text, edits, "yaml")
    found = difflib.unified_diff(text.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in [*found][2:] if not line.startswith("@@")]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("title",), "B", ["-title: A  # the title", "+title: B  # the title"]),
        (("sectors", "health", "name"), "Care", ['-    name: "Health"', '+    name: "Care"']),
        (("as_of",), "2024", ["+as_of: '2024'"]),
        (("sectors", "health", "kind"), "cluster", ["+    kind: cluster"]),
        (
            ("sectors", "health", "seats", "co-lead", 2),
            "moh",
            ["-      co-lead: [who, unhcr]  # equal", "+      co-lead: [who, unhcr, moh]  # equal"],
        ),
        (("sectors", "health", "seats", "member"), ["irc"], ["+      member: [irc]"]),
        (("sectors", "education", "covers", 1), "PRO", ["+      - PRO"]),
        (
            ("sectors", "education", "covers"),
            UNSET,
            [
                "-  education:",
                "-    covers:",
                "-      # one only",
                "-      - EDU   # for education",
                "+  education: {}",
            ],
        ),
        (
            ("sectors", "education", "covers"),
            "unknown",
            [
                "-    covers:",
                "-      # one only",
                "-      - EDU   # for education",
                "+    covers: unknown",
            ],
        ),
        (
            ("sectors", "wash"),
            {"name": "Water", "covers": ["WSH"]},
            ["+", "+  wash:", "+    name: Water", "+    covers: [WSH]"],
        ),
        (("plans", "rrp"), {"name": "Plan"}, ["+plans:", "+  rrp: {name: Plan}"]),
    ],
)
def test_an_edit_fits_into_the_file_as_it_is_written(
    path: Any, value: Any, lines: list[str]
) -> None:
    assert edited(Edit(path, value)) == lines


def test_several_edits_are_made_one_after_the_other() -> None:
    found = edited(
        Edit(("sectors", "hea", "seats", "co-lead", 0)),
        Edit(("sectors", "hea", "seats", "co-lead", 0)),
        Edit(("sectors", "hea", "seats", "lead"), "vacant"),
        Rename(("sectors", "health"), "hea"),
    )
    assert found == [
        "-  health:  # led by two",
        "+  hea:  # led by two",
        "-      co-lead: [who, unhcr]  # equal",
        "+      lead: vacant",
    ]


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    after = edit_text(text, [Edit(("sectors", "wash"), {"name": "W", "covers": ["WSH"]})], "yaml")
    assert after.startswith(text)
    assert after[len(text) :] == "\r\n  wash:\r\n    name: W\r\n    covers: [WSH]\r\n"


def test_items_in_brackets_keep_their_comments() -> None:
    text = """\
complete: [
  groups,  # all of them
  # of the leads, those of sectors
  leads,
  posts  # not plans
]
"""
    add = [Edit(("complete", 3), "plans"), Edit(("complete", 1))]
    assert (
        edit_text(text, add, "yaml")
        == """\
complete: [
  groups,  # all of them
  # of the leads, those of sectors
  posts,  # not plans
  plans
]
"""
    )


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([Edit((), 1)], "needs a path"),
        ([Edit(("sectors", "wash"))], "sectors.wash: there is no such entry"),
        ([Edit(("title", "x"), 1)], "title: there is not a mapping here"),
        ([Edit(("title", 0), 1)], "title: there is not a list here"),
        ([Edit(("sectors", "health", "seats", "co-lead", 3), "x")], "there is no such item"),
        ([Edit(("sectors", "health", "seats", "co-lead", "x"), "x")], "there is no such item"),
        ([Edit(("title",), None)], "None cannot stand in a file"),
        ([Edit(("title",), 1.5)], "1.5 cannot stand in a file"),
        ([Rename(("sectors", "wash"), "x")], "sectors.wash: there is no such entry"),
        ([Rename(("sectors", "wash", "name"), "x")], "sectors.wash.name: there is no such entry"),
        ([Rename(("title", "wash"), "x")], "title.wash: there is no such entry"),
        ([Rename(("sectors", "health"), "education")], "sectors.education: is there already"),
        ([Edit(key) for key in [("interagency",), ("title",), ("sectors",)]], "nothing of the"),
    ],
)
def test_an_edit_that_leads_nowhere_is_refused(edits: Any, message: str) -> None:
    with pytest.raises(ImpossibleEdit, match=message):
        edit_text(TEXT, edits, "yaml")


def test_a_document_that_would_be_broken_is_refused_with_its_problems() -> None:
    with pytest.raises(InvalidDocument, match="nothing has the id 'unhrc'"):
        edit(TEXT, [Edit(("sectors", "health", "seats", "co-lead", 1), "unhrc")])
    with pytest.raises(InvalidDocument, match="is not YAML"):
        edit("a: [", [])


def test_an_anchor_that_is_needed_is_not_lost() -> None:
    text = "interagency: 2\ntitle: &t A\nsituation: *t\n"
    with pytest.raises(ImpossibleEdit, match="change it by hand"):
        edit(text, [Edit(("title",), "B")])
    assert edit(text, [Edit(("situation",), "B")]) == text.replace("*t", "B")


def test_json_nested_deeper_than_a_document_is_refused() -> None:
    with pytest.raises(ImpossibleEdit, match="nested deeper"):
        edit_text('{"a":' * 20 + "1" + "}" * 20, [], "json")
