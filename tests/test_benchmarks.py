"""The benchmarks measure what they say: the same facts, the same findings, the same bytes."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from benchmarks import bad, peers, walks
from benchmarks.flat import BODIES, flattened
from benchmarks.generate import SIZES, build
from benchmarks.harness import Case
from benchmarks.oracle import oracle
from benchmarks.shared_rules import RULES
from benchmarks.stages import by_rule, facts, facts_of
from interagency.checking import run_rules
from interagency.document import json_schema, loads
from interagency.document.yaml_writer import yaml_text
from interagency.model import Architecture

DOCUMENT, TRUTH = build("S")


@pytest.fixture(scope="module")
def architecture() -> Architecture:
    return loads(json.dumps(DOCUMENT), format="json")


@pytest.mark.parametrize("size", ["S", "R4V"])
def test_a_size_is_the_same_on_every_run(size: str) -> None:
    assert json.dumps(build(size)) == json.dumps(build(size))


def test_another_seed_makes_another_architecture() -> None:
    assert build("S", seed=1) != (DOCUMENT, TRUTH)


def test_a_document_fits_the_schema() -> None:
    Draft202012Validator(json_schema()).validate(DOCUMENT)


def test_yaml_and_json_hold_the_same_architecture(architecture: Architecture) -> None:
    assert loads(yaml_text(DOCUMENT), format="yaml") == architecture


@pytest.mark.parametrize("size", ["S", "R4V"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_oracle_finds_what_was_planted(size: str, seed: int) -> None:
    document, truth = build(size, seed)
    assert oracle(document) == truth


def test_every_rule_has_something_to_find() -> None:
    assert all(TRUTH.values())
    assert list(TRUTH) == sorted(rule.name for rule in RULES)


def test_the_shared_rules_find_what_was_planted(architecture: Architecture) -> None:
    report = run_rules(architecture, RULES)
    assert not report.crashes
    assert by_rule(report) == TRUTH


@pytest.mark.parametrize("size", ["S", "R4V"])
def test_the_flat_lists_hold_the_same_facts(size: str) -> None:
    document, _ = build(size)
    flat = flattened(document)
    found = loads(json.dumps(document), format="json")
    assert facts(peers.structured(flat)) == facts_of(found)
    assert sum(len(flat[section]) for section in BODIES) == len(found.bodies)


@pytest.mark.parametrize("engine", [peers.cattrs_networkx, peers.smallest_script])
def test_the_peers_find_what_was_planted(engine: Any) -> None:
    assert engine(flattened(DOCUMENT)) == TRUTH


@pytest.mark.parametrize(
    ("engine", "needs"),
    [(peers.pandas_networkx, "pandas"), (peers.shacl, "pyshacl"), (peers.shacl_org, "pyshacl")],
)
def test_the_peers_that_are_installed_find_it_too(engine: Any, needs: str) -> None:
    pytest.importorskip(needs, reason=f"{needs} is only a peer, and is not installed")
    assert engine(flattened(DOCUMENT)) == TRUTH


@pytest.mark.parametrize("case", bad.CASES, ids=lambda case: case.name)
def test_each_bad_file_is_refused(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bad, "MEGABYTE", 10_000)
    assert case.prepare("S")() > 0


def test_sizes_grow() -> None:
    seats = [size.operations * size.members for size in SIZES.values()]
    assert seats == sorted(seats)


def test_an_answer_leads_through_few_files() -> None:
    assert len(walks.walk_to_finding("lead-vacant")) <= 18
    verdicts = walks.walks_to_verdicts()
    assert max(map(len, verdicts.values())) <= 30
    assert verdicts["RCM-06"][0] == "conformance/conform.py"
