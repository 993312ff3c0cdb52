"""One project: in which plan, by whom, for which country and sector, for how much."""

import re
from decimal import Decimal
from typing import Any, Final, final

from attrs import frozen

from interagency.importers.hpc_projects.names import Names
from interagency.importers.hpc_projects.pages import BROKEN, Record, records, text
from interagency.model import Money

# What the plans of refugee responses call their projects. Only there does the plan's own sector
# stand: the cluster beside it is one of the global ones, which may stand for two sectors.
_TITLE = re.compile(r"(?P<part>[^:]+): (?P<who>.+) \((?P<sector>[^()]+) response\)")
_SEVERAL = "for several countries at once"
NO_COUNTRY: Final = "its places name no country"
_AMOUNT = re.compile(r"-?\d{1,18}(\.\d{1,6})?")


@final
@frozen(kw_only=True)
class Member:
    """An organization as a project names it: FTS's own record, and how the title spells it."""

    fts: str
    name: str
    acronym: str
    collective: bool
    spelled: str


@final
@frozen(kw_only=True)
class Project:
    """What is read of a project.

    Attributes:
        id: Its number.
        plans: FTS's records of the plans it is part of.
        members: Who asks.
        covers: In which sectors.
        country: For which country; nothing for none, and for several.
        chapter: Whether its title names that country as a part of the plan.
        is_in_several: Whether it is for several countries at once.
        amount: What is asked for.
        problems: What could not be understood.
    """

    id: str
    plans: tuple[Record, ...]
    members: tuple[Member, ...]
    covers: tuple[str, ...]
    country: str | None
    chapter: bool
    is_in_several: bool
    amount: Money | None
    problems: tuple[str, ...]


def project_of(row: Any, names: Names) -> Project | str:
    """Return what a row of a project search says, or why it says nothing."""
    if not isinstance(row, dict) or not text(row, "id"):
        return "is no project: it has no id"
    title = _TITLE.fullmatch(text(row, "name"))
    problems: list[str] = []
    plans = {text(each, "id"): each for each in records(row.get("plans"))}
    members = _members(row, title["who"] if title else "")
    country = _country(row, title["part"] if title else "", names, problems)
    if "" in {*plans, *(each.fts for each in members)} or not plans or not members:
        return "names no plan" if not plans else "names no organization with an id"
    if any(BROKEN in each for each in (text(row, "id"), *plans, *(each.fts for each in members))):
        return "has an id that is broken text"
    return Project(
        id=text(row, "id"),
        plans=tuple(plans.values()),
        members=members,
        covers=_sectors(row, title["sector"] if title else "", names, problems),
        country=country,
        chapter=bool(title and country and names.country(title["part"]) == country),
        is_in_several=any(each.startswith(_SEVERAL) for each in problems),
        amount=_amount(row, len(members) * len(plans), problems),
        problems=tuple(problems),
    )


def _members(row: Record, spelled: str) -> tuple[Member, ...]:
    found = records(row.get("organizations"))
    return tuple(
        Member(
            fts=text(each, "id"),
            name=text(each, "name"),
            acronym=text(each, "abbreviation"),
            collective=each.get("collectiveInd") is True,
            spelled=spelled if len(found) == 1 else "",
        )
        for each in found
    )


def _country(row: Record, part: str, names: Names, problems: list[str]) -> str | None:
    """Return the country of a project: by its places, or by its title where none is named."""
    places = records(row.get("locations"))
    coded = {names.country(text(each, "iso3")) for each in places} - {None}
    # a place below the country has no code of its country, only its own
    found = coded or {names.country_of_place(text(each, "pcode")) for each in places} - {None}
    if places and not found:
        problems.append(f"{NO_COUNTRY}: {text(places[0], 'name')}")
    if not places:
        found = {names.country(part)} - {None}
    if len(found) > 1:
        problems.append(f"{_SEVERAL}: {', '.join(sorted(filter(None, found)))}")
    return found.pop() if len(found) == 1 else None


def _sectors(row: Record, written: str, names: Names, problems: list[str]) -> tuple[str, ...]:
    """Return the sectors that the title names, else the global clusters."""
    found = names.sectors(written)
    if found:
        return found
    clusters = records(row.get("globalClusters"))
    told = [(each, names.cluster(text(each, "id"))) for each in clusters]
    left = [written, *(text(each, "name") for each, code in told if code is None)]
    problems += [f"sector {each!r} is not known" for each in filter(None, left)]
    return tuple(dict.fromkeys(code for _, code in told if code))


def _amount(row: Record, shares: int, problems: list[str]) -> Money | None:
    written = text(row, "currentRequestedFunds")
    if _AMOUNT.fullmatch(written) is None:
        problems.append(f"amount {written!r} is not understood")
        return None
    if shares > 1:
        problems.append("its amount is for several organizations or plans at once: not read")
        return None
    return Money(Decimal(written) or Decimal(), "USD")
