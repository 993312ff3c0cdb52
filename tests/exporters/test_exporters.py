"""The built-in exporters, and the records of exchange."""

import json

import pytest
from hypothesis import given

from interagency import exporters
from interagency.document import loads
from interagency.document.linked_data import plain_of_linked
from interagency.exchange import Exporter
from interagency.model import Architecture
from interagency.testing import assert_exporter_is_stable
from interagency.testing.strategies import architectures
from tests.exporters.examples import BUILT_IN, text

RCF = loads("{interagency: 1, forums: {rcf: {name: RCF, seats: {co-chair: [unhcr, unknown]}}}}")


@pytest.mark.parametrize("one", BUILT_IN.values(), ids=lambda one: one.name)
def test_a_built_in_exporter_is_stable(one: Exporter) -> None:
    assert_exporter_is_stable(one, _from_jsonld if one.name == "jsonld" else None)


def _from_jsonld(text: str | bytes) -> Architecture:
    return loads(json.dumps(plain_of_linked(json.loads(text))), format="json")


@pytest.mark.parametrize("name", exporters.NAMES)
def test_a_file_of_exporters_is_named_for_its_exporter(name: str) -> None:
    assert name in BUILT_IN
    assert BUILT_IN[name].summary.endswith(".")


def test_yaml_is_the_document_in_its_shortest_form() -> None:
    assert BUILT_IN["yaml"].write(RCF) == (
        "interagency: 2\nforums:\n  rcf:\n    name: RCF\n    seats:\n"
        "      co-chair: [unhcr, unknown]\n"
    )


def test_json_says_the_same_as_yaml() -> None:
    written = text("json", RCF)
    assert json.loads(written) == {
        "interagency": 2,
        "forums": {"rcf": {"name": "RCF", "seats": {"co-chair": ["unhcr", "unknown"]}}},
    }
    assert loads(written) == loads(text("yaml", RCF)) == RCF


def test_only_documents_themselves_lose_nothing() -> None:
    lossless = {name for name, one in BUILT_IN.items() if not one.loses}
    assert lossless == {"json", "jsonld", "xlsx", "yaml"}


@given(architectures())
def test_what_loses_nothing_is_read_back_as_it_was(whole: Architecture) -> None:
    for name in ("json", "yaml"):
        assert loads(text(name, whole)) == whole
