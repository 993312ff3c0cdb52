"""The one table of the parts of an architecture: their classes, nouns and lists."""

from collections.abc import Iterator
from typing import Any, Protocol, final

from attrs import frozen

from interagency.model.bodies import Body, Forum, Sector, SubSector, WorkingGroup
from interagency.model.decisions import Agreement, Decision
from interagency.model.facts import Answer, Source
from interagency.model.fields import fields_of
from interagency.model.grammar import Code
from interagency.model.handovers import Handover
from interagency.model.offices import Office, Post
from interagency.model.organization import Organization
from interagency.model.plans import Appeal, Plan, Presence
from interagency.model.products import Product
from interagency.model.relations import Link, Mandate, Seat


@final
@frozen(kw_only=True)
class Section:
    """A part of an architecture that holds records of one class.

    Attributes:
        key: Its field of `Architecture`, and its key in a file.
        holds: The class of its records.
        noun: One of its records in words.
        keyed: Whether its records have ids; in a file it is then a mapping by id.
        seats: Whether its records hold seats, which a file writes in them, by term.
        links: Whether its records begin links, which a file writes in them, by kind.
        listed: The word under `complete` that closes its list; None if nothing closes it.
        parent: The field that names the record above; None if there is none.
    """

    key: str
    holds: type[Any]
    noun: str
    keyed: bool = True
    seats: bool = False
    links: bool = False
    listed: str | None = None
    parent: str | None = None

    @property
    def kinds(self) -> str | None:
        """Return the vocabulary of the kinds of its records; None if they have none."""
        marks = (shape.mark for shape in fields_of(self.holds) if shape.name == "kind")
        return next((each.vocabulary for each in marks if isinstance(each, Code)), None)

    @property
    def code(self) -> str:
        """Return the noun as reference models and graphs write it: working-group."""
        return self.noun.replace(" ", "-")

    @property
    def nested(self) -> bool:
        """Return whether a file writes its records in others: a seat stands in its body."""
        return self.holds is Seat


def _bodies(key: str, holds: type[Body], noun: str) -> Section:
    return Section(
        key=key,
        holds=holds,
        noun=noun,
        seats=True,
        links=True,
        listed="groups",
        parent="parent",
    )


SECTIONS = (
    Section(key="sources", holds=Source, noun="source"),
    Section(
        key="organizations",
        holds=Organization,
        noun="organization",
        links=True,
        listed="organizations",
        parent="parent",
    ),
    _bodies("forums", Forum, "forum"),
    _bodies("sectors", Sector, "sector"),
    _bodies("sub_sectors", SubSector, "sub-sector"),
    _bodies("working_groups", WorkingGroup, "working group"),
    Section(key="seats", holds=Seat, noun="seat", keyed=False),
    Section(key="links", holds=Link, noun="link", keyed=False),
    Section(key="mandates", holds=Mandate, noun="mandate", listed="mandates"),
    Section(
        key="plans",
        holds=Plan,
        noun="plan",
        links=True,
        listed="plans",
        parent="part_of",
    ),
    Section(key="appeals", holds=Appeal, noun="appeal", keyed=False, listed="appeals"),
    Section(key="presence", holds=Presence, noun="presence", keyed=False, listed="presence"),
    Section(
        key="offices",
        holds=Office,
        noun="office",
        links=True,
        parent="parent",
    ),
    Section(key="posts", holds=Post, noun="post", links=True, listed="posts", parent="office"),
    Section(key="products", holds=Product, noun="product", listed="products"),
    Section(
        key="decisions", holds=Decision, noun="decision", listed="decisions", parent="replaces"
    ),
    Section(key="agreements", holds=Agreement, noun="agreement", listed="agreements"),
    Section(key="handovers", holds=Handover, noun="handover", keyed=False),
    Section(key="answers", holds=Answer, noun="answer"),
)

SECTION_KEYS = tuple(section.key for section in SECTIONS)
# Sections of what has an id that others may refer to.
ENTITY_KEYS = tuple(each.key for each in SECTIONS if each.keyed and each.holds is not Answer)
SECTION_OF_CLASS = {section.holds: section for section in SECTIONS}


def section_of(record: object) -> Section | None:
    """Return the section in which a record stands; None if it is not a record."""
    return SECTION_OF_CLASS.get(type(record))


def sections_of(cls: type[Any]) -> tuple[Section, ...]:
    """Return the sections that hold records of a class: of `Body`, all four of bodies."""
    return tuple(each for each in SECTIONS if issubclass(each.holds, cls))


class Sectioned(Protocol):
    """A value with the sections of an architecture, whether or not it is whole already."""

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Return the seats."""
        ...

    @property
    def links(self) -> tuple[Link, ...]:
        """Return the links."""
        ...


def records_of(whole: Sectioned, *classes: type[Any]) -> Iterator[Any]:
    """Yield the records of some classes, section by section; without a class, all of them."""
    for section in SECTIONS:
        if not classes or issubclass(section.holds, classes):
            yield from getattr(whole, section.key)


def entities_of(whole: Sectioned) -> Iterator[Any]:
    """Yield everything that has an id that others may refer to, section by section."""
    for key in ENTITY_KEYS:
        yield from getattr(whole, key)
