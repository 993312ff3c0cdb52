"""The page of what is covered holds: places are there, commands answer, no duty is left out."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from click.testing import CliRunner

from interagency import examples
from interagency.cli import main
from interagency.document.yaml_reader import compose

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/explanation/what-is-covered.md"
SEEDS = ROOT.parent / "shared/seeds"
ROW = re.compile(r"\| (\w+) \| (.+?) \| `([\w-]+)` `([^`]+)` \| `([^`]+)` \| (.+?) \| (\w+) \|")
MOST_ONLY_SHOWN = 5
# The entries of a list of duties, which may begin in the middle of a line.
BULLET = re.compile(r"[–•]\s+")
SENTENCE = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
END = re.compile(r"Minimum Qualifications|6 years relevant experience")
NO_DUTY = ("Perform other related duties as required", "For positions in ")


@frozen
class Row:
    """One row of the page."""

    number: str
    says: str
    example: str
    place: str
    command: str
    answer: str
    state: str


@cache
def rows() -> tuple[Row, ...]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    found = [ROW.fullmatch(line) for line in lines if re.match(r"\| [a-d]\d", line)]
    assert all(found), [line for line, match in zip(lines, found, strict=False) if match is None]
    return tuple(Row(*match.groups()) for match in found if match)


@cache
def document(name: str) -> dict[str, Any]:
    """Return an example as it is written, the files of a folder as one."""
    path = examples.path(name)
    whole: dict[str, Any] = {}
    for file in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
        value, _ = compose(file.read_bytes())
        for key, section in value.items():
            known = whole.get(key)
            whole[key] = {**known, **section} if isinstance(known, dict) else section
    return whole


def found(value: Any, steps: list[str]) -> bool:
    """Return whether there is something at the end of a path, through lists and their entries."""
    if not steps:
        return True
    step, *rest = steps
    if isinstance(value, dict):
        return found(value[step], rest) if step in value else step in map(str, value.values())
    if isinstance(value, list):
        return any(_names(each, step, rest) for each in value)
    return str(value) == step and not rest


def _names(entry: Any, step: str, rest: list[str]) -> bool:
    """Return whether an entry of a list is, or names, a step; a line of a section by its kind."""
    if not isinstance(entry, dict):
        return str(entry) == step and not rest
    if entry.get("kind") == step and rest:
        return any(found(end, rest) for end in entry.values())
    return step in map(str, entry.values())


@cache
def answer(command: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, shlex.split(command))
    return result.exit_code, result.output


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.number)
def test_a_duty_is_written_where_the_page_says(row: Row) -> None:
    assert found(document(row.example), row.place.split("."))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.number)
def test_a_command_answers_on_a_duty(row: Row) -> None:
    code, output = answer(row.command)
    assert code in (0, 1)
    assert row.answer in output


def test_the_states_are_two_and_few_are_only_shown() -> None:
    states = [row.state for row in rows()]
    assert set(states) <= {"answered", "shown"}
    assert states.count("shown") <= MOST_ONLY_SHOWN
    assert len(rows()) > 100


def test_a_place_that_is_not_there_is_noticed() -> None:
    romania = document("romania-2022")
    assert not found(romania, ["posts", "iaco", "duties", "flying"])
    assert not found(romania, ["posts", "nobody"])
    assert not found(romania, ["products", "sitrep", "by", "senior-iaco"])


def plain(text: str) -> str:
    """Return a text without what differs between copies of it: quotes, dashes, blanks."""
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def duties() -> Iterator[str]:
    """Yield each sentence of the duties in the two vacancies, up to what a candidate has to be."""
    for file in sorted(SEEDS.glob("*.txt")):
        for text in _vacancies(file.read_text(encoding="utf-8")):
            _, *bullets = BULLET.split(END.split(text)[0])
            sentences = (each.strip() for bullet in bullets for each in SENTENCE.split(bullet))
            yield from (each for each in sentences if each and not each.startswith(NO_DUTY))


def _vacancies(text: str) -> list[str]:
    return re.split(r"(?=UNHCR-Inter-Agency Coordination Officer-P3)", text)


def test_no_duty_of_the_vacancies_is_left_out() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the texts of the vacancies are not here: ../shared/seeds")
    quotes = [plain(row.says) for row in rows()]
    left_out = [duty for duty in duties() if not any(each in plain(duty) for each in quotes)]
    assert left_out == []
    assert sum(1 for _ in duties()) > 55
