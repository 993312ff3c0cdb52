"""Presence by period: where the last provider stopped reporting, and who never reported."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import final

from attrs import frozen

from interagency.model import UNKNOWN
from interagency.presence.facts import Facts, Month
from interagency.presence.structure import WORDS, Structure


@final
@frozen(order=True)
class Stopped:
    """A sector of an area in which no one reports any more.

    Attributes:
        sector: The code.
        area: The area, of two levels at most.
        period: The last period with a report.
        organizations: How many reported in it.
        last_provider: Id of the one that reported in it; nothing if it was more than one.
    """

    sector: str
    area: str
    period: str
    organizations: int
    last_provider: str


@final
@frozen(order=True)
class NeverReported:
    """An organization that appeals and of which there is no activity.

    Attributes:
        organization: Id of the organization.
        plans: Ids of the plans in which it appeals.
        reported: no if presence is complete and no name in it is unknown; else unknown.
    """

    organization: str
    plans: tuple[str, ...]
    reported: str


@final
@frozen
class Trends:
    """Presence by period.

    Attributes:
        structure: The structure of the day.
        facts: The rows of presence.
    """

    structure: Structure
    facts: Facts

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """Who reports in each period, by sector and area of two levels; sorted."""
        return self.facts.months()

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """All months from the first to the last, also those in which no one reports."""
        found = sorted({each.period for each in self.months})
        if not found or any(len(each) != len("2025-03") for each in found):
            return tuple(found)
        return tuple(_months_between(found[0], found[-1]))

    @cached_property
    def organizations_by_sector(self) -> Mapping[str, Mapping[str, int]]:
        """The number of sector presences: organizations, added up over areas of two levels."""
        found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for each in self.months:
            found[each.sector][each.period] += each.organizations
        return {sector: dict(by_period) for sector, by_period in sorted(found.items())}

    @cached_property
    def stopped(self) -> tuple[Stopped, ...]:
        """The sectors and areas in which no one reports in the last period, sorted."""
        latest = {(each.sector, each.area): each for each in self.months}  # the last one stays
        end = max((each.period for each in latest.values()), default="")
        ended = (each for each in latest.values() if each.period < end)
        return tuple(sorted(map(_stopped, ended)))

    @cached_property
    def never_reported(self) -> tuple[NeverReported, ...]:
        """The organizations that appeal and of which there is no activity, sorted."""
        plans: dict[str, set[str]] = defaultdict(set)
        for appeal in self.structure.snapshot.now.appeals:
            if appeal.is_certain and appeal.participation != "implementing":
                plans[self.structure.snapshot.identity(appeal.organization)].add(appeal.plan)
        active = self.facts.organizations()
        closed = self.structure.is_complete("presence")
        closed = closed and not any(who == UNKNOWN for who, _ in self.facts.doubts())
        return tuple(
            NeverReported(
                id, tuple(sorted(found)), WORDS[self.structure.absent(id, is_closed=closed)]
            )
            for id, found in sorted(plans.items())
            if id not in active
        )


def _stopped(month: Month) -> Stopped:
    sole = month.first if month.organizations == 1 else ""
    return Stopped(month.sector, month.area, month.period, month.organizations, sole)


def _months_between(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while f"{year}-{month:02}" <= last:
        yield f"{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
