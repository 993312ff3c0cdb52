"""Finding plugins, and registering each with pluggy: one that does not fit is refused by name."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module, metadata
from types import MappingProxyType
from typing import Any, Final, cast

import pluggy

from interagency.errors import BrokenDown, attempt
from interagency.plugins import hookspecs
from interagency.plugins.errors import PluginError, UnknownPlugin
from interagency.plugins.hookspecs import PROJECT
from interagency.plugins.records import misfit_of
from interagency.vocabularies import Vocabularies, Vocabulary, shipped

# The class of the records of each hook, named by text: it is looked up when a plugin is asked.
_RECORDS = {
    "interagency_rules": "interagency.checking:Rule",
    "interagency_importers": "interagency.exchange:Importer",
    "interagency_exporters": "interagency.exchange:Exporter",
    "interagency_reporters": "interagency.report.reporter:Reporter",
    "interagency_reference_models": "interagency.conformance:ReferenceModel",
    "interagency_vocabularies": "interagency.vocabularies:Vocabulary",
}
# Names that no plugin may take, for what is built in and of no plugin.
_TAKEN = {"interagency_rules": "interagency.checking.waiver:WAIVER_RULES"}
HOOKS: Final = tuple(_RECORDS)

# A record with the name of the plugin that gives it.
Given = tuple[str, Any]
# The plugin that gave each record, by hook and name.
Owners = dict[tuple[str, str], str]


def record_class(hook: str) -> type[Any]:
    """Return the class of the records that a hook returns."""
    found: type[Any] = _named(_RECORDS[hook])
    return found


def _named(home: str) -> Any:
    module, name = home.split(":")
    return getattr(import_module(module), name)


def records_of(manager: pluggy.PluginManager, hook: str) -> Iterator[Given]:
    """Yield what each plugin gives through a hook, with the name of the plugin."""
    for call in getattr(manager.hook, hook).get_hookimpls():
        for record in _given(call, hook):
            _refuse_misfit(call.plugin_name, hook, record)
            yield call.plugin_name, record


def _refuse_misfit(plugin: str, hook: str, record: Any) -> None:
    """Refuse a record of another class, or one of which a field is not what its type says."""
    wanted, given = record_class(hook).__name__, type(record).__name__
    if type(record) is not record_class(hook):
        raise PluginError(plugin, f"gives {hook} a {given}, not a {wanted}")
    if plugin in BUILT_IN:
        return  # a test looks at ours
    try:
        misfit = attempt(lambda: misfit_of(record))
    except BrokenDown as error:
        misfit = f"cannot be looked at: {error}"
    if misfit is not None:
        name = record.name if type(record.name) is str else "without a name"
        raise PluginError(plugin, f"gives a {wanted} {name!r} that does not fit: {misfit}")


def _given(call: pluggy.HookImpl, hook: str) -> list[Any]:
    function = cast("Callable[[], Iterable[Any]]", call.function)
    try:
        return attempt(lambda: list(function()))
    except BrokenDown as error:
        raise PluginError(call.plugin_name, f"breaks down in {hook}: {error}") from error


def by_name(hook: str, given: Iterable[Given], owners: Owners) -> Mapping[str, Any]:
    """Return records by name, sorted, and note who gave each.

    Raises:
        PluginError: If two have one name, or one has a name that is taken.
    """
    found: dict[str, Any] = {}
    for plugin, record in given:
        if record.name in found or record.name in _taken(hook):
            kind, first = record_class(hook).__name__, owners.get((hook, record.name), PROJECT)
            message = f"gives a second {kind} named {record.name!r}; the first is of {first!r}"
            raise PluginError(plugin, message)
        found[record.name] = record
        owners[hook, record.name] = plugin
    return MappingProxyType({name: found[name] for name in sorted(found)})


def _taken(hook: str) -> Collection[str]:
    names: Collection[str] = _named(_TAKEN[hook]) if hook in _TAKEN else ()
    return names


def with_shipped(given: Mapping[str, Any], owners: Owners) -> Vocabularies:
    """Return the shipped code lists with those of plugins.

    Raises:
        PluginError: If one does not fit to the others.
    """
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


# Built-ins are named by text, so that the host imports nothing from above itself.
BUILT_IN: Final = (
    "interagency.rules",
    "interagency.exporters",
    "interagency.importers",
    "interagency.reporters",
    "interagency.reference_models",
)

# The name of a plugin, and what gives the plugin.
Found = tuple[str, Callable[[], object]]


def registered(
    extra: Iterable[object], entry_points: bool, block: Iterable[str]
) -> tuple[pluggy.PluginManager, tuple[str, ...]]:
    """Return a manager of plugins, made anew, and the names of those in it, in their order.

    Raises:
        PluginError: If one cannot be imported, or does not fit.
        UnknownPlugin: If a name to block is that of no plugin.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    names = []
    for name, load in _unblocked(list(_found(extra, entry_points)), frozenset(block)):
        _register(manager, name, load())
        names.append(name)
    return manager, tuple(names)


def _found(extra: Iterable[object], installed: bool) -> Iterator[Found]:
    for name in BUILT_IN:
        yield name, partial(import_module, name)
    for point in metadata.entry_points(group=PROJECT) if installed else ():
        yield point.name, partial(_loaded, point)
    for plugin in extra:
        yield _name_of(plugin), partial(_as_it_is, plugin)


def _name_of(plugin: object) -> str:
    """Return the name of a plugin: that of the module, or of the class of an object."""
    try:
        name = attempt(lambda: getattr(plugin, "__name__", None))
    except BrokenDown:  # it is told when the plugin is asked for its hooks
        name = None
    return name if type(name) is str else type(plugin).__name__


def _unblocked(found: Collection[Found], blocked: frozenset[str]) -> list[Found]:
    # A misspelt name is told before the plugin that was meant gets a chance to fail.
    known = [name for name, _ in found]
    for name in sorted(blocked.difference(known)):
        raise UnknownPlugin(name, known)
    return [(name, load) for name, load in found if name not in blocked]


def _loaded(point: metadata.EntryPoint) -> object:
    try:
        return attempt(point.load)
    except BrokenDown as error:
        raise PluginError(point.name, f"cannot be imported: {error}") from error


def _as_it_is(plugin: object) -> object:
    return plugin


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    try:
        first = attempt(lambda: manager.get_name(plugin))  # compares it with the others
    except BrokenDown as error:
        raise PluginError(name, f"breaks down when compared: {error}") from error
    if first is not None:
        raise PluginError(name, f"is there twice; the first time as {first!r}")
    if manager.has_plugin(name):
        raise PluginError(name, "has the name of another plugin")
    try:
        attempt(lambda: manager.register(plugin, name))  # some pluggy look at every attribute
        attempt(manager.check_pending)
    except BrokenDown as error:
        raise PluginError(name, f"does not fit: {error}") from error
    _refuse_unmarked(manager, name, plugin)


def _attribute(name: str, plugin: object, hook: str) -> object:
    """Return an attribute of a plugin: asking for it runs code of the plugin."""
    try:
        return attempt(lambda: getattr(plugin, hook, None))
    except BrokenDown as error:
        raise PluginError(name, f"breaks down when asked for {hook}: {error}") from error


def _refuse_unmarked(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    """Refuse a plugin with a hook that nobody would call, or with none at all."""
    called = {caller.name for caller in manager.get_hookcallers(plugin) or ()}
    for hook in HOOKS:
        if hook not in called and callable(_attribute(name, plugin, hook)):
            raise PluginError(name, f"does not mark {hook} with hookimpl")
    if not called:
        raise PluginError(name, f"has no hook; mark one of {', '.join(HOOKS)} with hookimpl")
