"""Splices: the smallest changes of a text that make one value of it into another.

Collections in brackets are put together again from the texts of their parts. Everything else is
changed line by line: what goes takes its line with it, what comes gets one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, final

from interagency.document.brackets import Brackets
from interagency.document.layout import Layout
from interagency.document.sameness import aligned, same
from interagency.document.spans import (
    Child,
    Lines,
    Node,
)
from interagency.errors import InteragencyError

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


class ImpossibleEdit(InteragencyError):
    """An edit that cannot be made, or not without damage; the file is as it was."""


class Splice(NamedTuple):
    """A piece of a text, in characters, and what takes its place."""

    start: int
    end: int
    new: str


def apply_splices(text: str, splices: Sequence[Splice]) -> str:
    """Return a text with its pieces replaced; of two at one place, the first comes first."""
    parts, done = [], 0
    for splice in sorted(splices, key=lambda each: each[:2]):
        parts += [text[done : splice.start], splice.new]
        done = max(done, splice.end)
    return "".join([*parts, text[done:]])


def splices_between(
    text: str, root: Node, layout: Layout, old: dict[str, Any], new: dict[str, Any]
) -> list[Splice]:
    """Return the splices that make the value of a text into another one.

    Args:
        text: The text.
        root: The places of its values.
        layout: How it is laid out.
        old: Its value.
        new: The other one.

    Raises:
        ImpossibleEdit: If nothing of the text would stay.
    """
    cutter = _Cutter(text, layout)
    cutter.change(root, old, new)
    return cutter.splices


@final
class _Slot(NamedTuple):
    """An entry of a mapping or an item of a list in its new order: there already, or new."""

    child: Child | None
    step: str | int
    old: Any
    new: Any


@final
class _Cutter:
    """Collects the splices that make a value of a text into another one."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        self.lines = Lines(text)
        self.brackets = Brackets(self.lines, layout)
        self.splices: list[Splice] = []

    def change(self, node: Node, old: Any, new: Any, child: Child | None = None) -> None:
        """Make a value into another.

        Args:
            node: The place of the value.
            old: The value.
            new: The other one.
            child: The place of the value in its collection; none for that of the whole text.
        """
        if same(old, new):
            return
        if node.flow and node.children and type(old) is type(new) and new:
            indent = self.lines.column(node.start if child is None else child.start)
            self._splice(node.start, node.end, self.brackets.value(node, old, new, indent))
        elif node.children and isinstance(new, dict) and isinstance(old, dict) and {*old} & {*new}:
            self._collection(node, list(_entries(node, old, new)))
        elif node.children and isinstance(new, list) and isinstance(old, list) and new:
            self._collection(node, list(_items(node, old, new)))
        else:
            self._replace(child, new)

    def _splice(self, start: int, end: int, new: str) -> None:
        self.splices.append(Splice(start, end, new))

    def _collection(self, node: Node, slots: list[_Slot]) -> None:
        """Change what stays, cut out what goes, and add what comes behind what is before it."""
        for slot in slots:
            if slot.child is not None:
                self.change(slot.child.node, slot.old, slot.new, slot.child)
        self._cut_out(node, [slot.child for slot in slots if slot.child is not None])
        anchor, waiting = None, []
        for slot in slots:
            if slot.child is None:
                waiting.append(slot)
                continue
            self._add(node, anchor, slot.child, waiting)
            anchor, waiting = slot.child, []
        self._add(node, anchor, None, waiting)

    def _add(
        self, node: Node, after: Child | None, before: Child | None, slots: Sequence[_Slot]
    ) -> None:
        """Add entries or items behind one that stays, or before the first that stays."""
        if not slots:
            return
        indent = self.lines.column(node.children[0].start)
        lines = [line for slot in slots for line in self._lines(node, slot)]
        parting = self.layout.eol + " " * indent
        if after is not None:
            at = self.lines.end(max(after.stop, after.node.end))
            blank = self._blank_line(node, after)
            self._splice(at, at, blank + "".join(parting + line for line in lines))
        else:
            assert before is not None  # something stays, else all of it is replaced
            text = "".join(line + parting for line in lines)
            self._splice(before.start, before.start, text)

    def _blank_line(self, node: Node, after: Child) -> str:
        """Return a line break if blank lines part the entries of a mapping."""
        place = node.children.index(after)
        if place == 0 or not after.node.children:
            return ""
        gap = self.text[node.children[place - 1].node.end : after.start]
        return self.layout.eol if _BLANK_LINE.search(gap) else ""

    def _lines(self, node: Node, slot: _Slot) -> list[str]:
        like = [child.node for child in node.children]
        if isinstance(slot.step, str):
            return self.layout.entry(slot.step, slot.new, like)
        return self.layout.item(slot.new, like)

    def _cut_out(self, node: Node, kept: Sequence[Child]) -> None:
        staying = {*kept}
        gone = [child for child in node.children if child not in staying]
        if gone and gone[0] is node.children[0] and not self.lines.begins(gone[0].start):
            first = min(kept, key=lambda child: child.start)
            leading = [child for child in gone if child.start < first.start]
            if "#" not in self._between(leading, first):
                self._splice(leading[0].start, first.start, "")
                gone = gone[len(leading) :]
        for child in gone:
            self._cut(child)

    def _between(self, children: Sequence[Child], following: Child) -> str:
        """Return the text between children and what follows them, where comments may be."""
        stops = [*(child.start for child in children[1:]), following.start]
        pairs = zip(children, stops, strict=True)
        return "".join(self.text[child.node.end : stop] for child, stop in pairs)

    def _cut(self, child: Child) -> None:
        """Cut out an entry or an item with its lines."""
        end = max(child.stop, child.node.end)
        if not self.lines.begins(child.start):
            self._splice(child.start, end, "")
            return
        start = self.lines.start(child.start)
        if start:
            self._splice(self.lines.end_above(start), self.lines.end(end), "")
        else:
            self._splice(0, self.lines.next(end), "")

    def _replace(self, child: Child | None, new: Any) -> None:
        """Write a value in the place of another."""
        colon = -1 if child is None else child.colon(self.text)
        if child is None or colon < 0:
            raise ImpossibleEdit("nothing of the text would stay: write a new file")
        is_block = _is_block(child.node)
        inline = self.layout.on_one_line(new, [child.node] if is_block else [])
        if inline:
            self._replace_inline(child.node, colon, new, is_block)
        elif isinstance(child.step, int):
            blank = " " if child.node.start == colon else ""
            lines = self._indented(new, self.lines.column(child.start) + 2)
            self._splice(child.node.start, child.node.end, blank + lines.lstrip())
        else:
            self._replace_by_lines(child, colon, new, is_block)

    def _replace_inline(self, node: Node, colon: int, new: Any, is_block: bool) -> None:
        if isinstance(new, dict | list):
            text = self.layout.inline(new)
        else:
            text = self.layout.scalar(new, flow=False, quote=node.style)
        if is_block and self.lines.end(colon) < node.start:
            self._splice(colon, colon, f" {text}")
            self._splice(self.lines.end(colon), self.lines.end(node.end), "")
        else:
            blank = " " if node.start == colon else ""
            self._splice(node.start, node.end, blank + text)

    def _replace_by_lines(self, child: Child, colon: int, new: Any, is_block: bool) -> None:
        step = self.layout.dash if isinstance(new, list) else self.layout.step
        lines = self._indented(new, self.lines.column(child.start) + step)
        end = self.lines.end(child.node.end)
        if is_block:
            self._splice(self.lines.end(colon), end, lines)
        else:
            self._splice(colon, child.node.end, "")
            self._splice(end, end, lines)

    def _indented(self, new: Any, indent: int) -> str:
        """Return a collection as lines, each with a line break before it."""
        parting = self.layout.eol + " " * indent
        return "".join(parting + line for line in self.layout.lines(new))


def _entries(node: Node, old: dict[str, Any], new: dict[str, Any]) -> Iterator[_Slot]:
    """Yield the entries of a mapping: those that stay in the order of the text."""
    children = {str(child.step): child for child in node.children}
    staying = iter([key for key in children if key in new])
    for key in new:
        if key in old:
            stays = next(staying)
            yield _Slot(children[stays], stays, old[stays], new[stays])
        else:
            yield _Slot(None, key, None, new[key])


def _items(node: Node, old: list[Any], new: list[Any]) -> Iterator[_Slot]:
    for a, b in aligned(old, new):
        if b is not None and a is not None:
            yield _Slot(node.children[a], a, old[a], new[b])
        elif b is not None:
            yield _Slot(None, b, None, new[b])


def _is_block(node: Node) -> bool:
    """Return whether a value is a collection outside of brackets."""
    return bool(node.children) and not node.flow
