"""What the appeals of a plan add up to: by country, by sector, and by organization counted once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, final

from attrs import frozen

from interagency.model import Appeal, Money
from interagency.snapshot import Snapshot

NO_COUNTRY: Final = "none"


@final
@frozen(kw_only=True)
class Requirements:
    """Sums over the appeals of a plan and its chapters.

    Organizations are counted once in all, and once in each country: the countries add up to more.
    Two that are the same (`same_as`) are one.

    Attributes:
        currency: The currency of the sums; None if there are several, or no amount is written.
            Then there is no sum at all.
        total: The sum of everything.
        by_country: Sums by country; `none` for what is for no country.
        by_sector: Sums by the codes of an appeal, joined by +: an amount is never split.
        organizations: How many organizations certainly appeal.
        organizations_by_country: How many do in each country.
        unknown: How many appeals have no certain amount; they are in no sum.
        appeals: How many appeals there are, those included.
    """

    currency: str | None
    total: Decimal | None
    by_country: Mapping[str, Decimal]
    by_sector: Mapping[str, Decimal]
    organizations: int
    organizations_by_country: Mapping[str, int]
    unknown: int
    appeals: int

    @property
    def counted_per_country(self) -> int:
        """Return how many there seem to be if each is counted in each of its countries.

        In the 3RP of 2022 that is 294, and 212 organizations appeal: this is no number of them.
        """
        countries = self.organizations_by_country
        return sum(number for country, number in countries.items() if country != NO_COUNTRY)


def requirements(snapshot: Snapshot, plan: str) -> Requirements:
    """Return what the appeals of a plan and of its chapters add up to.

    Raises:
        UnknownId: If nothing has the id on the day.
    """
    snapshot.now.find(plan)
    inside = _with_chapters(snapshot, plan)
    parts = (each for each in snapshot.now.appeals if each.plan in inside)
    return _requirements(snapshot, parts)


def whole_requirements(snapshot: Snapshot) -> Mapping[str, Requirements]:
    """Return what the appeals add up to by the id of the plan, where that is part of no other."""
    tops = _tops(snapshot)
    found: dict[str, list[Appeal]] = {}
    for each in filter(_asks, snapshot.now.appeals):
        found.setdefault(tops[each.plan], []).append(each)
    return {plan: _requirements(snapshot, found[plan]) for plan in tops if plan in found}


def _requirements(snapshot: Snapshot, parts: Iterable[Appeal]) -> Requirements:
    appeals = list(filter(_asks, parts))
    certain = [each for each in appeals if each.is_certain]
    amounts = [(each, each.amount) for each in certain if each.amount is not None]
    currencies = {amount.currency for _, amount in amounts}
    sums = amounts if len(currencies) == 1 else []
    pairs = {(each.country or NO_COUNTRY, snapshot.identity(each.organization)) for each in certain}
    return Requirements(
        currency=sums[0][1].currency if sums else None,
        total=sum((amount.amount for _, amount in sums), Decimal()) if sums else None,
        by_country=_added((each.country or NO_COUNTRY, amount) for each, amount in sums),
        by_sector=_added(("+".join(each.covers) or "none", amount) for each, amount in sums),
        organizations=len({organization for _, organization in pairs}),
        organizations_by_country=dict(sorted(Counter(country for country, _ in pairs).items())),
        unknown=len(appeals) - len(amounts),
        appeals=len(appeals),
    )


def _with_chapters(snapshot: Snapshot, plan: str) -> frozenset[str]:
    """Return the ids of a plan, of its parts, of their parts, and so on."""
    found: set[str] = set()
    waiting = {plan}
    while waiting:
        found |= waiting
        waiting = {each.id for each in snapshot.now.plans if each.part_of in waiting}
    return frozenset(found)


def _tops(snapshot: Snapshot) -> Mapping[str, str]:
    """Return of each plan the outermost one that it is part of; one of no other is its own."""
    above = {each.id: each.part_of for each in snapshot.now.plans}
    found: dict[str, str] = {}
    for plan in above:
        chain = [plan]
        while chain[-1] not in found and (parent := above[chain[-1]]) in above:
            chain.append(parent)
        found |= dict.fromkeys(chain, found.get(chain[-1], chain[-1]))
    return found


def _asks(appeal: Appeal) -> bool:
    """Return whether an appeal asks for money of its own; an implementing partner does not."""
    return appeal.participation != "implementing"


def _added(amounts: Iterable[tuple[str, Money]]) -> Mapping[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for key, amount in amounts:
        sums[key] = sums.get(key, Decimal()) + amount.amount
    return dict(sorted(sums.items()))
