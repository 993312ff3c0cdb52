"""Another id for an entry, in a file of waivers: what they waive is still waived."""

from collections.abc import Iterator
from typing import Any, Final

from interagency.document.edit_values import Edit
from interagency.document.problems import Path

# How `describe` writes a relationship: its sort, what stands between its ends, and what they are.
_BETWEEN: Final = {"seat": "/", "link": " ", "appeal": "/", "presence": " "}
_LISTS: Final = ("related", "evidence")


def waiver_edits(value: dict[str, Any], old: str, new: str) -> list[Edit]:
    """Return the edits of a file of waivers after which they fit an entry with another id.

    Args:
        value: The plain value of the file.
        old: The id that the entry had.
        new: The id that it has now.
    """
    found: list[Edit] = []
    for index, waiver in enumerate(value["waivers"]):
        for path, text in _texts(waiver, ("waivers", index)):
            changed = _renamed(text, old, new) if isinstance(text, str) else text
            if changed != text:
                found.append(Edit(path, changed))
    return found


def _texts(waiver: dict[str, Any], path: Path) -> Iterator[tuple[Path, Any]]:
    yield (*path, "subject"), waiver["subject"]
    for key in _LISTS:
        yield from (((*path, key, i), text) for i, text in enumerate(waiver.get(key, ())))


def _renamed(text: str, old: str, new: str) -> str:
    """Return an id, or a relationship as evidence names it, with the ids at its ends changed."""
    if text == old:
        return new
    sort, _, rest = text.partition(" ")
    between = _BETWEEN.get(sort)
    if between is None:
        return text
    if rest.startswith(f"{old}{between}"):
        rest = new + rest.removeprefix(old)
    if rest.endswith(f"{between}{old}"):
        rest = rest.removesuffix(old) + new
    return f"{sort} {rest}"
