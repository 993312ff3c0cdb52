"""The whole as a graph, for Gephi, yEd, Cytoscape and other tools that draw or measure graphs."""

from interagency.exchange import Exporter
from interagency.graph import graphml
from interagency.model import Architecture
from interagency.snapshot import Snapshot


def to_graphml(architecture: Architecture) -> str:
    """Return an architecture with all its time as GraphML."""
    return graphml(Snapshot.of_all_time(architecture))


EXPORTER = Exporter(
    name="graphml",
    summary="Bodies, organizations, posts, offices and plans as a graph, in GraphML.",
    suffix=".graphml",
    loses=(
        "mandates, presence, products, sources, answers and the header; lists become one text, "
        "aliases their names, and characters that XML cannot hold become a replacement character"
    ),
    write=to_graphml,
)
