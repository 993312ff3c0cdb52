"""What a question says to write can be written: the document loads when somebody does so."""

import pytest
from hypothesis import given

from interagency.checking import Snapshot, field_question, run_rules
from interagency.document import load, loads
from interagency.examples import names, path
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import conform
from interagency.snapshot.hints import DESCRIBING, described
from interagency.testing.strategies import architectures
from tests.hints import refuse_hints

PLUGINS = load_plugins(entry_points=False)
RULES = PLUGINS.rules.values()
EXAMPLES = [*names()]


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_to_write_in_an_example_loads(name: str) -> None:
    architecture = load(path(name))
    refuse_hints(architecture, iter(run_rules(architecture, RULES).questions))


@pytest.mark.parametrize("rule", PLUGINS.rules)
def test_what_to_write_in_the_examples_of_rules_loads(rule: str) -> None:
    for example in PLUGINS.rules[rule].examples:
        architecture = loads(example.document)
        refuse_hints(architecture, iter(run_rules(architecture, RULES).questions))


@given(architectures())
def test_what_to_write_in_any_document_loads(architecture: Architecture) -> None:
    refuse_hints(architecture, iter(run_rules(architecture, RULES).questions))


def tags_of_nrc(document: str) -> str:
    snapshot = Snapshot.of(
        loads(f"interagency: 1\n{document}sectors: {{s: {{seats: {{lead: [nrc]}}}}}}")
    )
    return field_question(snapshot, snapshot.now.find("nrc"), "tags").write


def test_a_new_entry_of_a_known_organization_says_all_that_is_known() -> None:
    """An entry is taken as it is: to write tags alone would lose the name and the kind."""
    tags = "organizations.nrc.tags: [code, ...], or none, from the vocabulary organization-tags"
    known = "{name: Norwegian Refugee Council, acronym: NRC, kind: international-ngo}"
    assert tags_of_nrc("") == f"{tags}; beside it {known}"
    assert tags_of_nrc("organizations: {nrc: {name: NRC}}\n") == tags


def test_what_is_said_of_a_known_organization_loads_as_it_is_known() -> None:
    registry = PLUGINS.vocabularies.organizations
    for id, known in registry.items():
        said = [each for each in DESCRIBING if getattr(known, each)]
        text = f"interagency: 1\norganizations: {{{id}: {{{described(known, said)}}}}}"
        found = loads(text).organizations[0]
        assert [getattr(found, each) for each in said] == [getattr(known, each) for each in said]


@pytest.mark.parametrize("model", PLUGINS.reference_models)
@pytest.mark.parametrize("document", ["romania-2022", "ukraine-clusters-2022", "bare"])
def test_what_to_write_to_settle_a_clause_loads(model: str, document: str) -> None:
    bare = "interagency: 1\nforums: {f: {}}\nsectors: {s: {}}\nplans: {p: {}}"
    architecture = loads(bare) if document == "bare" else load(path(document))
    found = conform(architecture, models=[model], plugins=PLUGINS)
    refuse_hints(architecture, (question for question, _ in found.questions()))
