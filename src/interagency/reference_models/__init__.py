"""The built-in reference models, one pack of data each, registered like those of any plugin."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from interagency.plugins import hookimpl

if TYPE_CHECKING:
    from interagency.conformance import ReferenceModel


@hookimpl
def interagency_reference_models() -> "Iterable[ReferenceModel]":
    """Return the built-in reference models."""
    # Every command loads this plugin, and only `conform` asks it for its models.
    from interagency.conformance import read_model

    folder = Path(__file__).parent / "packs"
    return [read_model(path) for path in sorted(folder.glob("*.yaml"))]
