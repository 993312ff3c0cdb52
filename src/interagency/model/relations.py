"""Relationships that have a role, a time or a source of their own: seats, links, mandates."""

from typing import Annotated, final

from attrs import frozen

from interagency.model.facts import DatedFact
from interagency.model.grammar import (
    RESERVED,
    Accountable,
    AgreementRef,
    Area,
    BodyRef,
    Code,
    EndOrWord,
    EndRef,
    Grammar,
    HolderRef,
    Id,
    OrganizationRef,
    Population,
    PostRef,
    SectorCode,
    Situation,
    Text,
)

LINK_KINDS = (
    "reports_to",
    "participates_in",
    "coordinates_with",
    "supports",
    "mirrors",
    "same_as",
    "succeeds",
    "escalates_to",
    "aligned_with",
)

# Between what the lines of some kinds run; those of any other kind, between anything.
ENDS = {"aligned_with": ("plan",)}

LinkKind = Annotated[
    str, Grammar("link kind", "|".join(LINK_KINDS), f"one of {', '.join(LINK_KINDS)}")
]


@final
@frozen(kw_only=True)
class Seat(DatedFact):
    """One place in one body.

    Attributes:
        body: The body.
        term: What the place is called, as written: lead, co-chair, member.
        holder: Who holds it, an organization, a post or another body; or `vacant`, `unknown`
            (somebody whom nobody named), `none` (there is no such place, by design).
        kind: What sort of organization holds it, where nobody is named.
        tags: Tags of who holds it, where nobody is named.
        count: How many places this entry stands for, where nobody is named.
        post: The post through which the holder fills it.
        selection: How the holder was chosen, from the vocabulary selections.
        accountable: Whether the holder is the accountable lead; sharing does not transfer it.
            `jointly` where it was agreed that several answer for the body together.
        last_resort: Whether the holder is provider of last resort; sharing does not transfer it.
        when: The phase in which it applies, from the vocabulary phases.
    """

    body: BodyRef
    term: Text
    holder: HolderRef | None = None
    kind: Annotated[str, Code("organization-kinds")] | None = None
    tags: tuple[Annotated[str, Code("organization-tags")], ...] = ()
    count: int | None = None
    post: PostRef | None = None
    selection: Annotated[str, Code("selections")] | None = None
    accountable: Accountable | None = None
    last_resort: bool | None = None
    when: Annotated[str, Code("phases")] | None = None

    @property
    def held_by(self) -> str | None:
        """Return the id of who holds it, or None if nobody is named."""
        return None if self.holder is None or self.holder in RESERVED else self.holder


@final
@frozen(kw_only=True)
class Link(DatedFact):
    """A line from one thing to another.

    Attributes:
        kind: reports_to, participates_in, coordinates_with, supports, mirrors, same_as, succeeds
            (a body that takes over from another: after a merge or a split there are several),
            escalates_to (where an issue goes next) or aligned_with (of a plan, to a plan).
        from_: Where it starts: a body, post, office, organization or plan (`from` in a file).
        to: Where it ends; `unknown` or `none` where the file says so.
        about: On what, in words, for example which issues escalate along it.
    """

    kind: LinkKind
    from_: EndRef
    to: EndOrWord
    about: Text | None = None

    @property
    def target(self) -> str | None:
        """Return the id at its end, or None if the end is not named."""
        return None if self.to in RESERVED else self.to


@final
@frozen(kw_only=True)
class Mandate(DatedFact):
    """Who is mandated, or has agreed, to lead what.

    Attributes:
        id: Id in the file.
        organization: Who holds the mandate.
        covers: For what, by codes from the vocabulary sectors.
        populations: For whom.
        areas: Where.
        situation: In which kind of situation.
        strength: global-must, global or country-agreed; the most specific mandate wins.
        basis: The document it rests on.
        agreement: The agreement it rests on, if that is written here.
    """

    id: Id
    organization: OrganizationRef
    covers: tuple[SectorCode, ...] = ()
    populations: tuple[Population, ...] = ()
    areas: tuple[Area, ...] = ()
    situation: Situation | None = None
    strength: Annotated[str, Code("mandate-strengths")] | None = None
    basis: Text | None = None
    agreement: AgreementRef | None = None
