"""Tables in the libraries that people compute with, each loaded only when it is asked for."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, get_args

from interagency.errors import MissingExtra, UnknownName
from interagency.frames.columns import ColumnType
from interagency.frames.tables import Table, tables_of
from interagency.model import Architecture

Library = Literal["plain", "pandas", "polars", "pyarrow"]


class UnknownLibrary(UnknownName):
    """A name of no library that tables can be given to."""

    sort = "library of frames"


def to_frames(architecture: Architecture, library: Library = "plain") -> dict[str, Any]:
    """Return the tables of an architecture, by name, as frames of a library.

    Dates are dates, ids have their names beside them, and lists are lists. A frame without rows
    has the same columns and types.

    Args:
        architecture: The architecture; of `Snapshot.now`, what holds on one day.
        library: plain for columns as lists, which every library takes; pandas, polars or pyarrow
            for its own frames.

    Raises:
        MissingExtra: If the library is not installed.
        UnknownLibrary: If there is no such library.
    """
    if library not in _FRAMES:
        raise UnknownLibrary(library, get_args(Library))
    frame = _FRAMES[library]
    return {name: frame(table) for name, table in tables_of(architecture).items()}


def _plain(table: Table) -> dict[str, list[Any]]:
    return dict(table.values)


def _pandas(table: Table) -> Any:
    try:
        import pandas
    except ImportError:
        raise MissingExtra("pandas", "making frames") from None
    types = {
        ColumnType.TEXT: "string",
        ColumnType.TEXTS: "object",
        ColumnType.DATE: "datetime64[s]",
        ColumnType.WHOLE: "Int64",
        ColumnType.NUMBER: "Float64",
        ColumnType.TRUTH: "boolean",
    }
    columns = {
        each.name: pandas.Series(table.values[each.name], dtype=types[each.type])
        for each in table.columns
    }
    return pandas.DataFrame(columns)


def _polars(table: Table) -> Any:
    try:
        import polars
    except ImportError:
        raise MissingExtra("polars", "making frames") from None
    types: dict[ColumnType, Any] = {
        ColumnType.TEXT: polars.String,
        ColumnType.TEXTS: polars.List(polars.String),
        ColumnType.DATE: polars.Date,
        ColumnType.WHOLE: polars.Int64,
        ColumnType.NUMBER: polars.Float64,
        ColumnType.TRUTH: polars.Boolean,
    }
    schema = {each.name: types[each.type] for each in table.columns}
    return polars.DataFrame(dict(table.values), schema=schema)


def arrow_table(table: Table) -> Any:
    """Return a table as a table of Arrow, with the meaning of each column beside it.

    Raises:
        MissingExtra: If pyarrow is not installed.
    """
    try:
        import pyarrow
    except ImportError:
        raise MissingExtra("arrow", "making frames") from None
    types = {
        ColumnType.TEXT: pyarrow.string(),
        ColumnType.TEXTS: pyarrow.list_(pyarrow.string()),
        ColumnType.DATE: pyarrow.date32(),
        ColumnType.WHOLE: pyarrow.int64(),
        ColumnType.NUMBER: pyarrow.float64(),
        ColumnType.TRUTH: pyarrow.bool_(),
    }
    fields = [
        pyarrow.field(each.name, types[each.type], metadata={"description": each.doc})
        for each in table.columns
    ]
    return pyarrow.table(dict(table.values), schema=pyarrow.schema(fields))


_FRAMES: Final[Mapping[str, Callable[[Table], Any]]] = {
    "plain": _plain,
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": arrow_table,
}
