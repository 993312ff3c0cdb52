"""Where in a text a path stands: a second pass over it, made only when something is shown."""

from collections import defaultdict
from collections.abc import Collection
from contextlib import suppress
from typing import Any, final

import yaml
from yaml import events

from interagency.document.json_reader import events_of
from interagency.document.problems import Path
from interagency.document.yaml_reader import NextEvent, parse

Place = tuple[int, int]


def locate(
    data: bytes, paths: Collection[Path], *, format: str = "yaml", unique: bool = False
) -> dict[Path, Place]:
    """Return the line and column, counted from 1, of each path, or of what encloses it.

    A path that ends in a scalar stands where the scalar does, any other where its key does.
    Paths of which nothing is found, as in a text that is not YAML, are left out.

    Args:
        data: The text.
        paths: The paths.
        format: yaml or json, as the text was read; JSON must be whole.
        unique: Whether no key stands twice in a mapping, so that the first place is the only one.
    """
    walk = _Walk(paths, unique)
    next_event = events_of(data) if format == "json" else parse(data)
    with suppress(yaml.YAMLError):  # what was found before the text broke off still stands
        walk.over(next_event)
    places = {path: _nearest(walk.found, path) for path in paths}
    return {path: place for path, place in places.items() if place is not None}


def _nearest(found: dict[Path, Place], path: Path) -> Place | None:
    prefixes = (path[:length] for length in range(len(path), 0, -1))
    return next((found[prefix] for prefix in prefixes if prefix in found), None)


@final
class _Walk:
    """The state of one pass: a step for each open collection, and whether it waits for a key.

    It ends when nothing is open any more: a path is settled where something begins there, and at
    the end of what stands there so are those below it, found or not.
    """

    def __init__(self, paths: Collection[Path], unique: bool) -> None:
        self.below: dict[Path, list[Path]] = defaultdict(list)
        for path in paths:
            for length in range(1, len(path) + 1):
                self.below[path[:length]].append(path)
        self.unique = unique
        self.open = {*paths}
        self.deepest = max(map(len, paths), default=0)
        self.found: dict[Path, Place] = {}
        self.steps: list[str | int] = []
        self.at_key: list[bool] = []

    def over(self, next_event: NextEvent) -> None:
        """Follow the events of a text, as far as there is something to find."""
        while type(event := next_event()) is not events.StreamEndEvent:
            if isinstance(event, events.NodeEvent):
                self._node(event)
            elif isinstance(event, events.CollectionEndEvent):
                self.steps.pop()
                self.at_key.pop()
                self._settle()
            if self.unique and not self.open:
                return

    def _node(self, event: Any) -> None:
        if self.steps:
            self._step(event)
        if isinstance(event, events.CollectionStartEvent):
            self.open.discard(tuple(self.steps))
            is_mapping = isinstance(event, events.MappingStartEvent)
            self.steps.append("" if is_mapping else -1)
            self.at_key.append(is_mapping)

    def _step(self, event: Any) -> None:
        step = self.steps[-1]
        is_scalar = isinstance(event, events.ScalarEvent)
        if not isinstance(step, int) and self.at_key[-1]:
            self.steps[-1] = event.value if is_scalar else ""
            self.at_key[-1] = False
            self._note(event)
            return
        if isinstance(step, int):
            self.steps[-1] = step + 1
        self.at_key[-1] = not isinstance(step, int)
        if is_scalar or isinstance(step, int):
            self._note(event)
        if is_scalar:
            self._settle()

    def _note(self, event: Any) -> None:
        if len(self.steps) <= self.deepest and (path := tuple(self.steps)) in self.below:
            self.found[path] = (event.start_mark.line + 1, event.start_mark.column + 1)

    def _settle(self) -> None:
        """Look no further for what stands here."""
        if len(self.steps) <= self.deepest:
            self.open.difference_update(self.below.get(tuple(self.steps), ()))
