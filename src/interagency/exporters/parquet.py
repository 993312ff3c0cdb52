"""A folder of tables with types, for DuckDB, pandas, Polars, R and all that reads Parquet."""

from collections.abc import Mapping
from io import BytesIO

from interagency.errors import MissingExtra
from interagency.exchange import Exporter
from interagency.frames import tables_of
from interagency.frames.libraries import arrow_table
from interagency.model import Architecture


def to_parquet(architecture: Architecture) -> Mapping[str, bytes]:
    """Return the tables of an architecture, by the names of their files, those without rows too.

    Raises:
        MissingExtra: If the library that writes Parquet is missing.
    """
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("arrow", "writing Parquet") from error
    found = {}
    for name, table in sorted(tables_of(architecture).items()):
        out = BytesIO()
        parquet.write_table(arrow_table(table), out, compression="zstd")
        found[f"{name}.parquet"] = out.getvalue()
    return found


EXPORTER = Exporter(
    name="parquet",
    summary="A folder of tables with types, in Parquet: bodies, seats, links, plans, presence.",
    suffix=".parquet",
    loses="what is inside an item of a list: the certainty, sources and notes of aliases",
    write=to_parquet,
)
