"""What is connected to what at all: rings, orphans, and organizations that nothing connects."""

from collections.abc import Iterable

from interagency.graph.build import build
from interagency.model import Architecture, Product


def reporting_rings(architecture: Architecture) -> tuple[frozenset[str], ...]:
    """Return the groups of bodies and posts that report to each other in a ring."""
    import networkx as nx

    lines = build(architecture, "bodies")
    edges = lines.edges(data=True)
    reports = [(start, end) for start, end, data in edges if data["kind"] == "reports_to"]
    graph: nx.DiGraph[str] = nx.DiGraph(reports)
    looped = {node for node, _ in nx.selfloop_edges(graph)}
    rings = (frozenset(part) for part in nx.strongly_connected_components(graph))
    return _in_order(ring for ring in rings if len(ring) > 1 or ring & looped)


def orphans(architecture: Architecture) -> tuple[str, ...]:
    """Return the bodies that nothing connects to another body, by within or by any line."""
    bodies = {body.id for body in architecture.bodies}
    edges = build(architecture, "bodies").edges()
    lines = (edge for edge in edges if edge[0] != edge[1] and bodies.issuperset(edge))
    connected = {id for line in lines for id in line}
    return tuple(sorted(bodies - connected)) if len(bodies) > 1 else ()


def unconnected_organizations(architecture: Architecture) -> tuple[str, ...]:
    """Return the organizations that sit in nothing, appeal for nothing and own nothing."""
    graph = build(architecture)
    active = {each.organization for each in architecture.presence}
    active |= {each.organization for each in architecture.mandates}
    active |= {id for product in architecture.products for id in _makers(product)}
    active |= {each.parent for each in architecture.organizations if each.parent}
    return tuple(
        each.id
        for each in architecture.organizations
        if each.id not in active and not each.parent and graph.degree(each.id) == 0
    )


def _makers(product: Product) -> Iterable[str]:
    return (*product.by, *product.on_behalf_of, *product.contributors, *product.cleared_by)


def _in_order(groups: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    return tuple(sorted(groups, key=sorted))
