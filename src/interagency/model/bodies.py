"""The bodies that coordinate: forums, sectors, sub-sectors and working groups."""

from enum import StrEnum
from typing import Annotated, final

from attrs import frozen

from interagency.model.amounts import Figure
from interagency.model.display import Displayed
from interagency.model.due import Due
from interagency.model.facts import Alias, DatedFact, Fact
from interagency.model.grammar import (
    NONE,
    UNKNOWN,
    Area,
    BodyOrWord,
    Code,
    Id,
    ListName,
    Population,
    SectorCode,
    Several,
    Situation,
    Text,
    Texts,
)


@final
class Level(StrEnum):
    """How high in the structure a body sits, from the whole world to one site."""

    GLOBAL = "global"
    REGIONAL = "regional"
    SUB_REGIONAL = "sub-regional"
    NATIONAL = "national"
    SUB_NATIONAL = "sub-national"
    SITE = "site"
    UNKNOWN = "unknown"

    @property
    def depth(self) -> int | None:
        """Return the distance from the global level, or None if the level is unknown."""
        return None if self is Level.UNKNOWN else list(Level).index(self)


@final
@frozen(kw_only=True)
class Within(Fact):
    """The body in which a body lies, with what vouches for it.

    Attributes:
        to: The body above, `unknown`, or `none` if it lies in no other.
    """

    to: BodyOrWord


@frozen(kw_only=True)
class Body(DatedFact, Displayed):
    """A body that coordinates. Use one of its four classes, which differ by what they are for.

    Attributes:
        id: Id in the file.
        name: Name in English, or as it is known.
        names: Names in other languages, by ISO 639-1 code.
        acronym: Short name.
        kind: What it is, from the vocabulary body-kinds; several where it plays several parts.
        aliases: Other names.
        within: The body it lies in; for a sub-sector, its sector.
        covers: What it coordinates, by codes from the vocabulary sectors.
        level: How high it sits; if not written, that of the body it lies in.
        areas: Where it works, as paths that begin with an ISO 3166-1 alpha-3 code; inherited.
        populations: For whom, from the vocabulary populations; inherited.
        situation: In which kind of situation, from the vocabulary situations; inherited.
        meets: How often it meets, from the vocabulary frequencies.
        meets_on: On which days it meets: dates, or rules such as `every Thursday`.
        figures: Numbers that sources state of it.
        stands_for: How many bodies this entry stands for, where they are not told apart.
        complete: Which of its lists are written whole: groups, platforms, leads, members.
        contact: A role mailbox or page, never a person.
        identifiers: Ids in other registries, by scheme.
    """

    id: Id
    name: Text | None = None
    names: Texts = ()
    acronym: Text | None = None
    kind: tuple[Annotated[str, Code("body-kinds", (UNKNOWN,))], ...] = ()
    aliases: tuple[Alias, ...] = ()
    within: Within | None = None
    covers: tuple[SectorCode, ...] = ()
    level: Level | None = None
    areas: tuple[Area, ...] = ()
    populations: tuple[Population, ...] = ()
    situation: Situation | None = None
    meets: Annotated[str, Code("frequencies", (UNKNOWN,))] | None = None
    meets_on: tuple[Due, ...] = ()
    figures: tuple[Figure, ...] = ()
    stands_for: Several | None = None
    complete: tuple[ListName, ...] = ()
    contact: Text | None = None
    identifiers: Texts = ()

    @property
    def lies_in(self) -> str | None:
        """Return the id of what it lies in, or `none`; None if that is unknown or disputed."""
        within = self.within
        if within is None or within.to == UNKNOWN or not within.is_certain:
            return None
        return within.to

    @property
    def parent(self) -> str | None:
        """Return the id of the body it lies in, or None if that is not named."""
        if self.within is None or self.within.to in (UNKNOWN, NONE):
            return None
        return self.within.to


@final
@frozen(kw_only=True)
class Forum(Body):
    """A body above or beside the sectors: platform, RCF, HCT, inter-sector group, UNCT."""


@final
@frozen(kw_only=True)
class Sector(Body):
    """A sector group or cluster."""


@final
@frozen(kw_only=True)
class SubSector(Body):
    """An area of responsibility or sub-group of a sector."""


@final
@frozen(kw_only=True)
class WorkingGroup(Body):
    """A cross-cutting group or a task force."""
