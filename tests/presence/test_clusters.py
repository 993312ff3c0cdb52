"""Dask with two worker processes, and PySpark with two executors: the answers of one process."""

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from interagency.presence import reconcile
from interagency.presence.sources import open_presence
from tests.presence.frames import IN_PROCESS, answers, is_installed
from tests.presence.test_reconciliation import OPEN, WHOLE, Choice, columns

# Nulls, blanks, names that are unknown, duplicates, and areas of every depth.
ROWS: list[Choice] = [
    ("UNICEF", "EDU", ("ROU", "Suceava", "Siret")),
    ("unicef", "Education", ("Romania", "Suceava", None)),
    (" World Health Organization ", "health", ("mda", " ", "")),
    (None, "EDU", ("ROU", "Iasi", "Iasi")),
    ("UNFPA", "PRO-GBV", ("ROU", "Iasi", "Iasi")),
    ("NRC", None, (None, None, None)),
    ("NRC", "Protection", ("Nowhere", "Iasi", None)),
    ("101", "health", ("ROU", None, "Siret")),
    ("Someone Else", "Nothing Known", ("ROU", "Suceava", "Siret")),
    ("", "health", ("ROU", "Suceava", "Siret")),
] * 7
pytestmark = pytest.mark.skipif(
    "INTERAGENCY_CLUSTERS" not in os.environ,
    reason="starts clusters, which takes minutes: set INTERAGENCY_CLUSTERS=1",
)
ARCHITECTURES = pytest.mark.parametrize("architecture", [WHOLE, OPEN], ids=["complete", "open"])


def _table() -> dict[str, list[Any]]:
    table = {name: list(values) for name, values in columns(ROWS).items()}
    return {**table, "month": [f"2025-{1 + place % 3:02}" for place in range(len(ROWS))]}


def _expected(architecture: Any) -> tuple[Any, ...]:
    return _said(reconcile(architecture, IN_PROCESS["duckdb"][1](_table())))


def _said(found: Any) -> tuple[Any, ...]:
    return answers(found), found.report, found.trends.months, found.trends.never_reported


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Start two worker processes."""
    if not is_installed("narwhals", "duckdb", "dask", "distributed", "pandas"):
        pytest.skip("needs Dask: pip install 'interagency[engines]'")
    from dask.distributed import Client, LocalCluster

    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, Client(cluster) as found:
        yield found


@ARCHITECTURES
@pytest.mark.filterwarnings("ignore")
def test_dask_with_two_worker_processes(client: Any, architecture: Any) -> None:
    import dask.dataframe as dd
    import pandas as pd

    assert len({info["pid"] for info in client.run(lambda: {"pid": os.getpid()}).values()}) == 2
    rows = dd.from_pandas(pd.DataFrame(_table()), npartitions=4)
    found = reconcile(architecture, rows)
    assert type(found.coverage) is type(rows)
    assert _said(found) == _expected(architecture)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """Start two executors, each in a process of its own."""
    if not (is_installed("narwhals", "duckdb", "pyspark") and shutil.which("java")):
        pytest.skip("needs PySpark and Java 17: pip install 'interagency[engines]'")
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "ERROR",
        "spark.pyspark.python": sys.executable,
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    found = builder.getOrCreate()
    yield found
    found.stop()


@ARCHITECTURES
@pytest.mark.filterwarnings("ignore")
def test_pyspark_with_two_executors(session: Any, architecture: Any) -> None:
    table = _table()
    schema = ", ".join(f"{name} string" for name in table)
    rows = session.createDataFrame(list(zip(*table.values(), strict=True)), schema).repartition(4)
    executors = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    assert executors == 2
    found = reconcile(architecture, rows)
    assert type(found.coverage) is type(rows)
    assert _said(found) == _expected(architecture)


@pytest.mark.filterwarnings("ignore")
def test_pyspark_reads_files(session: Any, tmp_path: Any) -> None:
    (tmp_path / "rows.csv").write_text("Org,Sector\nNRC,EDU\n")
    assert session.version
    found = reconcile(WHOLE, open_presence(tmp_path / "rows.csv", "spark"))
    found.presence_without_seats.write.parquet(str(tmp_path / "out"))
    again = open_presence(tmp_path / "out", "spark")
    assert [row.organization for row in again.collect()] == ["nrc"]
