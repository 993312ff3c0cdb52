"""Real structures that come with the library, each fact with its source."""

from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Final

from interagency.errors import InteragencyError

PREFIX: Final = "example:"


class UnknownExample(InteragencyError, LookupError):
    """A name that no example has."""

    def __init__(self, name: str) -> None:
        """Keep the name, and say which there are."""
        self.name = name
        self.close_matches = tuple(get_close_matches(name, names(), n=1))
        hint = f"; did you mean {self.close_matches[0]}?" if self.close_matches else ""
        super().__init__(f"there is no example {name!r}{hint} Known are {', '.join(names())}")


def names() -> tuple[str, ...]:
    """Return the names of the examples."""
    return tuple(sorted(path.stem for path in _folder().iterdir()))


def path(name: str) -> Path:
    """Return the file or folder of an example.

    Raises:
        UnknownExample: If there is none of that name.
    """
    found = [each for each in _folder().iterdir() if each.stem == name]
    if not found:
        raise UnknownExample(name)
    return found[0]


def resolve(text: str) -> str | Path:
    """Return the path of `example:NAME`; any other path stays as it is."""
    return path(text.removeprefix(PREFIX)) if text.startswith(PREFIX) else text


def _folder() -> Path:
    return Path(str(files("interagency.examples"))) / "data"
