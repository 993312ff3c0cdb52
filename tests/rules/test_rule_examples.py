"""Every built-in rule carries its own evidence: a reason, a source, and examples that prove it."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

import interagency.rules
from interagency.checking import Example, Rule, Snapshot, run_rule
from interagency.document import json_schema, loads
from interagency.document.yaml_reader import compose
from interagency.model import Architecture
from interagency.rules import NAMES, interagency_rules

RULES = tuple(interagency_rules())
CASES = [
    pytest.param(rule, example, id=f"{rule.name}: {example.title}")
    for rule in RULES
    for example in rule.examples
]
SCHEMA = Draft202012Validator(json_schema())

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_example = pytest.mark.parametrize(("rule", "example"), CASES)


def test_every_rule_is_registered_once_under_the_name_of_its_file() -> None:
    """One name: a readable slug, with underscores the name of the file."""
    folder = Path(interagency.rules.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if "RULE = Rule(" in path.read_text("utf-8")}
    assert [rule.name.replace("-", "_") for rule in RULES] == list(NAMES)
    assert sorted(NAMES) == sorted(files)


@each_rule
def test_a_rule_says_why_and_on_whose_authority(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert "To clear it, " in rule.rationale
    assert rule.sources
    assert all(source.title for source in rule.sources)


@each_rule
def test_a_rule_has_a_clean_and_a_flagged_example(rule: Rule) -> None:
    assert {bool(example.flags) for example in rule.examples} == {True, False}


@each_example
def test_an_example_is_a_document_of_the_schema(rule: Rule, example: Example) -> None:
    document, _ = compose(example.document.encode())
    errors = [error.message for error in SCHEMA.iter_errors(document)]
    assert errors == []


@each_example
def test_a_rule_flags_exactly_what_its_example_says(rule: Rule, example: Example) -> None:
    result = run_rule(rule, Snapshot.of(loads(example.document)))
    assert result.crash == ""
    assert tuple(dict.fromkeys(each.subject for each in result.findings)) == example.flags


@each_rule
def test_a_rule_that_only_whole_lists_let_speak_says_which_it_needs(rule: Rule) -> None:
    """Without any list that is written whole it says nothing; else it would look clean."""
    flagged = [loads(each.document) for each in rule.examples if each.flags]
    without = [run_rule(rule, Snapshot.of(_opened(each))) for each in flagged]
    is_silent = not any(each.findings or each.questions for each in without)
    assert bool(rule.needs) == is_silent
    assert all({*each.open_lists} <= {*rule.needs} for each in without)
    assert all(each.open_lists for each in without if rule.needs)


@each_example
def test_a_rule_that_found_or_asked_something_could_look(rule: Rule, example: Example) -> None:
    result = run_rule(rule, Snapshot.of(loads(example.document)))
    assert not result.open_lists or not (result.findings or result.questions)


def _opened(architecture: Architecture) -> Architecture:
    """Return an architecture in which no list is said to be whole."""
    bodies: dict[str, Any] = {
        name: tuple(evolve(each, complete=()) for each in getattr(architecture, name))
        for name in ("forums", "sectors", "sub_sectors", "working_groups")
    }
    return evolve(architecture, complete=(), **bodies)


@each_example
def test_a_finding_names_what_exists(rule: Rule, example: Example) -> None:
    architecture = loads(example.document)
    result = run_rule(rule, Snapshot.of(architecture))
    named = {id for each in result.findings for id in (each.subject, *each.related)}
    asked = {each.subject for each in result.questions}
    assert (named | asked) - {""} <= set(architecture.entities)
