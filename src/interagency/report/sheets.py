"""The drawings of an organogram: folded by branch, so that each can be read on one page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, final

from attrs import define, field, frozen

from interagency.report.layout import (
    GAP,
    HEIGHTS,
    WIDTH,
    Layout,
    Tree,
    height_needed,
    height_of,
    layout_of,
    text_of,
)
from interagency.report.organogram import Organogram

MOST_BOXES: Final = 60
# Millimetres of A pages, and the pixels of a drawing of which a text is 6 points high on them.
PAGES: Final = {"A4": (210, 297), "A3": (297, 420)}
# A slide is wide; a text on it is 7 points high at least.
_PIXELS = {"A4": (1_000, 1_320), "A3": (1_460, 1_960), "slide": (1_480, 700)}


@final
@frozen(kw_only=True)
class Sheet:
    """One drawing.

    Attributes:
        number: Its number, from 1.
        of: How many there are.
        title: The names of the branches it shows; nothing if it shows the whole, or its top.
        tops: The ids of the boxes that hang from nothing here.
        layout: Where everything stands.
        folded: The number of the drawing of each branch that is folded here.
    """

    number: int
    of: int
    title: str
    tops: tuple[str, ...]
    layout: Layout
    folded: Mapping[str, int]


@final
@define
class _Plan:
    """What one drawing shows, before it has a number.

    Attributes:
        tops: The ids of the boxes that hang from nothing here.
        children: The ids that hang from each id here.
    """

    tops: tuple[str, ...]
    children: dict[str, tuple[str, ...]] = field(factory=dict)

    def seen(self) -> Iterator[tuple[str, int]]:
        """Yield each box that is seen, with its depth, those of one depth after the other."""
        level, depth = self.tops, 1
        while level:
            yield from ((id, depth) for id in level)
            level = tuple(kid for id in level for kid in self.children.get(id, ()))
            depth += 1


def sheets_of(organogram: Organogram, page: str | None = None) -> tuple[Sheet, ...]:
    """Return the drawings: one, or an index drawing and others for the branches it folds.

    Args:
        organogram: What to draw.
        page: A4, A3 or slide, on which text must stay readable; by default A3.
    """
    plans = [*_Planner(organogram, _PIXELS[page or "A3"]).plans()]
    numbers: dict[str, int] = {}
    for number, plan in enumerate(plans, start=1):
        for id in plan.children:
            numbers.setdefault(id, number)
    counts = _counts(organogram)
    return tuple(
        _sheet(organogram, plan, numbers, counts, (number, len(plans)))
        for number, plan in enumerate(plans, start=1)
    )


def _sheet(
    organogram: Organogram,
    plan: _Plan,
    numbers: Mapping[str, int],
    counts: Mapping[str, int],
    place: tuple[int, int],
) -> Sheet:
    folded = {
        id: (counts[id] - 1, numbers[id])
        for id, _ in plan.seen()
        if id not in plan.children and organogram.children.get(id)
    }
    tree = Tree(tops=plan.tops, children=plan.children, folded=folded)
    is_branch = any(id in organogram.parents for id in plan.tops)
    return Sheet(
        number=place[0],
        of=place[1],
        title=", ".join(organogram.boxes[id].title for id in plan.tops) if is_branch else "",
        tops=plan.tops,
        layout=layout_of(organogram, tree),
        folded={id: number for id, (_, number) in folded.items()},
    )


def _counts(organogram: Organogram) -> Mapping[str, int]:
    """Return how many boxes each branch has, its own among them."""
    counts: dict[str, int] = {}
    for id in reversed([*_in_order(organogram)]):
        counts[id] = 1 + sum(counts[kid] for kid in organogram.children.get(id, ()))
    return counts


def _in_order(organogram: Organogram) -> Iterator[str]:
    waiting = [*reversed(organogram.children.get(None, ()))]
    while waiting:
        id = waiting.pop()
        yield id
        waiting += reversed(organogram.children.get(id, ()))


@final
@frozen(slots=False)
class _Planner:
    """Divides an organogram into drawings, from its top down.

    Each drawing opens branches level by level as long as they fit; the branches that stay folded
    get the next drawings, small ones together.
    """

    organogram: Organogram
    size: tuple[int, int]

    @cached_property
    def heights(self) -> Mapping[str, int]:
        """The height of each box, with room for the line that tells where its branch is."""
        spare = {id: HEIGHTS["text"] if self._kids(id) else 0 for id in self.organogram.boxes}
        return {
            id: height_of(text_of(self.organogram, id, None)) + more for id, more in spare.items()
        }

    @cached_property
    def deepest(self) -> int:
        """The most columns that a page has room for."""
        return max(2, (self.size[0] + GAP) // (WIDTH + GAP))

    def _kids(self, id: str) -> tuple[str, ...]:
        return self.organogram.children.get(id, ())

    def plans(self) -> Iterator[_Plan]:
        """Yield the drawings, each before those of the branches that it folds."""
        waiting: list[tuple[str, ...]] = [*self._divided(self.organogram.children.get(None, ()))]
        while waiting:
            tops = waiting.pop(0)
            found = [*self._opened(tops)]
            yield from found
            folded = [
                id
                for plan in found
                for id, _ in plan.seen()
                if id not in plan.children and self._kids(id)
            ]
            waiting += self._packed(folded)

    def _opened(self, tops: tuple[str, ...]) -> Iterator[_Plan]:
        """Yield the drawing of some branches; of one whose boxes are too many, several."""
        plan = _Plan(tops)
        self._open(plan)
        if len(tops) == 1 and self._kids(tops[0]) and not plan.children:
            for kids in self._divided(self._kids(tops[0]), tops[0]):
                part = _Plan(tops, {tops[0]: kids})
                self._open(part)
                yield part
        else:
            yield plan

    def _open(self, plan: _Plan) -> None:
        """Open the branches of a drawing, level by level, as long as they fit."""
        tried = set(plan.children)
        while True:
            closed = [id for id, _ in plan.seen() if id not in tried and self._kids(id)]
            if not closed:
                return
            for id in closed:
                tried.add(id)
                plan.children[id] = self._kids(id)
                if not self._fits(plan):
                    del plan.children[id]

    def _fits(self, plan: _Plan) -> bool:
        seen = dict(plan.seen())
        if len(seen) > MOST_BOXES or max(seen.values(), default=0) > self.deepest:
            return False
        return self._height(plan) <= self.size[1]

    def _height(self, plan: _Plan) -> int:
        tree = Tree(tops=plan.tops, children=plan.children, folded={})
        return height_needed(tree, self.heights)

    def _divided(self, ids: Sequence[str], head: str | None = None) -> Iterator[tuple[str, ...]]:
        """Yield as many boxes as one drawing holds below a head, all folded, and so on."""
        group: tuple[str, ...] = ()
        for id in ids:
            wider = (*group, id)
            plan = _Plan(wider) if head is None else _Plan((head,), {head: wider})
            if group and not self._fits(plan):
                yield group
                group = ()
            group = (*group, id)
        yield group

    def _packed(self, folded: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Yield branches that fit into one drawing when they are open in full."""
        group: tuple[str, ...] = ()
        for id in folded:
            if group and not self._fits(self._whole((*group, id))):
                yield group
                group = ()
            group = (*group, id)
        if group:
            yield group

    def _whole(self, tops: tuple[str, ...]) -> _Plan:
        """Return some branches open in full, as far as one drawing could hold them."""
        plan = _Plan(tops)
        waiting = [*tops]
        while waiting and len(plan.children) <= MOST_BOXES:
            id = waiting.pop()
            if self._kids(id):
                plan.children[id] = self._kids(id)
                waiting += self._kids(id)
        return plan
