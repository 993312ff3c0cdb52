"""What a picture of an architecture shows, whatever the language it is drawn in.

A picture is read from left to right, and every body hangs from what it reports to, or else from
the body it lies in. All else is written into the box, because lines that cross hide the structure.
"""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import Final, Literal, final

from attrs import frozen

from interagency.model import Architecture, Body, Certainty
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.selection import Selection
from interagency.report.wording import Wording, one_line

Leading = Literal["vacant", "unknown", "known"]

COLOURS: Final = {
    "forum": "#dbe9f6",
    "sector": "#d5ecd4",
    "subsector": "#eff7ea",
    "workinggroup": "#fdf1cc",
}
_ALL = Selection()
# What no picture holds.
LOSES: Final = (
    "everything but the bodies of one day with their leaders, levels, areas and lines; "
    "long names and lists are cut"
)
LEGEND: Final = (
    "Blue: forum. Green: sector. Pale green: sub-sector. Yellow: working group.",
    "Dashed box, ?: nobody wrote down who leads, or who else. Red: a leading seat is vacant.",
)

# Ids have no capital letters, so that two ids never become the same.
_LETTERS = str.maketrans({"-": "_", "_": "_U", ".": "_D", "/": "_S"})
_MOST = 60


@final
@frozen
class Box:
    """A body in a picture.

    Attributes:
        id: Id of the body.
        kind: forum, sector, subsector or workinggroup.
        title: Its name.
        texts: Who leads it, and what no line shows.
        scope: Level and areas, where they are not those of the body above.
        leading: Whether a leading seat is vacant, or who leads is not known in full.
    """

    id: str
    kind: str
    title: str
    texts: tuple[str, ...] = ()
    scope: str = ""
    leading: Leading = "known"


@final
@frozen
class Line:
    """A line from a body to what it reports to, or else lies in.

    Attributes:
        start: Id of the body.
        end: Id of the body above it.
        reports: Whether it reports to that body.
        sure: Whether that is stated, neither inferred nor disputed.
    """

    start: str
    end: str
    reports: bool
    sure: bool


Lines = Mapping[str, tuple[Line, ...]]


@final
@frozen
class Drawing:
    """Everything in a picture, in an order that keeps together what belongs together."""

    title: str
    setting: str
    boxes: tuple[Box, ...]
    lines: Lines


def drawing_of(architecture: Architecture, selection: Selection = _ALL) -> Drawing:
    """Return what a picture of an architecture shows, on the day that the document describes."""
    wording = Wording.of(architecture)
    bodies = selection.bodies(wording.snapshot)
    lines = {body.id: tuple(_lines(wording, body, bodies)) for body in bodies.values()}
    return Drawing(
        title=one_line(architecture.title or "", 120) or "untitled",
        setting=" · ".join(wording.setting()),
        boxes=tuple(
            box_of(wording, bodies[id], {line.end for line in lines[id]}, selection.members)
            for id in _in_reading_order(lines)
        ),
        lines=lines,
    )


def _lines(wording: Wording, body: Body, shown: Collection[str]) -> Iterator[Line]:
    snapshot = wording.snapshot
    links = {link.to: link for link in snapshot.links(body.id, "reports_to")}
    drawn = [link for link in links.values() if link.to in shown]
    for link in drawn:
        yield Line(body.id, link.to, True, link.certainty is Certainty.STATED)
    if body.within is not None and body.parent in shown and not drawn:
        yield Line(body.id, str(body.parent), False, body.within.certainty is Certainty.STATED)


def _in_reading_order(lines: Lines) -> Iterator[str]:
    """Yield every body after what it first hangs from; rings begin where they are written."""
    hanging: dict[str, list[str]] = {id: [] for id in lines}
    for id, own in lines.items():
        if own:
            hanging[own[0].end].append(id)
    roots = [id for id in lines if not lines[id]]
    seen: set[str] = set()
    waiting = [*reversed([*roots, *lines])]
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            yield id
            waiting += reversed(hanging[id])


def box_of(
    wording: Wording,
    body: Body,
    drawn: Collection[str],
    members: bool = False,
    reported: Collection[str] | None = None,
) -> Box:
    """Return the box of a body.

    Args:
        wording: The words.
        body: The body.
        drawn: Ids of the bodies to which a line is drawn, so that the box need not name them.
        members: Whether the box names the members too.
        reported: Those of them to which the line is a reporting line; by default all.
    """
    found = wording.leadership(body)
    vacant = found.lead.vacant or found.co_lead.vacant
    reports = drawn if reported is None else reported
    texts = [*_texts(wording, body, drawn, reports), *(_members(wording, body) if members else ())]
    return Box(
        id=body.id,
        kind=SECTION_OF_CLASS[type(body)].code.replace("-", ""),
        title=wording.title(body),
        texts=tuple(one_line(text, 240) for text in texts),
        scope=wording.scope(body),
        leading="vacant" if vacant else "known" if found.closed else "unknown",
    )


def _texts(
    wording: Wording, body: Body, drawn: Collection[str], reported: Collection[str]
) -> Iterator[str]:
    say = wording.language.say
    for term, holders in wording.leaders(body):
        yield f"{term}: {holders}"
    if body.within is not None and body.parent is not None and body.parent not in drawn:
        name = wording.short(body.parent)
        yield say("in {name}", name=name) + wording.mark(body.within)
    links = wording.snapshot.links(body.id, "reports_to")
    undrawn = tuple(link for link in links if link.to not in reported)
    above = wording.ends(undrawn) if links else wording.reports_to(body)
    if above:
        yield say("reports to {name}", name=above)
    yield from wording.other_lines(body)


def _members(wording: Wording, body: Body) -> Iterator[str]:
    for term, holders in wording.members(body):
        yield f"{term}: {holders}"


def node_id(id: str) -> str:
    """Return the name of a body in a picture, different for every body; never a keyword."""
    name = "b_" + id.translate(_LETTERS)
    return name if len(name) <= _MOST else f"b_H{sha256(id.encode()).hexdigest()[:24]}"
