"""Two bodies side by side: what they share, and which body mirrors which at another level."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import final

from attrs import frozen

from interagency.graph.inherited import inherited
from interagency.model import Architecture, Body, Level, Link
from interagency.model.areas import contains
from interagency.model.effective import effective, organization_behind
from interagency.model.grammar import named
from interagency.model.identity import identities
from interagency.vocabularies import Vocabularies, Vocabulary, shipped


@final
@frozen
class Overlap:
    """What two bodies share, by their effective values; what is not written is not in it.

    Attributes:
        covers: The narrower code of each pair in which one covers the other.
        areas: The narrower area of each pair in which one contains the other.
        populations: The populations of both.
        members: The organizations with a seat in both, under whatever term.
    """

    covers: tuple[str, ...]
    areas: tuple[str, ...]
    populations: tuple[str, ...]
    members: tuple[str, ...]


def overlap(
    architecture: Architecture, one: str, other: str, vocabularies: Vocabularies | None = None
) -> Overlap:
    """Return what two bodies share.

    Raises:
        UnknownId: If nothing has one of the ids.
    """
    bodies = [_body(architecture, id) for id in (one, other)]
    sectors = (vocabularies or shipped())["sectors"]
    covers = [named(body.covers) for body in bodies]
    areas = [named(effective(architecture, body, "areas")) for body in bodies]
    populations = [set(named(effective(architecture, body, "populations"))) for body in bodies]
    same = identities(architecture.links)
    members = [{same.get(id, id) for id in _members(architecture, body.id)} for body in bodies]
    return Overlap(
        covers=shared_codes(covers[0], covers[1], sectors),
        areas=shared_areas(areas[0], areas[1]),
        populations=tuple(sorted(populations[0] & populations[1])),
        members=tuple(sorted(members[0] & members[1])),
    )


def _body(architecture: Architecture, id: str) -> Body:
    found = architecture.find(id)
    if not isinstance(found, Body):
        raise TypeError(f"{id!r} is not a body")
    return found


def _members(architecture: Architecture, body: str) -> set[str]:
    holders = (seat.held_by for seat in architecture.seats if seat.body == body)
    behind = (organization_behind(architecture, holder) for holder in holders)
    return {each for each in behind if each is not None}


def shared_codes(
    some: Iterable[str], others: Iterable[str], sectors: Vocabulary
) -> tuple[str, ...]:
    """Return the narrower code of each pair of which one is, or lies under, the other."""
    pairs = [(one, other) for one in some for other in others]
    down = {one for one, other in pairs if sectors.is_a(one, other)}
    return tuple(sorted(down | {other for one, other in pairs if sectors.is_a(other, one)}))


def shared_areas(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Return the narrower area of each pair of which one is, or contains, the other."""
    pairs = [(one, other) for one in some for other in others]
    inner = {one for one, other in pairs if contains(other, one)}
    return tuple(sorted(inner | {other for one, other in pairs if contains(one, other)}))


@final
@frozen
class Mirror:
    """A body, and those at a level below that do the same there.

    Attributes:
        body: Id of the body, for example of a regional sector.
        place: Id of the body below in which a counterpart is looked for, for example a platform.
        counterparts: Ids of the bodies in that place that cover the same, or say they mirror it;
            none known does not mean that there is none.
    """

    body: str
    place: str
    counterparts: tuple[str, ...]


def mirrors(
    architecture: Architecture,
    upper: Level = Level.REGIONAL,
    lower: Level = Level.NATIONAL,
    vocabularies: Vocabularies | None = None,
) -> tuple[Mirror, ...]:
    """Return how the groups of one level are mirrored in each structure of a level below.

    A structure is a forum of the lower level that lies in no other forum of that level.
    """
    sectors = (vocabularies or shipped())["sectors"]
    own_or_above = inherited(architecture, lambda body: body.level)
    levels = {id: level or architecture.level for id, level in own_or_above.items()}
    lines = frozenset((link.from_, link.to) for link in architecture.links if _mirrors(link))
    said = {id for line in lines for id in line}
    groups = (body for body in architecture.bodies if levels[body.id] is upper)
    above = [body for body in groups if body.covers or body.id in said]
    of_lower = inherited(architecture, lambda body: levels[body.id] is lower or None)
    places = [
        each
        for each in architecture.forums
        if levels[each.id] is lower and not of_lower.get(each.parent or "")
    ]
    below = _inside(architecture, places)
    return tuple(
        Mirror(body.id, place.id, _counterparts(body, below[place.id], sectors, lines))
        for body in above
        for place in places
    )


def _inside(architecture: Architecture, places: Iterable[Body]) -> Mapping[str, list[Body]]:
    """Return the bodies that lie somewhere in each place, of which none lies in another."""
    ids = {place.id for place in places}
    homes = inherited(architecture, lambda body: body.id if body.id in ids else None)
    inside: dict[str, list[Body]] = defaultdict(list)
    for body in architecture.bodies:
        home = homes.get(body.parent or "")
        if home is not None:
            inside[home].append(body)
    return inside


def _mirrors(link: Link) -> bool:
    return link.kind == "mirrors"


def _counterparts(
    body: Body,
    candidates: Iterable[Body],
    sectors: Vocabulary,
    lines: frozenset[tuple[str, str]],
) -> tuple[str, ...]:
    found = (
        each.id
        for each in candidates
        if {(body.id, each.id), (each.id, body.id)} & lines
        or shared_codes(named(body.covers), named(each.covers), sectors)
    )
    return tuple(sorted(found))
