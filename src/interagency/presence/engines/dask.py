"""Dask: partitions of pandas frames, on the threads of one process or the workers of a cluster."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, final

from attrs import frozen

from interagency.presence.engines.engine import Columns, as_narwhals

_TEXT = "string[pyarrow]"


@final
@frozen
class Dask:
    """Frames of Dask; they run where the caller's client runs."""

    def keep(self, frame: Any) -> Any:
        """Return the frame with its partitions held by the workers."""
        return as_narwhals(frame.to_native().persist())

    def small(self, columns: Columns, texts: Collection[str] = ()) -> Any:
        """Return a frame of one partition."""
        import dask.dataframe as dd
        import pandas as pd

        frame = pd.DataFrame(
            {
                name: pd.Series(values, dtype=_TEXT if name in texts else "int64")
                for name, values in columns.items()
            }
        )
        return as_narwhals(dd.from_pandas(frame, npartitions=1))

    def rows(self, frame: Any) -> Iterable[tuple[Any, ...]]:
        """Return the rows."""
        found: Iterable[tuple[Any, ...]] = frame.collect().rows()
        return found

    def answer(self, frame: Any, order: Sequence[str]) -> Any:
        """Return the frame; its rows have no order until the caller sorts them."""
        return frame.to_native()


def engine(_: Any) -> Dask:
    """Return the engine of a frame."""
    return Dask()
