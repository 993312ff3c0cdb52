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

from interagency.plugins.hookspecs import hookimpl

__all__ = ["hookimpl"]
