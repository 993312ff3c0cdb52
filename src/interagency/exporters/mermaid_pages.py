"""What goes into which diagram, so that each stays below the limits of Mermaid."""

from collections.abc import Callable
from typing import Final, final

from attrs import Factory, define

from interagency.report.drawing import Box, Drawing, Line

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
