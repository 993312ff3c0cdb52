"""The hooks. Each returns records; none is called back, ordered or given anything."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interagency.checking import Rule
    from interagency.conformance import ReferenceModel
    from interagency.exchange import Exporter, Importer
    from interagency.report.reporter import Reporter
    from interagency.vocabularies import Vocabulary
from collections.abc import Callable
from typing import Any, Final, TypeVar

import pluggy

PROJECT: Final = "interagency"

Function = TypeVar("Function", bound=Callable[..., Any])

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def interagency_rules() -> "Iterable[Rule]":
    """Return rules for `check`."""


@hookspec
def interagency_importers() -> "Iterable[Importer]":
    """Return importers for `import`."""


@hookspec
def interagency_exporters() -> "Iterable[Exporter]":
    """Return exporters for `export`."""


@hookspec
def interagency_reporters() -> "Iterable[Reporter]":
    """Return formats of findings for `check --format`."""


@hookspec
def interagency_reference_models() -> "Iterable[ReferenceModel]":
    """Return reference models for `conform`; `read_model` reads one from a pack of data."""


@hookspec
def interagency_vocabularies() -> "Iterable[Vocabulary]":
    """Return code lists, new ones or such as extend a shipped one."""
