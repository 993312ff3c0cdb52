"""Tables with stable names and types, for pandas, Polars, Arrow and whatever reads them."""

from interagency.frames.columns import Column, ColumnType
from interagency.frames.libraries import Library, to_frames
from interagency.frames.tables import Table, tables_of

__all__ = ["Column", "ColumnType", "Library", "Table", "tables_of", "to_frames"]
