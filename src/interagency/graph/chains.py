"""How a body reaches the top, or somebody in particular: reporting chains, with their sources."""

from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, final

from attrs import evolve, frozen

from interagency.graph.build import build
from interagency.graph.inherited import inherited
from interagency.graph.ways import ways
from interagency.model import Architecture, Certainty, Fact, Organization, Seat
from interagency.model.effective import organization_behind
from interagency.vocabularies import Vocabularies

if TYPE_CHECKING:
    import networkx as nx

MOST_CHAINS: Final = 100


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


def chains_to_top(architecture: Architecture, start: str) -> tuple[Chain, ...]:
    """Return every way from a body to a top, by whom it reports to, else by where it lies.

    From an organization the ways are those of the bodies in which it has a seat, after that seat.
    An office lies in the office that it is part of. A top is what no named line leads further
    from. A chain that would come back to itself ends before it does. At most 100 chains are looked
    for, and returned shortest first.

    Raises:
        UnknownId: If nothing has the id.
    """
    steps = dict(_upward_steps(architecture))
    if isinstance(architecture.find(start), Organization):
        steps[start] = tuple(_seats_of(architecture, start))
    found = list(islice(_walk(start, steps), MOST_CHAINS))
    return tuple(sorted(found, key=lambda chain: (len(chain), [step.end for step in chain])))


def _seats_of(architecture: Architecture, organization: str) -> Iterator[Step]:
    """Yield a step to each body in which an organization, or a post of it, has a seat."""
    step = _Steps(architecture).step
    found: dict[str, Step] = {}
    for seat in architecture.seats:
        holder = organization_behind(architecture, seat.held_by)
        if holder == organization and seat.is_certain:
            found.setdefault(seat.body, step(seat.body, seat.term, seat.body, seat))
    return (evolve(each, start=organization) for each in found.values())


def _upward_steps(architecture: Architecture) -> Mapping[str, tuple[Step, ...]]:
    """Return the steps up from each thing: reporting lines where there are any, else `within`."""
    lines: dict[str, list[Step]] = {}
    step = _Steps(architecture).step
    for link in architecture.links:
        if link.kind == "reports_to":
            named = lines.setdefault(link.from_, [])
            if link.target is not None:
                named.append(step(link.from_, "reports_to", link.target, link))
    for body in architecture.bodies:
        if body.within is not None and body.parent is not None and not lines.get(body.id):
            lines[body.id] = [step(body.id, "within", body.parent, body.within)]
    for office in architecture.offices:
        if office.parent is not None and not lines.get(office.id):
            lines[office.id] = [step(office.id, "parent", office.parent, office)]
    return {start: tuple(steps) for start, steps in lines.items()}


@final
@frozen
class _Steps:
    """Makes steps that know their sources."""

    architecture: Architecture

    def step(self, start: str, kind: str, end: str, fact: Fact) -> Step:
        sources = fact.sources or self._above.get(start) or self.architecture.default_sources
        return Step(start, kind, end, fact.certainty, sources)

    @cached_property
    def _above(self) -> Mapping[str, tuple[str, ...] | None]:
        """The sources of each body, or of the nearest above it that has some."""
        return inherited(self.architecture, lambda body: body.sources or None)


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
    architecture: Architecture,
    start: str,
    end: str,
    vocabularies: Vocabularies | None = None,
    *,
    most: int = 5,
) -> tuple[Chain, ...]:
    """Return how one thing is connected to another, the shortest chains first.

    Reporting lines, `within` and leadership are followed upward, from a body to what it reports
    to and to who leads it, from a post to its organization, and from an office to what it is part
    of; nothing else is a chain of command. An organization starts from the bodies in which it has
    a seat.

    Args:
        architecture: The architecture.
        start: Id of a body, post, office or organization.
        end: Id of a body, post, office or organization.
        vocabularies: What role terms mean; by default the shipped lists.
        most: How many chains to return.

    Raises:
        UnknownId: If nothing has one of the ids.
    """
    architecture.find(end)
    command = _command(architecture, vocabularies)
    if isinstance(architecture.find(start), Organization):
        for step in _seats_of(architecture, start):
            command.add_edge(start, step.end, step=step)
    if start == end or start not in command or end not in command:
        return ()
    found = islice(ways(command, start, end), most)
    return tuple(tuple(command.edges[pair]["step"] for pair in pairwise(way)) for way in found)


def _command(architecture: Architecture, vocabularies: Vocabularies | None) -> "nx.DiGraph[str]":
    """Return the graph of chains of command, with one step for each pair of ends."""
    import networkx as nx

    command: nx.DiGraph[str] = nx.DiGraph()
    for step in _command_steps(architecture, vocabularies):
        if not command.has_edge(step.start, step.end):
            command.add_edge(step.start, step.end, step=step)
    return command


def _command_steps(architecture: Architecture, vocabularies: Vocabularies | None) -> Iterator[Step]:
    """Yield the steps upward: reporting lines, then places, then who leads."""
    step = _Steps(architecture).step
    for link in architecture.links:
        if link.kind == "reports_to" and link.target is not None:
            yield step(link.from_, "reports_to", link.target, link)
    for body in architecture.bodies:
        if body.within is not None and body.parent is not None:
            yield step(body.id, "within", body.parent, body.within)
    for _, body_id, data in build(architecture, "leadership", vocabularies).edges(data=True):
        seat: Seat = data["fact"]
        for holder in _holders(architecture, seat):
            yield step(body_id, seat.term, holder, seat)
    for post in architecture.posts:
        organization = organization_behind(architecture, post.id)
        if organization is not None:
            yield step(post.id, "organization", organization, post)
    for office in architecture.offices:
        for kind, end in (("parent", office.parent), ("organization", office.organization)):
            if end is not None:
                yield step(office.id, kind, end, office)


def _holders(architecture: Architecture, seat: Seat) -> Iterator[str]:
    """Yield who holds a seat: the post, and the holder unless the post leads there anyway."""
    if seat.held_by is not None:
        post = seat.post if seat.post in architecture.entities else None
        if post is not None:
            yield post
        if organization_behind(architecture, post) != seat.held_by:
            yield seat.held_by
