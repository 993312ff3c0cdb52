"""Edits of texts that keep the rest of the text as it is.

A path and a value become the smallest changes of the text, made at the places of its values:
comments, order, quotes, indentation, line ends and the byte order mark stay. The result is read
again, and must be what was meant; else there is none.
"""

from collections.abc import Sequence
from typing import Any, Final

from interagency.document.edit_values import AnyEdit, Edit, Rename, applied
from interagency.document.files import format_of, known_format
from interagency.document.json_reader import read_json
from interagency.document.layout import Layout, layout_of
from interagency.document.problems import InvalidDocument
from interagency.document.reader import loads
from interagency.document.sameness import same
from interagency.document.spans import Child, Node, tree_of
from interagency.document.splices import ImpossibleEdit, Splice, apply_splices, splices_between
from interagency.document.yaml_reader import MAX_DEPTH, Unreadable, compose

BYTE_ORDER_MARK: Final = "\ufeff"


def edit(text: str, edits: Sequence[AnyEdit], *, format: str | None = None) -> str:
    """Return a document with edits made, in which only the lines change that must.

    Args:
        text: The document.
        edits: What to change, one after the other; keys get their new names first.
        format: yaml or json; by default what the text looks like.

    Raises:
        InvalidDocument: If the text cannot be read, or would not be a document any more.
        ImpossibleEdit: If an edit leads nowhere, or cannot be made without damage.
    """
    kind = known_format(format) or format_of(text.encode("utf-8", "surrogatepass"))
    edited = edit_text(text, edits, kind)
    loads(edited, format=kind)
    return edited


def edit_text(text: str, edits: Sequence[AnyEdit], format: str) -> str:
    """Return a text of YAML or JSON with edits made, be it a document or another file.

    Args:
        text: The text.
        edits: What to change, one after the other; keys get their new names first.
        format: yaml or json.

    Raises:
        InvalidDocument: If the text cannot be read without a problem.
        ImpossibleEdit: If an edit leads nowhere, or cannot be made without damage.
    """
    renames = [each for each in edits if isinstance(each, Rename)]
    others = [each for each in edits if isinstance(each, Edit)]
    renamed = with_renames(text, renames, format)
    return with_value(renamed, applied(plain_value(renamed, format), others), format)


def plain_value(text: str, format: str) -> Any:
    """Return the plain value of a text.

    Raises:
        InvalidDocument: If it cannot be read without a problem.
        ImpossibleEdit: If it is nested too deep for a document.
    """
    data = text.removeprefix(BYTE_ORDER_MARK).encode("utf-8", "surrogatepass")
    try:
        value, problems = read_json(data) if format == "json" else compose(data)
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None
    if problems:
        raise InvalidDocument(problems)
    if format == "json" and _is_too_deep(value):
        raise ImpossibleEdit(f"the text is nested deeper than {MAX_DEPTH} levels")
    return value


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            each
            for box in level
            if isinstance(box, dict | list)
            for each in (box.values() if isinstance(box, dict) else box)
        ]
    return bool(level)


def with_value(text: str, wanted: Any, format: str) -> str:
    """Return a text that says something else, with the smallest changes that make it do so.

    Args:
        text: The text, which can be read without a problem.
        wanted: Its new value.
        format: yaml or json.

    Raises:
        ImpossibleEdit: If it cannot be changed without damage.
    """
    value = plain_value(text, format)
    if same(value, wanted):
        return text
    mark, body = _split(text)
    root = tree_of(body, format)
    splices = splices_between(body, root, layout_of(body, root, format), value, wanted)
    return mark + _checked(apply_splices(body, splices), wanted, format)


def _checked(text: str, wanted: Any, format: str) -> str:
    """Return an edited text that says what was wanted.

    Raises:
        ImpossibleEdit: If it does not.
    """
    try:
        found = plain_value(text, format)
    except InvalidDocument as error:
        found = error
    if not same(found, wanted):
        raise ImpossibleEdit(
            "the text is written in a way that cannot be changed piece by piece "
            "(an anchor, or a key of its own line); change it by hand"
        )
    return text


def with_renames(text: str, renames: Sequence[Rename], format: str) -> str:
    """Return a text in which keys have other names.

    Raises:
        InvalidDocument: If the text cannot be read without a problem.
        ImpossibleEdit: If there is no such key, or one of the new name already.
    """
    if not renames:
        return text
    wanted = applied(plain_value(text, format), renames)
    mark, body = _split(text)
    root = tree_of(body, format)
    layout = layout_of(body, root, format)
    splices = [_new_key(root, each, layout) for each in renames]
    return mark + _checked(apply_splices(body, splices), wanted, format)


def _new_key(root: Node, rename: Rename, layout: Layout) -> Splice:
    node = root
    for step in rename.path[:-1]:
        node = _child(node, step).node
    child = _child(node, rename.path[-1])
    return Splice(child.start, child.stop, layout.key(rename.key, flow=node.flow)[:-1])


def _child(node: Node, step: str | int) -> Child:
    """Return the child at a step, which is there."""
    return next(each for each in node.children if each.step == step)


def _split(text: str) -> tuple[str, str]:
    """Return the byte order mark of a text, if it has one, and the rest."""
    body = text.removeprefix(BYTE_ORDER_MARK)
    return text[: len(text) - len(body)], body
