"""Importers and exporters are frozen records, so that a plugin can only give them, not change."""

from typing import Any, cast

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from interagency.exchange import Exporter, Importer, Option
from tests.plugins.makers import exporter, importer


@pytest.mark.parametrize("record", [exporter(), importer()])
def test_a_record_cannot_be_changed(record: Exporter | Importer) -> None:
    with pytest.raises(FrozenInstanceError):
        cast(Any, record).name = "other"


@pytest.mark.parametrize("record", [exporter(), importer()])
def test_a_record_is_a_value(record: Exporter | Importer) -> None:
    assert record == evolve(record)
    assert record != evolve(record, name="other")
    assert len({record, evolve(record)}) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "Page"}, "must match regex"),
        ({"name": "output"}, "'output' is an option of the command itself"),
        ({"kind": "date"}, "must be in"),
        ({"choices": ["A4"]}, "must be <class 'tuple'>"),
        ({"help": None}, "must be <class 'str'>"),
    ],
)
def test_an_option_that_no_command_could_offer_is_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        Option(**{"name": "page", "help": "The size.", **given})
