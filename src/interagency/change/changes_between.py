"""The change set that leads from one architecture to another."""

from collections.abc import Iterator
from typing import Any

from interagency.change.change_sets import ChangeSet, Operation
from interagency.change.differences import differences
from interagency.change.plain_steps import KeyOrder, Step, path_as_text
from interagency.change.references import with_ids
from interagency.change.renames import renames
from interagency.document.edit_values import UNSET, Edit
from interagency.document.problems import Path
from interagency.document.writer import plain_of
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies

# A section, and an entry of it; the keys of an entry are fields, which have no order.
_ENTRY = 2


def changes_between(
    before: Architecture, after: Architecture, vocabularies: Vocabularies | None = None
) -> ChangeSet:
    """Return the changes that make one architecture of another: apply(a, of(a, b)) == b.

    New ids come first, each as a rename; then the values that are set, taken out, or in another
    order.

    Args:
        before: The architecture from which the changes lead.
        after: The one to which they lead.
        vocabularies: The code lists; by default the shipped ones.
    """
    found = renames(before, after, differences(before, after))
    taken = {each.id for each in before.answers}
    ids = {old: new for old, new in found.items() if new not in taken}
    renamed = with_ids(before, ids) if ids else before
    steps = steps_between(plain_of(renamed, vocabularies), plain_of(after, vocabularies))
    return ChangeSet(
        title=after.title,
        operations=(
            *(Operation("rename", {"id": old, "to": new}) for old, new in ids.items()),
            *map(operation_of, steps),
        ),
    )


def operation_of(step: Step) -> Operation:
    """Return a step on the plain value of a document as an operation of a change set."""
    path = path_as_text(step.path)
    if isinstance(step, KeyOrder):
        return Operation("order", {"path": path, "keys": step.keys})
    if step.value is UNSET:
        return Operation("unset", {"path": path})
    return Operation("set", {"path": path, "value": step.value})


def steps_between(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Step]:
    """Yield the steps from the plain value of one document to that of another."""
    yield from _steps(before, after, ())


def _steps(before: dict[str, Any], after: dict[str, Any], path: Path) -> Iterator[Step]:
    """Yield the steps from one mapping to another."""
    for key in before:
        if key not in after:
            yield Edit((*path, key))
    for key, value in after.items():
        here, earlier = (*path, key), before.get(key)
        if isinstance(value, dict) and isinstance(earlier, dict) and value:
            yield from _steps(earlier, value, here)
        elif earlier != value or type(earlier) is not type(value):
            yield Edit(here, value)
    keys = [key for key in before if key in after]
    keys += [key for key in after if key not in before]
    if path and len(path) != _ENTRY and keys != [*after]:
        yield KeyOrder(path, tuple(after))
