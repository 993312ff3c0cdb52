"""The plans that projects are part of, with a chapter for each country that titles name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from interagency.importers.cleaning import slug
from interagency.importers.hpc_projects.names import SCHEME, Names
from interagency.importers.hpc_projects.pages import Record, records, text
from interagency.importers.hpc_projects.projects import Project
from interagency.model import UNKNOWN, Day, Figure, Money, Plan

PROJECTS: Final = "hpc-projects"
PLANS: Final = "hpc-plans"
_IN_BRACKETS: Final = re.compile(r"\(([^()]+)\)")
_AMOUNT: Final = re.compile(r"\d{1,18}(\.\d{1,6})?")


def plan_ids(projects: Iterable[Project]) -> Mapping[str, str]:
    """Return the id of each plan by FTS's number: its code, or its number if codes are alike."""
    plans = {text(each, "id"): each for project in projects for each in project.plans}
    codes = {fts: slug(text(each, "code")) for fts, each in plans.items()}
    shared = Counter(codes.values())
    return {
        fts: code if code and shared[code] == 1 else f"plan-{fts}" for fts, code in codes.items()
    }


def plan_of(
    id: str, named: Record, listed: Record | None, projects: Iterable[Project], names: Names
) -> Plan:
    """Return a plan: what its projects say of it, and what the list of plans says beside that.

    Args:
        id: Its id.
        named: FTS's record of it beside a project.
        listed: FTS's record of it in a list of plans, if one was read.
        projects: The projects of the plan.
        names: What recognises countries and kinds.
    """
    return Plan(
        id=id,
        name=text(named, "name") or None,
        kind=_kind(named, names),
        since=_day(text(named, "startDate")),
        until=_day(text(named, "endDate")),
        countries=_countries(listed, projects, names),
        requirement=_requirement(listed) if listed else None,
        identifiers=tuple(_identifiers(named)),
        sources=(PROJECTS, PLANS) if listed else (),
    )


def chapter_of(plan: str, country: str, names: Names) -> Plan:
    """Return the chapter of a plan for a country, as the titles of its projects name it."""
    term = names.vocabularies["countries"].get(country)
    return Plan(
        id=chapter_id(plan, country),
        name=f"{term.name if term else country} chapter",
        part_of=plan,
        countries=(country,),
    )


def chapter_id(plan: str, country: str) -> str:
    """Return the id of the chapter of a plan for a country."""
    return f"{plan}-{country.lower()}"


def counted(total: int) -> tuple[Figure, ...]:
    """Return how many projects the search says it has."""
    return (Figure.parse("projects", str(total)),)


def _identifiers(named: Record) -> Iterable[tuple[str, str]]:
    yield SCHEME, text(named, "id")
    if text(named, "code"):
        yield "fts-code", text(named, "code")


def _kind(named: Record, names: Names) -> str | None:
    """Return the kind that the name gives in brackets if FTS files it so, else FTS's type."""
    kinds = names.vocabularies["plan-kinds"]
    type_ = named.get("categories")
    number = text(type_, "id") if isinstance(type_, dict) else ""
    filed = next((each for each in kinds if ("fts", number) in each.equivalents), None)
    for written in _IN_BRACKETS.findall(text(named, "name")):
        own = kinds.spelled(written)
        if own and (filed is None or kinds.is_a(own.code, filed.code)):
            return own.code
    return filed.code if filed else None


def _countries(listed: Record | None, projects: Iterable[Project], names: Names) -> tuple[str, ...]:
    """Return the countries of a plan; those of its projects alone may not be all."""
    places = records(listed.get("locations")) if listed else []
    stated = {names.country(text(each, "iso3")) for each in places} - {None}
    found = stated or {each.country for each in projects}
    return (*sorted(filter(None, found)), *(() if stated else (UNKNOWN,)))


def _requirement(listed: Record) -> Money | None:
    written = text(listed, "revisedRequirements")
    return Money.parse(f"{written} USD") if _AMOUNT.fullmatch(written) else None


def _day(written: str) -> Day | None:
    try:
        return Day.of(date.fromisoformat(written[:10]))
    except ValueError:
        return None
