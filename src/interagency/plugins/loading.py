"""Plugins to one typed value. Loading is loud: a plugin that fails must not look like all clear."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, final

from attrs import frozen

from interagency.plugins.discovery import (
    HOOKS,
    Owners,
    by_name,
    records_of,
    registered,
    with_shipped,
)
from interagency.plugins.hookspecs import PROJECT
from interagency.vocabularies import Vocabularies

if TYPE_CHECKING:
    from interagency.checking import Rule
    from interagency.conformance import ReferenceModel
    from interagency.exchange import Exporter, Importer
    from interagency.report.reporter import Reporter


@final
@frozen(kw_only=True)
class Plugins:
    """Everything that plugins give, by name.

    Attributes:
        names: The plugins, in the order in which they were loaded.
        rules: The rules.
        importers: The importers.
        exporters: The exporters.
        reporters: The formats of findings.
        reference_models: The reference models.
        vocabularies: The shipped code lists with those of plugins.
        owners: The plugin that gave each record, by hook and name.
    """

    names: tuple[str, ...]
    rules: "Mapping[str, Rule]"
    importers: "Mapping[str, Importer]"
    exporters: "Mapping[str, Exporter]"
    reporters: "Mapping[str, Reporter]"
    reference_models: "Mapping[str, ReferenceModel]"
    vocabularies: Vocabularies
    owners: Mapping[tuple[str, str], str]


def load_plugins(
    *extra: object,
    entry_points: bool = True,
    block: Iterable[str] = (),
    only: Collection[str] | None = None,
) -> Plugins:
    """Return what the built-in plugins, the installed ones and more of them give.

    Args:
        *extra: Plugins of your own: modules or objects with hooks.
        entry_points: Whether to load installed plugins, of the entry-point group `interagency`.
        block: Names of plugins to leave out.
        only: What to ask them for: rules, importers, exporters, reporters, reference_models,
            vocabularies; by default all. The rest is empty, and costs nothing.

    Raises:
        PluginError: If a plugin misspells a hook, has none, raises, gives what is no record, or
            takes a name that another has.
        UnknownPlugin: If a name to block is that of no plugin.
    """
    manager, names = registered(extra, entry_points, block)
    asked = HOOKS if only is None else {f"{PROJECT}_{name}" for name in only}
    owners: Owners = {}
    given = {hook: list(records_of(manager, hook)) if hook in asked else [] for hook in HOOKS}
    found = {hook: by_name(hook, given[hook], owners) for hook in HOOKS}
    return Plugins(
        names=names,
        rules=found["interagency_rules"],
        importers=found["interagency_importers"],
        exporters=found["interagency_exporters"],
        reporters=found["interagency_reporters"],
        reference_models=found["interagency_reference_models"],
        vocabularies=with_shipped(found["interagency_vocabularies"], owners),
        owners=MappingProxyType(owners),
    )
