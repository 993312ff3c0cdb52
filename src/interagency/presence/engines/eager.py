"""pandas, polars and pyarrow: all in the memory of one process."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, final

import narwhals as nw
from attrs import frozen

from interagency.presence.engines.engine import Columns


@final
@frozen
class Eager:
    """Frames in memory; a lazy frame of polars is worked out where a result is kept.

    Attributes:
        backend: Name of the library.
        is_lazy: Whether the caller's frame is lazy.
    """

    backend: Any
    is_lazy: bool

    def keep(self, frame: Any) -> Any:
        """Return the frame in memory."""
        return frame.collect() if isinstance(frame, nw.LazyFrame) else frame

    def small(self, columns: Columns, texts: Collection[str] = ()) -> Any:
        """Return a frame in memory."""
        schema = {name: nw.String if name in texts else nw.Int64 for name in columns}
        return nw.from_dict(dict(columns), schema=schema, backend=self.backend)

    def rows(self, frame: Any) -> Iterable[tuple[Any, ...]]:
        """Return the rows."""
        found: Iterable[tuple[Any, ...]] = self.keep(frame).rows()
        return found

    def answer(self, frame: Any, order: Sequence[str]) -> Any:
        """Return the sorted frame; lazy, if the caller's is."""
        ordered = frame.sort(*order)
        return (ordered.lazy() if self.is_lazy else ordered).to_native()


def engine(frame: Any) -> Eager:
    """Return the engine of a frame."""
    return Eager(frame.implementation, isinstance(frame, nw.LazyFrame))
