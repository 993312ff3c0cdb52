"""Plugins to one typed value. Loading is loud: a plugin that fails must not look like all clear."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module, metadata
from types import MappingProxyType
from typing import Any, Final, cast, final

import pluggy
from attrs import frozen

from interagency.checking import Rule
from interagency.errors import InteragencyError
from interagency.exchange import Exporter, Importer
from interagency.plugins import hookspecs
from interagency.plugins.markers import PROJECT
from interagency.vocabularies import Vocabularies, Vocabulary, shipped

# Built-ins are named by text, so that the host imports nothing from above itself.
BUILT_IN: Final = ("interagency.rules", "interagency.exporters")
_RECORDS: Final[dict[str, type[Any]]] = {
    "interagency_rules": Rule,
    "interagency_importers": Importer,
    "interagency_exporters": Exporter,
    "interagency_vocabularies": Vocabulary,
}


class PluginError(InteragencyError):
    """A plugin that cannot be used; `plugin` is its name."""

    def __init__(self, plugin: str, message: str) -> None:
        """Keep the name of the plugin."""
        super().__init__(
            f"plugin {plugin!r} {message}; without it, use block=({plugin!r},) or --block {plugin}"
        )
        self.plugin = plugin


@final
@frozen(kw_only=True)
class Plugins:
    """Everything that plugins give, by name.

    Attributes:
        names: The plugins, in the order in which they were loaded.
        rules: The rules.
        importers: The importers.
        exporters: The exporters.
        vocabularies: The shipped code lists with those of plugins.
        owners: The plugin that gave each record, by hook and name.
    """

    names: tuple[str, ...]
    rules: Mapping[str, Rule]
    importers: Mapping[str, Importer]
    exporters: Mapping[str, Exporter]
    vocabularies: Vocabularies
    owners: Mapping[tuple[str, str], str]


def load_plugins(*extra: object, entry_points: bool = True, block: Iterable[str] = ()) -> Plugins:
    """Return what the built-in plugins, the installed ones and more of them give.

    Args:
        *extra: Plugins of your own: modules or objects with hooks.
        entry_points: Whether to load installed plugins, of the entry-point group `interagency`.
        block: Names of plugins to leave out.

    Raises:
        PluginError: If a plugin misspells a hook, has none, raises, gives what is no record, or
            takes a name that another has.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    blocked = frozenset(block)
    names = []
    for name, plugin in _found(extra, entry_points, blocked):
        _register(manager, name, plugin)
        names.append(name)
    records = {hook: list(_records(manager, hook)) for hook in _RECORDS}
    return _plugins(tuple(names), records)


def _found(
    extra: Iterable[object], installed: bool, blocked: frozenset[str]
) -> Iterator[tuple[str, object]]:
    for name in BUILT_IN:
        if name not in blocked:
            yield name, import_module(name)
    for point in metadata.entry_points(group=PROJECT) if installed else ():
        if point.name not in blocked:
            yield point.name, _loaded(point)
    for plugin in extra:
        name = getattr(plugin, "__name__", type(plugin).__name__)
        if name not in blocked:
            yield name, plugin


def _loaded(point: metadata.EntryPoint) -> object:
    try:
        return point.load()
    except Exception as error:  # whatever the import of a plugin raises, its name must be told
        raise PluginError(point.name, f"cannot be imported: {_told(error)}") from error


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        raise PluginError(name, f"does not fit: {_told(error)}") from error
    if not manager.get_hookcallers(plugin):
        raise PluginError(name, f"has no hook; mark one of {', '.join(_RECORDS)} with hookimpl")


def _records(manager: pluggy.PluginManager, hook: str) -> Iterator[tuple[str, Any]]:
    """Yield what each plugin gives through a hook, with the name of the plugin."""
    for call in getattr(manager.hook, hook).get_hookimpls():
        for record in _given(call, hook):
            if not isinstance(record, _RECORDS[hook]):
                wanted, given = _RECORDS[hook].__name__, type(record).__name__
                raise PluginError(call.plugin_name, f"gives {hook} a {given}, not a {wanted}")
            yield call.plugin_name, record


def _given(call: pluggy.HookImpl, hook: str) -> list[Any]:
    try:
        return list(cast("Callable[[], Iterable[Any]]", call.function)())
    except Exception as error:  # see _loaded
        raise PluginError(call.plugin_name, f"breaks down in {hook}: {_told(error)}") from error


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"


def _plugins(names: tuple[str, ...], records: dict[str, list[tuple[str, Any]]]) -> Plugins:
    owners: dict[tuple[str, str], str] = {}
    by_name = {hook: _by_name(hook, given, owners) for hook, given in records.items()}
    return Plugins(
        names=names,
        rules=by_name["interagency_rules"],
        importers=by_name["interagency_importers"],
        exporters=by_name["interagency_exporters"],
        vocabularies=_vocabularies(by_name["interagency_vocabularies"], owners),
        owners=MappingProxyType(owners),
    )


def _by_name(
    hook: str, given: list[tuple[str, Any]], owners: dict[tuple[str, str], str]
) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for plugin, record in given:
        if record.name in found:
            kind, first = _RECORDS[hook].__name__, owners[hook, record.name]
            message = f"gives a second {kind} named {record.name!r}; the first is of {first!r}"
            raise PluginError(plugin, message)
        found[record.name] = record
        owners[hook, record.name] = plugin
    return MappingProxyType({name: found[name] for name in sorted(found)})


def _vocabularies(given: Mapping[str, Any], owners: Mapping[tuple[str, str], str]) -> Vocabularies:
    try:
        return shipped().extended(given.values())
    except ValueError as error:
        plugins = sorted({owners["interagency_vocabularies", name] for name in given})
        raise PluginError(" or ".join(plugins), f"does not fit: {error}") from error
