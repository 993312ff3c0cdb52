"""DuckDB: relations of one connection, in one process, from memory or from files."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any, final

import narwhals as nw
from attrs import frozen

from interagency.presence.engines.engine import Columns


@final
@frozen
class DuckDB:
    """Relations of the connection of one relation.

    Attributes:
        relation: The caller's relation: whatever is made for it must be of its connection.
    """

    relation: Any

    def keep(self, frame: Any) -> Any:
        """Return the result of a relation, worked out."""
        return nw.from_native(frame.to_native().materialize())

    def small(self, columns: Columns, texts: Collection[str] = ()) -> Any:
        """Return a relation over literal lists: they need no other library."""
        lists = json.dumps([list(map(str, values)) for values in columns.values()])
        picked = ", ".join(
            f"unnest(x[{place}])::{'VARCHAR' if name in texts else 'BIGINT'} as {name}"
            for place, name in enumerate(columns, 1)
        )
        literal = "'" + lists.replace("'", "''") + "'"
        query = f"select {picked} from (select from_json({literal}, '[[\"VARCHAR\"]]') as x)"
        # Worked out at once, else every use would read the literal again.
        return nw.from_native(self.relation.query("interagency_presence", query).materialize())

    def rows(self, frame: Any) -> Iterable[tuple[Any, ...]]:
        """Return the rows."""
        found: Iterable[tuple[Any, ...]] = frame.to_native().fetchall()
        return found

    def answer(self, frame: Any, order: Sequence[str]) -> Any:
        """Return the relation; its rows have no order until the caller sorts them."""
        return frame.to_native()


def engine(frame: Any) -> DuckDB:
    """Return the engine of a relation."""
    return DuckDB(frame.to_native())
