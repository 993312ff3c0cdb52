"""An architecture as a graph, and questions to it in the words of the field.

`build` gives a plain `networkx.MultiDiGraph`, so that all of networkx, and any of its backends,
is at hand. The questions take an architecture and return values of their own; only they speak
networkx, and it is imported when the first of them is asked.
"""

from interagency.graph.build import View, build
from interagency.graph.chains import Chain, Step, chains_to_top, why
from interagency.graph.comparison import Mirror, Overlap, mirrors, overlap
from interagency.graph.concentration import Concentration, concentration
from interagency.graph.dependence import Loss, leaders_by_body, losses
from interagency.graph.graphml import flat, graphml
from interagency.graph.parts import orphans, reporting_rings, unconnected_organizations
from interagency.model.areas import contains

__all__ = [
    "Chain",
    "Concentration",
    "Loss",
    "Mirror",
    "Overlap",
    "Step",
    "View",
    "build",
    "chains_to_top",
    "concentration",
    "contains",
    "flat",
    "graphml",
    "leaders_by_body",
    "losses",
    "mirrors",
    "orphans",
    "overlap",
    "reporting_rings",
    "unconnected_organizations",
    "why",
]
