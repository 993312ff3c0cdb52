"""Effects of a change on those in it: who loses and gains a seat, a lead or a line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, final

from attrs import frozen

from interagency.change.comparison import Comparison
from interagency.change.successions import is_succession
from interagency.model import Architecture, Day, Link, Seat
from interagency.snapshot import Snapshot
from interagency.vocabularies import Vocabularies

# The lines along which something goes up: who loses one stands alone.
_UPWARD: Final = ("reports_to", "escalates_to")


@final
@frozen
class Place:
    """A place of somebody in a body.

    Attributes:
        holder: Id of the organization, or of the body that sits in another.
        body: Id of the body in which it sits.
        term: The term of the seat.
    """

    holder: str
    body: str
    term: str


@final
@frozen
class LostLead:
    """A lead that became another seat.

    Attributes:
        before: The place of leadership.
        after: The place that the holder has now, there or in the body that took over.
    """

    before: Place
    after: Place


@final
@frozen(kw_only=True)
class Effects:
    """Effects of a change on one day.

    Attributes:
        lost: Seats whose holders sit neither there any more nor in the body that took over.
        gained: Seats in bodies in which the holder did not sit, nor in those it took over from.
        lost_leads: Who led a body and has another seat now.
        gone: Ids of those who had a seat and have none left.
        without_lead: Ids of the bodies that were led, they or those they took over from, and are
            not any more.
        broken_lines: Lines upward that ended, of bodies and others that go on without one.
    """

    lost: tuple[Place, ...]
    gained: tuple[Place, ...]
    lost_leads: tuple[LostLead, ...]
    gone: tuple[str, ...]
    without_lead: tuple[str, ...]
    broken_lines: tuple[Link, ...]


@final
@frozen(kw_only=True)
class WhatIf:
    """What a change set would do.

    Attributes:
        after: The architecture with the changes.
        day: The day looked at; None if neither the document nor a change names one.
        comparison: What is different, and what follows from it.
        effects: Who loses and gains by it.
    """

    after: Architecture
    day: Day | None
    comparison: Comparison
    effects: Effects


def effects_of(
    before: Architecture,
    after: Architecture,
    day: Day | None,
    vocabularies: Vocabularies | None = None,
) -> Effects:
    """Return the effects of a change on a day.

    Args:
        before: The architecture without the change.
        after: The architecture with it.
        day: The day on which to look at both.
        vocabularies: The code lists; by default the shipped ones.
    """
    return _Sides(
        Snapshot.of(before, day, vocabularies), Snapshot.of(after, day, vocabularies)
    ).effects()


@final
class _Sides:
    """The same day without a change and with it."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self.before, self.after = before, after
        known = {*before.whole.links}
        new = [link for link in after.whole.links if is_succession(link) and link not in known]
        self.heirs: Mapping[str, tuple[str, ...]] = {
            link.to: tuple(each.from_ for each in new if each.to == link.to) for link in new
        }
        self.seats = [_places(each) for each in (before, after)]
        self.by_holder = [_by_holder(each) for each in self.seats]

    def effects(self) -> Effects:
        old, new = self.seats
        lost, leads = [], []
        for place, seat in old.items():
            now = self.kept(place)
            if not now:
                lost.append(place)
            elif self.led(self.before, seat) and not any(
                self.led(self.after, new[each]) for each in now
            ):
                leads.append(LostLead(place, now[0]))
        holders = {place.holder for place in new}
        return Effects(
            lost=tuple(lost),
            gained=tuple(place for place in new if not self.had(place)),
            lost_leads=tuple(leads),
            gone=tuple(dict.fromkeys(x.holder for x in old if x.holder not in holders)),
            without_lead=tuple(self.without_lead()),
            broken_lines=tuple(self.broken_lines()),
        )

    def led(self, snapshot: Snapshot, seat: Seat) -> bool:
        return snapshot.standing(seat).leads

    def now(self, body: str) -> Iterator[str]:
        """Yield the bodies in which a body goes on: itself, else those that took over."""
        if body in self.after.bodies:
            yield body
            return
        for each in self.heirs.get(body, ()):
            yield from self.now(each)

    def kept(self, place: Place) -> list[Place]:
        """Return the places of a holder in what became of a body."""
        bodies = {*self.now(place.body)}
        return [each for each in self.by_holder[1][place.holder] if each.body in bodies]

    def had(self, place: Place) -> bool:
        """Return whether a holder sat in a body before, or in one that it took over from."""
        mine = self.by_holder[0][place.holder]
        return any(place.body in (each.body, *self.now(each.body)) for each in mine)

    def without_lead(self) -> Iterator[str]:
        led = (id for id in self.before.bodies if self.before.leadership(id).held)
        for id in dict.fromkeys(new for old in led for new in self.now(old)):
            if not self.after.leadership(id).held:
                yield id

    def broken_lines(self) -> Iterator[Link]:
        there = self.after.now.entities
        for link in self.before.now.links:
            if link.kind in _UPWARD and link.target and link.from_ in there:
                left = self.after.links(link.from_, link.kind)
                if not any(each.target for each in left):
                    yield link


def _places(snapshot: Snapshot) -> dict[Place, Seat]:
    """Return the certain seats of a day by their places."""
    found: dict[Place, Seat] = {}
    for seat in snapshot.now.seats:
        if seat.held_by and seat.is_certain:
            holder = snapshot.organization_of(seat.held_by) or seat.held_by
            found.setdefault(Place(snapshot.identity(holder), seat.body, seat.term), seat)
    return found


def _by_holder(places: Iterable[Place]) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for each in places:
        found[each.holder].append(each)
    return found
