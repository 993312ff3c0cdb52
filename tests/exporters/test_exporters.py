"""The built-in exporters, and the records of exchange."""

import json

import pytest

from interagency import exporters
from interagency.document import loads
from interagency.exchange import Exporter
from interagency.plugins.loading import load_plugins
from interagency.testing import assert_exporter_is_stable

BUILT_IN = load_plugins(entry_points=False).exporters
RCF = loads("{interagency: 1, forums: {rcf: {name: RCF, seats: {co-chair: [unhcr, unknown]}}}}")


@pytest.mark.parametrize("one", BUILT_IN.values(), ids=lambda one: one.name)
def test_a_built_in_exporter_is_stable(one: Exporter) -> None:
    assert_exporter_is_stable(one)


@pytest.mark.parametrize("name", exporters.NAMES)
def test_a_file_of_exporters_is_named_for_its_exporter(name: str) -> None:
    assert name in BUILT_IN
    assert BUILT_IN[name].summary.endswith(".")


def test_yaml_is_the_document_in_its_shortest_form() -> None:
    assert BUILT_IN["yaml"].write(RCF) == (
        "interagency: 1\nforums:\n  rcf:\n    name: RCF\n    seats:\n"
        "      co-chair: [unhcr, unknown]\n"
    )


def test_json_says_the_same_as_yaml() -> None:
    text, other = BUILT_IN["json"].write(RCF), BUILT_IN["yaml"].write(RCF)
    assert isinstance(text, str)
    assert isinstance(other, str)
    assert json.loads(text) == {
        "interagency": 1,
        "forums": {"rcf": {"name": "RCF", "seats": {"co-chair": ["unhcr", "unknown"]}}},
    }
    assert loads(text) == loads(other) == RCF
