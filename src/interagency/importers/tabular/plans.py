"""The plan of each year, who has a part in it, and who is active where, row by row."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar, final

from attrs import define, field

from interagency.importers.tabular.dates import Years
from interagency.importers.tabular.profile import PlanPart, PlanSeries
from interagency.model import Appeal, Day, Money, Plan, Presence

Key = TypeVar("Key", bound=tuple[str | None, ...])
Value = TypeVar("Value")
AppealKey = tuple[str, str, str | None, str | None, str | None]
PresenceKey = tuple[str, str | None, str | None, str | None, str | None]


@final
@define
class _Sum:
    amount: Decimal | None = None
    sources: dict[str, None] = field(factory=dict)


@final
@define
class _Span:
    first: str | None = None
    sources: dict[str, None] = field(factory=dict)


@final
@define
class Plans:
    """The plans of one import. What adds to it returns whether that was anything new."""

    series: PlanSeries
    _plans: dict[Years | None, PlanPart] = field(factory=dict, init=False)
    _appeals: dict[AppealKey, _Sum] = field(factory=dict, init=False)
    _presence: dict[PresenceKey, _Span] = field(factory=dict, init=False)

    def plan(
        self,
        years: Years | None,
        source: str,
        countries: Iterable[str] = (),
        covers: Iterable[str | None] = (),
    ) -> str:
        """Keep what a plan is for; return its id."""
        part = self._plans.setdefault(years, PlanPart())
        part.countries.update(countries)
        part.covers.update(filter(None, covers))
        part.sources[source] = None
        return self.series.id(years)

    def appeal(self, key: AppealKey, source: str, amount: Decimal | None = None) -> bool:
        """Keep a part in a plan (plan, organization, participation, sector, country)."""
        is_new = key not in self._appeals
        entry = self._appeals.setdefault(key, _Sum())
        entry.sources[source] = None
        if amount is not None:
            entry.amount = amount + (entry.amount or 0)
        return is_new

    def presence(self, key: PresenceKey, source: str, month: str | None) -> bool:
        """Keep a presence (organization, sector, area, plan, participation) in a month."""
        is_new = key not in self._presence
        entry = self._presence.setdefault(key, _Span())
        entry.sources[source] = None
        if month:
            entry.first = min(month, entry.first or month)
        return is_new

    def plans(self) -> tuple[Plan, ...]:
        """Return the plans by year."""
        ordered = sorted(self._plans, key=lambda years: years or Years(0, 0))
        return tuple(self.series.plan(years, self._plans[years]) for years in ordered)

    def appeals(self) -> tuple[Appeal, ...]:
        """Return who has which part in which plan."""
        return tuple(
            Appeal(
                plan=plan,
                organization=organization,
                participation=participation,
                covers=(code,) if code else (),
                country=country,
                amount=None if entry.amount is None else Money(entry.amount, "USD"),
                sources=tuple(entry.sources),
            )
            for (plan, organization, participation, code, country), entry in _sorted(self._appeals)
        )

    def presences(self) -> tuple[Presence, ...]:
        """Return who is active in which sector and area."""
        return tuple(
            Presence(
                organization=organization,
                covers=(code,) if code else (),
                area=area,
                plan=plan,
                participation=participation,
                since=Day(entry.first) if entry.first else None,
                sources=tuple(entry.sources),
            )
            for (organization, code, area, plan, participation), entry in _sorted(self._presence)
        )


def _sorted(entries: dict[Key, Value]) -> list[tuple[Key, Value]]:
    return sorted(entries.items(), key=lambda item: tuple(part or "" for part in item[0]))
