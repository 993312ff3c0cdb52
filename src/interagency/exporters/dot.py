"""A picture of the bodies, in the language of Graphviz: `dot -Tsvg structure.dot`."""

import re
from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import Any

from interagency.exchange import Exporter
from interagency.model import Architecture
from interagency.report.drawing import (
    COLOURS,
    LEGEND,
    LOSES,
    Box,
    Drawing,
    Line,
    drawing_of,
    node_id,
)
from interagency.report.selection import SELECTION_OPTIONS, Selection

_WIDTH = 42
_LEGEND = (*LEGEND, "Arrow: reports to. Thin line: lies in. Dotted: inferred or disputed.")
_BORDERS = {
    "known": 'style="filled,rounded" color="#4d5a66"',
    "unknown": 'style="filled,rounded,dashed" color="#4d5a66"',
    "vacant": 'style="filled,rounded" color="#c00000" penwidth=2.5',
}
# A question mark or VACANT that stands alone, not one in a name.
_MARKS = re.compile(r"(?<![^\s,])(?:VACANT|\?)(?![^\s,])")
_HEAD = """\
digraph structure {
  graph [rankdir=LR fontname="Helvetica" fontsize=11 labelloc=t labeljust=l nodesep=0.12
    ranksep=0.9 splines=true ordering=in]
  node [shape=box width=3.2 fontname="Helvetica" fontsize=10 margin="0.12,0.07"]
  edge [tailport=e headport=w]
"""


def to_dot(architecture: Architecture, **options: Any) -> str:
    """Return a picture of an architecture in the language of Graphviz."""
    drawing = drawing_of(architecture, Selection.of(**options))
    edges = (_edge(line) for box in drawing.boxes for line in drawing.lines[box.id])
    lines = (f"label=<{_caption(drawing)}>", *map(_node, drawing.boxes), *edges)
    return _HEAD + "".join(f"  {each}\n" for each in lines) + "}\n"


def _caption(drawing: Drawing) -> str:
    title = f'<B><FONT POINT-SIZE="16">{escape(drawing.title)}</FONT></B>'
    legend = [f'<FONT POINT-SIZE="9" COLOR="#555555">{escape(line)}</FONT>' for line in _LEGEND]
    lines = (title, escape(drawing.setting), *legend)
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines)


def _node(box: Box) -> str:
    label = "<BR/>".join(_label(box))
    style = f'fillcolor="{COLOURS[box.kind]}" {_BORDERS[box.leading]}'
    return f'"{node_id(box.id)}" [label=<{label}> {style}]'


def _label(box: Box) -> Iterator[str]:
    yield "<BR/>".join(f"<B>{escape(line)}</B>" for line in wrap(box.title, _WIDTH - 4))
    for text in box.texts:
        yield "<BR/>".join(_marked(line) for line in wrap(text, _WIDTH))
    if box.scope:
        yield "<BR/>".join(f"<I>{escape(line)}</I>" for line in wrap(box.scope, _WIDTH))


def _marked(line: str) -> str:
    """Return a line of a box with what is vacant in red, and what is unknown in brown."""
    return _MARKS.sub(_coloured, escape(line))


def _coloured(found: re.Match[str]) -> str:
    colour = "#a05a00" if found[0] == "?" else "#c00000"
    return f'<FONT COLOR="{colour}"><B>{found[0]}</B></FONT>'


def _edge(line: Line) -> str:
    # Drawn from right to left, so that what stands above is on the left.
    look = 'dir=back color="#333333"' if line.reports else 'dir=none color="#9aa5b1"'
    dotted = "" if line.sure else " style=dotted penwidth=1.6"
    return f'"{node_id(line.end)}" -> "{node_id(line.start)}" [{look}{dotted}]'


EXPORTER = Exporter(
    name="dot",
    summary="A picture of the bodies and who leads them, for Graphviz.",
    suffix=".dot",
    loses=LOSES,
    write=to_dot,
    options=SELECTION_OPTIONS,
    media_type="text/vnd.graphviz",
)
