"""Plugins to one value, in which every record is owned."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from interagency.exchange import Exporter
from interagency.plugins import hookimpl
from interagency.plugins.discovery import BUILT_IN
from interagency.plugins.errors import PluginError
from interagency.plugins.loading import load_plugins
from interagency.vocabularies import shipped
from tests.plugins.makers import exporter, giving, importer, rule, vocabulary
from tests.plugins.refusals import load


def test_every_kind_of_record_is_found_by_name_and_owned() -> None:
    mine = giving(
        "mine",
        rules=(each for each in [rule("b-rule"), rule("a-rule")]),
        importers=[importer()],
        exporters={exporter()},
        vocabularies=[vocabulary("my-list", "one"), vocabulary("more", "two", extends="my-list")],
    )
    plugins = load(mine)
    assert plugins.names == (*BUILT_IN, "mine")
    assert list(plugins.rules) == sorted(plugins.rules)
    assert {"a-rule", "b-rule", "lead-vacant"} <= set(plugins.rules)
    assert "mine" in plugins.importers
    assert {"json", "mine", "yaml"} <= set(plugins.exporters)
    assert {"one", "two"} == {term.code for term in plugins.vocabularies["my-list"]}
    assert {key: name for key, name in plugins.owners.items() if name == "mine"} == dict.fromkeys(
        [
            ("interagency_exporters", "mine"),
            ("interagency_importers", "mine"),
            ("interagency_rules", "a-rule"),
            ("interagency_rules", "b-rule"),
            ("interagency_vocabularies", "more"),
            ("interagency_vocabularies", "my-list"),
        ],
        "mine",
    )


def test_every_built_in_record_is_owned_by_the_package_it_lives_in() -> None:
    plugins = load()
    given = {
        "interagency_rules": plugins.rules,
        "interagency_importers": plugins.importers,
        "interagency_exporters": plugins.exporters,
    }
    names = {(hook, name) for hook, records in given.items() for name in records}
    assert names <= set(plugins.owners)
    assert set(plugins.owners.values()) <= set(BUILT_IN)
    assert plugins.owners["interagency_rules", "lead-vacant"] == "interagency.rules"
    assert plugins.owners["interagency_exporters", "yaml"] == "interagency.exporters"


def test_what_is_loaded_cannot_be_changed() -> None:
    plugins = load()
    with pytest.raises(TypeError):
        cast(Any, plugins.rules)["mine"] = rule()


def test_two_loads_know_nothing_of_each_other() -> None:
    """There is no global manager."""
    with_mine = load(giving("mine", rules=[rule()]))
    assert "mine" in with_mine.rules
    assert "mine" not in load().rules
    assert load() == load()
    assert load().vocabularies == shipped()


def test_only_what_is_asked_for_is_asked_of_plugins() -> None:
    """A command that needs rules does not fail, or wait, for exporters."""

    @hookimpl
    def interagency_exporters() -> list[Exporter]:
        raise ValueError("asked")

    plugin = SimpleNamespace(__name__="mine", interagency_exporters=interagency_exporters)
    found = load_plugins(plugin, entry_points=False, only=["rules"])
    assert found.rules
    assert not found.exporters
    assert not found.reference_models
    with pytest.raises(PluginError, match="asked"):
        load_plugins(plugin, entry_points=False, only=["exporters"])
