"""The forms of the language of expectations, as a pack writes them."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any, Final, final

from interagency.conformance.expectations import (
    SELF,
    AllOf,
    AnyOf,
    Ask,
    Code,
    Exists,
    Expectation,
    FirstOf,
    HasLink,
    HasSeat,
    Holder,
    Is,
    Not,
    Partition,
    ScopeOnce,
    Selector,
)
from interagency.conformance.links import LINES, WITHIN
from interagency.conformance.select import CLASSES
from interagency.document.problems import Path, unknown_field
from interagency.document.strict_yaml import Reader
from interagency.model import Body
from interagency.model.fields import fields_of

ATTRIBUTES: Final = (
    "amount",
    "areas",
    "audience",
    "by",
    "capacity",
    "changes",
    "cleared_by",
    "concerns",
    "contributors",
    "countries",
    "covers",
    "designations",
    "duties",
    "forum",
    "frequency",
    "kind",
    "level",
    "on_behalf_of",
    "organization",
    "organization_kind",
    "part_of",
    "participation",
    "parties",
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


_NOTHING = Ask("")
# What may be wanted of the holder of a seat in this body, beside who it is.
_FLAGS = ("accountable", "last_resort")
# What lines may start from, and what the document as a whole has.
_LINKED = (*BODIES, "organization", "plan", "office", "post")
_OF_THE_WHOLE = ("areas", "level", "populations", "situation")


@final
class Forms:
    """Reads expectations; problems are noted by the reader it is made with.

    What looks at one thing must stand where that thing can have it: a plan has no seats, and the
    document as a whole starts no line. Such an expectation would be unknown for ever.
    """

    def __init__(self, reader: Reader, functions: Sequence[str] = ()) -> None:
        """Keep the reader; at first it is the document as a whole that is looked at.

        Args:
            reader: Where problems are noted.
            functions: The names of the functions that may be named.
        """
        self.reader = reader
        self.selectors = Selectors(reader)
        self.functions = functions
        self.things: tuple[str, ...] = ()
        self.read: dict[str, Callable[[Any, Path], Expectation]] = {
            "all": lambda value, path: AllOf(self.parts(value, path)),
            "any": lambda value, path: AnyOf(self.parts(value, path)),
            "first": lambda value, path: FirstOf(self.parts(value, path)),
            "not": lambda value, path: Not(self.expectation(value, path)),
            "exists": self.exists,
            "seat": self.seat,
            "link": self.link,
            "is": self.itself,
            "partition": self.partition,
            "scope_once": self.scope_once,
            "ask": lambda value, path: Ask(self.reader.text(value, path)),
            "code": self.code,
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

    def subjects(self, value: Any, path: Path) -> Selector:
        """Read what a clause speaks of, which its expectations look at from now on."""
        found = self.selectors.selector(value, path, BODIES)
        self.things = found.of or BODIES
        self.selectors.spoken_of = True
        return found

    def parts(self, value: Any, path: Path) -> tuple[Expectation, ...]:
        """Read the parts of `all`, `any` or `first`, of which there must be some."""
        if value == []:
            self.reader.note(path, "at least one expectation is expected here")
        items = self.reader.sequence(value, path)
        return tuple(self.expectation(each, (*path, index)) for index, each in enumerate(items))

    def itself(self, value: Any, path: Path) -> Expectation:
        """Read `is`: the attributes of what is looked at."""
        if not self.things and isinstance(value, dict):
            for key in set(value) & {"is", *ATTRIBUTES} - set(_OF_THE_WHOLE):
                has = ", ".join(_OF_THE_WHOLE)
                self.reader.note((*path, key), f"the document as a whole has {has} only")
        return Is(self.selectors.selector(value, path, self.things))

    def exists(self, value: Any, path: Path) -> Expectation:
        """Read `exists`: a selector, with what each must meet and how many there must be."""
        keys = ("is", *ATTRIBUTES, "with", "at_least", "at_most")
        entry = self.reader.mapping(value, path, keys)
        which = {key: each for key, each in entry.items() if key in ("is", *ATTRIBUTES)}
        selector = self.selectors.selector(which, path, BODIES)
        around, self.things = self.things, selector.of or BODIES
        having = self.expectation(entry["with"], (*path, "with")) if "with" in entry else None
        self.things = around
        least = self.reader.number(entry.get("at_least", 1), (*path, "at_least"))
        most = None
        if "at_most" in entry:
            most = self.reader.number(entry["at_most"], (*path, "at_most"))
        if most is None and least == 0:
            self.reader.note((*path, "at_least"), "at_least 0 is always met without at_most")
        if most is not None and most < least:
            message = f"at_most is less than at_least, which is {least} here"
            self.reader.note((*path, "at_most"), message)
        return Exists(which=selector, having=having, at_least=least, at_most=most)

    def seat(self, value: Any, path: Path) -> Expectation:
        """Read `seat`: a role, and who must hold it."""
        self.looks_at(BODIES, path)
        entry = self.reader.mapping(value, path, ("role", "by", *_FLAGS))
        role = self.reader.text(entry.get("role", ""), (*path, "role"))
        flags = {
            flag: self.reader.truth(entry[flag], (*path, flag)) for flag in _FLAGS if flag in entry
        }
        return HasSeat(role, self.holder(entry.get("by", {}), (*path, "by")), **flags)

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
        kind = self.reader.text(entry.get("kind", ""), (*path, "kind"))
        if "kind" in entry and kind not in LINES:
            self.reader.note((*path, "kind"), f"one of {', '.join(LINES)} is expected here")
        self.looks_at(BODIES if kind == WITHIN else _LINKED, path)
        return HasLink(kind, self.selectors.selector(entry.get("to", {}), (*path, "to")))

    def partition(self, value: Any, path: Path) -> Expectation:
        """Read `partition`: over which bodies the countries of a plan must be divided."""
        entry = self.reader.mapping(value, path, ("over",), required=("over",))
        self.looks_at(("plan",), path)
        return Partition(self.selectors.selector(entry.get("over", {}), (*path, "over"), BODIES))

    def scope_once(self, value: Any, path: Path) -> Expectation:
        """Read `scope_once`: which bodies may not coordinate the same for the same people."""
        entry = self.reader.mapping(value, path, ("over",), required=("over",))
        return ScopeOnce(self.selectors.selector(entry.get("over", {}), (*path, "over"), BODIES))

    def code(self, value: Any, path: Path) -> Expectation:
        """Read `code`: the name of a function that the model carries."""
        name = self.reader.text(value, path)
        if name and name not in self.functions:
            close = get_close_matches(name, self.functions, n=1)
            hint = f"did you mean {close[0]}?" if close else "hand it to whoever reads the pack"
            self.reader.note(path, f"no function {name!r} comes with this pack; {hint}")
        return Code(name)

    def looks_at(self, able: Sequence[str], path: Path) -> None:
        """Note an expectation that stands where things of another sort are looked at."""
        if not self.things or any(name not in able for name in self.things if name in CLASSES):
            looked_at = " or ".join(self.things) or "the document as a whole"
            message = f"looks at {' or '.join(able)}, not at {looked_at}: say which with `for`"
            self.reader.note(path, message)
