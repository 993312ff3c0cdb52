"""PySpark: frames of one session, in one process or on the executors of a cluster."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, final

import narwhals as nw
from attrs import frozen

from interagency.presence.engines.engine import Columns


@final
@frozen
class Spark:
    """Frames of one session.

    Attributes:
        session: The session of the caller's frame.
    """

    session: Any

    def keep(self, frame: Any) -> Any:
        """Return the frame, held by the executors once it is first worked out."""
        return nw.from_native(frame.to_native().persist())

    def small(self, columns: Columns, texts: Collection[str] = ()) -> Any:
        """Return a frame that is sent to all executors when it is joined."""
        from pyspark.sql.functions import broadcast

        schema = ", ".join(f"{name} {'string' if name in texts else 'bigint'}" for name in columns)
        rows = list(zip(*columns.values(), strict=True))
        return nw.from_native(broadcast(self.session.createDataFrame(rows, schema)))

    def rows(self, frame: Any) -> Iterable[tuple[Any, ...]]:
        """Return the rows."""
        return map(tuple, frame.to_native().collect())

    def answer(self, frame: Any, order: Sequence[str]) -> Any:
        """Return the frame; its rows have no order until the caller sorts them."""
        return frame.to_native()


def engine(frame: Any) -> Spark:
    """Return the engine of a frame."""
    return Spark(frame.to_native().sparkSession)
