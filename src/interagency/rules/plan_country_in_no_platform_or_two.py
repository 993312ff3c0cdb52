"""A country of a plan that lies in no platform of its forum, or in two."""

from collections.abc import Iterator

from interagency.checking import (
    Citation,
    Example,
    Finding,
    Question,
    Rule,
    Severity,
    Snapshot,
    field_question,
    name_of,
)
from interagency.model import Body, Forum, Level, Plan
from interagency.model.words import is_open, named
from interagency.rules.certain import is_certain


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each country with no platform or two, a question for unknown areas."""
    for plan in filter(is_certain, snapshot.now.plans):
        forum = snapshot.bodies.get(plan.forum or "")
        platforms = _platforms(snapshot, forum) if forum is not None else []
        if forum is None or not platforms or plan.part_of is not None:
            continue
        unclear = [each for each in platforms if is_open(snapshot.areas(each))]
        closed = _closed(snapshot, forum) and not unclear
        for country in named(plan.countries):
            homes = [each.id for each in platforms if _covers(snapshot, each, country)]
            if len(homes) > 1 or (closed and not homes):
                yield _finding(snapshot, plan, country, homes)
            elif not homes:
                yield from (field_question(snapshot, each, "areas") for each in unclear)


def _finding(snapshot: Snapshot, plan: Plan, country: str, homes: list[str]) -> Finding:
    where = f"in {len(homes)} platforms" if homes else "in no platform"
    message = f"{country} is in {name_of(snapshot, plan.id)} and lies {where}"
    return Finding(plan.id, message, tuple(sorted(homes)), (f"countries {country}",))


def _platforms(snapshot: Snapshot, forum: Body) -> list[Body]:
    """Return the national and sub-regional platforms that lie directly in a forum."""
    levels = (Level.NATIONAL, Level.SUB_REGIONAL)
    return [
        body
        for body in snapshot.children(forum.id)
        if isinstance(body, Forum)
        and "platform" in body.kind
        and is_certain(body)
        and snapshot.level(body) in levels
    ]


def _covers(snapshot: Snapshot, body: Body, country: str) -> bool:
    return any(area[:3] == country for area in named(snapshot.areas(body)))


def _closed(snapshot: Snapshot, forum: Body) -> bool:
    complete = {*snapshot.now.complete, *forum.complete}
    return bool({"platforms", "groups"} & complete)


RULE = Rule(
    name="plan-country-in-no-platform-or-two",
    severity=Severity.ERROR,
    summary="A country of a plan that lies in no platform of its forum, or in two.",
    rationale=(
        "Each country of a regional plan is coordinated by one national or sub-regional platform. "
        "None is reported only if the platforms are written whole (`complete: [platforms]`) with "
        "their areas. To clear it, correct the areas of the platforms or the countries of the plan."
    ),
    check=check,
    sources=(
        Citation("UNHCR vacancy, Panama 2023 (5 national and 3 sub-regional platforms)"),
        Citation("Each country in exactly one platform: inferred", verified=False),
    ),
    examples=(
        Example(
            "each country in one, and a platform whose countries nobody wrote",
            """
interagency: 1
forums:
  r4v: {name: Regional platform, kind: platform, level: regional, complete: [platforms]}
  bra: {name: Brazil, kind: platform, within: r4v, level: national, areas: [BRA]}
  car: {name: Caribbean, kind: platform, within: r4v, level: sub-regional, areas: unknown}
plans:
  rmrp: {name: RMRP, kind: RMRP, forum: r4v, countries: [BRA, ABW]}
""",
        ),
        Example(
            "one country in two platforms, another in none",
            """
interagency: 1
forums:
  r4v: {name: Regional platform, kind: platform, level: regional, complete: [platforms]}
  bra: {name: Brazil, kind: platform, within: r4v, level: national, areas: [BRA]}
  cone: {name: Cone, kind: platform, within: r4v, level: sub-regional, areas: [BRA, ARG]}
plans:
  rmrp: {name: RMRP, kind: RMRP, forum: r4v, countries: [BRA, ARG, CHL]}
""",
            flags=("rmrp",),
        ),
    ),
)
