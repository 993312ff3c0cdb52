"""Small architectures, drawn with many lines between few things, and brute force over them."""

from collections.abc import Iterable, Iterator, Mapping

from hypothesis import strategies as st

from interagency.document import loads
from interagency.model import (
    Architecture,
    Certainty,
    Forum,
    Link,
    Organization,
    Post,
    Seat,
    Sector,
    Within,
)

IDS = ("a", "b", "c", "d", "e")
ORGANIZATIONS = ("x", "y")
Edges = Iterable[tuple[str, str]]


def architecture(text: str) -> Architecture:
    """Return the architecture of a document without its first line."""
    return loads(f"interagency: 1\n{text}")


@st.composite
def knots(draw: st.DrawFn) -> Architecture:
    """Draw bodies that lie in, report to and support each other in every way."""
    bodies = IDS[: draw(st.integers(1, len(IDS)))]
    ends = st.sampled_from((*bodies, "post", "x"))
    lines = st.tuples(st.sampled_from(("reports_to", "supports")), ends, ends)
    seats = st.tuples(st.sampled_from(bodies), st.sampled_from((*ORGANIZATIONS, "post", "vacant")))
    return Architecture(
        organizations=tuple(Organization(id=id) for id in ORGANIZATIONS),
        forums=tuple(Forum(id=id, within=draw(_places(id, bodies))) for id in bodies[:2]),
        sectors=tuple(Sector(id=id, within=draw(_places(id, bodies))) for id in bodies[2:]),
        posts=(Post(id="post", organization=draw(st.sampled_from(("x", "unknown", None)))),),
        links=tuple(
            Link(kind=kind, from_=start, to=end)
            for kind, start, end in draw(st.lists(lines, max_size=8, unique=True))
        ),
        seats=tuple(
            Seat(body=body, term="lead", holder=holder, certainty=draw(st.sampled_from(Certainty)))
            for body, holder in draw(st.lists(seats, max_size=5, unique=True))
        ),
    )


def _places(id: str, bodies: tuple[str, ...]) -> st.SearchStrategy[Within | None]:
    above = [other for other in bodies if other < id]
    words = st.sampled_from(("unknown", "none", *above))
    return st.none() | words.map(lambda to: Within(to=to))


def ids(whole: Architecture) -> set[str]:
    return {body.id for body in whole.bodies}


def neighbours(whole: Architecture) -> Mapping[str, set[str]]:
    """Return the bodies that each body is connected with, by any line and by where it lies."""
    lines = [(link.from_, link.to) for link in whole.links]
    lines += [(body.id, body.parent) for body in whole.bodies if body.parent]
    found: dict[str, set[str]] = {id: set() for id in ids(whole)}
    for start, end in lines:
        if start != end and {start, end} <= found.keys():
            found[start].add(end)
            found[end].add(start)
    return found


def reached(start: str, steps: Edges) -> set[str]:
    """Return all that can be reached from a start, in one step or more."""
    found: set[str] = set()
    edge = {end for begin, end in steps if begin == start}
    while edge:
        found |= edge
        edge = {end for begin, end in steps if begin in edge} - found
    return found


def simple_paths(start: str, end: str, steps: Edges) -> Iterator[tuple[str, ...]]:
    """Yield every way from one thing to another that passes nothing twice."""
    waiting: list[tuple[str, ...]] = [(start,)]
    while waiting:
        path = waiting.pop()
        if path[-1] == end and len(path) > 1:
            yield path
        else:
            onward = sorted({stop for begin, stop in steps if begin == path[-1]} - {*path})
            waiting += [(*path, stop) for stop in onward]
