"""What a question says to write can be written: the document loads when somebody does so."""

import pytest
from hypothesis import given

from interagency.checking import check
from interagency.document import load, loads
from interagency.examples import names, path
from interagency.model import Architecture
from interagency.plugins.conforming import conform
from interagency.plugins.loading import load_plugins
from interagency.testing.strategies import architectures
from tests.hints import refuse_hints

PLUGINS = load_plugins(entry_points=False)
RULES = PLUGINS.rules.values()
EXAMPLES = [*names()]


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_to_write_in_an_example_loads(name: str) -> None:
    architecture = load(path(name))
    refuse_hints(architecture, iter(check(architecture, RULES).questions))


@pytest.mark.parametrize("rule", PLUGINS.rules)
def test_what_to_write_in_the_examples_of_rules_loads(rule: str) -> None:
    for example in PLUGINS.rules[rule].examples:
        architecture = loads(example.document)
        refuse_hints(architecture, iter(check(architecture, RULES).questions))


@given(architectures())
def test_what_to_write_in_any_document_loads(architecture: Architecture) -> None:
    refuse_hints(architecture, iter(check(architecture, RULES).questions))


@pytest.mark.parametrize("model", PLUGINS.reference_models)
@pytest.mark.parametrize("document", ["romania-2022", "ukraine-clusters-2022", "bare"])
def test_what_to_write_to_settle_a_clause_loads(model: str, document: str) -> None:
    bare = "interagency: 1\nforums: {f: {}}\nsectors: {s: {}}\nplans: {p: {}}"
    architecture = loads(bare) if document == "bare" else load(path(document))
    found = conform(architecture, models=[model], plugins=PLUGINS)
    refuse_hints(architecture, (question for question, _ in found.questions()))
