"""The place of a cursor among the values of a text, also while something is being typed."""

import re
from collections.abc import Iterator
from typing import Final, final

from attrs import frozen

from interagency.document.edits import BYTE_ORDER_MARK
from interagency.document.problems import Path
from interagency.document.spans import Child, Node
from interagency.editor.open_text import OpenText

# Stands for what is about to be typed; no text has it.
_TYPED: Final = "zzcursorzz"
# What may be missing behind it for the text to be read.
_ENDINGS: Final = ("", ":", "]", "}", "]}", "]}}", ": x}", ": x}}", "}}")
_WORD: Final = re.compile(r"[\w./-]*")


@final
@frozen
class Cursor:
    """A place in a text.

    Attributes:
        path: The keys and indexes that lead to the value, or to the key itself.
        is_key: Whether it is in a key.
        start: Where the word under the cursor begins, in characters.
        end: Where it ends.
        word: The word; without its quotes.
    """

    path: Path
    is_key: bool
    start: int
    end: int
    word: str


def cursor_at(text: OpenText, offset: int) -> Cursor | None:
    """Return the key or the single value at a place; None where there is neither."""
    mark = len(text.text) - len(text.text.removeprefix(BYTE_ORDER_MARK))
    node, at = text.tree, offset - mark
    path: Path = ()
    body = text.text[mark:]
    while node is not None:
        child = _child_at(node, at)
        if child is None:
            return None
        path = (*path, child.step)
        if isinstance(child.step, str) and child.start <= at <= child.stop:
            return _cursor(body, path, True, (child.start, child.stop), mark)
        node = child.node
        if not node.children and node.start <= at <= node.end:
            return _cursor(body, path, False, (node.start, node.end), mark)
    return None


def _child_at(node: Node, at: int) -> Child | None:
    return next(
        (each for each in node.children if each.start <= at <= max(each.stop, each.node.end)), None
    )


def _cursor(body: str, path: Path, is_key: bool, span: tuple[int, int], mark: int) -> Cursor:
    word = body[slice(*span)]
    quoted = len(word) > 1 and word[0] == word[-1] and word[0] in "'\""
    start, end = (span[0] + 1, span[1] - 1) if quoted else span
    return Cursor(path, is_key, start + mark, end + mark, body[start:end])


def typing_at(text: OpenText, offset: int) -> Cursor | None:
    """Return where a word is being typed, in a text that need not be whole.

    The text is read with a word in the place of what is typed, and with what may be missing
    behind it; None if it still cannot be read.
    """
    line_start = text.lines.start(offset)
    before = text.text[line_start:offset]
    head = _WORD.findall(before[::-1])[0][::-1]
    tail = _WORD.match(text.text, offset)
    end = tail.end() if tail else offset
    start = offset - len(head)
    found = next((each for each in _readings(text, start, end) if each is not None), None)
    if found is not None and not found.is_key and _may_be_key(text, found, start):
        found = _reading(text, start, end, ":") or found
    return None if found is None else Cursor(found.path, found.is_key, start, end, head)


def _readings(text: OpenText, start: int, end: int) -> Iterator[Cursor | None]:
    return (_reading(text, start, end, ending) for ending in _ENDINGS)


def _reading(text: OpenText, start: int, end: int, ending: str) -> Cursor | None:
    """Return where a word is once something stands behind it; None if it cannot be read."""
    typed = text.text[:start] + _TYPED + ending + text.text[end:]
    found = cursor_at(text.with_text(typed), start + 1)
    return found if found is not None and found.word == _TYPED else None


def _may_be_key(text: OpenText, cursor: Cursor, start: int) -> bool:
    """Return whether a word alone on its line, under a key, is the beginning of an entry."""
    return isinstance(cursor.path[-1], str) and text.lines.begins(start)
