"""What plugins give through each hook: records of one class, each with a name of its own."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, cast

import pluggy

from interagency.errors import BrokenDown, attempt
from interagency.plugins.errors import PluginError
from interagency.plugins.markers import PROJECT
from interagency.vocabularies import Vocabularies, Vocabulary, shipped

# The class of the records of each hook, named by text: it is looked up when a plugin is asked.
_RECORDS: Final = {
    "interagency_rules": "interagency.checking:Rule",
    "interagency_importers": "interagency.exchange:Importer",
    "interagency_exporters": "interagency.exchange:Exporter",
    "interagency_reference_models": "interagency.conformance:ReferenceModel",
    "interagency_vocabularies": "interagency.vocabularies:Vocabulary",
}
# Names that no plugin may take, for what is built in and of no plugin.
_TAKEN: Final = {"interagency_rules": "interagency.checking.waiver:WAIVER_RULES"}
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
            if not isinstance(record, record_class(hook)):
                wanted, given = record_class(hook).__name__, type(record).__name__
                raise PluginError(call.plugin_name, f"gives {hook} a {given}, not a {wanted}")
            yield call.plugin_name, record


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
