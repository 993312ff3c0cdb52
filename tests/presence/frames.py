"""Frames of every kind from the same rows, and rows from frames of every kind."""

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from interagency.presence import Reconciliation

Columns = Mapping[str, Sequence[Any]]
Row = tuple[Any, ...]
ANSWERS = (
    "seats_without_presence",
    "presence_without_seats",
    "sole_providers",
    "coverage",
    "unknown_names",
)


def is_installed(*libraries: str) -> bool:
    return all(importlib.util.find_spec(each) for each in libraries)


def _pandas(columns: Columns) -> Any:
    import pandas as pd

    return pd.DataFrame(dict(columns))


def _categorical_pandas(columns: Columns) -> Any:
    return _pandas(columns).astype("category")


def _polars(columns: Columns) -> Any:
    import polars as pl

    return pl.DataFrame(dict(columns), strict=False)


def _lazy_polars(columns: Columns) -> Any:
    import polars as pl

    frame = _polars(columns)
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns(pl.col(texts).cast(pl.Categorical)).lazy()


def _pyarrow(columns: Columns) -> Any:
    import pyarrow as pa

    return pa.table(dict(columns))


def _duckdb(columns: Columns) -> Any:
    import duckdb

    names = list(columns)
    picked = ", ".join(f"unnest(${place}) as {name}" for place, name in enumerate(names, 1))
    connection = duckdb.connect()
    return connection.sql(f"select {picked}", params=[list(columns[name]) for name in names])


IN_PROCESS: Mapping[str, tuple[tuple[str, ...], Callable[[Columns], Any]]] = {
    "pandas": (("pandas",), _pandas),
    "pandas, categories": (("pandas",), _categorical_pandas),
    "polars": (("polars",), _polars),
    "polars, lazy, categories": (("polars",), _lazy_polars),
    "pyarrow": (("pyarrow",), _pyarrow),
    "duckdb": (("duckdb",), _duckdb),
}


def rows_of(frame: Any) -> list[Row]:
    """Return the rows of a table of any kind, as tuples of plain values."""
    if isinstance(frame, tuple):
        return [tuple(row.values()) for row in frame]
    kind = type(frame).__module__.partition(".")[0]
    return [tuple(row) for row in _ROWS[kind](frame)]


_ROWS: Mapping[str, Callable[[Any], Any]] = {
    "pandas": lambda frame: frame.itertuples(index=False),
    "polars": lambda frame: frame.lazy().collect().rows(),
    "pyarrow": lambda frame: (row.values() for row in frame.to_pylist()),
    "duckdb": lambda frame: frame.fetchall(),
    "_duckdb": lambda frame: frame.fetchall(),
    "dask": lambda frame: frame.compute().itertuples(index=False),
    "pyspark": lambda frame: frame.collect(),
}


def answers(found: Reconciliation) -> dict[str, list[Row]]:
    """Return every answer as sorted rows, so that those of two kinds can be compared."""
    return {name: sorted(rows_of(getattr(found, name))) for name in ANSWERS}
