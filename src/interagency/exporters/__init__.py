"""The built-in exporters, one file each, registered like those of any plugin.

Three read the whole architecture into tables or a graph (csv, parquet, graphml); others say how
things stand on one day, the last of what the document says in `as_of` (dot, markdown, mermaid,
png, pptx, svg).
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from interagency.exchange import Exporter
from interagency.plugins import hookimpl

NAMES: Final = (
    "csv",
    "dot",
    "graphml",
    "json",
    "jsonld",
    "mapping",
    "markdown",
    "mermaid",
    "parquet",
    "png",
    "pptx",
    "register",
    "svg",
    "terms",
    "xlsx",
    "yaml",
)


@hookimpl
def interagency_exporters() -> Iterable[Exporter]:
    """Return the built-in exporters."""
    return [import_module(f"{__name__}.{name}").EXPORTER for name in NAMES]
