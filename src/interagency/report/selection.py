"""The part of a structure that a picture or a list shows."""

from collections.abc import Iterator, Mapping
from typing import Final, Self, final

from attrs import frozen

from interagency.exchange import BadOption, Option
from interagency.model import Body, Level
from interagency.snapshot import Snapshot

SELECTION_OPTIONS: Final = (
    Option(name="focus", help="Show the surroundings of one body: its id."),
    Option(
        name="depth",
        kind="number",
        help="With --focus: how many steps up, down and along reporting lines; by default 1.",
    ),
    Option(
        name="level",
        choices=tuple(each.value for each in Level if each is not Level.UNKNOWN),
        help="Show the bodies of one level, and those of which the level is unknown.",
    ),
    Option(name="members", kind="flag", help="Write the members of each body into its box."),
)


@final
@frozen(kw_only=True)
class Selection:
    """The part of a structure to show; by default the whole of it.

    Attributes:
        focus: Id of the body in the middle.
        depth: With a focus, how many steps from it, along `within` and reporting lines.
        level: The level to show; a body of unknown level may be of that level, and is shown.
        members: Whether to show members too.
    """

    focus: str | None = None
    depth: int | None = None
    level: Level | None = None
    members: bool = False

    @classmethod
    def of(
        cls,
        focus: str | None = None,
        depth: int | None = None,
        level: str | None = None,
        members: bool = False,
    ) -> Self:
        """Return the selection that options describe."""
        return cls(focus=focus, depth=depth, level=Level(level) if level else None, members=members)

    def bodies(self, snapshot: Snapshot) -> Mapping[str, Body]:
        """Return the bodies to show, by id, in the order of the document.

        Raises:
            BadOption: If the focus is not a body of the day.
        """
        found = snapshot.bodies
        if self.focus is not None:
            near = self._near(snapshot, self.focus)
            found = {id: body for id, body in found.items() if id in near}
        if self.level is not None:
            wanted = (None, self.level)
            found = {id: body for id, body in found.items() if snapshot.level(body) in wanted}
        return found

    def _near(self, snapshot: Snapshot, focus: str) -> set[str]:
        if focus not in snapshot.bodies:
            raise BadOption(f"--focus {focus}: {_no_body(snapshot, focus)}")
        near = edge = {focus}
        for _ in range(1 if self.depth is None else self.depth):
            edge = {id for each in edge for id in _beside(snapshot, each)} - near
            near = near | edge
        return near


def _no_body(snapshot: Snapshot, id: str) -> str:
    from difflib import get_close_matches

    close = " or ".join(get_close_matches(id, snapshot.bodies, n=2))
    return f"no body of the day has this id{f'; did you mean {close}?' if close else ''}"


def _beside(snapshot: Snapshot, id: str) -> Iterator[str]:
    """Yield the ids one step from a body: above it, in it, at the ends of reporting lines."""
    body = snapshot.bodies[id]
    if body.parent in snapshot.bodies:
        yield str(body.parent)
    yield from (each.id for each in snapshot.children(id))
    lines = snapshot.once(_reporting_ends, lambda: _reporting_ends(snapshot))
    yield from lines.get(id, ())


def _reporting_ends(snapshot: Snapshot) -> Mapping[str, tuple[str, ...]]:
    """Return the bodies at the other end of each reporting line of a body, in both directions."""
    ends: dict[str, tuple[str, ...]] = {}
    for id in snapshot.bodies:
        for link in snapshot.links(id, "reports_to"):
            if link.to in snapshot.bodies:
                ends[id] = (*ends.get(id, ()), link.to)
                ends[link.to] = (*ends.get(link.to, ()), id)
    return ends
