"""Older formats of a document to the current one, dict to dict, before anything is typed."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from interagency.document.converter import kind_of
from interagency.document.problems import Problem, UnsupportedVersion
from interagency.document.shape import VERSION_KEY

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _as_it_was(data: dict[str, Any]) -> dict[str, Any]:
    """Return version 1 as version 2, which only has more: decisions, agreements, days, progress."""
    return data


# The step at index 0 makes version 2 of version 1, and so on. A new step comes with a kept example
# file of the version it reads.
STEPS: Final[tuple[Step, ...]] = (_as_it_was,)
# The oldest version whose documents are documents of the current one but for its number.
SAME_SINCE: Final = 1


def current_version(steps: Sequence[Step] = STEPS) -> int:
    """Return the version of the format that this release writes."""
    return len(steps) + 1


def version_problem(data: dict[str, Any], steps: Sequence[Step] = STEPS) -> Problem | None:
    """Return what is wrong with the version that a document states, or None.

    Raises:
        UnsupportedVersion: If the document is newer than this release.
    """
    newest = current_version(steps)
    if VERSION_KEY not in data:
        message = f"the version of the format is missing: write `{VERSION_KEY}: {newest}`"
        return Problem(message, line=1, column=1)
    stated = data[VERSION_KEY]
    if type(stated) is not int or stated < 1:
        message = f"{kind_of(stated)} is no version of the format: write {newest}"
        return Problem(message, (VERSION_KEY,))
    if stated > newest:
        raise UnsupportedVersion([_too_new(stated, newest)])
    return None


def _too_new(stated: int, newest: int) -> Problem:
    message = (
        f"the document is in version {stated} of the format, and this release knows versions "
        f"up to {newest}: update interagency"
    )
    return Problem(message, (VERSION_KEY,))


def migrated(data: dict[str, Any], steps: Sequence[Step] = STEPS) -> dict[str, Any]:
    """Return a document in the current format; what was given stays as it was."""
    for step in steps[data[VERSION_KEY] - 1 :]:
        data = {**step(data), VERSION_KEY: data[VERSION_KEY] + 1}
    return data
