"""What exporters write and importers read: one that breaks down is named with its plugin."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from interagency.errors import BrokenDown, InteragencyError, attempt
from interagency.exchange import Exporter, Imported, Importer, Written
from interagency.model import Architecture
from interagency.plugins.errors import PluginError
from interagency.plugins.loading import Plugins
from interagency.plugins.markers import PROJECT

Given = TypeVar("Given")


def exported(
    exporter: Exporter,
    architecture: Architecture,
    plugins: Plugins,
    options: Mapping[str, object] = MappingProxyType({}),
) -> Written:
    """Return what an exporter of plugins writes.

    Args:
        exporter: The exporter.
        architecture: What it is to write.
        plugins: The plugins of which the exporter is one.
        options: The options by name; those left out have their defaults.

    Raises:
        BadOption: If it cannot use the value of an option.
        PluginError: If it breaks down, or writes what is neither text, bytes nor files by name.
    """
    owner = plugins.owners[f"{PROJECT}_exporters", exporter.name]
    doing = f"exporter {exporter.name!r}"
    passing = (InteragencyError,)
    chosen = {each.name: each.default for each in exporter.options} | dict(options)
    result = _asked(owner, doing, lambda: exporter.write(architecture, **chosen), passing)
    _refuse_wrong_type(result, str | bytes | Mapping, owner, doing)
    return result


def imported(importer: Importer, source: Path, plugins: Plugins) -> Imported:
    """Return what an importer of plugins reads.

    Raises:
        PluginError: If it breaks down, or returns what is not `Imported`.
        OSError: If the source cannot be read.
    """
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    doing = f"importer {importer.name!r}"
    passing = (InteragencyError, OSError)
    result = _asked(owner, doing, lambda: importer.read(source), passing)
    _refuse_wrong_type(result, Imported, owner, doing)
    return result


def _asked(
    owner: str, doing: str, call: Callable[[], Given], passing: tuple[type[Exception], ...]
) -> Given:
    try:
        return attempt(call, passing)
    except BrokenDown as error:
        raise PluginError(owner, f"breaks down in {doing}: {error}") from error


def _refuse_wrong_type(result: object, wanted: Any, owner: str, doing: str) -> None:
    """Refuse what is of another type: the types of a plugin may be a promise only."""
    if not isinstance(result, wanted):
        raise PluginError(owner, f"gives a {type(result).__name__} in {doing}")
