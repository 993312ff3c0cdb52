"""An architecture as a graph, and questions to it in the words of the field.

`build` gives a plain `networkx.MultiDiGraph`, so all of networkx, and any of its backends, is at
hand. Every function takes an architecture, of which it looks at the last day of `as_of`, or a
snapshot of another day or of all time. networkx is imported when the first of them is asked.
"""

from interagency.graph.build import UnknownView, View, build
from interagency.graph.chains import Chain, Step, chains_to_top, why
from interagency.graph.graphml import flat, graphml
from interagency.graph.questions import (
    Loss,
    Mirror,
    Overlap,
    losses,
    mirrors,
    overlap,
    unconnected_organizations,
)
from interagency.model import contains

__all__ = [
    "Chain",
    "Loss",
    "Mirror",
    "Overlap",
    "Step",
    "UnknownView",
    "View",
    "build",
    "chains_to_top",
    "contains",
    "flat",
    "graphml",
    "losses",
    "mirrors",
    "overlap",
    "unconnected_organizations",
    "why",
]
