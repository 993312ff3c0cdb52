"""Every way through a graph that passes nothing twice, the shortest first.

networkx finds them too, but copies and searches the rest of the graph for each step of each way:
a chain of 20,000 bodies takes it minutes. Here a turn is followed only once nothing shorter is
left, for how far everything is from the end is known from the start.
"""

from collections import deque
from collections.abc import Collection, Iterator
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    import networkx as nx

Way = list[str]


@final
@frozen
class _Turn:
    """All ways that begin like one of them and then go on otherwise.

    Attributes:
        way: The way like which they begin.
        kept: How many of its things they have in common.
        without: What does not come next.
    """

    way: Way
    kept: int
    without: frozenset[str]


@final
@frozen
class _Search:
    graph: "nx.DiGraph[str]"
    left: dict[str, float]

    def onward(self, at: str, without: Collection[str]) -> list[str]:
        """Return what comes next and leads to the end."""
        return [each for each in self.graph[at] if each in self.left and each not in without]

    def turns(self, turn: _Turn, way: Way) -> Iterator[tuple[float, _Turn]]:
        """Yield the turns off a way that was found, with how long the ways there are at least."""
        passed = set(way[: turn.kept - 1])
        for kept in range(turn.kept, len(way)):
            at, following = way[kept - 1], way[kept]
            passed.add(at)
            without = {following, *(turn.without if kept == turn.kept else ())}
            lengths = [self.left[each] for each in self.onward(at, without) if each not in passed]
            if lengths:
                yield kept + min(lengths), _Turn(way, kept, frozenset(without))

    def shortest(self, turn: _Turn, end: str) -> Way | None:
        """Return the shortest of the ways at a turn; None if all come back to what was passed."""
        kept = turn.way[: turn.kept]
        passed = {*kept}
        before: dict[str, str] = {}
        waiting = deque([kept[-1]])
        while waiting and end not in before:
            at = waiting.popleft()
            for each in self.onward(at, turn.without if at == kept[-1] else ()):
                if each not in passed and each not in before:
                    before[each] = at
                    waiting.append(each)
        return [*kept, *_traced(end, kept[-1], before)] if end in before else None


def ways(graph: "nx.DiGraph[str]", start: str, end: str) -> Iterator[Way]:
    """Yield every way from one thing to another that passes nothing twice, the shortest first.

    Both must be in the graph, and differ.
    """
    import networkx as nx

    search = _Search(graph, dict(nx.shortest_path_length(graph, target=end)))
    number = count()
    # Of equal length, a way that was found comes before a turn that is yet to be followed.
    ahead: list[tuple[float, bool, int, _Turn, Way]] = []
    if start in search.left:
        first = _Turn([start], 1, frozenset())
        heappush(ahead, (search.left[start], True, next(number), first, []))
    while ahead:
        _, is_open, _, turn, way = heappop(ahead)
        if is_open:
            found = search.shortest(turn, end)
            if found is not None:
                heappush(ahead, (len(found) - 1, False, next(number), turn, found))
            continue
        yield way
        for length, each in search.turns(turn, way):
            heappush(ahead, (length, True, next(number), each, []))


def _traced(end: str, start: str, before: dict[str, str]) -> Way:
    """Return the way from a start to an end, the start left out."""
    way = [end]
    while before[way[-1]] != start:
        way.append(before[way[-1]])
    return way[::-1]
