"""On whom the structure hangs: whose loss breaks it apart, or leaves bodies without a lead."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any, final

from attrs import frozen

from interagency.graph.build import build
from interagency.model import NONE, VACANT, Architecture, Seat
from interagency.model.effective import organization_behind
from interagency.model.identity import identities
from interagency.vocabularies import Vocabularies


@final
@frozen
class Loss:
    """What breaks if one body or organization goes.

    Attributes:
        id: Its id.
        parts: Into how many parts the bodies around it fall; 0 if they stay together.
        unled: The bodies of which it alone is known to lead or co-lead.
    """

    id: str
    parts: int = 0
    unled: tuple[str, ...] = ()


def losses(
    architecture: Architecture, vocabularies: Vocabularies | None = None
) -> tuple[Loss, ...]:
    """Return every body and organization whose loss breaks the structure, the worst first.

    A body breaks it apart if the bodies that lines and `within` connect through it are no longer
    connected without it. An organization leaves a body unled if no other is known to lead it; a
    leader whom nobody named may be another, so this is what is known, not what is certain.
    """
    parts = _parts_by_body(architecture)
    unled = _unled_by_organization(architecture, vocabularies)
    found = [Loss(id, parts.get(id, 0), unled.get(id, ())) for id in {*parts, *unled}]
    return tuple(sorted(found, key=lambda loss: (-len(loss.unled), -loss.parts, loss.id)))


def _parts_by_body(architecture: Architecture) -> Mapping[str, int]:
    """Return the number of parts that meet in each body where parts meet only in it."""
    import networkx as nx

    bodies = {body.id for body in architecture.bodies}
    simple: nx.Graph[str] = nx.Graph(build(architecture, "bodies").subgraph(bodies))
    blocks: Counter[Any] = Counter()
    for block in nx.biconnected_components(simple):
        blocks.update(block)
    return {id: count for id, count in blocks.items() if count > 1}


def _unled_by_organization(
    architecture: Architecture, vocabularies: Vocabularies | None
) -> Mapping[str, tuple[str, ...]]:
    sole: dict[str, list[str]] = defaultdict(list)
    for body, leaders in leaders_by_body(architecture, vocabularies).items():
        organization = next(iter(leaders)) if len(leaders) == 1 else None
        if organization is not None:
            sole[organization].append(body)
    return {id: tuple(sorted(bodies)) for id, bodies in sole.items()}


def leaders_by_body(
    architecture: Architecture, vocabularies: Vocabularies | None = None
) -> Mapping[str, Counter[str | None]]:
    """Return, for each body, how many seats of leadership each organization holds in it.

    Seats of a post count for the organization of the post; those of a holder whose organization
    nobody named count under None. Vacant and disputed seats are left out. Organizations that are
    the same (`same_as`) count as one, and so do two seats of one holder.
    """
    leaders: dict[str, Counter[str | None]] = defaultdict(Counter)
    same: Mapping[str, str | None] = identities(architecture.links)
    counted: set[tuple[str, str | None]] = set()
    for _, body, data in build(architecture, "leadership", vocabularies).edges(data=True):
        seat: Seat = data["fact"]
        if seat.holder not in (VACANT, NONE) and seat.is_certain:
            who = same.get(seat.held_by or "", seat.held_by)
            if who is None or (body, who) not in counted:
                holder = organization_behind(architecture, who)
                leaders[body][same.get(holder or "", holder)] += seat.count or 1
                counted.add((body, who))
    return leaders
