"""Layout of what an edit adds: as the file around it is laid out."""

import json
from collections.abc import Sequence
from typing import Any, Final, final

from attrs import frozen

from interagency.document.scalars import written
from interagency.document.spans import LINE_BREAK, Lines, Node, walk
from interagency.document.yaml_writer import yaml_word

# A list or a mapping of single values stands on one line if it fits.
WIDTH: Final = 100
_QUOTES = ("'", '"')


@final
@frozen
class Layout:
    """How a text is laid out.

    Attributes:
        json: Whether it is JSON.
        eol: Its line ends.
        step: By how many characters what belongs to a key is moved to the right.
        dash: The same of the dashes of a list.
        pretty: Whether collections in JSON have a line for each entry.
    """

    json: bool = False
    eol: str = "\n"
    step: int = 2
    dash: int = 2
    pretty: bool = True

    def scalar(self, value: Any, *, flow: bool, quote: str = "") -> str:
        """Return a single value as it is written.

        Args:
            value: The value.
            flow: Whether it stands in brackets, where commas have a meaning.
            quote: The quote to keep, of a text.
        """
        if isinstance(value, bool) or not isinstance(value, str):
            return "true" if value is True else "false" if value is False else str(written(value))
        if self.json:
            return json.dumps(value, ensure_ascii=False)
        return yaml_word(value, flow=flow, quote=quote if quote in _QUOTES else "")

    def key(self, key: str, *, flow: bool) -> str:
        """Return a key with its colon."""
        return f"{self.scalar(key, flow=flow)}:"

    def inline(self, value: Any) -> str:
        """Return a value on one line, in brackets if it is a collection."""
        if isinstance(value, dict):
            pairs = (f"{self.key(key, flow=True)} {self.inline(v)}" for key, v in value.items())
            return f"{{{', '.join(pairs)}}}"
        if isinstance(value, list):
            return f"[{', '.join(map(self.inline, value))}]"
        return self.scalar(value, flow=True)

    def bracketed(self, value: Any, indent: int) -> str:
        """Return a value inside brackets: in JSON over several lines, if the text is so."""
        if not (self.json and self.pretty and isinstance(value, dict | list) and value):
            return self.inline(value)
        inner = f"{self.eol}{' ' * (indent + self.step)}"
        parts = (
            [
                f"{self.key(key, flow=True)} {self.bracketed(each, indent + self.step)}"
                for key, each in value.items()
            ]
            if isinstance(value, dict)
            else [self.bracketed(each, indent + self.step) for each in value]
        )
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        return f"{opened}{inner}{f',{inner}'.join(parts)}{self.eol}{' ' * indent}{closed}"

    def entry(self, key: str, value: Any, like: Sequence[Node] = ()) -> list[str]:
        """Return an entry of a mapping as lines, outside of brackets.

        Args:
            key: The key.
            value: The value.
            like: The values beside it, whose form it takes.
        """
        if self.on_one_line(value, like):
            return [f"{self.key(key, flow=False)} {self.single(value)}"]
        indent = " " * (self.dash if isinstance(value, list) else self.step)
        return [self.key(key, flow=False), *(indent + line for line in self.lines(value))]

    def item(self, value: Any, like: Sequence[Node] = ()) -> list[str]:
        """Return an item of a list as lines, with its dash, outside of brackets."""
        if self.on_one_line(value, like):
            return [f"- {self.single(value)}"]
        first, *rest = self.lines(value)
        return [f"- {first}", *(f"  {line}" for line in rest)]

    def lines(self, value: Any) -> list[str]:
        """Return a collection as lines, outside of brackets."""
        if isinstance(value, dict):
            return [line for key, each in value.items() for line in self.entry(key, each)]
        return [line for each in value for line in self.item(each)]

    def single(self, value: Any) -> str:
        """Return a value on the line of its key or its dash."""
        is_collection = isinstance(value, dict | list)
        return self.inline(value) if is_collection else self.scalar(value, flow=False)

    def on_one_line(self, value: Any, like: Sequence[Node] = ()) -> bool:
        """Return whether a value stands on the line of its key or its dash."""
        if not isinstance(value, dict | list) or not value:
            return True
        similar = [node.flow for node in like if node.children]
        if similar and not any(similar) and isinstance(value, dict):
            return False
        inside = value.values() if isinstance(value, dict) else value
        is_flat = not any(isinstance(each, dict | list) for each in inside)
        return (is_flat or (all(similar) and bool(similar))) and len(self.inline(value)) <= WIDTH


def layout_of(text: str, root: Node, format: str) -> Layout:
    """Return how a text is laid out, judged by the first of everything in it."""
    first = LINE_BREAK.search(text)
    eol = first[0] if first and first[0] in ("\n", "\r\n", "\r") else "\n"
    lines = Lines(text)
    if format == "json":
        outer = root.children[0].start if root.children else 0
        pretty = bool(root.children) and bool(LINE_BREAK.search(text, root.start, outer))
        return Layout(json=True, eol=eol, step=lines.column(outer) if pretty else 2, pretty=pretty)
    return Layout(eol=eol, step=_step(lines, root), dash=_dash(lines, root))


def _step(lines: Lines, root: Node) -> int:
    """Return how far the first mapping of the text is moved to the right of its key."""
    steps = (
        lines.column(child.node.children[0].start) - lines.column(child.start)
        for child in root.children
        if _is_block(child.node) and isinstance(child.node.children[0].step, str)
    )
    return next((step for step in steps if step > 0), 2)


def _dash(lines: Lines, root: Node) -> int:
    steps = (
        lines.column(child.node.children[0].start) - lines.column(child.start)
        for node in walk(root)
        for child in node.children
        if isinstance(child.step, str)
        and _is_block(child.node)
        and isinstance(child.node.children[0].step, int)
    )
    return next((step for step in steps if step >= 0), 2)


def _is_block(node: Node) -> bool:
    return bool(node.children) and not node.flow
