"""Response plans, who appeals in them, and who is active where."""

from typing import Annotated, final

from attrs import frozen

from interagency.model.amounts import Figure, Money
from interagency.model.day import Day
from interagency.model.facts import Alias, DatedFact, Fact
from interagency.model.grammar import (
    Area,
    BodyOrWord,
    Code,
    Country,
    Id,
    OrganizationRef,
    PlanCountry,
    PlanOrUnknown,
    PlanRef,
    SectorCode,
    Text,
    Texts,
)


@final
@frozen(kw_only=True)
class Progress(Fact):
    """How far a plan or an appeal has come by a day: money received, people reached.

    Attributes:
        as_of: The day, month or year of which it tells.
        covers: In which sectors, by codes from the vocabulary sectors; if not written, in all.
        country: In which country, an ISO 3166-1 alpha-3 code; if not written, in all.
        requirement: What was asked for, as it stood then.
        received: What was received by then.
        targets: How many were to be reached, by population, or `people` for all.
        reached: How many were reached by then, by population, or `people` for all.
    """

    as_of: Day
    covers: tuple[SectorCode, ...] = ()
    country: Country | None = None
    requirement: Money | None = None
    received: Money | None = None
    targets: tuple[Figure, ...] = ()
    reached: tuple[Figure, ...] = ()


@final
@frozen(kw_only=True)
class Plan(DatedFact):
    """A response plan or a chapter of one: RRP, RMRP, 3RP, HRP, JRP, flash appeal, UNSDCF.

    Attributes:
        id: Id in the file.
        name: Name in English, or as it is known.
        names: Names in other languages, by ISO 639-1 code.
        kind: What sort of plan, from the vocabulary plan-kinds.
        status: Where it stands, from the vocabulary plan-statuses.
        countries: ISO 3166-1 alpha-3 codes of the countries it covers.
        covers: The sectors it plans for, by codes from the vocabulary sectors.
        forum: The body in whose realm it lies.
        part_of: The plan of which it is a chapter, or in which it is nested.
        requirement: What it asks for in all, as stated; sums are derived, never stored.
        figures: Numbers that sources state of it.
        progress: What was received and who was reached, by day, sector and country.
        identifiers: Ids in other registries, by scheme, for example fts.
        aliases: Other names.
    """

    id: Id
    name: Text | None = None
    names: Texts = ()
    kind: Annotated[str, Code("plan-kinds", ("unknown",))] | None = None
    status: Annotated[str, Code("plan-statuses", ("unknown",))] | None = None
    countries: tuple[PlanCountry, ...] = ()
    covers: tuple[SectorCode, ...] = ()
    forum: BodyOrWord | None = None
    part_of: PlanOrUnknown | None = None
    requirement: Money | None = None
    figures: tuple[Figure, ...] = ()
    progress: tuple[Progress, ...] = ()
    identifiers: Texts = ()
    aliases: tuple[Alias, ...] = ()


@final
@frozen(kw_only=True)
class Appeal(Fact):
    """An organization's part in a plan.

    Attributes:
        plan: The plan.
        organization: The organization.
        participation: appealing or implementing, from the vocabulary participations.
        covers: In which sectors, by codes from the vocabulary sectors.
        country: In which country, an ISO 3166-1 alpha-3 code.
        amount: What it asks for.
        progress: What it received and whom it reached, by day.
    """

    plan: PlanRef
    organization: OrganizationRef
    participation: Annotated[str, Code("participations")] | None = None
    covers: tuple[SectorCode, ...] = ()
    country: Country | None = None
    amount: Money | None = None
    progress: tuple[Progress, ...] = ()


@final
@frozen(kw_only=True)
class Presence(DatedFact):
    """Operational presence: who is active in which sector and area. About doing, never a seat.

    Attributes:
        organization: The organization.
        covers: In which sectors, by codes from the vocabulary sectors.
        area: Where, as a path that begins with an ISO 3166-1 alpha-3 code.
        plan: Under which plan.
        participation: appealing or implementing, from the vocabulary participations.
    """

    organization: OrganizationRef
    covers: tuple[SectorCode, ...] = ()
    area: Area | None = None
    plan: PlanRef | None = None
    participation: Annotated[str, Code("participations")] | None = None
