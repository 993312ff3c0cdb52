"""A picture of the bodies, in the language of Graphviz: `dot -Tsvg structure.dot`."""

import re
from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import Final

from interagency.exchange import Exporter
from interagency.exporters.drawing import COLOURS, LEGEND, Box, Drawing, Line, drawing_of
from interagency.exporters.node_ids import node_id
from interagency.model import Architecture

_WIDTH: Final = 42
_BORDERS: Final = {
    "known": 'style="filled,rounded" color="#4d5a66"',
    "unknown": 'style="filled,rounded,dashed" color="#4d5a66"',
    "vacant": 'style="filled,rounded" color="#c00000" penwidth=2.5',
}
_HEAD: Final = """\
digraph structure {
  graph [rankdir=LR fontname="Helvetica" fontsize=11 labelloc=t labeljust=l nodesep=0.12
    ranksep=0.9 splines=true ordering=in]
  node [shape=box fontname="Helvetica" fontsize=10 margin="0.15,0.08"]
  edge [fontname="Helvetica" fontsize=9]
"""


def to_dot(architecture: Architecture) -> str:
    """Return a picture of an architecture in the language of Graphviz."""
    drawing = drawing_of(architecture)
    lines = [*map(_node, drawing.boxes), *map(_edge, drawing.lines)]
    return f"{_HEAD}  label=<{_caption(drawing)}>\n" + "".join(f"  {each}\n" for each in lines) + "}\n"


def _caption(drawing: Drawing) -> str:
    title = f'<B><FONT POINT-SIZE="16">{escape(drawing.title)}</FONT></B>'
    legend = [f'<FONT POINT-SIZE="9" COLOR="#555555">{escape(line)}</FONT>' for line in LEGEND]
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in (title, escape(drawing.setting), *legend))


def _node(box: Box) -> str:
    label = "<BR/>".join(_label(box))
    style = f'fillcolor="{COLOURS[box.kind]}" {_BORDERS[box.leading]}'
    return f'"{node_id(box.id)}" [label=<{label}> {style}]'


def _label(box: Box) -> Iterator[str]:
    yield "<BR/>".join(f"<B>{escape(line)}</B>" for line in wrap(box.title, _WIDTH))
    for text in box.texts:
        yield "<BR/>".join(_marked(line) for line in wrap(text, _WIDTH))
    if box.scope:
        yield "<BR/>".join(f"<I>{escape(line)}</I>" for line in wrap(box.scope, _WIDTH))


def _marked(line: str) -> str:
    """Return a line of a box with what is vacant or unknown in red."""
    marked = r'<FONT COLOR="#c00000"><B>\1</B></FONT>'
    return re.sub(r"(\bVACANT\b|(?<![^\s,])\?(?![^\s,]))", marked, escape(line))


def _edge(line: Line) -> str:
    # Drawn from right to left, so that what stands above is on the left.
    look = 'dir=back color="#333333"' if line.reports else 'dir=none color="#9aa5b1"'
    dotted = "" if line.sure else " style=dotted penwidth=1.6"
    return f'"{node_id(line.end)}" -> "{node_id(line.start)}" [{look}{dotted}]'


EXPORTER = Exporter(
    name="dot",
    summary="A picture of the bodies and who leads them, for Graphviz.",
    suffix=".dot",
    loses=(
        "everything but the bodies of one day with their leaders, levels, areas and lines; "
        "long names and lists are cut"
    ),
    write=to_dot,
)
