"""A country of a plan that lies in no platform of its forum."""

from collections.abc import Iterable, Iterator
from itertools import chain

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Plan, named
from interagency.snapshot import (
    Platforms,
    Question,
    Snapshot,
    Verdict,
    forums_of_plans,
    is_platform,
    platforms,
)


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each country without a platform, a question where areas are unknown."""
    adrift = platforms(snapshot, (body for body in snapshot.now.forums if body.lies_in is None))
    for forum, plans, inside in forums_of_plans(snapshot):
        yield from _in_forum(snapshot, forum, plans, inside, adrift)


def _in_forum(
    snapshot: Snapshot, forum: Body, plans: Iterable[Plan], inside: Platforms, adrift: Platforms
) -> Iterator[Finding | Question]:
    """Yield what is known of the plans of one forum, if it is one that has platforms."""
    complete = {"platforms", "groups"} & {*snapshot.now.complete, *forum.complete}
    homeless = [
        (plan, country)
        for plan in plans
        for country in named(plan.countries)
        if not inside.certain.get(country)
    ]
    for plan, country in homeless:
        others = chain(inside.may_cover(country), adrift.may_cover(country))
        if inside.certain and complete and all(id == forum.id for id in others):
            message = f"{country} is in {snapshot.name(plan.id)} and lies in no platform"
            yield Finding(plan.id, message, (), (f"countries {country}",))
    if homeless:
        unclear = (each for each in inside.unclear if is_platform(snapshot, each) is Verdict.MET)
        yield from (snapshot.ask_field(each, "areas") for each in unclear)


RULE = Rule(
    name="plan-country-in-no-platform",
    was=("plan-country-in-no-platform-or-two",),
    severity=Severity.ERROR,
    summary="A country of a plan that lies in no platform of its forum.",
    rationale=(
        "Each country of a regional plan is coordinated by one national or sub-regional platform. "
        "That there is none is reported only if the list of platforms is complete "
        "(`complete: [platforms]`) with their areas. To clear it, correct the areas of the "
        "platforms or the countries of the plan."
    ),
    check=check,
    sources=(
        Citation("UNHCR vacancy, Panama 2023 (5 national and 3 sub-regional platforms)"),
        Citation("Each country in exactly one platform: inferred", verified=False),
    ),
    examples=(
        Example(
            "each country in one, and a platform whose countries no one recorded",
            """
interagency: 2
forums:
  r4v: {name: Regional platform, kind: platform, level: regional, complete: [platforms]}
  bra: {name: Brazil, kind: platform, within: r4v, level: national, areas: [BRA]}
  car: {name: Caribbean, kind: platform, within: r4v, level: sub-regional, areas: unknown}
plans:
  rmrp: {name: RMRP, kind: RMRP, forum: r4v, countries: [BRA, ABW]}
""",
        ),
        Example(
            "one country in none, and a platform of another plan whose countries are unknown",
            """
interagency: 2
forums:
  r4v: {name: Regional platform, kind: platform, level: regional, complete: [platforms]}
  bra: {name: Brazil, kind: platform, within: r4v, level: national, areas: [BRA]}
  horn: {name: Horn of Africa, kind: platform, level: regional}
  coast: {name: Coast, kind: platform, within: horn, level: sub-regional, areas: unknown}
plans:
  rmrp: {name: RMRP, kind: RMRP, forum: r4v, countries: [BRA, CHL]}
  mrp: {name: MRP, kind: migrant-response-plan, forum: horn, countries: [DJI]}
""",
            flags=("rmrp",),
        ),
    ),
)
