"""Commands that are imported when they are first asked for: the rest of them cost nothing."""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import final

import click


@final
class LateCommands(MutableMapping[str, click.Command]):
    """The commands of a group, by name; each is found in its module on first use."""

    def __init__(
        self,
        homes: dict[str, str],
        headings: Mapping[str, tuple[str, ...]] | None = None,
        summaries: Mapping[str, str] | None = None,
    ) -> None:
        """Keep where each command lives, as `module:attribute`, and the words of the help.

        Args:
            homes: The module and attribute of each command.
            headings: The commands under each heading.
            summaries: What a command does; of one without, it is asked of the command itself.
        """
        self._summaries = summaries or {}
        self._homes = homes
        self._headings = headings or {}
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

    def short_help(self, name: str, limit: int) -> str:
        """Return what a command does, in so many signs."""
        summary = self._summaries.get(name)
        command = self[name] if summary is None else click.Command(name, help=summary)
        return command.get_short_help_str(limit)

    def by_heading(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each heading with its commands; those under no heading come last, as `More`."""
        placed = {name for names in self._headings.values() for name in names}
        rest = ("More", tuple(name for name in self if name not in placed))
        for heading, names in (*self._headings.items(), rest):
            there = tuple(name for name in names if name in self._homes)
            if there:
                yield heading, there

    def __len__(self) -> int:
        """Return how many commands there are."""
        return len(self._homes)
