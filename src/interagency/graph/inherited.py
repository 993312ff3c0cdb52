"""What bodies take from those above them, in one pass over all of them, however deep they lie."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from interagency.model import Architecture, Body
from interagency.model.effective import upward

Value = TypeVar("Value")


def inherited(
    architecture: Architecture, own: Callable[[Body], Value | None]
) -> Mapping[str, Value | None]:
    """Return, for each body, its own value, or that of the nearest above it that has one."""
    found: dict[str, Value | None] = {}
    for body in architecture.bodies:
        path: list[str] = []
        value: Value | None = None
        for here in upward(architecture, body):
            if here.id in found:
                value = found[here.id]
                break
            path.append(here.id)
            value = own(here)
            if value is not None:
                break
        found.update(dict.fromkeys(path, value))
    return found
