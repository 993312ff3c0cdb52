"""Importers and exporters are frozen records, so that a plugin can only give them, not change."""

from typing import Any, cast

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from interagency.exchange import Exporter, Importer
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
