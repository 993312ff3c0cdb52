"""Reading plain values while noting what does not fit, so that all problems come at once."""

from collections.abc import Sequence
from typing import Any

from interagency.document import Problem
from interagency.document.misfits import unknown_field
from interagency.document.problems import Path
from interagency.document.scalars import written


class Misreading:
    """Reads values of a pack; what does not fit is noted, and something harmless returned."""

    def __init__(self) -> None:
        """Start with no problem."""
        self.problems: list[Problem] = []

    def note(self, path: Path, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(message, path))

    def mapping(
        self,
        value: Any,
        path: Path,
        keys: Sequence[str] | None,
        required: Sequence[str] = (),
    ) -> dict[str, Any]:
        """Read a mapping with certain keys; None allows any. What is null counts as not written."""
        if not isinstance(value, dict):
            self.note(path, "a mapping is expected here")
            return {}
        for key, each in value.items():
            if keys is not None and key not in keys:
                self.note((*path, key), unknown_field(key, tuple(keys)))
            elif each is None:
                self.note((*path, key), "nothing is written here: leave the key out")
        for key in required:
            if key not in value:
                self.note(path, f"the field {key!r} is missing")
        return {key: each for key, each in value.items() if each is not None}

    def sequence(self, value: Any, path: Path) -> list[Any]:
        """Read a list."""
        if not isinstance(value, list):
            self.note(path, "a list is expected here")
            return []
        return value

    def texts(self, value: Any, path: Path) -> tuple[str, ...]:
        """Read a list of texts, or a text that stands for a list of one."""
        items = value if isinstance(value, list) else [value]
        return tuple(self.text(item, (*path, index)) for index, item in enumerate(items))

    def text(self, value: Any, path: Path) -> str:
        """Read a text; a number comes back as it was written."""
        found = written(value)
        if found is None:
            self.note(path, "text is expected here")
        return found or ""

    def truth(self, value: Any, path: Path) -> bool:
        """Read true or false."""
        if not isinstance(value, bool):
            self.note(path, "true or false is expected here")
        return value is True

    def number(self, value: Any, path: Path) -> int:
        """Read a whole number that is not negative."""
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.note(path, "a whole number is expected here")
            return 1
        return value

    def once(self, values: Sequence[str], path: Path) -> None:
        """Note values that stand more than once."""
        for index, value in enumerate(values):
            if value and value in values[:index]:
                self.note((*path, index), f"{value!r} is written twice")
