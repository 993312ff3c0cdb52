"""A country of a plan that lies in no platform of its forum, or in two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import Factory, frozen

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Forum, Level, Plan, is_open, named
from interagency.snapshot import Question, Snapshot, Verdict, every


@frozen
class _Platforms:
    """National and sub-regional platforms: of each country, those of which that is certain or not.

    Of those that are unclear, nobody knows all countries.
    """

    certain: dict[str, list[str]] = Factory(lambda: defaultdict(list))
    possible: dict[str, list[str]] = Factory(lambda: defaultdict(list))
    unclear: list[Body] = Factory(list)

    def may_cover(self, country: str) -> Iterator[str]:
        """Yield the platforms that cover a country, or may."""
        unclear = (body.id for body in self.unclear)
        return chain(self.certain.get(country, ()), self.possible.get(country, ()), unclear)


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each country with no platform or two, a question for unknown areas."""
    adrift = _platforms(snapshot, (body for body in snapshot.now.forums if body.lies_in is None))
    plans: dict[str, list[Plan]] = defaultdict(list)
    for plan in snapshot.certain(Plan):
        if plan.part_of is None:
            plans[plan.forum or ""].append(plan)
    for id, its_plans in plans.items():
        forum = snapshot.bodies.get(id)
        if forum is not None and forum.is_certain:
            yield from _in_forum(snapshot, forum, its_plans, adrift)


def _in_forum(
    snapshot: Snapshot, forum: Body, plans: Iterable[Plan], adrift: _Platforms
) -> Iterator[Finding | Question]:
    """Yield what is said of the plans of one forum, if it is one that has platforms."""
    inside = _platforms(snapshot, (each for each in snapshot.children(forum.id) if each.lies_in))
    complete = {"platforms", "groups"} & {*snapshot.now.complete, *forum.complete}
    asked = False
    for plan in plans:
        for country in named(plan.countries):
            homes = inside.certain.get(country, [])
            others = chain(inside.may_cover(country), adrift.may_cover(country))
            alone = inside.certain and complete and all(id == forum.id for id in others)
            if len(homes) > 1 or alone:
                yield _finding(snapshot, plan, country, homes)
            elif not homes and not asked:
                asked = True
                sure = (
                    each for each in inside.unclear if _is_platform(snapshot, each) is Verdict.MET
                )
                yield from (snapshot.ask_field(each, "areas") for each in sure)


def _finding(snapshot: Snapshot, plan: Plan, country: str, homes: list[str]) -> Finding:
    where = f"in {len(homes)} platforms" if homes else "in no platform"
    message = f"{country} is in {snapshot.name(plan.id)} and lies {where}"
    return Finding(plan.id, message, tuple(sorted(homes)), (f"countries {country}",))


def _platforms(snapshot: Snapshot, bodies: Iterable[Body]) -> _Platforms:
    """Return the platforms among some bodies."""
    found = _Platforms()
    for body in bodies:
        answer = _is_platform(snapshot, body)
        if isinstance(body, Forum) and answer is not Verdict.GAP:
            areas = snapshot.areas(body)
            by_country = found.certain if answer is Verdict.MET else found.possible
            for country in {area[:3] for area in named(areas)}:
                by_country[country].append(body.id)
            if is_open(areas):
                found.unclear.append(body)
    return found


def _is_platform(snapshot: Snapshot, body: Body) -> Verdict:
    """Answer whether a body is a national or sub-regional platform."""
    kinds, level = snapshot.vocabularies["body-kinds"], snapshot.level(body)
    if "platform" in body.kind:
        of_kind = Verdict.MET
    else:
        clear = body.kind and all(kind in kinds for kind in body.kind)
        of_kind = Verdict.GAP if clear else Verdict.UNKNOWN
    if level is None:
        of_level = Verdict.UNKNOWN
    else:
        wanted = level in (Level.NATIONAL, Level.SUB_REGIONAL)
        of_level = Verdict.MET if wanted else Verdict.GAP
    return every((of_kind, of_level, Verdict.MET if body.is_certain else Verdict.UNKNOWN))


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
