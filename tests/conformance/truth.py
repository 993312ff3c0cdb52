"""What clauses say of a world in which everything is known: plain yes and no, nothing else."""

from typing import Any

from attrs import frozen

from interagency.checking import Snapshot
from interagency.conformance import Clause
from interagency.conformance.expectations import (
    AllOf,
    AnyOf,
    Ask,
    Exists,
    Expectation,
    HasLink,
    HasSeat,
    Is,
    Not,
    Partition,
    Selector,
)
from interagency.model import (
    NONE,
    VACANT,
    Architecture,
    Body,
    Forum,
    Organization,
    Plan,
    Post,
    Seat,
)
from interagency.model import Sector as SectorGroup

CLASSES = {
    "forum": Forum,
    "sector": SectorGroup,
    "post": Post,
    "plan": Plan,
    "organization": Organization,
}


def truth(world: Architecture, clause: Clause) -> str:
    """Return met, gap or not applicable."""
    snapshot = Snapshot.of(world)
    subjects: list[Any] = [world]
    if clause.subjects is not None:
        selector = clause.subjects
        things = world.iter_entities()
        subjects = [each for each in things if Truth(snapshot, each).means(each, selector, Body)]
    when = clause.when
    applied = [each for each in subjects if when is None or Truth(snapshot, each).holds(when, each)]
    if not applied:
        return "not applicable"
    met = all(Truth(snapshot, each).holds(clause.expect, each) for each in applied)
    return "met" if met else "gap"


@frozen
class Truth:
    """Yes and no, for one thing that a clause speaks of."""

    snapshot: Snapshot
    itself: Any

    def holds(self, expectation: Expectation, thing: Any) -> bool:
        """Tell whether an expectation holds of a thing."""
        match expectation:
            case AllOf(parts):
                return all(self.holds(part, thing) for part in parts)
            case AnyOf(parts):
                return any(self.holds(part, thing) for part in parts)
            case Not(part):
                return not self.holds(part, thing)
            case Is(what):
                return self.means(thing, what)
            case HasSeat():
                return any(self.sits(seat, expectation) for seat in self.snapshot.seats(thing.id))
            case HasLink(kind, to):
                ends = self.ends(thing, kind)
                return any(self.means(self.snapshot.now.entities[end], to) for end in ends)
            case Partition(over):
                return all(self.bodies_for(each, over) == 1 for each in thing.countries)
            case Ask():
                return self.snapshot.now.answers[0].answer == "yes"
            case Exists():
                return self.counts(expectation)
        raise AssertionError(expectation)

    def counts(self, wanted: Exists) -> bool:
        """Tell whether there are enough, and not too many."""
        found = [
            each
            for each in self.snapshot.now.iter_entities()
            if self.means(each, wanted.which, Body)
            and (wanted.having is None or self.holds(wanted.having, each))
        ]
        number = sum(int(getattr(each, "stands_for", None) or 1) for each in found)
        return wanted.at_least <= number <= (number if wanted.at_most is None else wanted.at_most)

    def bodies_for(self, country: str, over: Selector) -> int:
        """Count the bodies in whose areas a country lies."""
        found = [
            body
            for body in self.snapshot.now.bodies
            if self.means(body, over, Body) and country in self.snapshot.areas(body)
        ]
        return sum(int(body.stands_for or 1) for body in found)

    def means(self, thing: Any, selector: Selector, default: type = object) -> bool:
        """Tell whether a selector means a thing."""
        classes = tuple(CLASSES[name] for name in selector.of) or default
        pairs = selector.attributes
        return isinstance(thing, classes) and all(self.fits(thing, *pair) for pair in pairs)

    def fits(self, thing: Any, name: str, wanted: tuple[str, ...]) -> bool:
        """Tell whether an attribute of a thing is one of those wanted."""
        values = [each for each in self.values(thing, name) if each != NONE]
        if wanted[0] in ("present", "absent"):
            return bool(values) is (wanted[0] == "present")
        if wanted == ("highest",):
            wanted = (str(self.snapshot.now.level),)
        meant = [getattr(self.itself, "id", "") if each == "self" else each for each in wanted]
        if name in ("kind", "organization_kind"):
            of_bodies = isinstance(thing, Body)
            kinds = self.snapshot.vocabularies["body-kinds" if of_bodies else "organization-kinds"]
            return any(kinds.is_a(value, each) for value in values for each in meant)
        return bool(set(values) & set(meant))

    def values(self, thing: Any, name: str) -> list[str]:
        """Return the effective values of an attribute."""
        if isinstance(thing, Body) and name in ("level", "situation", "areas"):
            value = getattr(self.snapshot, name)(thing)
            if name == "situation" and isinstance(thing, Forum) and "rcf" in thing.kind:
                value = "refugee"  # a refugee forum beside clusters is in the refugee response
        elif name == "within":
            value = thing.within.to
        elif name == "organization_kind":
            owner: Any = self.snapshot.now.entities[thing.organization]
            value = owner.kind
        else:
            value = getattr(thing, name)
        return [str(each) for each in value] if isinstance(value, tuple) else [str(value)]

    def ends(self, thing: Any, kind: str) -> list[str]:
        """Return where the lines of a kind end."""
        if kind == "within":
            return [thing.parent] if thing.parent else []
        return [link.target for link in self.snapshot.links(thing.id, kind) if link.target]

    def sits(self, seat: Seat, wanted: HasSeat) -> bool:
        """Tell whether a seat is held as wanted."""
        standing = self.snapshot.standing(seat)
        roles = {"leads": standing.leads, "": True}
        plays = roles.get(wanted.role, wanted.role in (seat.term, standing.value))
        if not plays or seat.holder in (VACANT, NONE):
            return False
        holder = self.snapshot.now.entities.get(seat.holder or "")
        post = holder if isinstance(holder, Post) else None
        owner = self.snapshot.now.entities.get(
            (post.organization or "") if post else seat.holder or ""
        )
        kind = owner.kind if isinstance(owner, Organization) else seat.kind
        kinds = self.snapshot.vocabularies["organization-kinds"]
        by = wanted.by
        ids = {getattr(owner, "id", None), getattr(post, "id", None)}
        return (
            (not by.ids or bool(ids & set(by.ids)))
            and (not by.kind or any(kinds.is_a(kind or "", each) for each in by.kind))
            and (
                not by.designations
                or bool(set(by.designations) & set(post.designations if post else ()))
            )
            and not by.tags
        )
