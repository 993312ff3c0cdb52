"""The built-in reference models, one pack of data each, registered like those of any plugin."""

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from interagency.conformance import ReferenceModel, read_model
from interagency.plugins import hookimpl


@hookimpl
def interagency_reference_models() -> Iterable[ReferenceModel]:
    """Return the built-in reference models."""
    folder = Path(str(files("interagency.reference_models"))) / "packs"
    return [read_model(path) for path in sorted(folder.glob("*.yaml"))]
