"""Whether a body has a seat of a sort, by the logic of closed lists."""

from typing import Final, final

from attrs import evolve, frozen

from interagency.checking import (
    Question,
    Snapshot,
    Standing,
    Verdict,
    leadership_of,
    leadership_question,
    name_of,
)
from interagency.checking.asking import dispute_question
from interagency.checking.hints import as_key
from interagency.checking.naming import section_of
from interagency.checking.standing import standing_of
from interagency.conformance.answers import Answer, all_of, any_of
from interagency.conformance.expectations import HasSeat
from interagency.conformance.holding import Holding
from interagency.conformance.matching import is_disputed
from interagency.model import NONE, UNKNOWN, VACANT, Body, Seat
from interagency.model.keys import describe
from interagency.model.words import RESERVED

_YES: Final = Answer(Verdict.MET)
_NO: Final = Answer(Verdict.GAP)


@final
@frozen
class Seating:
    """Answers questions about the seats of one body."""

    snapshot: Snapshot
    body: Body

    def answer(self, expectation: HasSeat) -> Answer:
        """Answer whether the body has a seat of a sort."""
        role = expectation.role
        seats, closed = self._seats(role)
        holds = (self._holds(seat, expectation) for seat in seats)
        answer = any_of(holds, closed=closed)
        if answer.verdict is not Verdict.UNKNOWN or closed:
            return evolve(answer, evidence=answer.evidence or (self.body.id,))
        missing = dict.fromkeys((*answer.missing, self._others(role)))
        return evolve(answer, missing=tuple(missing))

    def _seats(self, role: str) -> tuple[list[Seat], bool]:
        """Return the seats that a role may mean, and whether there can be no others."""
        snapshot, body = self.snapshot, self.body
        leadership = leadership_of(snapshot, body)
        slots = {Standing.LEAD: leadership.lead, Standing.CO_LEAD: leadership.co_lead}
        closed = {standing: slot.closed for standing, slot in slots.items()}
        members = "members" in (*snapshot.now.complete, *body.complete)
        seats = [*snapshot.seats(body.id)]
        if role == "leads":
            mapped = [seat for seat in seats if self._standing(seat) in (*closed, Standing.UNKNOWN)]
            return mapped, all(closed.values())
        if not role:
            return seats, members and all(closed.values()) and not _has_unknown(seats)
        named = [seat for seat in seats if self._plays(seat, role) is not Verdict.GAP]
        whole = closed.get(self._meaning(role), members)
        return named, whole and not _has_unknown(named)

    def _standing(self, seat: Seat) -> Standing:
        return self.snapshot.standing(seat)

    def _meaning(self, role: str) -> Standing:
        """Return what a role amounts to, so that its place in leadership is known."""
        roles = dict(self.snapshot.whole.roles)
        return standing_of(role, roles, self.snapshot.vocabularies["role-terms"])

    def _plays(self, seat: Seat, role: str) -> Verdict:
        """Return whether a seat is of a role; one whose term nobody explains may be."""
        standing = self._standing(seat)
        if not role or role in (seat.term, standing.value):
            return Verdict.MET
        if standing is Standing.UNKNOWN:
            return Verdict.UNKNOWN
        if role == "leads":
            return Verdict.MET if standing.leads else Verdict.GAP
        terms = self.snapshot.vocabularies["role-terms"]
        written, wanted = terms.spelled(seat.term), terms.spelled(role)
        same = written is not None and wanted is not None and terms.is_a(written.code, wanted.code)
        return Verdict.MET if same else Verdict.GAP

    def _holds(self, seat: Seat, expectation: HasSeat) -> Answer:
        """Answer whether a seat is held as wanted, and is of the role."""
        if is_disputed(seat):
            asked = dispute_question(self.snapshot, seat, describe(seat))
            return Answer(Verdict.UNKNOWN, (), (asked,))
        if seat.holder in (VACANT, NONE):
            return _NO
        if seat.holder == UNKNOWN:
            return Answer(Verdict.UNKNOWN, (), (self._others(seat.term),))
        tests = Holding(self.snapshot, self.body, seat).answers(expectation.by)
        answer = all_of([*tests, self._is_of_role(seat, expectation.role)])
        return evolve(answer, evidence=(describe(seat),))

    def _is_of_role(self, seat: Seat, role: str) -> Answer:
        if self._plays(seat, role) is Verdict.MET:
            return _YES
        text = f"What does {seat.term} mean in {name_of(self.snapshot, self.body.id)}?"
        write = f"roles.{as_key(seat.term)}: one of lead, co-lead, supports, participates"
        asked = Question(self.body.id, f"role {seat.term}", text, write)
        return Answer(Verdict.UNKNOWN, (), (asked,))

    def _others(self, role: str) -> Question:
        """Return the question who else has such a seat."""
        snapshot, body = self.snapshot, self.body
        if role == "leads" or self._meaning(role).leads:
            return leadership_question(snapshot, body, leadership_of(snapshot, body))
        seats = snapshot.seats(body.id)
        who = "Who else" if any(each.holder not in RESERVED for each in seats) else "Who"
        text = f"{who} sits in {name_of(snapshot, body.id)}?"
        closing = "and complete: [leads, members] once all are there"
        write = f"{section_of(self.body)}.{self.body.id}.seats.member: [...], {closing}"
        return Question(body.id, "members", text, write, f"{who} sits in each of these?")


def _has_unknown(seats: list[Seat]) -> bool:
    return any(seat.holder == UNKNOWN for seat in seats)
