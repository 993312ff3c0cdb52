"""One interface to the kinds of data frame, and the choice of the one that fits."""

import warnings
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, Protocol

from interagency.errors import InteragencyError, MissingExtra

# Columns by name, each of texts or of whole numbers, all equally long.
Columns = Mapping[str, Sequence[Any]]

_HOMES: Final = {
    "dask": "dask",
    "duckdb": "duckdb",
    "pandas": "eager",
    "polars": "eager",
    "pyarrow": "eager",
    "pyspark": "spark",
    "pyspark[connect]": "spark",
}


class NotAFrame(InteragencyError, TypeError):
    """A value that is none of the kinds of data frame that can be read."""

    def __str__(self) -> str:
        """Return which kinds can be read."""
        kinds = "pandas, polars, pyarrow, DuckDB, Dask or PySpark"
        return f"presence is a data frame of {kinds}; this is a {self.args[0]}"


class Engine(Protocol):
    """What a reconciliation asks of the library that holds the rows.

    Frames are those of narwhals; only `keep`, `small` and `rows` differ from library to library.
    """

    def keep(self, frame: Any) -> Any:
        """Return a frame whose rows are worked out once, for several questions."""
        ...

    def small(self, columns: Columns, texts: Collection[str] = ()) -> Any:
        """Return a frame of a few rows, where the many rows are.

        Args:
            columns: The columns by name, of whole numbers.
            texts: Those that are of texts.
        """
        ...

    def rows(self, frame: Any) -> Iterable[tuple[Any, ...]]:
        """Return the rows of a small result."""
        ...

    def answer(self, frame: Any, order: Sequence[str]) -> Any:
        """Return a frame as the caller's own kind, sorted if it is in memory."""
        ...


def as_narwhals(native: Any) -> Any:
    """Return a data frame as narwhals has it.

    Raises:
        ImportError: If narwhals is not installed.
        TypeError: If it is no data frame.
    """
    import narwhals as nw

    with warnings.catch_warnings():
        # What narwhals will one day have in a package of its own works as it is until then.
        warnings.filterwarnings("ignore", "Dask support is moving", FutureWarning)
        return nw.from_native(native)


def engine_of(native: object) -> tuple[Engine, Any]:
    """Return the engine of a data frame, with the frame as narwhals has it.

    Raises:
        MissingExtra: If narwhals is not installed.
        NotAFrame: If the value is no data frame of a known kind.
    """
    try:
        frame = as_narwhals(native)
    except ImportError:
        raise MissingExtra("presence", "a data frame of presence") from None
    except TypeError:
        raise NotAFrame(type(native).__name__) from None
    home = _HOMES.get(str(frame.implementation.value))
    if home is None:
        raise NotAFrame(type(native).__name__)
    module = import_module(f"interagency.presence.engines.{home}")
    engine: Engine = module.engine(frame)
    return engine, frame
