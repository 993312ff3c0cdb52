"""Where government is in a structure: in the seats of a body, and behind who holds them."""

from collections.abc import Callable
from functools import cached_property

from attrs import field, frozen

from interagency.model import NONE, UNKNOWN, VACANT, Body, Organization, Seat, Sector
from interagency.model.grammar import is_open
from interagency.snapshot.index import Index
from interagency.snapshot.leadership import leadership_of
from interagency.snapshot.verdict import Verdict, some
from interagency.vocabularies import Vocabulary

# Forums that are not the government's to chair, such as one of refugees, or that are its own.
_EXEMPT = ("hct", "unct", "government-group", "ngo-forum", "donor-group", "refugee-forum")
# Terms that say by themselves that the holder is a part of government.
_TERMS = ("government-counterpart", "government-co-lead")
# Kinds of organization that may, or may not, be a part of government.
_EITHER = ("other", "other-public-sector", "military", UNKNOWN)


@frozen
class Government:
    """Answers where government is in the structure of a day: yes, no or unknown."""

    snapshot: Index
    _bodies: dict[str, Verdict] = field(factory=dict, init=False)

    def exempts(self, body: Body) -> Verdict:
        """Answer whether a body is of a kind that needs no counterpart; a sector never is."""
        kinds = self.snapshot.vocabularies["body-kinds"]
        return Verdict.GAP if isinstance(body, Sector) else _is_any(kinds, body.kind, _EXEMPT)

    def in_seats_of(self, body: Body) -> Verdict:
        """Answer whether a part of government leads, co-leads or accompanies a body."""
        seats = [
            seat
            for seat in self.snapshot.seats(body.id)
            if self.snapshot.standing(seat).leads or seat.term in self._terms
        ]
        members = "members" in self.snapshot.now.complete or "members" in body.complete
        closed = members and leadership_of(self.snapshot, body).closed
        # `government-counterpart: none` answers for all of government, also behind open seats.
        said_none = any(
            seat.holder == NONE and seat.is_certain and seat.term in self._terms for seat in seats
        )
        answers = [self._holds(seat, self._body) for seat in seats]
        if said_none:
            return Verdict.MET if Verdict.MET in answers else Verdict.GAP
        return some(answers, closed=closed)

    @cached_property
    def _terms(self) -> frozenset[str]:
        """The terms that say by themselves that the holder is a part of government."""
        known = self.snapshot.vocabularies["role-terms"]
        meant = {seat.term: None for seat in self.snapshot.now.seats}
        found = ((term, known.spelled(term)) for term in meant)
        return frozenset(term for term, spelled in found if spelled and spelled.code in _TERMS)

    def _holds(self, seat: Seat, of_body: Callable[[str], Verdict]) -> Verdict:
        if not seat.is_certain or seat.holder == UNKNOWN:
            return Verdict.UNKNOWN
        if seat.holder in (VACANT, NONE):
            return Verdict.GAP
        if seat.term in self._terms:
            return Verdict.MET
        if seat.holder is None:
            return self._of_kind(seat.kind)
        if seat.holder in self.snapshot.bodies:
            return of_body(seat.holder)
        organization = self.snapshot.organization_of(seat.holder) or ""
        found = self.snapshot.now.entities.get(organization)
        if isinstance(found, Organization) and found.is_certain:
            return self._of_kind(found.kind)
        return Verdict.UNKNOWN

    def _of_kind(self, kind: str | None) -> Verdict:
        kinds = self.snapshot.vocabularies["organization-kinds"]
        said = () if kind is None or kind in _EITHER else (kind,)
        return _is_any(kinds, said, ("government",))

    def _body(self, id: str) -> Verdict:
        """Answer whether a body that holds a seat is the government's own, or led by it."""
        if id not in self._bodies:
            self._bodies[id] = self._work_out(self.snapshot.bodies[id])
        return self._bodies[id]

    def _work_out(self, body: Body) -> Verdict:
        if not body.is_certain:
            return Verdict.UNKNOWN
        own = _is_any(self.snapshot.vocabularies["body-kinds"], body.kind, ("government-group",))
        # One step only: bodies may hold seats in each other.
        leads = leadership_of(self.snapshot, body).answer(
            lambda seat: self._holds(seat, lambda _: Verdict.UNKNOWN)
        )
        return some((own, leads), closed=True)


def _is_any(known: Vocabulary, kinds: tuple[str, ...], wanted: tuple[str, ...]) -> Verdict:
    """Answer whether one of the kinds of a thing is wanted; a code in no list may mean it."""
    answers = (
        Verdict.MET
        if any(known.is_a(kind, each) for each in wanted)
        else Verdict.GAP
        if kind in known
        else Verdict.UNKNOWN
        for kind in kinds
    )
    return some(answers, closed=not is_open(kinds))
