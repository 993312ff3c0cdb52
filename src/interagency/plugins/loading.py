"""Plugins to one typed value. Loading is loud: a plugin that fails must not look like all clear."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module, metadata
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast, final

import pluggy
from attrs import frozen

from interagency.errors import InteragencyError, UnknownName, told
from interagency.plugins import hookspecs
from interagency.plugins.markers import PROJECT
from interagency.vocabularies import Vocabularies, Vocabulary, shipped

if TYPE_CHECKING:
    from interagency.checking import Rule
    from interagency.conformance import ReferenceModel
    from interagency.exchange import Exporter, Importer

# Built-ins are named by text, so that the host imports nothing from above itself.
BUILT_IN: Final = (
    "interagency.rules",
    "interagency.exporters",
    "interagency.importers",
    "interagency.reference_models",
)
# So are the records, which are looked up when a plugin is asked for them.
_RECORDS: Final = {
    "interagency_rules": "interagency.checking:Rule",
    "interagency_importers": "interagency.exchange:Importer",
    "interagency_exporters": "interagency.exchange:Exporter",
    "interagency_reference_models": "interagency.conformance:ReferenceModel",
    "interagency_vocabularies": "interagency.vocabularies:Vocabulary",
}
# Names that no plugin may take, for what is built in and of no plugin.
_TAKEN: Final = {"interagency_rules": "interagency.checking.waiver:WAIVER_RULES"}
# Whatever a plugin raises, its name must be told; a script that exits would look like all clear.
_ANYTHING: Final = (Exception, SystemExit)

# The name of a plugin, and what gives the plugin.
_Found = tuple[str, Callable[[], object]]


class PluginError(InteragencyError):
    """A plugin that cannot be used; `plugin` is its name."""

    def __init__(self, plugin: str, message: str) -> None:
        """Keep the name of the plugin, and what is wrong with it."""
        super().__init__(plugin, message)
        self.plugin = plugin

    def __str__(self) -> str:
        """Return what is wrong with which plugin, and how to do without it."""
        plugin, message = self.args
        way_out = f"block=({plugin!r},) or --block {plugin}"
        return f"plugin {plugin!r} {message}; without it, use {way_out}"


@final
class UnknownPlugin(UnknownName):
    """A name to block that no plugin has."""

    sort = "plugin"
    purpose = " to block"


@final
@frozen(kw_only=True)
class Plugins:
    """Everything that plugins give, by name.

    Attributes:
        names: The plugins, in the order in which they were loaded.
        rules: The rules.
        importers: The importers.
        exporters: The exporters.
        reference_models: The reference models.
        vocabularies: The shipped code lists with those of plugins.
        owners: The plugin that gave each record, by hook and name.
    """

    names: tuple[str, ...]
    rules: "Mapping[str, Rule]"
    importers: "Mapping[str, Importer]"
    exporters: "Mapping[str, Exporter]"
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
        only: What to ask them for: rules, importers, exporters, reference_models, vocabularies;
            by default all. The rest is empty, and costs nothing.

    Raises:
        PluginError: If a plugin misspells a hook, has none, raises, gives what is no record, or
            takes a name that another has.
        UnknownPlugin: If a name to block is that of no plugin.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    names = []
    for name, load in _unblocked(list(_found(extra, entry_points)), frozenset(block)):
        _register(manager, name, load())
        names.append(name)
    asked = set(_RECORDS) if only is None else {f"{PROJECT}_{name}" for name in only}
    records = {hook: list(_records(manager, hook)) if hook in asked else [] for hook in _RECORDS}
    return _plugins(tuple(names), records)


def _found(extra: Iterable[object], installed: bool) -> Iterator[_Found]:
    for name in BUILT_IN:
        yield name, partial(import_module, name)
    for point in metadata.entry_points(group=PROJECT) if installed else ():
        yield point.name, partial(_loaded, point)
    for plugin in extra:
        yield getattr(plugin, "__name__", type(plugin).__name__), partial(_as_it_is, plugin)


def _unblocked(found: Collection[_Found], blocked: frozenset[str]) -> list[_Found]:
    # A misspelt name is told before the plugin that was meant gets a chance to fail.
    known = [name for name, _ in found]
    for name in sorted(blocked.difference(known)):
        raise UnknownPlugin(name, known)
    return [(name, load) for name, load in found if name not in blocked]


def _loaded(point: metadata.EntryPoint) -> object:
    try:
        return point.load()
    except _ANYTHING as error:
        raise PluginError(point.name, f"cannot be imported: {told(error)}") from error


def _as_it_is(plugin: object) -> object:
    return plugin


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    first = manager.get_name(plugin)
    if first is not None:
        raise PluginError(name, f"is there twice; the first time as {first!r}")
    if manager.has_plugin(name):
        raise PluginError(name, "has the name of another plugin")
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(name, f"does not fit: {told(error)}") from error
    _refuse_unmarked(manager, name, plugin)


def _refuse_unmarked(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    """Refuse a plugin with a hook that nobody would call, or with none at all."""
    called = {caller.name for caller in manager.get_hookcallers(plugin) or ()}
    for hook in _RECORDS:
        if hook not in called and callable(getattr(plugin, hook, None)):
            raise PluginError(name, f"does not mark {hook} with hookimpl")
    if not called:
        raise PluginError(name, f"has no hook; mark one of {', '.join(_RECORDS)} with hookimpl")


def record_class(hook: str) -> type[Any]:
    """Return the class of the records that a hook returns."""
    found: type[Any] = _named(_RECORDS[hook])
    return found


def _named(home: str) -> Any:
    module, name = home.split(":")
    return getattr(import_module(module), name)


def _records(manager: pluggy.PluginManager, hook: str) -> Iterator[tuple[str, Any]]:
    """Yield what each plugin gives through a hook, with the name of the plugin."""
    for call in getattr(manager.hook, hook).get_hookimpls():
        for record in _given(call, hook):
            if not isinstance(record, record_class(hook)):
                wanted, given = record_class(hook).__name__, type(record).__name__
                raise PluginError(call.plugin_name, f"gives {hook} a {given}, not a {wanted}")
            yield call.plugin_name, record


def _given(call: pluggy.HookImpl, hook: str) -> list[Any]:
    try:
        return list(cast("Callable[[], Iterable[Any]]", call.function)())
    except _ANYTHING as error:
        raise PluginError(call.plugin_name, f"breaks down in {hook}: {told(error)}") from error


def _plugins(names: tuple[str, ...], records: dict[str, list[tuple[str, Any]]]) -> Plugins:
    owners: dict[tuple[str, str], str] = {}
    by_name = {hook: _by_name(hook, given, owners) for hook, given in records.items()}
    return Plugins(
        names=names,
        rules=by_name["interagency_rules"],
        importers=by_name["interagency_importers"],
        exporters=by_name["interagency_exporters"],
        reference_models=by_name["interagency_reference_models"],
        vocabularies=_vocabularies(by_name["interagency_vocabularies"], owners),
        owners=MappingProxyType(owners),
    )


def _by_name(
    hook: str, given: list[tuple[str, Any]], owners: dict[tuple[str, str], str]
) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    taken = _named(_TAKEN[hook]) if given and hook in _TAKEN else ()
    for plugin, record in given:
        if record.name in found or record.name in taken:
            kind, first = record_class(hook).__name__, owners.get((hook, record.name), PROJECT)
            message = f"gives a second {kind} named {record.name!r}; the first is of {first!r}"
            raise PluginError(plugin, message)
        found[record.name] = record
        owners[hook, record.name] = plugin
    return MappingProxyType({name: found[name] for name in sorted(found)})


def _vocabularies(given: Mapping[str, Any], owners: Mapping[tuple[str, str], str]) -> Vocabularies:
    found: list[Vocabulary] = []
    wider = shipped()
    # New lists first, since others may extend them; one more each time, to know whose is wrong.
    for name in sorted(given, key=lambda name: (given[name].extends is not None, name)):
        found.append(given[name])
        try:
            wider = shipped().extended(found)
        except ValueError as error:
            plugin = owners["interagency_vocabularies", name]
            raise PluginError(plugin, f"does not fit: {error}") from error
    return wider
