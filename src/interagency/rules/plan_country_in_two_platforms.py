"""A country of a plan that lies in two platforms of its forum."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import named
from interagency.snapshot import Snapshot, forums_of_plans


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each country of a plan that certainly lies in several platforms."""
    for _, plans, inside in forums_of_plans(snapshot):
        for plan in plans:
            for country in named(plan.countries):
                homes = tuple(sorted(inside.certain.get(country, ())))
                if len(homes) > 1:
                    where = f"lies in {len(homes)} platforms"
                    message = f"{country} is in {snapshot.name(plan.id)} and {where}"
                    yield Finding(plan.id, message, homes, (f"countries {country}",))


RULE = Rule(
    name="plan-country-in-two-platforms",
    was=("plan-country-in-no-platform-or-two",),
    severity=Severity.ERROR,
    summary="A country of a plan that lies in two platforms of its forum.",
    rationale=(
        "Each country of a regional plan is coordinated by one national or sub-regional platform; "
        "in two, its needs are planned twice. To clear it, correct the areas of the platforms or "
        "the countries of the plan."
    ),
    check=check,
    sources=(
        Citation("UNHCR vacancy, Panama 2023 (5 national and 3 sub-regional platforms)"),
        Citation("Each country in exactly one platform: inferred", verified=False),
    ),
    examples=(
        Example(
            "each country in one",
            """
interagency: 2
forums:
  r4v: {name: Regional platform, kind: platform, level: regional}
  bra: {name: Brazil, kind: platform, within: r4v, level: national, areas: [BRA]}
  cone: {name: Cone, kind: platform, within: r4v, level: sub-regional, areas: [ARG, CHL]}
plans:
  rmrp: {name: RMRP, kind: RMRP, forum: r4v, countries: [BRA, ARG, CHL]}
""",
        ),
        Example(
            "one country in two platforms",
            """
interagency: 2
forums:
  r4v: {name: Regional platform, kind: platform, level: regional}
  bra: {name: Brazil, kind: platform, within: r4v, level: national, areas: [BRA]}
  cone: {name: Cone, kind: platform, within: r4v, level: sub-regional, areas: [BRA, ARG]}
plans:
  rmrp: {name: RMRP, kind: RMRP, forum: r4v, countries: [BRA, ARG]}
""",
            flags=("rmrp",),
        ),
    ),
)
