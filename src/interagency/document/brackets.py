"""Collections in brackets, put together again from the texts of their parts.

What stays keeps its text: quotes, blanks, line breaks and comments.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, final

from attrs import define, evolve

from interagency.document.layout import Layout
from interagency.document.sameness import aligned, same
from interagency.document.spans import LINE_BREAK, Child, Lines, Node

# Behind a part: blanks and comments, the comma, and a comment in the same line.
_COMMA: Final = re.compile(r"((?:\s|#[^\r\n]*+)*+)(,?)")
_COMMENT: Final = re.compile(r"[ \t]*+#[^\r\n]*+")


@final
@define
class _Part:
    """The text of one part of a collection.

    Attributes:
        lead: What is before it: blanks, line breaks and comments; None of a new one.
        text: The part itself.
        before_comma: What is between it and its comma.
        comment: The comment behind its comma, in the same line.
        first: Whether it was the first.
    """

    lead: str | None
    text: str
    before_comma: str = ""
    comment: str = ""
    first: bool = False


@final
class Brackets:
    """Texts of the collections in brackets of a text."""

    def __init__(self, lines: Lines, layout: Layout) -> None:
        """Keep the text."""
        self.lines = lines
        self.text = lines.text
        self.layout = layout

    def value(self, node: Node, old: Any, new: Any, indent: int) -> str:
        """Return the text of a value inside brackets, once it is another.

        Args:
            node: The place of the value.
            old: The value.
            new: The other one.
            indent: By how much its line is moved to the right.
        """
        if same(old, new):
            return self.text[node.start : node.end]
        if old and new and type(old) is type(new) and isinstance(old, dict | list):
            return _Rebuilt(self, node, indent).text_of(old, new)
        if isinstance(new, dict | list):
            return self.layout.bracketed(new, indent)
        return self.layout.scalar(new, flow=True, quote=node.style)

    def part(self, child: Child, old: Any, new: Any) -> str:
        """Return the text of an entry or an item, with its key, once its value is another."""
        node = child.node
        indent = self.lines.column(child.start)
        value = self.value(node, old, new, indent)
        if isinstance(child.step, int) or same(old, new):
            return self.text[child.start : node.start] + value
        if child.colon(self.text) < 0 or node.start == node.end:
            return f"{self.text[child.start : child.stop]}: {value}"
        return self.text[child.start : node.start] + value


@final
class _Rebuilt:
    """One collection, taken apart."""

    def __init__(self, brackets: Brackets, node: Node, indent: int) -> None:
        self.brackets = brackets
        self.layout = brackets.layout
        self.node = node
        self.indent = indent
        self.text = brackets.text
        self.final_comma = False
        self.closing = ""
        first = node.children[0].start
        bracket = "[" if isinstance(node.children[0].step, int) else "{"
        opening = self.text.index(bracket, node.start)
        self.opening = self.text[node.start : opening + 1]
        self.parts = self._taken_apart(self.text[opening + 1 : first])

    def _taken_apart(self, lead: str) -> list[_Part]:
        parts: list[_Part] = []
        children = self.node.children
        for child, following in zip(children, [*children[1:], None], strict=True):
            end = max(child.stop, child.node.end)
            stop = following.start if following else self.node.end - 1
            behind = self.text[end:stop]
            match = _COMMA.match(behind)
            assert match is not None  # it matches nothing as well
            before, rest = (match[1], behind[match.end() :]) if match[2] else ("", behind)
            comment = _COMMENT.match(rest)
            said = comment[0] if comment else ""
            parts.append(_Part(lead, self.text[child.start : end], before, said, not parts))
            lead = rest[len(said) :]
            self.final_comma = bool(match[2])
        self.closing = lead
        return parts

    def text_of(self, old: Any, new: Any) -> str:
        """Return the collection with what is new, and without what has gone."""
        is_mapping = isinstance(old, dict)
        return self._joined(self._of_mapping(old, new) if is_mapping else self._of_list(old, new))

    def _of_mapping(self, old: dict[str, Any], new: dict[str, Any]) -> list[_Part]:
        index = {child.step: place for place, child in enumerate(self.node.children)}
        kept = [index[key] for key in old if key in new]
        texts = {place: self._changed(place, old, new) for place in kept}
        parts, waiting = self._kept(kept, texts), sorted(kept)
        order = [index.get(key, key) for key in new]
        result: list[_Part] = []
        for each in order:
            if isinstance(each, int):
                result.append(parts[waiting.pop(0)])
            else:
                result.append(_Part(None, self._entry(each, new[each])))
        return result

    def _of_list(self, old: list[Any], new: list[Any]) -> list[_Part]:
        pairs = [*aligned(old, new)]
        children = self.node.children
        kept = [a for a, b in pairs if a is not None and b is not None]
        texts = {
            a: self.brackets.part(children[a], old[a], new[b])
            for a, b in pairs
            if a is not None and b is not None
        }
        parts = self._kept(kept, texts)
        return [
            parts[a] if a is not None else _Part(None, self._item(new[b]))
            for a, b in pairs
            if b is not None
        ]

    def _entry(self, key: str, value: Any) -> str:
        shown = self.layout.bracketed(value, self._inner())
        return f"{self.layout.key(key, flow=True)} {shown}"

    def _item(self, value: Any) -> str:
        return self.layout.bracketed(value, self._inner())

    def _inner(self) -> int:
        """Return by how much the line of a new part is moved to the right."""
        lead = self._between()
        return len(lead.lstrip("\r\n")) if LINE_BREAK.match(lead) else self.indent

    def _changed(self, place: int, old: dict[str, Any], new: dict[str, Any]) -> str:
        child = self.node.children[place]
        key = str(child.step)
        return self.brackets.part(child, old[key], new[key])

    def _kept(self, kept: Iterable[int], texts: dict[int, str]) -> dict[int, _Part]:
        """Return the parts that stay; comments above those that go are handed on."""
        result, left, staying = {}, "", set(kept)
        for place, part in enumerate(self.parts):
            lead = left + self._on_new_line(part.lead or "", bool(left))
            left = ""
            if place in staying:
                result[place] = evolve(part, lead=lead, text=texts[place])
            elif "#" in lead:
                left = lead.rstrip()
        self.closing = left + self._on_new_line(self.closing, bool(left))
        return result

    def _on_new_line(self, lead: str, needed: bool) -> str:
        """Return what is before a part, with a line break if a comment is before it."""
        if not needed or LINE_BREAK.match(lead.lstrip(" \t")):
            return lead
        return f"{self.layout.eol}{' ' * (self.indent + self.layout.step)}{lead.lstrip()}"

    def _joined(self, parts: Sequence[_Part]) -> str:
        text = self.opening
        said = False
        for place, part in enumerate(parts):
            comma = "," if self.final_comma or place < len(parts) - 1 else ""
            lead = self._on_new_line(self._lead(part, place), said)
            text += lead + part.text + part.before_comma + comma + part.comment
            said = bool(part.comment)
        return text + self._on_new_line(self.closing, said) + self.text[self.node.end - 1]

    def _lead(self, part: _Part, place: int) -> str:
        """Return what is before a part at its new place."""
        if part.lead is not None and (part.first == (place == 0) or LINE_BREAK.search(part.lead)):
            return part.lead
        return _last_line(self.parts[0].lead or "") if place == 0 else self._between()

    def _between(self) -> str:
        """Return what is between two parts: blanks, or a line break and blanks."""
        if len(self.parts) > 1:
            return _last_line(self.parts[1].lead or "")
        lead = _last_line(self.parts[0].lead or "")
        return lead if LINE_BREAK.match(lead) else " "


def _last_line(lead: str) -> str:
    """Return the blanks before a part, with the last of the line breaks before them."""
    last = next(reversed([*LINE_BREAK.finditer(lead)]), None)
    return lead[last.start() :] if last else lead
