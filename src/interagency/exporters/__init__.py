"""The built-in exporters, one file each, registered like those of any plugin."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from interagency.exchange import Exporter
from interagency.plugins import hookimpl

NAMES: Final = ("json", "yaml")


@hookimpl
def interagency_exporters() -> Iterable[Exporter]:
    """Return the built-in exporters."""
    return [import_module(f"{__name__}.{name}").EXPORTER for name in NAMES]
