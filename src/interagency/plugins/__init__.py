"""Plugins: rules, importers, exporters and vocabularies from anybody, all through the same hooks.

A plugin is a module with one or more hooks:

    from interagency.plugins import hookimpl

    @hookimpl
    def interagency_rules():
        return [MY_RULE]

Its package names it in the entry-point group `interagency`:

    [project.entry-points.interagency]
    my-plugin = "my_package.my_module"
"""

# A type checker takes a name like this for true.
TYPE_CHECKING = False

__all__ = [
    "PluginError",
    "Plugins",
    "UnknownModel",
    "UnknownPlugin",
    "UnknownRule",
    "check",
    "conform",
    "hookimpl",
    "load_plugins",
]

if TYPE_CHECKING:
    from interagency.plugins.errors import PluginError as PluginError
    from interagency.plugins.errors import UnknownPlugin as UnknownPlugin
    from interagency.plugins.hookspecs import hookimpl as hookimpl
    from interagency.plugins.loading import Plugins as Plugins
    from interagency.plugins.loading import load_plugins as load_plugins
    from interagency.plugins.running import UnknownModel as UnknownModel
    from interagency.plugins.running import UnknownRule as UnknownRule
    from interagency.plugins.running import check as check
    from interagency.plugins.running import conform as conform
else:
    # A plugin needs the mark alone: the host behind it is imported when it is asked for.
    _HOMES = {
        "PluginError": "errors",
        "Plugins": "loading",
        "UnknownModel": "running",
        "UnknownPlugin": "errors",
        "UnknownRule": "running",
        "check": "running",
        "conform": "running",
        "hookimpl": "hookspecs",
        "load_plugins": "loading",
    }

    def __getattr__(name):
        """Find a name where it lives, once; then it is an ordinary name of this module."""
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
