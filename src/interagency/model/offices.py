"""The offices and posts that serve the structure."""

from typing import Annotated, final

from attrs import frozen

from interagency.model.facts import DatedFact
from interagency.model.grammar import (
    Area,
    Code,
    Id,
    OfficeOrUnknown,
    OfficeRef,
    OrganizationOrUnknown,
    OrganizationRef,
    Several,
    Text,
    Texts,
)


@final
@frozen(kw_only=True)
class Office(DatedFact):
    """Where posts sit: country operation, regional bureau, headquarters service, a cell.

    Attributes:
        id: Id in the file.
        name: Name in English, or as it is known.
        kind: What sort of office, from the vocabulary office-kinds.
        organization: Whose office it is; if not written, that of the office above.
        parent: The office above.
        areas: For what it answers, as paths that begin with an ISO 3166-1 alpha-3 code.
        seat: The town it sits in.
        contact: A role mailbox or page, never a person.
        identifiers: Ids in other registries, by scheme.
    """

    id: Id
    name: Text | None = None
    kind: Annotated[str, Code("office-kinds", ("unknown",))] | None = None
    organization: OrganizationRef | None = None
    parent: OfficeRef | None = None
    areas: tuple[Area, ...] = ()
    seat: Text | None = None
    contact: Text | None = None
    identifiers: Texts = ()


@final
@frozen(kw_only=True)
class Post(DatedFact):
    """A coordination position. It has a title and duties, never the name of a person.

    Attributes:
        id: Id in the file.
        title: Title of the post.
        grade: Grade, for example P4.
        organization: Whose post it is; if not written, that of its office.
        office: The office it belongs to.
        areas: For what it answers, as paths that begin with an ISO 3166-1 alpha-3 code.
        designations: What the holder is designated as, from the vocabulary designations.
        capacity: dedicated or double-hatting, from the vocabulary capacities.
        duties: What it owes, from the vocabulary duties.
        filled: Whether somebody holds it; `false` says that it is vacant.
        funded: Whether it is funded, up to the day in `until` if there is one.
        stands_for: How many posts this entry stands for.
        contact: A role mailbox or page, never a person.
        identifiers: Ids in other registries, by scheme.
    """

    id: Id
    title: Text | None = None
    grade: Text | None = None
    organization: OrganizationOrUnknown | None = None
    office: OfficeOrUnknown | None = None
    areas: tuple[Area, ...] = ()
    designations: tuple[Annotated[str, Code("designations", ("unknown", "none"))], ...] = ()
    capacity: Annotated[str, Code("capacities", ("unknown",))] | None = None
    duties: tuple[Annotated[str, Code("duties")], ...] = ()
    filled: bool | None = None
    funded: bool | None = None
    stands_for: Several | None = None
    contact: Text | None = None
    identifiers: Texts = ()
