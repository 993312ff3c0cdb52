"""Which of the lists that a rule needs written whole are not, so that it cannot look at all."""

from collections.abc import Iterable
from typing import Final

from interagency.checking.leadership import leadership_of
from interagency.checking.snapshot import Snapshot
from interagency.model import Body

# Of these one body may be written whole, and another not.
_OF_BODIES: Final = ("leads", "members")


def open_lists(snapshot: Snapshot, needed: Iterable[str]) -> tuple[str, ...]:
    """Return the lists of those needed that may have more than what is written.

    Leads and members are closed, for this, as soon as there is one body of which they are: then
    there is something to look at.
    """
    wanted = [each for each in needed if each not in snapshot.now.complete]
    of_bodies = [each for each in wanted if each in _OF_BODIES]
    if any(_is_whole(snapshot, body, of_bodies) for body in snapshot.now.bodies):
        return tuple(each for each in wanted if each not in of_bodies)
    return tuple(wanted)


def _is_whole(snapshot: Snapshot, body: Body, lists: Iterable[str]) -> bool:
    return all(
        leadership_of(snapshot, body).closed if each == "leads" else each in body.complete
        for each in lists
    )
