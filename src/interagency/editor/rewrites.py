"""Rewrites that an editor offers: another id for an entry, and fixes with one right answer."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path as FilePath
from typing import Final, final

from attrs import frozen

from interagency.document.edit_files import edited_by, ready_for_edits
from interagency.document.edit_values import AnyEdit
from interagency.document.fixes import Fix, fixes_for
from interagency.document.id_renames import rename_edits
from interagency.document.reader import read_texts
from interagency.document.spans import Lines
from interagency.document.splices import ImpossibleEdit
from interagency.editor.cursor import cursor_at
from interagency.editor.open_text import OpenText
from interagency.errors import InteragencyError

_ALL: Final = "Fix everything that has one right answer"


@final
@frozen
class LineEdit:
    """Lines of a text, and what takes their place.

    Attributes:
        first: The first line, counted from 0.
        last: The line behind the last one.
        text: The new lines, with their ends.
    """

    first: int
    last: int
    text: str


# The edits of each file.
Rewrite = Mapping[FilePath, Sequence[LineEdit]]


@final
@frozen
class Action:
    """A rewrite that is offered.

    Attributes:
        title: What it does.
        rewrite: The edits.
    """

    title: str
    rewrite: Rewrite


def renamed(text: OpenText, offset: int, new: str) -> Rewrite:
    """Return the edits that give the entry under the cursor another id, wherever it is named.

    Raises:
        InteragencyError: If there is no entry, or the id cannot be given.
    """
    cursor = cursor_at(text, offset)
    if cursor is None:
        raise ImpossibleEdit("there is no id here")
    ready = ready_for_edits(read_texts(text.texts))
    return _rewrite(text, rename_edits(ready.value, cursor.word, new))


def actions(text: OpenText, first: int, last: int) -> Iterator[Action]:
    """Yield the fixes of some lines, counted from 0, and that of everything."""
    if not text.value:
        return
    fixes = fixes_for(text.value, text.plugins.vocabularies)
    for fix in fixes:
        rewrite = _of_fixes(text, _needed(fixes, fix))
        edits = rewrite.get(text.path, ())
        if any(edit.first <= last and first < max(edit.last, edit.first + 1) for edit in edits):
            yield Action(f"Fix {fix.text}", rewrite)
    if len(fixes) > 1:
        yield Action(_ALL, _of_fixes(text, fixes))


def _needed(fixes: Sequence[Fix], wanted: Fix) -> list[Fix]:
    """Return a fix with those of the keys and lists above it, which its path rests on."""
    path = wanted.edit.path
    return [
        each
        for each in fixes
        if each is wanted or (len(each.edit.path) <= len(path) and _is_above(each, path))
    ]


def _is_above(fix: Fix, path: tuple[str | int, ...]) -> bool:
    key = getattr(fix.edit, "key", None)
    above = fix.edit.path if key is None else (*fix.edit.path[:-1], key)
    return path[: len(above)] == above and path != fix.edit.path


def _of_fixes(text: OpenText, fixes: Sequence[Fix]) -> Rewrite:
    alone = text.with_root(None)
    try:
        return _rewrite(alone, [each.edit for each in fixes])
    except InteragencyError:
        return {}


def _rewrite(text: OpenText, edits: Sequence[AnyEdit]) -> Rewrite:
    """Return the edits of the lines of each file."""
    before = text.texts
    after = edited_by(ready_for_edits(read_texts(before)), edits)
    return {
        FilePath(old.file): [*_line_edits(old.data.decode(), new.data.decode())]
        for old, new in zip(before, after, strict=True)
        if old.data != new.data
    }


def _line_edits(old: str, new: str) -> Iterator[LineEdit]:
    before, after = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield LineEdit(a, b, "".join(after[c:d]))


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, as editors count them."""
    starts = Lines(text).starts
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
