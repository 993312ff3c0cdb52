"""Packs, waivers and mappings have the limits that documents have."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from interagency.checking.waiver_files import parse_waivers, read_waivers
from interagency.conformance.pack import parse_model, read_model
from interagency.document import InvalidDocument
from interagency.document.problems import MOST_PROBLEMS
from interagency.importers.table.mapping import parse_mapping, read_mapping
from tests.fuzz.work import growth

Parse = Callable[[str], object]

PARSERS: dict[str, tuple[Parse, str]] = {
    "pack": (parse_model, "interagency_model: 1\nid: x\ntitle: X\nclauses:\n"),
    "waivers": (parse_waivers, "interagency_waivers: 1\nwaivers:\n"),
    "mapping": (parse_mapping, "interagency_mapping: 1\nsheets:\n"),
}
READERS: dict[str, Callable[[Path], object]] = {
    "pack": read_model,
    "waivers": read_waivers,
    "mapping": read_mapping,
}
every = pytest.mark.parametrize("sort", PARSERS)


def problems(sort: str, text: str) -> list[str]:
    parse, head = PARSERS[sort]
    with pytest.raises(InvalidDocument) as caught:
        parse(head + text)
    return [each.message for each in caught.value.problems]


@every
@pytest.mark.parametrize("line", ["- 1\n", "- {x: 1}\n", "- {id: a, id: b}\n", "- []\n"])
def test_of_very_many_problems_the_first_thousand_are_told(sort: str, line: str) -> None:
    assert len(problems(sort, line * 3_000)) == MOST_PROBLEMS


@every
def test_very_many_problems_take_no_more_work_than_a_thousand(sort: str) -> None:
    """Reading the text is linear; what is wrong is not looked at without end."""
    parse, head = PARSERS[sort]

    def make(n: int) -> Callable[[], object]:
        def call() -> None:
            with pytest.raises(InvalidDocument):
                parse(head + "- 1\n" * n)

        return call

    assert max(growth(make, 1_000)) < 2


@every
@pytest.mark.parametrize("text", ["x" * 100_000, "é" * 70_000])
@pytest.mark.parametrize("form", ["- {}\n", "- {{strength: {}}}\n", "- {{{}: 1}}\n", "{}: 1\n"])
def test_no_message_quotes_what_is_very_long(sort: str, text: str, form: str) -> None:
    assert sum(map(len, problems(sort, form.format(text)))) < 3_000


@every
@pytest.mark.parametrize("bomb", ["[" * 40 + "]" * 40, "{a: " * 40 + "1" + "}" * 40])
def test_depth_is_refused(sort: str, bomb: str) -> None:
    assert any("is nested deeper than 16 levels" in each for each in problems(sort, f"- {bomb}\n"))


@every
@pytest.mark.parametrize("name", ["x.yaml", "x.json", "x"])
def test_size_is_refused_whatever_the_name(sort: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("#" * 5_000_001)
    tracemalloc.start()
    with pytest.raises(InvalidDocument, match="is larger than 5,000,000 bytes"):
        READERS[sort](path)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


@every
def test_a_key_that_stands_twice_is_a_problem(sort: str) -> None:
    _, head = PARSERS[sort]
    key = head.partition(":")[0]
    assert problems(sort, f"- {{}}\n{key}: 1\n")[-1] == f"the key {key!r} is written twice"


def test_clauses_of_one_name_are_told_in_linear_work() -> None:
    head = "interagency_model: 1\nid: x\ntitle: X\nsources: {s: {title: S}}\nclauses:\n"
    entry = "strength: must, text: X, expect: {exists: {is: forum}}, sources: [s]"

    def make(n: int) -> Callable[[], object]:
        clauses = "".join(f"- {{id: c{index}, {entry}}}\n" for index in range(n))
        return lambda: parse_model(head + clauses)

    assert max(growth(make, 40)) < 2.2
