"""Commands that are imported when they are first asked for: the rest of them cost nothing."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import final

import click


@final
class LateCommands(MutableMapping[str, click.Command]):
    """The commands of a group, by name; each is found in its module on first use."""

    def __init__(self, homes: dict[str, str]) -> None:
        """Keep where each command lives, as `module:attribute`, in the order to show them."""
        self._homes = homes
        self._found: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        """Return a command."""
        if name not in self._found:
            module, attribute = self._homes[name].split(":")
            self._found[name] = getattr(import_module(module), attribute)
        return self._found[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Add a command that is there already."""
        self._homes[name] = ""
        self._found[name] = command

    def __delitem__(self, name: str) -> None:
        """Take a command away."""
        del self._homes[name]
        self._found.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._homes)

    def __len__(self) -> int:
        """Return how many commands there are."""
        return len(self._homes)
