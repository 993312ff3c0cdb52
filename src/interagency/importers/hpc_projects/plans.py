"""The plans that projects are part of, with a chapter for each country that titles name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Final

from interagency.importers.hpc_projects.names import SCHEME, Names
from interagency.importers.hpc_projects.pages import Record, records, text
from interagency.importers.hpc_projects.projects import Project
from interagency.importers.tabular.text import slug
from interagency.model import UNKNOWN, Day, Figure, Money, Plan
from interagency.model.grammar import RESERVED

PROJECTS: Final = "hpc-projects"
PLANS: Final = "hpc-plans"
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_CHAPTER = re.compile(r"(.+)-[a-z]{3}")
_AMOUNT = re.compile(r"[0-9]{1,18}(\.[0-9]{1,6})?")


def plan_ids(projects: Iterable[Project], taken: Iterable[str]) -> Mapping[str, str]:
    """Return the id of each plan by FTS's number: its code, or its number if that is no id for it.

    Codes may be alike, or be that of something else: of a source, or of the chapter of a plan.

    Args:
        projects: The projects that name the plans.
        taken: Ids that other things have.
    """
    plans = {text(each, "id"): each for project in projects for each in project.plans}
    codes = {fts: slug(text(each, "code")) for fts, each in plans.items()}
    shared = Counter(codes.values())
    used = {*RESERVED, PROJECTS, PLANS, *taken}
    chaptered = {_chaptered(each) for each in used}

    def is_free(id: str) -> bool:
        return not ({id, _chaptered(id)} & used) and id not in chaptered

    def keep(id: str) -> str:
        used.add(id)
        chaptered.add(_chaptered(id))
        return id

    # codes go first: numbers give way to them
    own = {
        fts: keep(code)
        for fts, code in codes.items()
        if code and shared[code] == 1 and is_free(code)
    }
    return {fts: own.get(fts) or keep(next(filter(is_free, _numbered(fts)))) for fts in codes}


def _numbered(fts: str) -> Iterator[str]:
    yield slug(f"plan-{fts}")
    yield from (f"{slug(f'plan-{fts}')}-{each}" for each in count(2))


def _chaptered(id: str) -> str:
    """Return the id of the plan of which something of this id may be a chapter, or nothing."""
    match = _CHAPTER.fullmatch(id)
    return match[1] if match else ""


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
    since, until = _day(text(named, "startDate")), _day(text(named, "endDate"))
    is_odd = since is not None and until is not None and until.last < since.first
    return Plan(
        id=id,
        name=text(named, "name") or None,
        kind=_kind(named, names),
        since=None if is_odd else since,
        until=None if is_odd else until,
        countries=_countries(listed, projects, names),
        requirement=_requirement(listed) if listed else None,
        identifiers=tuple(_identifiers(named)),
        sources=(PROJECTS, PLANS) if listed else (),
        note=f"FTS has it end on {until}, before it begins on {since}" if is_odd else None,
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
    stated = stated_countries(listed, names) if listed else frozenset()
    found: set[str | None] | frozenset[str]
    found = stated or {each.country for each in projects}
    return (*sorted(filter(None, found)), *(() if stated else (UNKNOWN,)))


def stated_countries(listed: Record, names: Names) -> frozenset[str]:
    """Return the countries that a list of plans states of one."""
    places = records(listed.get("locations"))
    found = (names.country(text(each, "iso3")) for each in places)
    return frozenset(filter(None, found))


def _requirement(listed: Record) -> Money | None:
    written = text(listed, "revisedRequirements")
    return Money.parse(f"{written} USD") if _AMOUNT.fullmatch(written) else None


def _day(written: str) -> Day | None:
    try:
        return Day.of(date.fromisoformat(written[:10]))
    except ValueError:
        return None
