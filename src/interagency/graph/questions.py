"""Questions of paths, cuts and overlap, answered on the snapshot of a day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, final

from attrs import frozen

from interagency.graph.build import build
from interagency.model import Architecture, Body, Forum, Level, contains, named
from interagency.snapshot import Snapshot, involvements
from interagency.vocabularies import Vocabulary


@final
@frozen
class Overlap:
    """The common ground of two bodies, by their effective values; only what is recorded.

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


def overlap(where: Architecture | Snapshot, one: str, other: str) -> Overlap:
    """Return what two bodies share on the day of a snapshot, by default the last of `as_of`.

    Raises:
        UnknownId: If nothing has one of the ids.
        NotABody: If something that is not a body has it.
    """
    snapshot = Snapshot.of(where)
    first, second = snapshot.body(one), snapshot.body(other)
    populations = {*named(snapshot.populations(first))} & {*named(snapshot.populations(second))}
    return Overlap(
        covers=shared_codes(
            named(first.covers), named(second.covers), snapshot.vocabularies["sectors"]
        ),
        areas=shared_areas(named(snapshot.areas(first)), named(snapshot.areas(second))),
        populations=tuple(sorted(populations)),
        members=tuple(sorted(_members(snapshot, first) & _members(snapshot, second))),
    )


def _members(snapshot: Snapshot, body: Body) -> set[str]:
    return {id for id, bodies in snapshot.participation.seats.items() if body.id in bodies}


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
        counterparts: Ids of the bodies in that place that cover the same, or are linked to it by
            `mirrors`; an empty list does not mean that there is none.
    """

    body: str
    place: str
    counterparts: tuple[str, ...]


def mirrors(
    where: Architecture | Snapshot,
    upper: Level = Level.REGIONAL,
    lower: Level = Level.NATIONAL,
) -> tuple[Mirror, ...]:
    """Return how the groups of one level are mirrored in each structure of a level below.

    A structure is a forum of the lower level that lies in no other forum of that level.
    """
    snapshot = Snapshot.of(where)
    bodies = list(snapshot.certain(Body))
    links = frozenset(
        (link.from_, link.to)
        for link in snapshot.now.links
        if link.kind == "mirrors" and link.is_certain
    )
    linked = {id for link in links for id in link}
    levels = {body.id: snapshot.level(body) for body in bodies}
    above = [b for b in bodies if levels[b.id] is upper and (b.covers or b.id in linked)]
    below = _structures(snapshot, lower)
    sectors = snapshot.vocabularies["sectors"]
    return tuple(
        Mirror(body.id, place, _counterparts(body, inside, sectors, links))
        for body in above
        for place, inside in below.items()
    )


def _structures(snapshot: Snapshot, level: Level) -> Mapping[str, list[Body]]:
    """Return the bodies inside each outermost forum of a level."""
    outermost: dict[str, str] = {}
    for body in snapshot.certain(Body):
        for each in snapshot.upward(body):
            if isinstance(each, Forum) and snapshot.level(each) is level:
                outermost[body.id] = each.id
    found: dict[str, list[Body]] = {
        forum.id: [] for forum in snapshot.certain(Forum) if outermost.get(forum.id) == forum.id
    }
    for body in snapshot.certain(Body):
        home = outermost.get(body.id)
        if home in found and home != body.id:
            found[home].append(body)
    return found


def _counterparts(
    body: Body,
    candidates: Iterable[Body],
    sectors: Vocabulary,
    links: frozenset[tuple[str, str]],
) -> tuple[str, ...]:
    found = (
        each.id
        for each in candidates
        if {(body.id, each.id), (each.id, body.id)} & links
        or shared_codes(named(body.covers), named(each.covers), sectors)
    )
    return tuple(sorted(found))


@final
@frozen
class Loss:
    """The damage if one body or organization goes.

    Attributes:
        id: Its id.
        parts: Into how many parts the bodies around it fall; 0 if they stay together.
        unled: The bodies that it certainly leads alone.
    """

    id: str
    parts: int = 0
    unled: tuple[str, ...] = ()


def losses(where: Architecture | Snapshot) -> tuple[Loss, ...]:
    """Return every body and organization whose loss breaks the structure, the worst first.

    A body breaks it apart if the bodies that links and `within` connect through it are no longer
    connected without it. An organization leaves a body unled if it certainly leads it alone.
    """
    snapshot = Snapshot.of(where)
    parts, unled = _parts_by_body(snapshot), snapshot.led_alone()
    found = [
        Loss(id, parts.get(id, 0), tuple(sorted(unled.get(id, ())))) for id in {*parts, *unled}
    ]
    return tuple(sorted(found, key=lambda loss: (-len(loss.unled), -loss.parts, loss.id)))


def _parts_by_body(snapshot: Snapshot) -> Mapping[str, int]:
    """Return the number of parts that meet in each body where parts meet only in it."""
    import networkx as nx

    simple: nx.Graph[str] = nx.Graph(build(snapshot, "bodies").subgraph(snapshot.bodies))
    blocks: Counter[Any] = Counter()
    for block in nx.biconnected_components(simple):
        blocks.update(block)
    return {id: count for id, count in blocks.items() if count > 1}


def unconnected_organizations(where: Architecture | Snapshot) -> tuple[str, ...]:
    """Return the organizations that sit in nothing, appeal for, make and own nothing."""
    snapshot = Snapshot.of(where)
    now, graph = snapshot.now, build(snapshot)
    active = {each.organization for each in now.presence}
    active |= {each.organization for each in now.mandates}
    active |= {each.who for each in involvements(snapshot)}
    active |= {each.parent for each in now.organizations if each.parent}
    return tuple(
        each.id
        for each in now.organizations
        if each.id not in active and not each.parent and graph.degree(each.id) == 0
    )
