"""Who leads a body, and whether that list is closed: the logic of the two slots.

Leadership is lead and co-lead together, and two or three equal co-leads are normal. What is not
written is unknown. The rules, in order:

1. There are two slots: lead (lead, chair) and co-lead (every co- term). Other terms close none.
2. A term that is not written is unknown. `unknown` among the entries leaves the slot open,
   `vacant` is a seat that nobody holds, `none` closes the slot and leaves it empty.
3. Entries under lead close the lead slot. Two or more holders of it are the partnership, and close
   the co-lead slot with it; one leaves the co-lead slot as it was.
4. If only co- terms are written, two or more seats are equal leads and close both slots; exactly
   one leaves both open, since a co-lead has a partner. A holder in two seats is one, and so are
   two that are, or may be, the same (`same_as`).
5. A body of a kind that has one chair (a country team, an inter-cluster group, a camp) has no
   co-lead unless one is written.
6. Both slots written, or `complete: [leads]`: closed.
7. A disputed seat is neither there nor absent: it leaves its slot open.
"""

from collections.abc import Callable
from functools import partial
from typing import Final, final

from attrs import evolve, frozen

from interagency.model import UNKNOWN, VACANT, Body, Seat
from interagency.model.grammar import RESERVED
from interagency.snapshot.index import Index
from interagency.snapshot.verdict import Verdict, some
from interagency.vocabularies.standing import Standing

# Kinds of body that one person or organization chairs: nobody asks them for a co-chair.
ONE_CHAIR: Final = ("hct", "unct", "inter-cluster", "camp", "government-group", "refugee-forum")
_SERVICES: Final = frozenset(("LOG", "TEL"))
# To ask an enum for a member takes longer than to compare with it.


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


_UNWRITTEN = Slot()
_NOBODY = Slot(closed=True)


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
        """Return whether nobody else can lead or co-lead."""
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
    is_whole = _has_one_chair(snapshot, body) or (lead.closed and _seats(snapshot, lead) > 1)
    if is_whole and not co_leads:
        co_lead = _NOBODY
    return Leadership(lead, co_lead, unmapped)


def has_one_lead_by_design(body: Body, leadership: Leadership) -> bool:
    """Return whether a body is a common service that one agency, which is known, runs.

    Logistics and telecommunications serve all other groups: no one asks who co-leads them.
    """
    return is_service(body) and bool(leadership.lead.held) and leadership.lead.closed


def is_service(body: Body) -> bool:
    """Return whether a body is a common service, and covers nothing else."""
    return bool(body.covers) and {*body.covers} <= _SERVICES


def _has_one_chair(snapshot: Index, body: Body) -> bool:
    """Return whether a body is of kinds that have one chair, and of no others."""
    kinds = snapshot.vocabularies["body-kinds"]
    return bool(body.kind) and all(
        any(kinds.is_a(kind, each) for each in ONE_CHAIR) for kind in body.kind
    )


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
