"""What can be wrong with plugins: an error names the plugin, and how to do without it."""

from typing import final

from interagency.errors import InteragencyError, UnknownName


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
