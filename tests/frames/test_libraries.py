"""Frames of each library have the same names, types and values."""

import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

import interagency as ia
from interagency.document import loads
from interagency.errors import MissingExtra
from interagency.frames import tables_of, to_frames
from interagency.frames.libraries import UnknownLibrary
from interagency.model import Architecture
from interagency.testing.strategies import architectures

RESPONSE = loads("""
interagency: 2
sectors:
  health: {name: Health, covers: [HEA, NUT], seats: {lead: [{holder: who, since: 2025-03}]}}
plans: {rrp: {name: Plan, requirement: 5 USD}}
""")


def test_plain_columns_are_lists() -> None:
    found = to_frames(RESPONSE)
    assert found["seats"]["holder"] == ["who"]
    assert found["seats"]["since"] == [date(2025, 3, 1)]
    assert ia.to_frames is to_frames


@settings(max_examples=10)
@given(architectures())
def test_arrow_holds_what_is_in_the_tables(architecture: Architecture) -> None:
    for name, frame in to_frames(architecture, "pyarrow").items():
        assert frame.to_pydict() == dict(tables_of(architecture)[name].values)


@settings(max_examples=10)
@given(architectures())
def test_polars_holds_what_is_in_the_tables(architecture: Architecture) -> None:
    pytest.importorskip("polars")
    for name, frame in to_frames(architecture, "polars").items():
        assert frame.to_dict(as_series=False) == dict(tables_of(architecture)[name].values)


def test_pandas_holds_what_is_in_the_tables() -> None:
    pandas = pytest.importorskip("pandas")
    found = to_frames(RESPONSE, "pandas")
    (seat,) = found["seats"].to_dict("records")
    assert (seat["holder"], seat["since"]) == ("who", pandas.Timestamp("2025-03-01"))
    assert pandas.isna(seat["count"])
    assert found["bodies"]["covers"][0] == ["HEA", "NUT"]
    assert found["plans"]["requirement"][0] == 5.0


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_types_do_not_depend_on_rows(library: Any) -> None:
    pytest.importorskip(library)
    empty, full = to_frames(Architecture(), library), to_frames(RESPONSE, library)
    for name, frame in full.items():
        other = empty[name]
        if library == "pyarrow" or library == "polars":
            assert frame.schema == other.schema
        else:
            assert dict(frame.dtypes) == dict(other.dtypes)


def test_the_meaning_of_a_column_of_arrow_stands_beside_it() -> None:
    field = to_frames(RESPONSE, "pyarrow")["seats"].schema.field("holder_name")
    assert field.metadata == {b"description": b"The name of `holder`."}


@pytest.mark.parametrize(
    ("library", "extra"), [("pandas", "pandas"), ("polars", "polars"), ("pyarrow", "arrow")]
)
def test_a_missing_library_is_named_with_the_command_that_brings_it(
    library: Any, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'interagency\[{extra}\]'"):
        to_frames(RESPONSE, library)


def test_another_library_is_refused() -> None:
    with pytest.raises(UnknownLibrary, match="there is no library of frames 'dask'"):
        to_frames(RESPONSE, "dask")  # type: ignore[arg-type]
