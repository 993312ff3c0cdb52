"""The language of expectations: what a clause of a reference model can say without any code.

Eleven forms: `all`, `any`, `not` and `first` combine; `exists` counts things; `seat`, `link` and
`is` look at one thing; `partition` looks at a plan's countries and `scope_once` at what several
bodies coordinate; `ask` is what structure cannot show, and `code` is a function of a plugin.
"""

from typing import Any, Final, final

from attrs import fields, frozen, has

Values = tuple[str, ...]

SELF: Final = "self"
PRESENT: Final = "present"
ABSENT: Final = "absent"
HIGHEST: Final = "highest"


@final
@frozen
class Selector:
    """Which things are meant: all of some classes that have some attributes.

    Attributes:
        of: Names of classes, for example forum and sector; none for any body.
        attributes: The values that each attribute may have; one of them is enough. The words
            `present` and `absent` ask only whether anything is written, `self` is the id of the
            thing the clause speaks of, and `highest` is the level of the document as a whole.
    """

    of: Values = ()
    attributes: tuple[tuple[str, Values], ...] = ()


@final
@frozen
class Holder:
    """Who may hold a seat: anybody, certain organizations, or organizations of some sort.

    Attributes:
        ids: Ids of organizations or posts; one of them is enough.
        kind: Kinds of organization; one of them, or a narrower one, is enough.
        tags: Tags; one of them is enough.
        designations: What a post may be designated as; one of them is enough.
    """

    ids: Values = ()
    kind: Values = ()
    tags: Values = ()
    designations: Values = ()


@final
@frozen
class AllOf:
    """Every one of some expectations."""

    parts: tuple["Expectation", ...]


@final
@frozen
class AnyOf:
    """At least one of some expectations."""

    parts: tuple["Expectation", ...]


@final
@frozen
class FirstOf:
    """The first of some expectations that is answered: what structure shows, else who is asked."""

    parts: tuple["Expectation", ...]


@final
@frozen
class Not:
    """The opposite of an expectation."""

    part: "Expectation"


@final
@frozen(kw_only=True)
class Exists:
    """There are enough things of a sort, and not too many.

    Attributes:
        which: The sort of things.
        having: What each of them must meet to count.
        at_least: How many there must be.
        at_most: How many there may be; None for any number.
    """

    which: Selector
    having: "Expectation | None" = None
    at_least: int = 1
    at_most: int | None = None


@final
@frozen
class HasSeat:
    """The body has a seat of a sort.

    Attributes:
        role: `leads` for lead and co-lead together, else a role term; nothing for any seat.
        by: Who must hold it.
        accountable: Whether the holder must be accountable for the body, alone or jointly; None
            if it does not matter.
        last_resort: Whether the holder must be provider of last resort; None if it does not matter.
    """

    role: str
    by: Holder
    accountable: bool | None = None
    last_resort: bool | None = None


@final
@frozen
class HasLink:
    """A line starts here.

    Attributes:
        kind: The kind of line.
        to: Where it must end.
    """

    kind: str
    to: Selector


@final
@frozen
class Is:
    """The thing itself has some attributes."""

    what: Selector


@final
@frozen
class Partition:
    """Every country of the plan lies in the areas of exactly one of some bodies."""

    over: Selector


@final
@frozen
class ScopeOnce:
    """No two of some bodies coordinate the same sector, in the same area, for the same people."""

    over: Selector


@final
@frozen
class Ask:
    """What structure cannot show; answered under `answers` in the document, by the clause's id."""

    question: str


@final
@frozen
class Code:
    """What needs code: the name of a function that a plugin gives."""

    function: str


Expectation = (
    AllOf
    | AnyOf
    | FirstOf
    | Not
    | Exists
    | HasSeat
    | HasLink
    | Is
    | Partition
    | ScopeOnce
    | Ask
    | Code
)


def speaks_of_itself(part: Any) -> bool:
    """Return whether an expectation, or a part of it, has the word `self` in it."""
    if isinstance(part, tuple):
        return any(map(speaks_of_itself, part))
    if has(type(part)):
        return any(speaks_of_itself(getattr(part, each.name)) for each in fields(type(part)))
    return bool(part == SELF)
