"""Where the boxes and lines of an organogram stand: a tidy tree, from left to right.

Boxes of one depth stand in one column, and what hangs from a box begins beside it. Reporting
lines run in the gaps between columns, so that no line crosses a box; a line that would have to is
left to the words in its box. All measures are whole pixels, so that bytes are the same everywhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal, final

from attrs import frozen

from interagency.report.drawing import Box, Line
from interagency.report.fonts import wrapped
from interagency.report.organogram import KIND_NAMES, Organogram

WIDTH: Final = 240
PAD: Final = 9
GAP: Final = 44  # between columns, before lanes for reporting lines
LANE: Final = 9
SPACE: Final = 9  # between boxes that hang from one box
APART: Final = 18  # between families
MARGIN: Final = 24
_LOOSE_COLUMNS = 4
# Below the upper edge of a box; the lowest box has room for both.
_TREE_AT = 16
_REPORTS_AT = 29

Style = Literal["title", "text", "small"]
SIZES: Final[Mapping[str, float]] = {"title": 12.5, "text": 11, "small": 9.5}
HEIGHTS: Final[Mapping[str, int]] = {"title": 15, "text": 14, "small": 12}
_MOST_LINES: Final[Mapping[str, int]] = {"title": 5, "text": 8, "small": 3}

Point = tuple[int, int]


@final
@frozen
class TextLine:
    """One line of text in a box."""

    text: str
    style: Style


@final
@frozen(kw_only=True)
class Placed:
    """A box with its place.

    Attributes:
        box: The box.
        lines: Its text, in lines that fit its width.
        x: The left edge.
        y: The upper edge.
        height: The height; the width is that of all boxes.
    """

    box: Box
    lines: tuple[TextLine, ...]
    x: int
    y: int
    height: int

    @property
    def place_in(self) -> int:
        """Return the height at which lines of the tree meet it: beside its first line."""
        return self.y + _TREE_AT

    @property
    def place_reports(self) -> int:
        """Return the height at which reporting lines meet it."""
        return self.y + _REPORTS_AT


@final
@frozen(kw_only=True)
class Route:
    """A line with its way.

    Attributes:
        start: Id of the box below.
        end: Id of the box above.
        points: The corners, from below to above.
        reports: Whether it is a reporting line.
        sure: Whether it is stated, neither inferred nor disputed.
    """

    start: str
    end: str
    points: tuple[Point, ...]
    reports: bool
    sure: bool


@final
@frozen(kw_only=True)
class Layout:
    """Boxes and lines with their places, from the origin on."""

    boxes: tuple[Placed, ...]
    routes: tuple[Route, ...]
    width: int
    height: int


@final
@frozen(kw_only=True)
class Tree:
    """What one drawing shows: some boxes of an organogram, as a forest.

    Attributes:
        tops: The ids of the boxes that hang from nothing here.
        children: The ids that hang from each id here.
        folded: How many boxes lie below each box whose branch has a drawing of its own, and the
            number of that drawing.
    """

    tops: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, tuple[int, int]]


def text_of(organogram: Organogram, id: str, fold: tuple[int, int] | None) -> tuple[TextLine, ...]:
    """Return the text of a box, in lines that fit its width."""
    box, say = organogram.boxes[id], organogram.language.say
    kind = say(KIND_NAMES[box.kind])
    small = " · ".join(part for part in (kind, box.scope) if part)
    parts: list[tuple[str, Style]] = [(box.title, "title")]
    parts += [(each, "text") for each in box.texts]
    parts += [(small, "small")]
    if fold:
        more = say("+ {count} below: drawing {number}", count=fold[0], number=fold[1])
        parts += [(more, "text")]
    return tuple(_lines(parts, say("VACANT")))


def _lines(parts: Sequence[tuple[str, Style]], vacant: str) -> Iterator[TextLine]:
    for text, style in parts:
        # A vacancy is printed bold, wherever in the text it stands.
        bold = style == "title" or vacant in text
        width = WIDTH - 2 * PAD
        for line in wrapped(text, width, SIZES[style], bold=bold, most=_MOST_LINES[style]):
            yield TextLine(line, style)


def height_of(lines: Sequence[TextLine]) -> int:
    """Return the height of a box with these lines."""
    return sum(HEIGHTS[line.style] for line in lines) + 2 * PAD - 2


def layout_of(organogram: Organogram, tree: Tree) -> Layout:
    """Return where everything in a drawing stands."""
    depths = dict(_depths(tree))
    texts = {id: text_of(organogram, id, tree.folded.get(id)) for id in depths}
    heights = {id: height_of(lines) for id, lines in texts.items()}
    loose = loose_tops(tree)
    tops_of = dict(_stacked(tree, heights, loose))
    drawn = [line for line in organogram.reports if _can_be_drawn(line, depths, loose)]
    lanes = _lanes(drawn, depths)
    lefts = _lefts(depths, lanes)
    bottom = max((tops_of[id] + heights[id] for id in tops_of), default=-APART)
    places = {id: (lefts[depths[id]], y) for id, y in tops_of.items()}
    places |= dict(_in_rows(loose, heights, bottom + APART))
    boxes = {
        id: Placed(
            box=organogram.boxes[id],
            lines=texts[id],
            x=places[id][0],
            y=places[id][1],
            height=heights[id],
        )
        for id in depths
    }
    routes = [
        *(
            _along(organogram.parents[id], boxes)
            for above in tree.children.values()
            for id in above
        ),
        *(_around(line, boxes, depths, lanes) for line in drawn),
    ]
    right = max((each.x + WIDTH for each in boxes.values()), default=0)
    lane_right = max((x for route in routes for x, _ in route.points), default=0)
    return Layout(
        boxes=tuple(boxes.values()),
        routes=tuple(routes),
        width=max(right, lane_right),
        height=max((each.y + each.height for each in boxes.values()), default=0),
    )


def _depths(tree: Tree) -> Iterator[tuple[str, int]]:
    """Yield each box with its depth, before those that hang from it."""
    waiting = [(id, 0) for id in reversed(tree.tops)]
    while waiting:
        id, depth = waiting.pop()
        yield id, depth
        waiting += [(child, depth + 1) for child in reversed(tree.children.get(id, ()))]


def loose_tops(tree: Tree) -> tuple[str, ...]:
    """Return the boxes that stand alone and in rows, since there are many of them."""
    found = tuple(id for id in tree.tops if not tree.children.get(id))
    return found if len(found) > _LOOSE_COLUMNS else ()


def height_needed(tree: Tree, heights: Mapping[str, int]) -> int:
    """Return how high a drawing becomes, from the heights of its boxes."""
    loose = loose_tops(tree)
    rows = sum(max(heights[id] for id in row) + SPACE for row in _rows(loose))
    tops = [id for id in tree.tops if id not in loose]
    return _span(tops, tree, _spans(tree, heights)) + (rows + APART if rows else 0)


def _spans(tree: Tree, heights: Mapping[str, int]) -> Mapping[str, int]:
    """Return the height of each family."""
    spans: dict[str, int] = {}
    for id, _ in reversed([*_depths(tree)]):
        spans[id] = max(heights[id], _span(tree.children.get(id, ()), tree, spans))
    return spans


def _stacked(
    tree: Tree, heights: Mapping[str, int], loose: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Yield the upper edge of each box: families below each other, each beside its head."""
    spans = _spans(tree, heights)
    waiting = _positions([id for id in tree.tops if id not in loose], tree, spans, 0)
    while waiting:
        id, top = waiting.pop()
        yield id, top
        waiting += _positions(tree.children.get(id, ()), tree, spans, top)


def _span(ids: Sequence[str], tree: Tree, spans: Mapping[str, int]) -> int:
    """Return the height of families below each other."""
    gaps = sum(_gap(one, other, tree) for one, other in pairwise(ids))
    return sum(spans[id] for id in ids) + gaps


def _gap(one: str, other: str, tree: Tree) -> int:
    has_family = tree.children.get(one) or tree.children.get(other)
    return APART if has_family else SPACE


def _positions(
    ids: Sequence[str], tree: Tree, spans: Mapping[str, int], top: int
) -> list[tuple[str, int]]:
    found = []
    for place, id in enumerate(ids):
        top += _gap(ids[place - 1], id, tree) if place else 0
        found.append((id, top))
        top += spans[id]
    return found


def _in_rows(
    ids: Sequence[str], heights: Mapping[str, int], top: int
) -> Iterator[tuple[str, Point]]:
    """Yield the places of boxes that hang from nothing and from which nothing hangs."""
    for row in _rows(ids):
        for column, id in enumerate(row):
            yield id, (column * (WIDTH + SPACE), top)
        top += max(heights[id] for id in row) + SPACE


def _rows(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _LOOSE_COLUMNS] for start in range(0, len(ids), _LOOSE_COLUMNS))


def _can_be_drawn(line: Line, depths: Mapping[str, int], loose: Sequence[str]) -> bool:
    """Return whether a reporting line can run in a gap beside both its boxes."""
    if line.start not in depths or line.end not in depths:
        return False
    is_loose = line.start in loose or line.end in loose
    return not is_loose and abs(depths[line.start] - depths[line.end]) <= 1


def _channel(line: Line, depths: Mapping[str, int]) -> int:
    """Return the depth of the column to the right of which a reporting line runs."""
    return min(depths[line.start], depths[line.end])


Lanes = Mapping[tuple[int, str], int]


def _lanes(lines: Sequence[Line], depths: Mapping[str, int]) -> Lanes:
    """Return the lane of the lines to each box, in each gap; lines to one box share a lane."""
    lanes: dict[tuple[int, str], int] = {}
    used: dict[int, int] = defaultdict(int)
    for line in lines:
        key = (_channel(line, depths), line.end)
        if key not in lanes:
            lanes[key] = used[key[0]]
            used[key[0]] += 1
    return lanes


def _lefts(depths: Mapping[str, int], lanes: Lanes) -> Mapping[int, int]:
    """Return the left edge of each column; a gap is as wide as its lanes need."""
    counts: dict[int, int] = defaultdict(int)
    for channel, _ in lanes:
        counts[channel] += 1
    lefts, left = {}, 0
    for depth in range(max(depths.values(), default=0) + 1):
        lefts[depth] = left
        left += WIDTH + GAP + LANE * counts[depth]
    return lefts


def _along(line: Line, boxes: Mapping[str, Placed]) -> Route:
    """Return the way of a line of the tree; all lines to one box meet before it."""
    below, above = boxes[line.start], boxes[line.end]
    turn = below.x - GAP // 4
    points: tuple[Point, ...] = ((below.x, below.place_in), (turn, below.place_in))
    if below.place_in != above.place_in:
        points += ((turn, above.place_in),)
    points += ((above.x + WIDTH, above.place_in),)
    return Route(
        start=line.start, end=line.end, points=points, reports=line.reports, sure=line.sure
    )


def _around(
    line: Line, boxes: Mapping[str, Placed], depths: Mapping[str, int], lanes: Lanes
) -> Route:
    """Return the way of a reporting line through the gap beside its boxes."""
    below, above = boxes[line.start], boxes[line.end]
    channel = _channel(line, depths)
    column = below if depths[line.start] == channel else above
    lane = column.x + WIDTH + GAP // 2 + LANE * lanes[channel, line.end]
    out, in_ = below.place_reports, above.place_reports
    start = below.x + WIDTH if depths[line.start] == channel else below.x
    end = above.x + WIDTH if depths[line.end] == channel else above.x
    points = ((start, out), (lane, out), (lane, in_), (end, in_))
    return Route(start=line.start, end=line.end, points=points, reports=True, sure=line.sure)
