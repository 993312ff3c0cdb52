"""Steps on the plain value of a document: a value is set or taken out, keys stand in order.

They say what no other operation does, and lead from any architecture to any other.
"""

from typing import Any, final

from attrs import frozen

from interagency.change.wholeness import ImpossibleChange
from interagency.document.edit_values import Edit, applied
from interagency.document.problems import Path, path_text
from interagency.document.splices import ImpossibleEdit
from interagency.document.written_paths import path_of


@final
@frozen
class KeyOrder:
    """The order of the keys of a mapping.

    Attributes:
        path: The keys that lead to it.
        keys: All its keys.
    """

    path: Path
    keys: tuple[str, ...]


Step = Edit | KeyOrder


def stepped(plain: Any, step: Step) -> Any:
    """Return a plain value with a step made; the value itself stays as it was.

    Raises:
        ImpossibleChange: If the step leads nowhere.
    """
    try:
        if isinstance(step, Edit):
            return applied(plain, [step])
        return applied(plain, [Edit(step.path, _ordered(plain, step))])
    except ImpossibleEdit as error:
        raise ImpossibleChange(str(error)) from None


def _ordered(plain: Any, step: KeyOrder) -> dict[str, Any]:
    value = plain
    for key in step.path:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, dict) or {*step.keys} != {*value}:
        raise ImpossibleEdit(f"{path_text(step.path)} has other keys than those to put in order")
    return {key: value[key] for key in step.keys}


def steps_of(path: str | Path, plain: Any) -> Path:
    """Return the path that a text means in a plain value; a path stays as it is.

    Args:
        path: The path, or its text as messages and questions write it.
        plain: The plain value of the document.

    Raises:
        ImpossibleChange: If it is not a path.
    """
    if not isinstance(path, str):
        return tuple(path)
    try:
        return path_of(path, plain)
    except ImpossibleEdit as error:
        raise ImpossibleChange(str(error)) from None


def path_as_text(path: Path) -> str | Path:
    """Return a path as a text, if that means the same wherever it is read."""
    text = path_text(path)
    try:
        return text if path_of(text, None) == path else path
    except ImpossibleEdit:
        return path
