"""What an organogram shows: boxes in a tree over `within`, with reporting lines as a second layer.

Every line is also written in words where the tree does not show it, so that nothing depends on
following a line with the eye.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, final

from attrs import frozen

from interagency.model import Architecture, Body, Certainty
from interagency.report.drawing import Box, Line, box_of
from interagency.report.language import ENGLISH, Language
from interagency.report.selection import Selection
from interagency.report.wording import Wording, one_line
from interagency.snapshot import Snapshot

_ALL = Selection()
KIND_NAMES: Final = {
    "forum": "forum",
    "sector": "sector",
    "subsector": "sub-sector",
    "workinggroup": "working group",
}


@final
@frozen
class Organogram:
    """Everything that the drawings of a structure show.

    Attributes:
        title: Title of the architecture.
        setting: The day, and what the document is about.
        boxes: The boxes by id; those in one body stand in the order of the document.
        parents: The line of each box to the one it hangs from, if it hangs from one.
        children: The ids that hang from each id; those of the tops under None.
        reports: The reporting lines between boxes that do not run along the tree.
        sources: The sources, each in one line.
        language: The language of the fixed words.
    """

    title: str
    setting: str
    boxes: Mapping[str, Box]
    parents: Mapping[str, Line]
    children: Mapping[str | None, tuple[str, ...]]
    reports: tuple[Line, ...]
    sources: tuple[str, ...]
    language: Language


def organogram_of(
    architecture: Architecture, selection: Selection = _ALL, language: Language = ENGLISH
) -> Organogram:
    """Return what an organogram shows, on the day that the document describes.

    Raises:
        BadOption: If the selection names a body that there is not.
    """
    return organogram_on(Wording.of(architecture, language), selection)


def organogram_on(wording: Wording, selection: Selection = _ALL) -> Organogram:
    """Return what an organogram shows of a snapshot, in the words for it."""
    snapshot = wording.snapshot
    shown = selection.bodies(snapshot)
    parents = {id: line for id, body in shown.items() for line in _above(snapshot, body, shown)}
    children: dict[str | None, list[str]] = defaultdict(list)
    for id in shown:
        children[parents[id].end if id in parents else None].append(id)
    boxes = {}
    for id, body in shown.items():
        drawn = {parents[id].end} if id in parents and parents[id].reports else set()
        inside = {parents[id].end} if id in parents else set()
        boxes[id] = box_of(wording, body, inside, selection.members, reported=drawn)
    return Organogram(
        title=one_line(snapshot.now.title or "", 160) or wording.language.say("untitled"),
        setting=" · ".join(wording.setting()),
        boxes=boxes,
        parents=parents,
        children={id: tuple(found) for id, found in children.items()},
        reports=tuple(_across(snapshot, shown, parents)),
        sources=tuple(_sources(snapshot)),
        language=wording.language,
    )


def _above(snapshot: Snapshot, body: Body, shown: Mapping[str, Body]) -> Iterator[Line]:
    """Yield the line to the nearest body above that is shown, if there is one."""
    path = list(snapshot.upward(body))
    for step, above in enumerate(path[1:], start=1):
        if above.id in shown:
            places = [each.within for each in path[:step]]
            sure = all(each and each.certainty is Certainty.STATED for each in places)
            links = [each for each in snapshot.links(body.id, "reports_to") if each.to == above.id]
            stated = all(link.certainty is Certainty.STATED for link in links)
            yield Line(body.id, above.id, bool(links), sure and stated)
            return


def _across(
    snapshot: Snapshot, shown: Mapping[str, Body], parents: Mapping[str, Line]
) -> Iterator[Line]:
    for id in shown:
        along = parents[id].end if id in parents else None
        links = {link.to: link for link in snapshot.links(id, "reports_to")}
        for to, link in links.items():
            if to in shown and to not in (along, id):
                yield Line(id, to, True, link.certainty is Certainty.STATED)


def _sources(snapshot: Snapshot) -> Iterator[str]:
    for each in snapshot.now.sources:
        published = each.published.text if each.published else None
        words = (each.title or each.id, each.publisher, published)
        yield ", ".join(one_line(word, 160) for word in words if word)
