"""An architecture as GraphML, written line by line.

The writer of networkx holds every element as an object: a million seats take it many gigabytes.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, final
from xml.sax.saxutils import escape, quoteattr

from attrs import Factory, frozen

from interagency.graph.build import UNNAMED, View, build
from interagency.graph.texts import texts_of
from interagency.model import Appeal, Architecture, Body, Link, Seat, Within
from interagency.snapshot import Snapshot

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


# What XML 1.0 cannot hold, or reads back as something else; parsers refuse noncharacters too.
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|\r")
_REPLACED = "\ufffd"


def flat(graph: "Graph") -> "Graph":
    """Return a copy of a graph made by `build`, with nothing but texts that XML can hold.

    Nodes have `kind`, `label` and the fields of their record; edges have `kind`, `term` and the
    fields of their fact. A record's own `kind` is called `kind_code`. What is not written is left
    out, and characters that no XML file can hold are replaced by U+FFFD, in ids by `%07` and
    the like, so that different ids stay different.
    """
    import networkx as nx

    copy: Graph = nx.MultiDiGraph()
    copy.graph.update(safe_texts(graph.graph))
    for id, data in graph.nodes(data=True):
        copy.add_node(safe_id(id), **node_texts(id, data))
    for start, end, key, data in graph.edges(keys=True, data=True):
        copy.add_edge(safe_id(start), safe_id(end), key=safe_id(key), **edge_texts(data))
    return copy


def node_texts(id: str, data: dict[str, Any]) -> dict[str, str]:
    """Return what is told of a node of a graph made by `build`."""
    entity, kind = data["entity"], data["kind"]
    fields = {} if kind == UNNAMED else _fields(entity)
    return safe_texts({"kind": kind, "label": _label(id, entity), **fields})


def _label(id: str, entity: Any) -> str:
    """Return what people call an entity; of an end that nobody named, what is said of it."""
    if isinstance(entity, Seat):
        return entity.holder or entity.kind or "?"
    if isinstance(entity, Link):
        return entity.to
    spoken = (getattr(entity, name, None) for name in ("acronym", "name", "title"))
    return next((each for each in spoken if each), id)


def edge_texts(data: dict[str, Any]) -> dict[str, str]:
    """Return what is told of an edge of a graph made by `build`."""
    fact, kind = data["fact"], data["kind"]
    fact = fact.within if isinstance(fact, Body) else fact
    # The other lines are fields of a node, which has all there is to say of them.
    fields = _fields(fact) if isinstance(fact, Seat | Link | Appeal | Within) else {}
    return safe_texts({**fields, "kind": kind, "term": data["term"]})


def _fields(record: Any) -> dict[str, str]:
    fields = texts_of(record)
    return {"kind_code" if name == "kind" else name: text for name, text in fields.items()}


def safe_texts(values: dict[str, Any]) -> dict[str, str]:
    """Return texts that XML can hold, without those that say nothing."""
    return {name: _NOT_XML.sub(_REPLACED, value) for name, value in values.items() if value}


def safe_id(id: str) -> str:
    """Return an id or key that survives XML: what cannot be printed is written as its number."""
    return "".join(each if each.isprintable() else f"%{ord(each):02X}" for each in id)


_SPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = f"""\
<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="{_SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{_SPACE} {_SPACE}/1.0/graphml.xsd">
"""


def graphml(where: Architecture | Snapshot, view: View = "everything") -> str:
    """Return an architecture as GraphML, for Gephi, yEd, Cytoscape and networkx itself.

    Args:
        where: The architecture, as of the last day of its `as_of`, or a snapshot of another day;
            `Snapshot.of_all_time` has every record.
        view: The part to show; see `build`.
    """
    graph = build(where, view)
    keys = _Keys()
    lines = [*keys.data("graph", safe_texts(graph.graph), "    ")]
    for id, data in graph.nodes(data=True):
        lines.append(f"    <node id={_quoted(id)}>\n")
        lines += keys.data("node", node_texts(id, data), "      ")
        lines.append("    </node>\n")
    for start, end, key, data in graph.edges(keys=True, data=True):
        ends = f"source={_quoted(start)} target={_quoted(end)}"
        lines.append(f"    <edge {ends} id={_quoted(key)}>\n")
        lines += keys.data("edge", edge_texts(data), "      ")
        lines.append("    </edge>\n")
    inside = '  <graph edgedefault="directed">\n', *lines, "  </graph>\n</graphml>\n"
    return "".join((_HEAD, *keys.declared(), *inside))


@final
@frozen
class _Keys:
    """The short names of what is told of nodes and edges, declared before it is."""

    names: dict[tuple[str, str], str] = Factory(dict)

    def data(self, scope: str, texts: Mapping[str, str], indent: str) -> Iterator[str]:
        for name, text in texts.items():
            key = self.names.setdefault((scope, name), f"d{len(self.names)}")
            yield f'{indent}<data key="{key}">{escape(text)}</data>\n'

    def declared(self) -> Iterator[str]:
        for (scope, name), key in self.names.items():
            told = f'attr.name="{name}" attr.type="string"'
            yield f'  <key id="{key}" for="{scope}" {told} />\n'


def _quoted(id: str) -> str:
    return quoteattr(safe_id(id))
