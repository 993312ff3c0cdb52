"""Who leads a body, and whether that list is closed: the logic of the two slots.

Leadership is lead and co-lead together, and two or three equal co-leads are normal. What is not
written is unknown. The rules, in order:

1. There are two slots: lead (lead, chair) and co-lead (every co- term). Other terms close none.
2. A term that is not written is unknown. `unknown` among the entries leaves the slot open,
   `vacant` is a seat that nobody holds, `none` closes the slot and leaves it empty.
3. Entries under lead close the lead slot, and leave the co-lead slot as it was.
4. If only co- terms are written, two or more seats are equal leads and close both slots; exactly
   one leaves both open, since a co-lead has a partner. A holder in two seats is one, and so are
   two that are, or may be, the same (`same_as`).
5. Both slots written, or `complete: [leads]`: closed.
6. A disputed seat is neither there nor absent: it leaves its slot open.
"""

from collections.abc import Callable
from functools import partial
from typing import Final, final

from attrs import evolve, frozen

from interagency.model import UNKNOWN, VACANT, Body, Certainty, Seat
from interagency.model.grammar import RESERVED
from interagency.snapshot.index import Index
from interagency.snapshot.verdict import Verdict, some
from interagency.vocabularies.standing import Standing

# To ask an enum for a member takes longer than to compare with it.
_DISPUTED: Final = Certainty.DISPUTED


@final
@frozen
class Slot:
    """One of the two places of leadership.

    Attributes:
        held: The seats that somebody holds for certain, named or known by kind.
        vacant: The seats that are known to be empty.
        disputed: The seats on which sources disagree.
        written: Whether the document says anything of it.
        closed: Whether nobody else can hold a seat in it.
    """

    held: tuple[Seat, ...] = ()
    vacant: tuple[Seat, ...] = ()
    disputed: tuple[Seat, ...] = ()
    written: bool = False
    closed: bool = False


_UNWRITTEN: Final = Slot()
_NOBODY: Final = Slot(closed=True)


@final
@frozen
class Leadership:
    """Who leads a body.

    Attributes:
        lead: The slot of the lead.
        co_lead: The slot of the co-leads.
        unmapped: Seats whose term is in no vocabulary, so that they may be leadership.
    """

    lead: Slot
    co_lead: Slot
    unmapped: tuple[Seat, ...] = ()

    @property
    def held(self) -> tuple[Seat, ...]:
        """Return the seats of leadership that somebody holds for certain."""
        return (*self.lead.held, *self.co_lead.held)

    @property
    def closed(self) -> bool:
        """Tell whether nobody else can lead or co-lead."""
        return self.lead.closed and self.co_lead.closed and not self.unmapped

    def answer(self, test: Callable[[Seat], Verdict]) -> Verdict:
        """Answer whether somebody who leads or co-leads passes a test."""
        return some(map(test, self.held), closed=self.closed)


def leadership_of(snapshot: Index, body: Body) -> Leadership:
    """Return who leads a body on the day of a snapshot."""
    return snapshot.once((leadership_of, body.id), partial(_leadership, snapshot, body))


def _leadership(snapshot: Index, body: Body) -> Leadership:
    leads = snapshot.seats(body.id, Standing.LEAD)
    co_leads = snapshot.seats(body.id, Standing.CO_LEAD)
    unmapped = snapshot.seats(body.id, Standing.UNKNOWN)
    complete = "leads" in snapshot.now.complete or "leads" in body.complete
    lead, co_lead = _slot(leads, complete=complete), _slot(co_leads, complete=complete)
    if not complete and co_lead.closed and not lead.written:
        lead, co_lead = _by_number(snapshot, co_lead)
    return Leadership(lead, co_lead, unmapped)


def _slot(seats: tuple[Seat, ...], *, complete: bool) -> Slot:
    if not seats:
        return _NOBODY if complete else _UNWRITTEN
    disputed = tuple([seat for seat in seats if not seat.is_certain])
    certain = [seat for seat in seats if seat.is_certain] if disputed else seats
    return Slot(
        held=tuple([seat for seat in certain if seat.holder not in RESERVED]),
        vacant=tuple([seat for seat in certain if seat.holder == VACANT]),
        disputed=disputed,
        written=True,
        closed=not disputed and UNKNOWN not in [seat.holder for seat in certain],
    )


def _by_number(snapshot: Index, co_lead: Slot) -> tuple[Slot, Slot]:
    """Apply rule 4, for co-leads that stand alone and are all known."""
    seats = _seats(snapshot, co_lead)
    if seats >= 2:
        return _NOBODY, co_lead
    return _UNWRITTEN, evolve(co_lead, closed=seats == 0)


def _seats(snapshot: Index, slot: Slot) -> int:
    """Return how many seats there are for certain, held or vacant; a holder counts once."""
    named = snapshot.distinct(seat.held_by for seat in slot.held if seat.held_by)
    by_kind = sum(seat.count or 1 for seat in slot.held if not seat.held_by)
    return named + by_kind + len(slot.vacant)
