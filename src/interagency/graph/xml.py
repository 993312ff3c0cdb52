"""An architecture as GraphML, written line by line.

The writer of networkx holds every element as an object: a million seats take it many gigabytes.
"""

from collections.abc import Iterator, Mapping
from typing import Final, final
from xml.sax.saxutils import escape, quoteattr

from attrs import Factory, frozen

from interagency.graph.build import View, build
from interagency.graph.flat import edge_texts, node_texts, safe_id, safe_texts
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies

_SPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_HEAD: Final = f"""\
<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="{_SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{_SPACE} {_SPACE}/1.0/graphml.xsd">
"""


def graphml(
    architecture: Architecture,
    view: View = "everything",
    vocabularies: Vocabularies | None = None,
) -> str:
    """Return an architecture as GraphML, for Gephi, yEd, Cytoscape and networkx itself.

    Args:
        architecture: The architecture.
        view: What to show; see `build`.
        vocabularies: What role terms mean; by default the shipped lists.
    """
    graph = build(architecture, view, vocabularies)
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
