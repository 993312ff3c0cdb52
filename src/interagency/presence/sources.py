"""Files of presence as data frames: Parquet, CSV and databases of DuckDB."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, final

from interagency.errors import InteragencyError, MissingExtra, UnreadableInput

_DATABASES: Final = (".duckdb", ".db")
_KINDS: Final = ".parquet, .csv or .duckdb, or a folder of .parquet"


@final
class UnreadablePresence(UnreadableInput):
    """A file of presence that is missing or broken, or is of no kind that is read."""


@final
class MissingEngine(InteragencyError):
    """A library that holds rows and is not installed."""

    def __str__(self) -> str:
        """Return the command that installs it."""
        engine, packages = self.args
        return f"the engine {engine} is not installed: pip install {packages}"


def open_presence(path: str | Path, engine: str = "duckdb", table: str | None = None) -> Any:
    """Return a file of presence as a lazy data frame.

    Args:
        path: A Parquet or CSV file, a folder of Parquet files, or a database of DuckDB.
        engine: The library that holds the rows: duckdb, polars, dask or spark.
        table: The table of a database; by default its only one.

    Raises:
        UnreadablePresence: If the file is missing, broken or of another kind.
        MissingExtra: If DuckDB is not installed.
        MissingEngine: If another engine is not installed.
    """
    found = Path(path)
    if not found.exists():
        raise UnreadablePresence(f"{path}: there is no such file")
    if found.suffix.lower() not in ("", ".parquet", ".csv", *_DATABASES):
        raise UnreadablePresence(f"{path}: a file of presence is {_KINDS}")
    if found.suffix.lower() in _DATABASES and engine != "duckdb":
        raise UnreadablePresence(f"{path}: only the engine duckdb reads a database; leave --engine")
    try:
        with reading(path):
            return _OPEN[engine](found, table)
    except ImportError:
        if engine == "duckdb":
            raise MissingExtra("presence", "a file of presence") from None
        raise MissingEngine(engine, _PACKAGES[engine]) from None


@contextmanager
def reading(path: str | Path) -> Iterator[None]:
    """Turn what a library raises while it reads a file into an error that names the file."""
    try:
        yield
    except (InteragencyError, ImportError, OSError):
        raise
    except Exception as error:  # each library has errors of its own
        first = str(error).strip().partition("\n")[0]
        raise UnreadablePresence(f"{path}: cannot be read: {first}") from error


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _pattern(path: Path) -> str:
    return str(path / "*.parquet") if path.is_dir() else str(path)


def _duckdb(path: Path, table: str | None) -> Any:
    import duckdb

    if path.suffix.lower() in _DATABASES:
        return _table_in(duckdb.connect(str(path), read_only=True), path, table)
    connection = duckdb.connect()
    if _is_csv(path):
        return connection.read_csv(str(path), header=True, all_varchar=True)
    return connection.read_parquet(_pattern(path))


def _table_in(connection: Any, path: Path, table: str | None) -> Any:
    names = [row[0] for row in connection.execute("show tables").fetchall()]
    if table in names or (table is None and len(names) == 1):
        return connection.table(table or names[0])
    there = ", ".join(names) or "none"
    raise UnreadablePresence(f"{path}: name one of its tables with --table: {there}")


def _polars(path: Path, _: str | None) -> Any:
    import polars as pl

    if _is_csv(path):
        return pl.scan_csv(path, infer_schema=False)
    return pl.scan_parquet(_pattern(path))


def _dask(path: Path, _: str | None) -> Any:
    import dask.dataframe as dd

    return dd.read_csv(path, dtype=str) if _is_csv(path) else dd.read_parquet(str(path))


def _spark(path: Path, _: str | None) -> Any:
    from pyspark.sql import SparkSession

    session = SparkSession.builder.getOrCreate()
    if _is_csv(path):
        return session.read.csv(str(path), header=True)
    return session.read.parquet(str(path))


_OPEN: Final[Mapping[str, Callable[[Path, str | None], Any]]] = {
    "dask": _dask,
    "duckdb": _duckdb,
    "polars": _polars,
    "spark": _spark,
}
ENGINES: Final = tuple(_OPEN)
_PACKAGES: Final = {
    "dask": "'dask[dataframe]' distributed",
    "polars": "polars",
    "spark": "pyspark",
}
