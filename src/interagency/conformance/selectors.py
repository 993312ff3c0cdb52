"""Selectors as a pack writes them: what sort of thing, and which of its attributes."""

from collections.abc import Sequence
from typing import Any, Final, final

from interagency.conformance.expectations import SELF, Selector
from interagency.conformance.things import CLASSES
from interagency.document.misfits import unknown_field
from interagency.document.problems import Path
from interagency.document.strict import Reader
from interagency.model import Body
from interagency.model.fields import fields_of

ATTRIBUTES: Final = (
    "amount",
    "areas",
    "by",
    "capacity",
    "countries",
    "covers",
    "designations",
    "forum",
    "kind",
    "level",
    "on_behalf_of",
    "organization",
    "organization_kind",
    "part_of",
    "participation",
    "plan",
    "populations",
    "situation",
    "status",
    "tags",
    "within",
)
BODIES: Final = tuple(name for name, cls in CLASSES.items() if issubclass(cls, Body))


@final
class Selectors:
    """Reads selectors; problems are noted by the reader it is made with.

    Attributes:
        spoken_of: Whether the clause says what it speaks of, so that `self` means something.
    """

    def __init__(self, reader: Reader) -> None:
        """Keep the reader."""
        self.reader = reader
        self.spoken_of = False

    def selector(self, value: Any, path: Path, things: Sequence[str] = ()) -> Selector:
        """Read a selector.

        Args:
            value: What is written.
            path: Where.
            things: What is meant if it does not say so; nothing if it may be anything.
        """
        entry = self.reader.mapping(value, path, ("is", *ATTRIBUTES))
        of = self.reader.texts(entry.get("is", []), (*path, "is"))
        for index, name in enumerate(of):
            if name not in CLASSES:
                self.reader.note((*path, "is", index), unknown_field(name, tuple(CLASSES)))
        named = {key: each for key, each in entry.items() if key in ATTRIBUTES}
        for key, each in named.items():
            self.has(of or things, key, (*path, key))
            if not self.spoken_of and SELF in (each if isinstance(each, list) else [each]):
                self.reader.note((*path, key), "self is what `for` names, and nothing else")
        pairs = ((key, self.reader.texts(each, (*path, key))) for key, each in named.items())
        return Selector(of, tuple(sorted(pairs)))

    def has(self, things: Sequence[str], attribute: str, path: Path) -> None:
        """Note an attribute that some of the things cannot have."""
        without = [name for name in things if name in CLASSES and attribute not in _has(name)]
        if without:
            self.reader.note(path, f"{' and '.join(without)} have no {attribute}")


def _has(name: str) -> set[str]:
    """Return the attributes that things of a class have."""
    found = {shape.name for shape in fields_of(CLASSES[name])}
    return found | ({"organization_kind"} if "organization" in found else set())
