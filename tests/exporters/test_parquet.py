"""Parquet files hold the tables, with their types."""

import sys
from io import BytesIO

import pytest

from interagency.document import loads
from interagency.errors import MissingExtra
from interagency.exporters.parquet import to_parquet
from interagency.frames import tables_of

RESPONSE = loads("{interagency: 2, sectors: {health: {name: Health, seats: {lead: [who]}}}}")


def test_each_table_is_a_file() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = to_parquet(RESPONSE)
    assert sorted(found) == sorted(f"{name}.parquet" for name in tables_of(RESPONSE))
    seats = parquet.read_table(BytesIO(found["seats.parquet"]))
    assert seats.to_pydict() == dict(tables_of(RESPONSE)["seats"].values)
    assert to_parquet(RESPONSE) == found


def test_a_missing_library_is_named_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'interagency\[arrow\]'"):
        to_parquet(RESPONSE)
