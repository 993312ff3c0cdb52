"""Bodies that take over from others: merges, splits and successors, each as one change."""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import Final, final

from attrs import frozen

from interagency.change.changes import Change, ChangeKind, Sides, sources_of
from interagency.change.differences import Difference
from interagency.change.references import with_record_ids
from interagency.change.seat_changes import holder
from interagency.change.words import counted_words, day_words, few, listed
from interagency.model import Architecture, Body, Day, Link, Seat

SUCCEEDS: Final = "succeeds"


@final
@frozen
class Succession:
    """Bodies that took over from others, all at one time.

    Attributes:
        old: The ids of the bodies that ended.
        new: The ids of the bodies that took over.
        links: The links that say so.
        opened: The ids of those of the new ones that were opened for it.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[Link, ...]
    opened: frozenset[str] = frozenset()

    @property
    def since(self) -> Day | None:
        """Return from when it holds, if that is recorded."""
        return next((link.since for link in self.links if link.since), None)

    @property
    def kind(self) -> ChangeKind:
        """Return whether it is a merge, a split, or one body after another."""
        if len(self.old) > 1 or not self.opened:
            return ChangeKind.MERGED
        return ChangeKind.SPLIT if len(self.new) > 1 else ChangeKind.SUCCEEDED


def is_succession(link: Link) -> bool:
    """Return whether a link says for certain that one body took over from another."""
    return link.kind == SUCCEEDS and link.target is not None and link.is_certain


def successions(links: Iterable[Link], over: Set[str], opened: Set[str]) -> Iterator[Succession]:
    """Yield the bodies that took over from others, those that belong together as one.

    Args:
        links: The links `succeeds` between bodies.
        over: The ids of the bodies that ended.
        opened: The ids of the bodies that are new.
    """
    told = [link for link in links if is_succession(link) and link.target in over]
    waiting = dict.fromkeys((link.to, link.since) for link in told)
    while waiting:
        first, since = next(iter(waiting))
        old, new, size = {first}, set[str](), -1
        # What was there before and takes over from others at another time did so in two steps.
        near = [link for link in told if link.from_ in opened or link.since == since]
        while size != len(old) + len(new):
            size = len(old) + len(new)
            new |= {link.from_ for link in near if link.to in old}
            old |= {link.to for link in near if link.from_ in new}
        inside = tuple(link for link in near if link.to in old)
        waiting = {key: None for key in waiting if key not in {(x.to, x.since) for x in inside}}
        yield Succession(
            tuple(dict.fromkeys(link.to for link in inside)),
            tuple(dict.fromkeys(link.from_ for link in inside)),
            inside,
            frozenset(new & opened),
        )


def succession_change(
    sides: Sides, succession: Succession, differences: Sequence[Difference]
) -> tuple[Change, list[Difference]]:
    """Return a succession as one change, and the differences that it explains."""
    explained = [each for each in differences if _explains(sides, succession, each)]
    first = succession.new[0]
    change = Change(
        kind=succession.kind,
        subject=first if first in sides.after.entities else succession.old[0],
        text=_text(sides, succession, explained),
        since=succession.since,
        sources=sources_of(*succession.links),
        before=tuple(sides.before.entities[id] for id in succession.old),
        after=tuple(filter(None, map(sides.after.entities.get, succession.new))),
    )
    return change, explained


def _explains(sides: Sides, succession: Succession, difference: Difference) -> bool:
    """Return whether a succession is why a record differs."""
    before, after = difference.before, difference.after
    old, new = {*succession.old}, {*succession.new}
    is_over = bool(sides.ended(difference)) or after is None
    match difference.record:
        case Body() as body if body.id in old:
            return is_over and set(difference.fields) <= {"until"}
        case Body() as body if before is None:
            return body.id in succession.opened
        case Seat() as seat if seat.body in old:
            return is_over
        case Seat() as seat if before is None and seat.body in new:
            return seat.body in succession.opened or seat.held_by in _holders(sides, old)
        case Link() as link:
            return _explains_link(succession, link, is_over=is_over, is_new=before is None)
    return (
        bool(before and after)
        and with_record_ids(before, dict.fromkeys(succession.old, succession.new[0])) == after
    )


def _explains_link(succession: Succession, link: Link, *, is_over: bool, is_new: bool) -> bool:
    ends = {link.from_, link.to}
    if is_over:
        return not ends.isdisjoint(succession.old)
    return link in succession.links or (is_new and not ends.isdisjoint(succession.opened))


def _text(sides: Sides, succession: Succession, explained: Sequence[Difference]) -> str:
    old = listed([sides.name(id) for id in succession.old])
    new = listed([sides.name(id) for id in succession.new])
    since = f" since {day_words(succession.since)}" if succession.since else ""
    first = len(succession.old) > 1 and len(succession.new) > 1
    verbs = {
        ChangeKind.MERGED: "reorganized into" if first else "merged into",
        ChangeKind.SPLIT: "split into",
        ChangeKind.SUCCEEDED: "succeeded by",
    }
    seats = [each.after for each in explained if each.before is None]
    details = list(_details(sides, succession, [s for s in seats if isinstance(s, Seat)]))
    tail = f": {'; '.join(details)}" if details else ""
    return f"{old} {verbs[succession.kind]} {new}{since}{tail}"


def _details(sides: Sides, succession: Succession, seats: Sequence[Seat]) -> Iterator[str]:
    """Yield who leads what is new, and who kept, gained and lost a seat."""
    before = _holders(sides, succession.old)
    after = {seat.held_by for seat in _open_seats(sides.after, succession.new, by_day=False)}
    named = [seat for seat in seats if seat.body in succession.opened and sides.leads(seat.term)]
    for body, term in dict.fromkeys((seat.body, seat.term) for seat in named):
        holders = [holder(sides, x) for x in named if (x.body, x.term) == (body, term)]
        where = f"{sides.name(body)} with " if len(succession.new) > 1 else ""
        yield f"{where}{term} {listed(holders)}"
    members = [seat for seat in seats if not sides.leads(seat.term)]
    if kept := {seat.held_by for seat in members if seat.held_by} & before.keys():
        yield f"{counted_words(len(kept), 'other seat')} carried over"
    joined = [seat for seat in members if seat.held_by and seat.held_by not in before]
    if joined:
        yield f"{few([holder(sides, seat) for seat in joined])} joined"
    if lost := [id for id in before if id not in after]:
        verb = "has" if len(lost) == 1 else "have"
        yield f"{few([sides.name(id) for id in lost])} {verb} no seat in it"


def _holders(sides: Sides, bodies: Collection[str]) -> dict[str, None]:
    """Return the ids of those who held a seat in some bodies before they ended."""
    seats = _open_seats(sides.before, bodies, by_day=sides.by_day)
    return dict.fromkeys(seat.held_by for seat in seats if seat.held_by)


def _open_seats(
    architecture: Architecture, bodies: Collection[str], *, by_day: bool
) -> Iterator[Seat]:
    """Yield the seats of some bodies that have not ended."""
    for seat in architecture.seats:
        if seat.body in bodies and (by_day or seat.until is None):
            yield seat
