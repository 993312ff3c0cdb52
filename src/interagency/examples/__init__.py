"""The shipped examples: architectures read from public sources, each fact with its own.

They are data to try the library on and to learn the file format from, not a record of today.
"""

from pathlib import Path

from interagency import document
from interagency.errors import UnknownName
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies

__all__ = [
    "PREFIX",
    "UnknownExample",
    "change_set_names",
    "change_set_path",
    "load",
    "names",
    "path",
    "resolve",
]

PREFIX = "example:"
_CHANGE_SETS = Path(__file__).parent / "changes"


class UnknownExample(UnknownName):
    """A name that no shipped example has."""

    sort = "example"


def names() -> tuple[str, ...]:
    """Return the names of the examples, sorted."""
    return tuple(_found())


def path(name: str) -> Path:
    """Return the file or folder of an example.

    Raises:
        UnknownExample: If there is none of that name; the message says which may be meant.
    """
    found = _found()
    if name not in found:
        raise UnknownExample(name, tuple(found))
    return found[name]


def change_set_names() -> tuple[str, ...]:
    """Return the names of the change sets among the examples, sorted."""
    return tuple(sorted(each.stem for each in _CHANGE_SETS.glob("*.yaml")))


def change_set_path(text: str) -> Path:
    """Return the file that `example:NAME` stands for as a change set, and any other as it is.

    Raises:
        UnknownExample: If the text names a change set that there is not.
    """
    if not text.startswith(PREFIX):
        return Path(text)
    name = text.removeprefix(PREFIX)
    if name not in change_set_names():
        raise UnknownExample(name, change_set_names())
    return _CHANGE_SETS / f"{name}.yaml"


def resolve(text: str) -> str | Path:
    """Return the path that `example:NAME` stands for, and any other text as it is.

    Raises:
        UnknownExample: If the text names an example that there is not.
    """
    return path(text.removeprefix(PREFIX)) if text.startswith(PREFIX) else text


def load(
    path: str | Path,
    *,
    max_bytes: int | None = None,
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return the architecture that a file, a folder of files or a shipped example describes.

    Args:
        path: A YAML or JSON file, a folder (the union of the files in it), or `example:NAME`.
        max_bytes: The size at which to refuse a file; by default 5 MB of YAML, 50 MB of JSON.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        InvalidDocument: With every problem, each with its file, line, column and path.
        UnknownExample: If there is no example of the name.
    """
    where = resolve(path) if isinstance(path, str) else path
    return document.load(where, max_bytes=max_bytes, vocabularies=vocabularies)


def _found() -> dict[str, Path]:
    """Return the path of each example by its name, sorted."""
    inside = (Path(__file__).parent / "data").iterdir()
    shown = (each for each in inside if each.is_dir() or each.suffix == ".yaml")
    return {each.stem: each for each in sorted(shown, key=lambda each: each.stem)}
