"""Finding plugins, and registering each with pluggy: one that does not fit is refused by name."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from importlib import import_module, metadata
from typing import Final

import pluggy

from interagency.errors import BrokenDown, attempt
from interagency.plugins import hookspecs
from interagency.plugins.errors import PluginError, UnknownPlugin
from interagency.plugins.markers import PROJECT
from interagency.plugins.records import HOOKS

# Built-ins are named by text, so that the host imports nothing from above itself.
BUILT_IN: Final = (
    "interagency.rules",
    "interagency.exporters",
    "interagency.importers",
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
        yield getattr(plugin, "__name__", type(plugin).__name__), partial(_as_it_is, plugin)


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
    first = manager.get_name(plugin)
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


def _refuse_unmarked(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    """Refuse a plugin with a hook that nobody would call, or with none at all."""
    called = {caller.name for caller in manager.get_hookcallers(plugin) or ()}
    for hook in HOOKS:
        if hook not in called and callable(getattr(plugin, hook, None)):
            raise PluginError(name, f"does not mark {hook} with hookimpl")
    if not called:
        raise PluginError(name, f"has no hook; mark one of {', '.join(HOOKS)} with hookimpl")
