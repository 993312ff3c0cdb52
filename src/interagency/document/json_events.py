"""JSON to the events of YAML's parser, so that what walks over one walks over the other.

A parser of YAML cannot do it: JSON has escapes that YAML refuses, and holds characters that end a
line in YAML. Here each event has the line and column of a character in the text as it is.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, final

from yaml import events

from interagency.document.yaml_text import NextEvent

# Of JSON that has been read, so that quotes are closed and brackets match.
_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|[^\s,:{}\[\]"]++')
_STARTS: Final[dict[str, type[Any]]] = {
    "{": events.MappingStartEvent,
    "[": events.SequenceStartEvent,
}
# An end is the same wherever it stands: nobody asks for its place.
_ENDS: Final[dict[str, Any]] = {
    "}": events.MappingEndEvent(),
    "]": events.SequenceEndEvent(),
}


def events_of(data: bytes) -> NextEvent:
    """Return a function that gives the next event of a text that is JSON."""
    return _events(data.decode("utf-8")).__next__


@final
class _Mark:
    """Where a token begins: line and column, counted from 0 as YAML's parser does."""

    __slots__ = ("at", "text")

    def __init__(self, text: "_Text", at: int) -> None:
        self.text = text
        self.at = at

    @property
    def line(self) -> int:
        return self.text.line(self.at)

    @property
    def column(self) -> int:
        return self.at - self.text.starts[self.line]


@final
class _Text:
    """A text that finds its lines once, and only if somebody asks for one."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1


def _events(written: str) -> Iterator[Any]:
    text = _Text(written)
    for match in _TOKEN.finditer(written):
        token = match[0]
        yield _ENDS[token] if token in _ENDS else _event(token, _Mark(text, match.start()))
    yield events.StreamEndEvent()


def _event(token: str, mark: Any) -> Any:
    if token in _STARTS:
        return _STARTS[token](None, None, True, mark)
    value = json.loads(token) if "\\" in token else token.strip('"')
    return events.ScalarEvent(None, None, (True, False), value, mark)
