"""Exporters, reporters and importers of plugins, run so that each fault names its plugin."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from attrs import evolve

from interagency.document.identities import NO_IDENTITIES, Identities
from interagency.errors import InteragencyError
from interagency.exchange import (
    ColumnPreview,
    Exporter,
    Imported,
    Importer,
    TableReader,
    Written,
    without_contacts,
)
from interagency.model import Architecture, BrokenArchitecture
from interagency.plugins.broken_imports import broken_import
from interagency.plugins.discovery import BUILT_IN
from interagency.plugins.errors import PluginError
from interagency.plugins.hookspecs import PROJECT
from interagency.plugins.loading import Plugins
from interagency.plugins.records import misfit_of_file, misfit_of_parts, misfit_of_text
from interagency.plugins.results import (
    asked,
    other_class,
    plain,
    refuse,
    refuse_lost,
    refuse_unwritten,
)
from interagency.report.checked import Checks
from interagency.report.reporter import Reporter

Given = TypeVar("Given")


def exported(
    exporter: Exporter,
    architecture: Architecture,
    plugins: Plugins,
    options: Mapping[str, object] = MappingProxyType({}),
    *,
    contacts: bool = False,
) -> Written:
    """Return what an exporter of plugins writes.

    Args:
        exporter: The exporter.
        architecture: What it is to write.
        plugins: The plugins of which the exporter is one.
        options: The options by name; those left out have their defaults.
        contacts: Whether to keep contacts, which are left out otherwise.

    Raises:
        BadOption: If it cannot use the value of an option.
        PluginError: If it breaks down, or writes what is neither text, bytes nor files by name.
    """
    owner = plugins.owners[f"{PROJECT}_exporters", exporter.name]
    doing = f"exporter {exporter.name!r}"
    passing = (InteragencyError,)
    shared = architecture if contacts else without_contacts(architecture)
    chosen = {each.name: each.default for each in exporter.options} | dict(options)
    # A mapping too is read in the guard: it may be of any class.
    result = asked(owner, doing, lambda: plain(exporter.write(shared, **chosen)), passing)
    if isinstance(result, dict):
        for name, content in result.items():
            refuse(misfit_of_file(name), owner, doing)
            refuse_unwritten(content, owner, f"{doing}, file {name!r},")
        return result
    refuse_unwritten(result, owner, doing)
    return cast("Written", result)


def reported(reporter: Reporter, checks: Checks, plugins: Plugins) -> str:
    """Return what a reporter of plugins writes of a run of checks.

    Raises:
        PluginError: If it breaks down, or writes what is not text.
    """
    owner = plugins.owners[f"{PROJECT}_reporters", reporter.name]
    doing = f"reporter {reporter.name!r}"
    result = asked(owner, doing, lambda: reporter.write(checks), (InteragencyError,))
    refuse(misfit_of_text(result), owner, doing)
    return result


def imported(
    importer: Importer,
    files: tuple[Path, ...],
    plugins: Plugins,
    *,
    mapping: Path | None = None,
    identities: Identities | None = None,
) -> Imported:
    """Return what an importer of plugins reads.

    Args:
        importer: The importer.
        files: Files or folders; several only if it reads tables.
        plugins: The plugins that it comes from.
        mapping: What the columns of tables are.
        identities: Decisions on the names of organizations.

    Raises:
        PluginError: If it breaks down, makes a broken architecture, or returns what is not
            `Imported`.
        OSError: If a file cannot be read.
    """
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    doing = f"importer {importer.name!r}"
    passing = (InteragencyError, OSError)
    reading = _reading(importer, files, mapping, identities or NO_IDENTITIES)
    try:
        result = asked(owner, doing, reading, passing)
    except BrokenArchitecture as error:
        raise PluginError(owner, f"{doing} {broken_import(error, files[0])}") from error
    refuse(other_class(result, Imported), owner, doing)
    if owner not in BUILT_IN:
        parts = evolve(result, architecture=Architecture())
        refuse(asked(owner, doing, lambda: misfit_of_parts(parts), ()), owner, doing)
        asked(owner, doing, lambda: refuse_lost(result.architecture), ())
    return result


def _reading(
    importer: Importer, files: tuple[Path, ...], mapping: Path | None, identities: Identities
) -> Callable[[], Imported]:
    if importer.tables is not None:
        read = importer.tables.read
        return lambda: read(files, mapping, identities)
    settled = importer.settled
    if settled is not None:
        return lambda: settled(files[0], identities)
    return lambda: importer.read(files[0])


def previewed(
    importer: Importer, files: tuple[Path, ...], mapping: Path | None, plugins: Plugins
) -> tuple[ColumnPreview, ...]:
    """Return what an importer would take each column of some tables for.

    Raises:
        PluginError: If it breaks down.
        OSError: If a file cannot be read.
    """
    found = _of_tables(importer, plugins, lambda: tuple(_tables(importer).preview(files, mapping)))
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    doing = f"importer {importer.name!r}"
    for each in found:
        refuse(other_class(each, ColumnPreview), owner, doing)
        refuse(asked(owner, doing, partial(misfit_of_parts, each), ()), owner, doing)
    return found


def mapping_of(
    importer: Importer, files: tuple[Path, ...], mapping: Path | None, plugins: Plugins
) -> str:
    """Return the mapping by which an importer reads some tables, as text.

    Raises:
        PluginError: If it breaks down.
        OSError: If a file cannot be read.
    """
    found = _of_tables(importer, plugins, lambda: _tables(importer).mapping(files, mapping))
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    refuse(misfit_of_text(found), owner, f"importer {importer.name!r}")
    return found


def _of_tables(importer: Importer, plugins: Plugins, call: Callable[[], Given]) -> Given:
    owner = plugins.owners[f"{PROJECT}_importers", importer.name]
    return asked(owner, f"importer {importer.name!r}", call, (InteragencyError, OSError))


def _tables(importer: Importer) -> TableReader:
    if importer.tables is None:
        raise TypeError("it does not read tables column by column")
    return importer.tables
