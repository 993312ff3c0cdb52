"""Reporting chains from one body to another or to the top, with their sources."""

from collections.abc import Iterator, Mapping, Set
from functools import partial
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, final

from attrs import evolve, frozen

from interagency.model import Architecture, Certainty, Fact, Organization, Seat
from interagency.snapshot import Snapshot

if TYPE_CHECKING:
    import networkx as nx

MOST_CHAINS: Final = 100
MOST_STEPS: Final = 30


@final
@frozen
class Step:
    """One step of a chain.

    Attributes:
        start: Id from which it goes.
        kind: reports_to, within, the role term of who leads, organization (of a post or office),
            parent (of an office), or, from an organization to a body, the role term of its seat.
        end: Id to which it goes.
        certainty: How the fact stands.
        sources: Ids of the sources of the fact, its own or those it inherits.
    """

    start: str
    kind: str
    end: str
    certainty: Certainty
    sources: tuple[str, ...] = ()


Chain = tuple[Step, ...]


def chains_to_top(where: Architecture | Snapshot, start: str) -> tuple[Chain, ...]:
    """Return every way from a body to a top, by whom it reports to, else by where it lies.

    From an organization the ways are those of the bodies in which it has a seat, after that seat.
    An office lies in the office that it is part of. A top is what no named link leads further
    from. A chain that would come back to itself ends before it does. At most 100 chains are looked
    for, and returned shortest first.

    Args:
        where: The architecture, as of the last day of its `as_of`, or a snapshot of another day.
        start: Id of a body, post, office or organization.

    Raises:
        UnknownId: If nothing has the id.
    """
    snapshot = Snapshot.of(where)
    steps = dict(_upward_steps(snapshot))
    if isinstance(snapshot.now.find(start), Organization):
        steps[start] = tuple(_seats_of(snapshot, start))
    found = list(islice(_walk(start, steps), MOST_CHAINS))
    return tuple(sorted(found, key=lambda chain: (len(chain), [step.end for step in chain])))


def _step(snapshot: Snapshot, start: str, kind: str, end: str, fact: Fact) -> Step:
    return Step(start, kind, end, fact.certainty, snapshot.sources(fact, start))


def _seats_of(snapshot: Snapshot, organization: str) -> Iterator[Step]:
    """Yield a step to each body in which an organization, or a post of it, has a seat."""
    found: dict[str, Step] = {}
    for seat in snapshot.certain(Seat):
        if snapshot.organization_of(seat.held_by or "") == organization:
            step = _step(snapshot, seat.body, seat.term, seat.body, seat)
            found.setdefault(seat.body, step)
    return (evolve(each, start=organization) for each in found.values())


def _upward_steps(snapshot: Snapshot) -> Mapping[str, tuple[Step, ...]]:
    """Return the steps up from each thing: reporting lines where there are any, else `within`."""
    lines: dict[str, list[Step]] = {}
    for link in snapshot.now.links:
        if link.kind == "reports_to":
            named = lines.setdefault(link.from_, [])
            if link.target is not None:
                named.append(_step(snapshot, link.from_, "reports_to", link.target, link))
    for body in snapshot.now.bodies:
        if body.within is not None and body.parent is not None and not lines.get(body.id):
            lines[body.id] = [_step(snapshot, body.id, "within", body.parent, body.within)]
    for office in snapshot.now.offices:
        if office.parent is not None and not lines.get(office.id):
            lines[office.id] = [_step(snapshot, office.id, "parent", office.parent, office)]
    return {start: tuple(steps) for start, steps in lines.items()}


def _walk(start: str, steps: Mapping[str, tuple[Step, ...]]) -> Iterator[Chain]:
    """Yield every chain from a start that cannot go on, depth first, however deep it is."""
    chain: list[Step] = []
    seen = {start}
    waiting = [iter(_onward(start, steps, seen))]
    while waiting:
        step = next(waiting[-1], None)
        if step is None:
            waiting.pop()
            if chain:
                seen.remove(chain.pop().end)
            continue
        chain.append(step)
        seen.add(step.end)
        onward = _onward(step.end, steps, seen)
        if not onward:
            yield tuple(chain)
        waiting.append(iter(onward))


def _onward(at: str, steps: Mapping[str, tuple[Step, ...]], seen: Set[str]) -> list[Step]:
    return [step for step in steps.get(at, ()) if step.end not in seen]


def why(
    where: Architecture | Snapshot, start: str, end: str, *, most: int = 5
) -> tuple[Chain, ...]:
    """Return how one thing is connected to another, the shortest chains first.

    Reporting lines, `within` and leadership are followed upward, from a body to what it reports
    to and to who leads it, from a post to its organization, and from an office to what it is part
    of; nothing else is a chain of command. An organization starts from the bodies in which it has
    a seat. Chains of more than 30 steps are left out, unless there is no shorter one.

    Args:
        where: The architecture, as of the last day of its `as_of`, or a snapshot of another day.
        start: Id of a body, post, office or organization.
        end: Id of a body, post, office or organization.
        most: How many chains to return.

    Raises:
        UnknownId: If nothing has one of the ids.
    """
    snapshot = Snapshot.of(where)
    snapshot.now.find(end)
    command = _command(snapshot)
    if isinstance(snapshot.now.find(start), Organization):
        for step in _seats_of(snapshot, start):
            command.add_edge(start, step.end, step=step)
    if start == end or start not in command or end not in command:
        return ()
    paths = islice(_shortest_paths(command, start, end), most)
    return tuple(tuple(command.edges[pair]["step"] for pair in pairwise(path)) for path in paths)


def _shortest_paths(graph: "nx.DiGraph[str]", start: str, end: str) -> Iterator[list[str]]:
    """Yield the simple paths between two nodes, the shortest first.

    Only nodes on a path of at most `MOST_STEPS` steps are searched: Yen's algorithm searches the
    graph once for each step of each path, which takes minutes on a chain of thousands.
    """
    import networkx as nx

    below = nx.single_source_shortest_path_length(graph, start)
    above = dict(nx.single_target_shortest_path_length(graph, end))
    if end not in below:
        return
    longest = max(MOST_STEPS, below[end])
    near = [id for id, steps in below.items() if id in above and steps + above[id] <= longest]
    if below[end] > MOST_STEPS:
        yield nx.shortest_path(graph, start, end)
        return
    for path in nx.shortest_simple_paths(graph.subgraph(near), start, end):
        if len(path) > longest + 1:
            return
        yield path


def _command(snapshot: Snapshot) -> "nx.DiGraph[str]":
    """Return the graph of chains of command, with one step for each pair of ends."""
    import networkx as nx

    command: nx.DiGraph[str] = nx.DiGraph()
    for step in _command_steps(snapshot):
        if not command.has_edge(step.start, step.end):
            command.add_edge(step.start, step.end, step=step)
    return command


def _command_steps(snapshot: Snapshot) -> Iterator[Step]:
    """Yield the steps upward: reporting lines, then places, then who leads, then whose it is."""
    now, step = snapshot.now, partial(_step, snapshot)
    for link in now.links:
        if link.kind == "reports_to" and link.target is not None:
            yield step(link.from_, "reports_to", link.target, link)
    for body in now.bodies:
        if body.within is not None and body.parent is not None:
            yield step(body.id, "within", body.parent, body.within)
    for seat in now.seats:
        if snapshot.standing(seat).leads:
            for holder in _holders(snapshot, seat):
                yield step(seat.body, seat.term, holder, seat)
    for post in now.posts:
        organization = snapshot.organization_of(post.id)
        if organization is not None:
            yield step(post.id, "organization", organization, post)
    for office in now.offices:
        for kind, end in (("parent", office.parent), ("organization", office.organization)):
            if end is not None:
                yield step(office.id, kind, end, office)


def _holders(snapshot: Snapshot, seat: Seat) -> Iterator[str]:
    """Yield who holds a seat: the post, and the holder unless the post leads there anyway."""
    if seat.held_by is not None:
        post = seat.post if seat.post in snapshot.now.entities else None
        if post is not None:
            yield post
        if snapshot.organization_of(post or "") != seat.held_by:
            yield seat.held_by
