"""Countries and the platforms they lie in: of some bodies, or of the forum of a plan."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from interagency.model import Body, Forum, Level, Plan, is_open, named
from interagency.snapshot.verdict import Verdict, every

if TYPE_CHECKING:
    from interagency.snapshot.snapshot import Snapshot


@frozen
class Platforms:
    """National and sub-regional platforms of each country, those of which that is certain or not.

    Attributes:
        certain: The ids of platforms by country.
        possible: The ids of bodies that may be platforms, by country.
        unclear: Platforms, or bodies that may be, of which not all countries are known.
    """

    certain: dict[str, list[str]] = Factory(lambda: defaultdict(list))
    possible: dict[str, list[str]] = Factory(lambda: defaultdict(list))
    unclear: list[Body] = Factory(list)

    def may_cover(self, country: str) -> Iterator[str]:
        """Yield the platforms that cover a country, or may."""
        unclear = (body.id for body in self.unclear)
        return chain(self.certain.get(country, ()), self.possible.get(country, ()), unclear)


def forums_of_plans(snapshot: "Snapshot") -> Iterator[tuple[Body, list[Plan], Platforms]]:
    """Yield each forum with the plans that are its own, and the platforms inside it."""
    plans: dict[str, list[Plan]] = defaultdict(list)
    for plan in snapshot.certain(Plan):
        if plan.part_of is None:
            plans[plan.forum or ""].append(plan)
    for id, its_plans in plans.items():
        forum = snapshot.bodies.get(id)
        if forum is not None and forum.is_certain:
            inside = (each for each in snapshot.children(forum.id) if each.lies_in)
            yield forum, its_plans, platforms(snapshot, inside)


def platforms(snapshot: "Snapshot", bodies: Iterable[Body]) -> Platforms:
    """Return the platforms among some bodies."""
    found = Platforms()
    for body in bodies:
        answer = is_platform(snapshot, body)
        if isinstance(body, Forum) and answer is not Verdict.GAP:
            areas = snapshot.areas(body)
            by_country = found.certain if answer is Verdict.MET else found.possible
            for country in {area[:3] for area in named(areas)}:
                by_country[country].append(body.id)
            if is_open(areas):
                found.unclear.append(body)
    return found


def is_platform(snapshot: "Snapshot", body: Body) -> Verdict:
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
