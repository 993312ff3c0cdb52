"""Ways through any graph, against brute force; long ones take no longer than they are."""

from itertools import islice

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from interagency.graph.ways import ways
from tests.graph.small import simple_paths

NODES = st.sampled_from("abcdef")


@given(st.lists(st.tuples(NODES, NODES), max_size=20, unique=True))
def test_every_way_is_found_once_and_the_shortest_come_first(edges: list[tuple[str, str]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph(edges)
    graph.add_nodes_from("ab")
    found = [tuple(way) for way in ways(graph, "a", "b")]
    assert sorted(found) == sorted(simple_paths("a", "b", edges))
    assert [*map(len, found)] == sorted(map(len, found))


def test_a_chain_of_fifty_thousand_with_a_turn_at_each_step_is_followed() -> None:
    last = 50_000
    steps = [(n, min(n + further, last)) for n in range(last) for further in (1, 2)]
    graph: nx.DiGraph[str] = nx.DiGraph((str(start), str(end)) for start, end in steps)
    found = [*islice(ways(graph, "0", str(last)), 3)]
    assert [len(way) for way in found] == [25_001, 25_002, 25_002]
