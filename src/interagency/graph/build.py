"""An architecture as a plain networkx graph: the only place where one is made."""

from typing import TYPE_CHECKING, Any, Final, Literal, final

from interagency.errors import UnknownName
from interagency.model import (
    Agreement,
    Appeal,
    Architecture,
    Body,
    Decision,
    Entity,
    Link,
    Office,
    Organization,
    Plan,
    Post,
    Product,
    Seat,
)
from interagency.model.grammar import RESERVED
from interagency.model.keys import appeal_key, link_key, seat_key
from interagency.model.sections import SECTION_OF_CLASS
from interagency.snapshot import Snapshot, involvements

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

View = Literal["bodies", "leadership", "membership", "plan", "work", "everything"]

UNNAMED = "unnamed"
_ALONE: Final[dict[View, tuple[type[Any], ...]]] = {
    "bodies": (Body, Post, Office),
    "leadership": (Body,),
    "membership": (Body, Organization),
    "plan": (Plan,),
    "work": (Product, Decision, Agreement),
    "everything": (Body, Organization, Post, Office, Plan, Product, Decision, Agreement),
}


class UnknownView(UnknownName):
    """A name that no view of a graph has."""

    sort = "view"


def build(where: Architecture | Snapshot, view: View = "everything") -> "Graph":
    """Return an architecture as a new, plain `networkx.MultiDiGraph`, yours to change.

    Every node is an id, with the attributes `kind` (forum, sector, sub-sector, working-group,
    organization, post, office, plan, product, decision,
    agreement) and `entity`, the immutable record. Every edge stands for
    one fact, with the attributes `kind`, `term` (of a seat, as written) and `fact`, the record;
    its key is the natural key of the fact. Edges point from what holds, lies or reports to what
    it sits in, lies in or reports to.

    A seat that no named holder fills, and a link whose end is not named, have at that end a node
    of kind `unnamed`, so that there is exactly one edge for each seat and link in the view.

    Args:
        where: The architecture, as of the last day of its `as_of`, or a snapshot of another day;
            `Snapshot.of_all_time` has every record.
        view: `bodies` (bodies, posts and offices, with the lines between them), `leadership`
            (seats that lead), `membership` (all seats), `plan` (plans, chapters, their forums
            and appeals), `work` (products, decisions and agreements, with who makes, clears, owes
            input to, decides on or is party to them; the kind of an edge is the field that says
            so), or `everything`.

    Raises:
        UnknownView: If there is no view of the name.
    """
    import networkx as nx

    if view not in _ALONE:
        raise UnknownView(view, _ALONE)
    snapshot = Snapshot.of(where)
    graph: Graph = nx.MultiDiGraph(title=snapshot.now.title or "", view=view)
    builder = _Builder(graph, snapshot)
    builder.add_nodes(_ALONE[view])
    if view in ("bodies", "everything"):
        builder.add_places()
        builder.add_links()
    if view in ("leadership", "membership", "everything"):
        builder.add_seats(leading_only=view == "leadership")
    if view in ("plan", "everything"):
        builder.add_plans()
    if view in ("work", "everything"):
        builder.add_work()
    return graph


@final
class _Builder:
    def __init__(self, graph: "Graph", snapshot: Snapshot) -> None:
        self.graph = graph
        self.snapshot = snapshot
        self.architecture = snapshot.now

    def add_nodes(self, kinds: tuple[type[Any], ...]) -> None:
        """Add what belongs to the view even if nothing connects it."""
        for entity in self.architecture.iter_entities():
            if isinstance(entity, kinds):
                self.add_node(entity)

    def add_node(self, entity: Entity) -> None:
        self.graph.add_node(entity.id, kind=SECTION_OF_CLASS[type(entity)].code, entity=entity)

    def add_edge(self, start: str, end: str, kind: str, fact: Any, term: str = "") -> None:
        """Add the edge of a fact, and those of its ends that the view does not have yet."""
        for id in (start, end):
            if id not in self.graph:
                self.add_node(self.architecture.entities[id])
        self.graph.add_edge(start, end, key=key_of(kind, fact), kind=kind, term=term, fact=fact)

    def unnamed(self, fact: Seat | Link, kind: str) -> str:
        """Add a node for an end that nobody named, and return its id."""
        id = f"{UNNAMED}: {key_of(kind, fact)}"
        self.graph.add_node(id, kind=UNNAMED, entity=fact)
        return id

    def add_places(self) -> None:
        """Add what lies within what, and whose posts and offices they are."""
        for body in self.architecture.bodies:
            if body.parent is not None:
                self.add_edge(body.id, body.parent, "within", body)
        for office in self.architecture.offices:
            self.add_reference(office.id, office.parent, "parent", office)
            self.add_reference(office.id, office.organization, "organization", office)
        for post in self.architecture.posts:
            self.add_reference(post.id, post.office, "office", post)
            self.add_reference(post.id, post.organization, "organization", post)

    def add_reference(self, start: str, end: str | None, kind: str, fact: Any) -> None:
        if end is not None and end not in RESERVED:
            self.add_edge(start, end, kind, fact)

    def add_links(self) -> None:
        for link in self.architecture.links:
            end = link.target or self.unnamed(link, link.kind)
            self.add_edge(link.from_, end, link.kind, link)

    def add_seats(self, *, leading_only: bool) -> None:
        for seat in self.architecture.seats:
            if not leading_only or self.snapshot.standing(seat).leads:
                holder = seat.held_by or self.unnamed(seat, "seat")
                self.add_edge(holder, seat.body, "seat", seat, seat.term)

    def add_plans(self) -> None:
        for plan in self.architecture.plans:
            self.add_reference(plan.id, plan.part_of, "part_of", plan)
            self.add_reference(plan.id, plan.forum, "forum", plan)
        for appeal in self.architecture.appeals:
            self.add_edge(appeal.organization, appeal.plan, "appeal", appeal)

    def add_work(self) -> None:
        """Add who has which part in products, decisions and agreements, and what follows what."""
        for each in involvements(self.snapshot):
            self.add_edge(each.who, each.record.id, each.part, each.record)
        for product in self.architecture.products:
            self.add_reference(product.id, product.plan, "plan", product)
        for decision in self.architecture.decisions:
            self.add_reference(decision.id, decision.replaces, "replaces", decision)


def key_of(kind: str, fact: Any) -> str:
    """Return the key of the edge of a fact: its natural key as text, the same in every run."""
    match fact:
        case Seat():
            return _text(kind, *seat_key(fact))
        case Link():
            return _text(*link_key(fact))
        case Appeal():
            return _text(kind, *appeal_key(fact))
    return f"{kind} {fact.id}"


def _text(*parts: object) -> str:
    """Join the parts of a key so that different keys never look alike."""
    return "/".join(map(_part, parts)).rstrip("/")


def _part(part: object) -> str:
    if isinstance(part, tuple):
        return "+".join(map(_part, part))
    return "" if part is None else str(part).replace("%", "%25").replace("/", "%2F")
