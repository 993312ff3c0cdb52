"""The table of checks names what there is, and leaves no built-in rule out."""

import re
from pathlib import Path

import interagency.graph
from interagency.checking import Snapshot
from interagency.cli import main
from interagency.indicators import indicators
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins

PAGE = Path(__file__).parents[1] / "docs/explanation/what-is-checked.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("|")
][2:]
PLUGINS = load_plugins(entry_points=False)


def quoted(column: int) -> list[str]:
    return [name for row in ROWS for name in re.findall(r"`([^`]+)`", row[column])]


def test_every_rule_has_its_place_in_the_table_and_every_place_a_rule() -> None:
    assert set(quoted(1)) == set(PLUGINS.rules)


def test_the_clauses_of_the_table_are_in_the_packs() -> None:
    models = PLUGINS.reference_models.values()
    known = {clause.id for model in models for clause in model.clauses}
    named = {id for row in ROWS for id in filter(None, row[2].split(", "))}
    assert named <= known


def test_whatever_stands_beside_them_is_there() -> None:
    known = {each.name for each in indicators(Snapshot.of(Architecture()))}
    known |= {f"interagency {name}" for name in main.commands}
    known |= {f"interagency.graph.{name}" for name in interagency.graph.__all__}
    known |= {"interagency.indicators.requirements"}
    assert set(quoted(3)) <= known


def test_each_row_says_where_its_check_is() -> None:
    assert [row[0] for row in ROWS if not any(row[1:])] == []
    assert all(len(row) == 4 for row in ROWS)
