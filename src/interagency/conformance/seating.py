"""Whether a body has a seat of a sort, by the logic of closed lists."""

from collections.abc import Iterable
from typing import final

from attrs import frozen

from interagency.checking import (
    Question,
    Snapshot,
    Standing,
    Verdict,
    every,
    field_question,
    leadership_of,
    leadership_question,
    name_of,
    some,
)
from interagency.checking.naming import section_of
from interagency.conformance.answers import Answer
from interagency.conformance.expectations import HasSeat, Holder, Values
from interagency.model import NONE, UNKNOWN, VACANT, Body, Certainty, Organization, Post, Seat
from interagency.model.keys import describe


@final
@frozen
class Seating:
    """Answers questions about the seats of one body."""

    snapshot: Snapshot
    body: Body

    def answer(self, expectation: HasSeat) -> Answer:
        """Answer whether the body has a seat of a sort."""
        seats, closed = self._seats(expectation.role)
        verdicts = [(self._holds(seat, expectation.by), describe(seat)) for seat in seats]
        verdict = some((each for each, _ in verdicts), closed=closed)
        shown = tuple(sorted(key for each, key in verdicts if each is verdict is Verdict.MET))
        missing = self._missing(expectation, seats, closed) if verdict is Verdict.UNKNOWN else ()
        return Answer(verdict, shown or (self.body.id,), missing)

    def _seats(self, role: str) -> tuple[list[Seat], bool]:
        """Return the seats that a role may mean, and whether there can be no others."""
        snapshot, body = self.snapshot, self.body
        leadership = leadership_of(snapshot, body)
        seats = [*snapshot.seats(body.id)]
        if role == "leads":
            unsure = (Standing.LEAD, Standing.CO_LEAD, Standing.UNKNOWN)
            return [seat for seat in seats if snapshot.standing(seat) in unsure], leadership.closed
        members = "members" in (*snapshot.now.complete, *body.complete)
        if not role:
            return seats, members and leadership.closed and not _has_unknown(seats)
        named = [seat for seat in seats if role in (seat.term, snapshot.standing(seat).value)]
        return named, members and not _has_unknown(named)

    def _holds(self, seat: Seat, wanted: Holder) -> Verdict:
        """Return whether a seat is held as wanted; a disputed one, or an unmapped term, may be."""
        if seat.holder in (VACANT, NONE):
            return Verdict.GAP
        if seat.holder == UNKNOWN or seat.certainty is Certainty.DISPUTED:
            return Verdict.UNKNOWN
        tests = [self._is_one_of(seat, wanted.ids)] if wanted.ids else []
        tests += [self._is_of_kind(seat, wanted.kind)] if wanted.kind else []
        tests += [self._has_tag(seat, wanted.tags)] if wanted.tags else []
        tests += [self._is_designated(seat, wanted.designations)] if wanted.designations else []
        sure = self.snapshot.standing(seat) is not Standing.UNKNOWN
        return every([*tests, Verdict.MET if sure else Verdict.UNKNOWN])

    def _organization(self, seat: Seat) -> Organization | None:
        behind = self.snapshot.organization_of(seat.held_by or "")
        found = self.snapshot.now.entities.get(behind or "")
        return found if isinstance(found, Organization) else None

    def _is_one_of(self, seat: Seat, ids: Values) -> Verdict:
        organization = self._organization(seat)
        if seat.held_by in ids or (organization is not None and organization.id in ids):
            return Verdict.MET
        if organization is not None or isinstance(self._holder(seat), Body):
            return Verdict.GAP
        return Verdict.UNKNOWN if self._may_be(seat, ids) else Verdict.GAP

    def _holder(self, seat: Seat) -> object:
        return self.snapshot.now.entities.get(seat.held_by or "")

    def _may_be(self, seat: Seat, ids: Values) -> bool:
        """Tell whether a seat of which only a kind is known may be that of an organization."""
        known = self.snapshot.now.entities, self.snapshot.vocabularies.organizations
        wanted = [next((each[id] for each in known if id in each), None) for id in ids]
        kinds = [getattr(each, "kind", None) for each in wanted]
        return seat.kind is None or any(
            kind is None or _fit(self.snapshot, kind, seat.kind) is not Verdict.GAP
            for kind in kinds
        )

    def _is_of_kind(self, seat: Seat, kinds: Values) -> Verdict:
        holder = self._holder(seat)
        if isinstance(holder, Body):
            return Verdict.GAP if holder.kind else Verdict.UNKNOWN
        organization = self._organization(seat)
        kind = seat.kind if organization is None else organization.kind
        if kind is None or kind == UNKNOWN:
            return Verdict.UNKNOWN
        return some((_fit(self.snapshot, kind, wanted) for wanted in kinds), closed=True)

    def _has_tag(self, seat: Seat, tags: Values) -> Verdict:
        """Return whether a holder has a tag; a list of tags is never known to be whole."""
        organization = self._organization(seat)
        has = seat.tags if organization is None else organization.tags
        return Verdict.MET if set(tags) & set(has) else Verdict.UNKNOWN

    def _is_designated(self, seat: Seat, designations: Values) -> Verdict:
        post = self.snapshot.now.entities.get(seat.post or seat.held_by or "")
        has = post.designations if isinstance(post, Post) else ()
        return Verdict.MET if set(designations) & set(has) else Verdict.UNKNOWN

    def _missing(
        self, expectation: HasSeat, seats: Iterable[Seat], closed: bool
    ) -> tuple[Question, ...]:
        """Return the questions whose answers would settle it."""
        snapshot, body = self.snapshot, self.body
        unclear = [seat for seat in seats if self._is_unclear(seat, expectation.by)]
        asked = [self._kind_question(seat) for seat in unclear]
        if not closed and expectation.role == "leads":
            asked.append(leadership_question(snapshot, body, leadership_of(snapshot, body)))
        elif not closed:
            asked.append(self._member_question())
        return tuple(asked)

    def _is_unclear(self, seat: Seat, wanted: Holder) -> bool:
        organization = self._organization(seat)
        return bool(wanted.kind) and organization is not None and organization.kind is None

    def _kind_question(self, seat: Seat) -> Question:
        organization = self._organization(seat)
        return field_question(self.snapshot, organization, "kind")

    def _member_question(self) -> Question:
        name, place = name_of(self.snapshot, self.body.id), section_of(self.body)
        write = f"{place}.{self.body.id}.seats, and complete: [leads, members] once all are there"
        return Question(self.body.id, "members", f"Who else sits in {name}?", write)


def _has_unknown(seats: Iterable[Seat]) -> bool:
    return any(seat.holder == UNKNOWN for seat in seats)


def _fit(snapshot: Snapshot, kind: str, wanted: str) -> Verdict:
    """Return whether a kind of organization is a wanted one; a broader one may be."""
    kinds = snapshot.vocabularies["organization-kinds"]
    if kinds.is_a(kind, wanted):
        return Verdict.MET
    return Verdict.UNKNOWN if kinds.is_a(wanted, kind) else Verdict.GAP
