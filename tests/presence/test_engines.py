"""What is no data frame, and libraries that are not installed."""

import sys
from pathlib import Path
from typing import Any

import pytest

from interagency.document import loads
from interagency.errors import MissingExtra
from interagency.presence import NotAFrame, reconcile
from interagency.presence.engines import engine
from interagency.presence.reconciliation import UnknownAnswer
from interagency.presence.sources import MissingEngine, UnreadablePresence, open_presence
from tests.presence.frames import IN_PROCESS, is_installed

EMPTY = loads("interagency: 1\n")


def test_a_list_is_no_frame() -> None:
    with pytest.raises(NotAFrame) as caught:
        reconcile(EMPTY, [1, 2])
    assert str(caught.value).endswith("this is a list")


@pytest.mark.skipif(not is_installed("narwhals", "polars"), reason="needs polars")
def test_a_column_is_no_frame() -> None:
    import polars as pl

    with pytest.raises(NotAFrame):
        reconcile(EMPTY, pl.Series([1]))


@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_a_frame_of_a_kind_that_is_not_tested_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_HOMES", {})
    with pytest.raises(NotAFrame, match="pandas, polars, pyarrow, DuckDB, Dask or PySpark"):
        reconcile(EMPTY, IN_PROCESS["duckdb"][1]({"org": ["NRC"], "sector": ["HEA"]}))


def test_without_narwhals_the_command_that_installs_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtra) as caught:
        reconcile(EMPTY, object())
    assert "pip install 'interagency[presence]'" in str(caught.value)


@pytest.mark.parametrize(
    ("library", "module", "said"),
    [
        ("duckdb", "duckdb", "pip install 'interagency[presence]'"),
        ("polars", "polars", "pip install polars"),
        ("dask", "dask.dataframe", "pip install 'dask[dataframe]' distributed"),
        ("spark", "pyspark.sql", "pip install pyspark"),
    ],
)
def test_without_an_engine_the_command_that_installs_it_is_said(
    library: str, module: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "rows.csv").write_text("Org,Sector\nNRC,HEA\n")
    with pytest.raises((MissingExtra, MissingEngine)) as caught:
        open_presence(tmp_path / "rows.csv", library)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "library", "said"),
    [
        ("missing.csv", None, "duckdb", "there is no such file"),
        ("rows.xlsx", "", "duckdb", "a file of presence is .parquet, .csv or .duckdb"),
        ("rows.parquet", "nothing", "duckdb", "cannot be read: "),
        ("rows.duckdb", "", "polars", "only the engine duckdb reads a database"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    name: str, text: str | None, library: str, said: str, tmp_path: Path
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(UnreadablePresence) as caught:
        open_presence(tmp_path / name, library)
    assert name in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_the_table_of_a_database_is_its_only_one_or_named(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "rows.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table rows as select 'NRC' as org, 'HEA' as sector")
    assert open_presence(path).fetchall() == [("NRC", "HEA")]
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table more as select 1 as number")
    assert open_presence(path, table="rows").fetchall() == [("NRC", "HEA")]
    with pytest.raises(UnreadablePresence, match="with --table: more, rows"):
        open_presence(path)


@pytest.mark.parametrize("library", ["duckdb", "polars", "dask"])
def test_files_are_read_lazily_as_they_stand(library: str, tmp_path: Path) -> None:
    """A code such as 05001 keeps its zero, and NA is a text."""
    if not is_installed("narwhals", library):
        pytest.skip(f"needs {library}")
    (tmp_path / "rows.csv").write_text("Org,Sector,Country,Admin1\nNRC,HEA,COL,05001\n")
    found = reconcile(EMPTY, open_presence(tmp_path / "rows.csv", library))
    assert [row["area"] for row in found.to_rows("coverage")] == ["COL/05001"]


@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_a_folder_of_parquet_is_one_table(tmp_path: Path) -> None:
    import duckdb

    for each in ("a", "b"):
        duckdb.sql("select 'NRC' as org, 'HEA' as sector").write_parquet(
            str(tmp_path / f"{each}.parquet")
        )
    frames: list[Any] = [open_presence(tmp_path)]
    if is_installed("polars"):
        frames.append(open_presence(tmp_path, "polars"))
    for frame in frames:
        assert reconcile(EMPTY, frame).to_rows("coverage")[0]["rows"] == 2


@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_an_answer_that_does_not_exist_is_refused() -> None:
    found = reconcile(EMPTY, IN_PROCESS["duckdb"][1]({"org": ["NRC"], "sector": ["HEA"]}))
    with pytest.raises(UnknownAnswer, match="did you mean coverage"):
        found.to_rows("coverag")
    assert reconcile(EMPTY).to_rows("coverage") == []
