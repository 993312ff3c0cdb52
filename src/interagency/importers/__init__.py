"""The built-in importers, one module or package each, registered like those of any plugin."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from interagency.exchange import Importer
from interagency.plugins import hookimpl

NAMES: Final = ("hpc_plans", "hpc_projects", "jsonld", "r4v")


@hookimpl
def interagency_importers() -> Iterable[Importer]:
    """Return the built-in importers."""
    tables = import_module(f"{__name__}.table.profiles").shipped_importers()
    return [*(import_module(f"{__name__}.{name}").IMPORTER for name in NAMES), *tables]
