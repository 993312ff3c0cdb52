"""The forms of the language of expectations, as a pack writes them."""

from collections.abc import Callable
from typing import Any, Final, final

from interagency.conformance.expectations import (
    AllOf,
    AnyOf,
    Ask,
    Code,
    Exists,
    Expectation,
    HasLink,
    HasSeat,
    Holder,
    Is,
    Not,
    Partition,
    Selector,
)
from interagency.conformance.misreading import Misreading
from interagency.document.misfits import unknown_field
from interagency.document.problems import Path
from interagency.model.relations import LINK_KINDS

CLASSES: Final = (
    "forum",
    "sector",
    "sub-sector",
    "working-group",
    "organization",
    "plan",
    "appeal",
    "office",
    "post",
    "product",
    "mandate",
)
ATTRIBUTES: Final = (
    "amount",
    "areas",
    "capacity",
    "countries",
    "covers",
    "designations",
    "forum",
    "kind",
    "level",
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
_NOTHING: Final = Ask("")


@final
class Forms:
    """Reads expectations and selectors; problems are noted by the reader it is made with."""

    def __init__(self, reader: Misreading) -> None:
        """Keep the reader."""
        self.reader = reader
        self.read: dict[str, Callable[[Any, Path], Expectation]] = {
            "all": lambda value, path: AllOf(self.parts(value, path)),
            "any": lambda value, path: AnyOf(self.parts(value, path)),
            "not": lambda value, path: Not(self.expectation(value, path)),
            "exists": self.exists,
            "seat": self.seat,
            "link": self.link,
            "is": lambda value, path: Is(self.selector(value, path)),
            "partition": self.partition,
            "ask": lambda value, path: Ask(self.reader.text(value, path)),
            "code": lambda value, path: Code(self.reader.text(value, path)),
        }

    def expectation(self, value: Any, path: Path) -> Expectation:
        """Read an expectation: a mapping with the one key that names its form."""
        if not isinstance(value, dict) or len(value) != 1:
            self.reader.note(path, f"one of {', '.join(self.read)} is expected here, and one only")
            return _NOTHING
        form, inner = next(iter(value.items()))
        if form not in self.read:
            self.reader.note((*path, form), unknown_field(form, tuple(self.read)))
            return _NOTHING
        return self.read[form](inner, (*path, form))

    def parts(self, value: Any, path: Path) -> tuple[Expectation, ...]:
        """Read the parts of `all` or `any`, of which there must be some."""
        items = self.reader.sequence(value, path)
        if not items:
            self.reader.note(path, "at least one expectation is expected here")
        return tuple(self.expectation(each, (*path, index)) for index, each in enumerate(items))

    def selector(self, value: Any, path: Path) -> Selector:
        """Read a selector."""
        entry = self.reader.mapping(value, path, ("is", *ATTRIBUTES))
        of = self.reader.texts(entry.get("is", []), (*path, "is"))
        for index, name in enumerate(of):
            if name not in CLASSES:
                self.reader.note((*path, "is", index), unknown_field(name, CLASSES))
        named = {key: each for key, each in entry.items() if key in ATTRIBUTES}
        pairs = ((key, self.reader.texts(each, (*path, key))) for key, each in named.items())
        return Selector(of, tuple(sorted(pairs)))

    def exists(self, value: Any, path: Path) -> Expectation:
        """Read `exists`: a selector, with what each must meet and how many there must be."""
        keys = ("is", *ATTRIBUTES, "with", "at_least", "at_most")
        entry = self.reader.mapping(value, path, keys)
        which = {key: each for key, each in entry.items() if key in ("is", *ATTRIBUTES)}
        having, most = entry.get("with"), entry.get("at_most")
        return Exists(
            which=self.selector(which, path),
            having=None if having is None else self.expectation(having, (*path, "with")),
            at_least=self.reader.number(entry.get("at_least", 1), (*path, "at_least")),
            at_most=None if most is None else self.reader.number(most, (*path, "at_most")),
        )

    def seat(self, value: Any, path: Path) -> Expectation:
        """Read `seat`: a role, and who must hold it."""
        entry = self.reader.mapping(value, path, ("role", "by"))
        role = self.reader.text(entry.get("role", ""), (*path, "role"))
        return HasSeat(role, self.holder(entry.get("by", {}), (*path, "by")))

    def holder(self, value: Any, path: Path) -> Holder:
        """Read who may hold a seat: an id, a list of ids, or what sort of holder."""
        if not isinstance(value, dict):
            return Holder(ids=self.reader.texts(value, path))
        keys = ("kind", "tags", "designations")
        entry = self.reader.mapping(value, path, keys)
        found = {key: self.reader.texts(entry.get(key, []), (*path, key)) for key in keys}
        return Holder(**found)

    def link(self, value: Any, path: Path) -> Expectation:
        """Read `link`: the kind of line, and where it must end."""
        entry = self.reader.mapping(value, path, ("kind", "to"), required=("kind",))
        kind = self.reader.text(entry.get("kind"), (*path, "kind"))
        if kind not in LINK_KINDS:
            self.reader.note((*path, "kind"), f"one of {', '.join(LINK_KINDS)} is expected here")
        return HasLink(kind, self.selector(entry.get("to", {}), (*path, "to")))

    def partition(self, value: Any, path: Path) -> Expectation:
        """Read `partition`: over which bodies the countries of a plan must be divided."""
        entry = self.reader.mapping(value, path, ("over",), required=("over",))
        return Partition(self.selector(entry.get("over", {}), (*path, "over")))
