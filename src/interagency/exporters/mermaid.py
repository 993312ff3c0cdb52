"""A picture of the bodies as a Mermaid flowchart, which GitHub and many editors draw.

Mermaid draws nothing that has more than 500 edges or 50,000 characters, and a diagram cannot ask
for more; so what is larger comes in several diagrams.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, final

from attrs import Factory, define

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

# Mermaid's limits are 500 edges and 50,000 characters; the rest is for title, legend and classes.
MOST_EDGES: Final = 480
MOST_CHARACTERS: Final = 44_000


@final
@define
class Page:
    """One diagram while it is filled.

    Attributes:
        nodes: The text of each node, by the id of its body.
        lines: The lines between them.
        size: The characters of both, counted as JavaScript does.
    """

    nodes: dict[str, str] = Factory(dict)
    lines: list[Line] = Factory(list)
    size: int = 0


def pages(
    drawing: Drawing,
    node: Callable[[Box], str],
    elsewhere: Callable[[Box], str],
    edge: Callable[[Line], str],
) -> tuple[Page, ...]:
    """Return the diagrams of a drawing, as few as its order allows.

    Args:
        drawing: What to show.
        node: Returns the text of a body.
        elsewhere: Returns the text of a body at the end of a line into another diagram.
        edge: Returns the text of a line.
    """
    outside = {box.id: elsewhere(box) for box in drawing.boxes}
    found = [Page()]
    for box in drawing.boxes:
        _add(found, {box.id: node(box)})
        for line in drawing.lines[box.id]:
            ends = {id: outside[id] for id in (line.end, line.start)}
            _add(found, ends, line, edge(line))
    return tuple(found)


def _add(
    found: list[Page], nodes: dict[str, str], line: Line | None = None, edge: str = ""
) -> None:
    """Add nodes and a line to the last page, or to a new one if they do not fit."""
    page = found[-1]
    missing = nodes if line is None else {id: nodes[id] for id in nodes if id not in page.nodes}
    size = page.size + sum(map(_length, (*missing.values(), edge)))
    if size > MOST_CHARACTERS or len(page.lines) >= MOST_EDGES:
        found.append(Page())
        _add(found, nodes, line, edge)
        return
    page.nodes |= missing
    page.lines += [] if line is None else [line]
    page.size = size


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2 + 3  # indent and end of line


# Steps keep lines out from behind the boxes.
_HEAD = """\
---
title: {title}
config:
  flowchart: {{curve: stepAfter, wrappingWidth: 320, nodeSpacing: 15, rankSpacing: 60}}
---
flowchart LR
"""
_LEGEND = (
    *LEGEND,
    "Thick line: reports to what is on the left. Thin line: lies in it. "
    "Broken: inferred or disputed. Colours only tell lines apart.",
)
_STROKES = ("#333333", "#1f5fa8", "#a04000", "#2e7d32", "#7b2d8b")
_BORDERS = {
    "known": "stroke:#4d5a66",
    "unknown": "stroke:#4d5a66,stroke-dasharray:5 4",
    "vacant": "stroke:#c00000,stroke-width:3px",
}
_CLASSES = (
    *(
        f"classDef {kind}_{leading} fill:{fill},color:#000,{border}"
        for kind, fill in COLOURS.items()
        for leading, border in _BORDERS.items()
    ),
    "classDef aside fill:#fff,color:#555,stroke:#bbb",
)
# Quotes, entities, tags, directives, formulas and Markdown mean nothing once they are numbers.
_MEANING = re.compile(r"[\"#&<>%;`*_~\\|{}$\[\]@^=!]|(?<=\d)[.)]|^[-+]")


def to_mermaid(architecture: Architecture, **options: Any) -> str | Mapping[str, str]:
    """Return a Mermaid flowchart; of a large architecture, several, by the name of their file."""
    drawing = drawing_of(architecture, Selection.of(**options))
    found = pages(drawing, _node, _elsewhere, _edge)
    if len(found) == 1:
        return _diagram(drawing, found[0], "")
    width = len(str(len(found)))
    return {
        f"diagram-{number:0{width}}.mmd": _diagram(drawing, page, f" ({number} of {len(found)})")
        for number, page in enumerate(found, start=1)
    }


def _diagram(drawing: Drawing, page: Page, part: str) -> str:
    # Mermaid writes an ampersand in a title as &amp;, whatever is done to escape it.
    title = json.dumps(drawing.title.replace("&", "and") + part, ensure_ascii=False)
    legend = "<br/>".join(map(escaped, (drawing.setting, *_LEGEND)))
    lines = (
        *page.nodes.values(),
        *map(_edge, page.lines),
        f'legend["{legend}"]:::aside',
        *_strokes(page.lines),
        *_CLASSES,
    )
    return _HEAD.format(title=title) + "".join(f"  {line}\n" for line in lines)


def _strokes(lines: Sequence[Line]) -> Iterator[str]:
    """Yield how lines look: those that run beside each other differ by where they come from."""
    above = {end: place for place, end in enumerate(dict.fromkeys(line.end for line in lines))}
    groups: dict[str, list[str]] = defaultdict(list)
    for index, line in enumerate(lines):
        colour = _STROKES[above[line.end] % len(_STROKES)]
        # A second style of a line would replace the first.
        broken = "" if line.sure else ",stroke-dasharray:3 5"
        groups[f"stroke:{colour}{broken}"].append(str(index))
    yield from (f"linkStyle {','.join(found)} {look}" for look, found in sorted(groups.items()))


def _node(box: Box) -> str:
    return f'{node_id(box.id)}["{"<br/>".join(_label(box))}"]:::{box.kind}_{box.leading}'


def _label(box: Box) -> Iterator[str]:
    yield f"<b>{escaped(box.title)}</b>"
    yield from map(escaped, box.texts)
    if box.scope:
        yield f"<i>{escaped(box.scope)}</i>"


def _elsewhere(box: Box) -> str:
    """Return a body that another diagram shows."""
    return f'{node_id(box.id)}["{escaped(box.title)}<br/><i>in another diagram</i>"]:::aside'


def _edge(line: Line) -> str:
    # Mermaid has no arrow that points backward, and what stands above is on the left.
    return f"{node_id(line.end)} {'===' if line.reports else '---'} {node_id(line.start)}"


def escaped(text: str) -> str:
    """Return a text so that Mermaid shows it as it is."""
    return _MEANING.sub(lambda found: f"#{ord(found[0])};", text)


EXPORTER = Exporter(
    name="mermaid",
    summary="A picture of the bodies and who leads them, as Mermaid flowcharts.",
    suffix=".mmd",
    loses=LOSES,
    write=to_mermaid,
    options=SELECTION_OPTIONS,
    media_type="text/plain",
)
