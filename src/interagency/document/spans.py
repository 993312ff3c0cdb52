"""Places of every value of a text, in characters: the tree that edits are cut along."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final, final

from attrs import define, field
from yaml import events

from interagency.document.json_reader import events_of
from interagency.document.yaml_reader import NextEvent, parse

# What ends a line in YAML 1.2.
LINE_BREAK: Final = re.compile("\r\n|[\r\n]")
_COLON = re.compile(r"\s*+:")
_DASH = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*+(-)")


@final
@define(eq=False)
class Node:
    """The place of one value.

    Attributes:
        start: Where it begins: what is before it are blanks, its key or its dash.
        end: Where it ends; blank lines and comments below it are not part of it.
        style: The quote of a text, `|` or `>` of a block of text, else nothing.
        flow: Whether it is a collection in brackets.
        children: The values in it, in the order of the text.
    """

    start: int
    end: int
    style: str = ""
    flow: bool = False
    children: "list[Child]" = field(factory=list)


@final
@define(eq=False)
class Child:
    """The place of a value in a collection, with its key or its dash.

    Attributes:
        step: The key, or the index.
        start: Where the key, the dash or, in brackets, the value itself begins.
        stop: Where the key or the dash ends.
        node: The place of the value.
    """

    step: str | int
    start: int
    stop: int
    node: Node

    def colon(self, text: str) -> int:
        """Return where the value may begin, behind the colon or the dash; -1 if there is none."""
        if isinstance(self.step, int):
            return self.stop
        match = _COLON.match(text, self.stop)
        return match.end() if match else -1


def tree_of(text: str, format: str) -> Node:
    """Return the places of all values of a text that has been read without a problem.

    Args:
        text: The text, without a byte order mark.
        format: yaml or json.
    """
    data = text.encode()
    return _Builder(text).read(events_of(data) if format == "json" else parse(data))


@final
class Lines:
    """The lines of a text: where each begins and ends."""

    def __init__(self, text: str) -> None:
        """Find the lines, once."""
        breaks = [*LINE_BREAK.finditer(text)]
        self.text = text
        self.starts = [0, *(match.end() for match in breaks)]
        self.ends = [*(match.start() for match in breaks), len(text)]

    def _line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def start(self, at: int) -> int:
        """Return where the line of a place begins."""
        return self.starts[self._line(at)]

    def end(self, at: int) -> int:
        """Return where the line of a place ends, before the line break."""
        return self.ends[self._line(at)]

    def end_above(self, at: int) -> int:
        """Return where the line above that of a place ends, before the line break."""
        return self.ends[self._line(at) - 1]

    def next(self, at: int) -> int:
        """Return where the line below that of a place begins, or the text ends."""
        following = self._line(at) + 1
        return self.starts[following] if following < len(self.starts) else len(self.text)

    def column(self, at: int) -> int:
        """Return how many characters of a line are before a place."""
        return at - self.start(at)

    def begins(self, at: int) -> bool:
        """Return whether only blanks are before a place in its line."""
        return not self.text[self.start(at) : at].strip()


@final
class _Builder:
    """The state of one reading: the open collections, and the key that waits for its value."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[Node, bool]] = []
        self.key: Any = None

    def read(self, next_event: NextEvent) -> Node:
        root: Node | None = None
        while type(event := next_event()) is not events.StreamEndEvent:
            if isinstance(event, events.CollectionEndEvent):
                root = self._close(event)
            elif isinstance(event, events.CollectionStartEvent):
                self._start(event)
            elif isinstance(event, events.NodeEvent):
                self._scalar(event)
        assert root is not None  # a document is a mapping
        return root

    def _start(self, event: Any) -> None:
        node = Node(event.start_mark.index, event.end_mark.index, flow=bool(event.flow_style))
        self._place(node)
        self.open.append((node, isinstance(event, events.MappingStartEvent)))
        self.key = None

    def _close(self, event: Any) -> Node:
        node, _ = self.open.pop()
        node.end = event.end_mark.index if node.flow else node.children[-1].node.end
        self.key = None
        return node

    def _scalar(self, event: Any) -> None:
        waits_for_key = self.open and self.open[-1][1] and self.key is None
        if waits_for_key:
            self.key = event
            return
        style = getattr(event, "style", None) or ""
        node = Node(event.start_mark.index, event.end_mark.index, style)
        if style in ("|", ">"):
            node.end = self._end_of_block(node)
        self._place(node)
        self.key = None

    def _end_of_block(self, node: Node) -> int:
        """Return where a block of text ends: before the line breaks that only part it off."""
        body = self.text[node.start : node.end]
        header = LINE_BREAK.split(body, 1)[0]
        last = next(reversed([*LINE_BREAK.finditer(body)]), None)
        if "+" in header and last is not None and last.end() == len(body):
            return node.start + last.start()
        return node.start + len(body.rstrip())

    def _place(self, node: Node) -> None:
        if not self.open:
            return
        parent, is_mapping = self.open[-1]
        if is_mapping:
            start, stop = self.key.start_mark.index, self.key.end_mark.index
            parent.children.append(Child(self.key.value, start, stop, node))
        else:
            dash = node.start if parent.flow else self._dash(parent)
            stop = dash if parent.flow else dash + 1
            parent.children.append(Child(len(parent.children), dash, stop, node))

    def _dash(self, parent: Node) -> int:
        """Return where the dash of the next item of a list stands."""
        if not parent.children and self.text[parent.start] == "-":
            return parent.start
        begin = parent.children[-1].node.end if parent.children else parent.start
        match = _DASH.search(self.text, begin)
        assert match is not None  # an item of such a list has a dash, first in its line
        return match.start(1)


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all below it."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += (child.node for child in reversed(each.children))
