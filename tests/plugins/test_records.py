"""What a plugin gives through a hook is looked at before anybody uses it."""

import asyncio
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from interagency.checking import Rule
from tests.plugins.makers import exporter, giving, importer, plugin, rule, vocabulary
from tests.plugins.refusals import in_one_line, refused


def raises() -> Any:
    raise RuntimeError("two\nlines")


def gives_one_and_raises() -> Iterator[Rule]:
    yield rule()
    raise RuntimeError("midway")


def exits() -> Any:
    sys.exit(0)


def is_cancelled() -> Any:
    raise asyncio.CancelledError("now")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        pytest.param(
            plugin(interagency_rule=raises), "unknown hook 'interagency_rule'", id="misspelt"
        ),
        pytest.param(
            plugin(interagency_rules=lambda snapshot: []),
            "Argument(s) {'snapshot'} are declared",
            id="unknown argument",
        ),
        pytest.param(plugin(), "has no hook; mark one of interagency_rules, ", id="no hook"),
        pytest.param(
            plugin(interagency_rules=raises),
            "breaks down in interagency_rules: RuntimeError: two lines",
            id="raises",
        ),
        pytest.param(
            plugin(interagency_exporters=exits),
            "breaks down in interagency_exporters: SystemExit: 0",
            id="exits",
        ),
        pytest.param(
            plugin(interagency_vocabularies=is_cancelled),
            "breaks down in interagency_vocabularies: CancelledError: now",
            id="is cancelled",
        ),
        pytest.param(
            giving(rules=None),
            "breaks down in interagency_rules: TypeError: 'NoneType' object is not iterable",
            id="gives None",
        ),
        pytest.param(
            giving(rules=rule()),
            "breaks down in interagency_rules: TypeError: 'Rule' object is not iterable",
            id="gives one record, not a list",
        ),
        pytest.param(
            plugin(interagency_rules=gives_one_and_raises),
            "breaks down in interagency_rules: RuntimeError: midway",
            id="raises midway",
        ),
        pytest.param(
            giving(rules=[exporter()]), "gives interagency_rules a Exporter, not a Rule", id="type"
        ),
        pytest.param(
            giving(exporters=[type(exporter())]),
            "gives interagency_exporters a type, not a Exporter",
            id="class of record",
        ),
        pytest.param(
            giving(rules=[rule("same"), rule("same")]),
            "gives a second Rule named 'same'; the first is of 'bad'",
            id="rule twice",
        ),
        pytest.param(
            giving(rules=[rule("lead-vacant")]),
            "gives a second Rule named 'lead-vacant'; the first is of 'interagency.rules'",
            id="rule of a built-in",
        ),
        pytest.param(
            giving(exporters=[exporter("yaml")]),
            "gives a second Exporter named 'yaml'; the first is of 'interagency.exporters'",
            id="exporter of a built-in",
        ),
        pytest.param(
            giving(vocabularies=[vocabulary("v", "PRO", extends="sectors")]),
            "does not fit: code 'PRO' of vocabulary 'v' is already in 'sectors'",
            id="code of a shipped list",
        ),
        pytest.param(
            giving(vocabularies=[vocabulary("v", "x", extends="sektors")]),
            "does not fit: vocabulary 'v' extends 'sektors', which does not exist",
            id="list to extend",
        ),
    ],
)
def test_a_broken_plugin_is_told_in_one_line(broken: object, said: str) -> None:
    assert said in in_one_line(refused(broken))


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            {"rules": [rule("same")]},
            {"rules": [rule("same")]},
            "gives a second Rule named 'same'; the first is of 'good'",
        ),
        (
            {"importers": [importer()]},
            {"importers": [importer()]},
            "gives a second Importer named 'mine'; the first is of 'good'",
        ),
        (
            {"vocabularies": [vocabulary("v", "x")]},
            {"vocabularies": [vocabulary("v", "y")]},
            "gives a second Vocabulary named 'v'; the first is of 'good'",
        ),
        (
            {"vocabularies": [vocabulary("v", "x", extends="sectors")]},
            {"vocabularies": [vocabulary("w", "x", extends="sectors")]},
            "does not fit: code 'x' of vocabulary 'w' is already in 'v'",
        ),
    ],
    ids=["rule", "importer", "vocabulary", "code"],
)
def test_one_name_in_two_plugins_names_both(
    first: dict[str, Any], second: dict[str, Any], said: str
) -> None:
    """Pluggy calls the last plugin first; whose fault it is must not depend on that."""
    both = giving("good", **first), giving("bad", **second)
    text = str(refused(*both))
    assert said in text or said.replace("good", "bad") in text


def test_only_the_plugin_whose_vocabulary_clashes_is_named() -> None:
    good = giving("good", vocabularies=[vocabulary("a", "x", extends="sectors")])
    bad = giving("bad", vocabularies=[vocabulary("b", "PRO", extends="sectors")])
    assert in_one_line(refused(good, bad)) == (
        "does not fit: code 'PRO' of vocabulary 'b' is already in 'sectors'"
    )
