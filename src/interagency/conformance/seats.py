"""Whether a body has a seat of a sort, by the logic of closed lists."""

from typing import final

from attrs import evolve, frozen

from interagency.conformance.answers import Answer, all_of, any_of
from interagency.conformance.expectations import HasSeat, Holder, Values
from interagency.conformance.flags import Flags
from interagency.conformance.select import is_disputed, kind_fits
from interagency.model import NONE, UNKNOWN, VACANT, Body, Organization, Post, Seat
from interagency.model.grammar import RESERVED
from interagency.model.keys import describe
from interagency.snapshot import (
    Question,
    Snapshot,
    Verdict,
    some,
)
from interagency.snapshot.hints import as_key
from interagency.snapshot.holders import is_excluded
from interagency.snapshot.labels import section_of
from interagency.vocabularies.standing import Standing, standing_of

_YES = Answer(Verdict.MET)
_NO = Answer(Verdict.GAP)


@final
@frozen
class Holding:
    """Answers questions about who holds one seat of a body."""

    snapshot: Snapshot
    body: Body
    seat: Seat

    def answers(self, wanted: Holder) -> list[Answer]:
        """Return an answer to each thing that is wanted of the holder."""
        tests = [self._is_one_of(wanted.ids)] if wanted.ids else []
        tests += [self._is_of_kind(wanted.kind)] if wanted.kind else []
        tests += [self._has_tag(wanted.tags)] if wanted.tags else []
        tests += [self._is_designated(wanted.designations)] if wanted.designations else []
        return tests

    @property
    def _organization(self) -> Organization | None:
        behind = self.snapshot.organization_of(self.seat.held_by or "")
        found = self.snapshot.now.entities.get(behind or "")
        return found if isinstance(found, Organization) else None

    @property
    def _holder(self) -> object:
        return self.snapshot.now.entities.get(self.seat.held_by or "")

    def _is_one_of(self, ids: Values) -> Answer:
        organization, holder = self._organization, self._holder
        if {self.seat.held_by, self.seat.post, getattr(organization, "id", None)} & set(ids):
            return _YES
        if organization is not None or isinstance(holder, Body) or not self._may_be(ids):
            return _NO
        return self._who()

    def _may_be(self, ids: Values) -> bool:
        """Return whether a seat of which only a kind is known may be that of an organization."""
        known = self.snapshot.now.entities, self.snapshot.vocabularies.organizations
        wanted = [next((each[id] for each in known if id in each), None) for id in ids]
        kinds = [getattr(each, "kind", None) for each in wanted]
        return self.seat.kind is None or any(
            kind in (None, UNKNOWN) or self._fits(kind, self.seat.kind) is not Verdict.GAP
            for kind in kinds
        )

    def _fits(self, kind: str, wanted: str) -> Verdict:
        return kind_fits(self.snapshot.vocabularies["organization-kinds"], kind, wanted)

    def _is_of_kind(self, kinds: Values) -> Answer:
        holder, organization = self._holder, self._organization
        if isinstance(holder, Body):
            return _NO
        kind = self.seat.kind if organization is None else organization.kind
        if kind not in (None, UNKNOWN) and not is_disputed(organization):
            verdict = some((self._fits(kind, wanted) for wanted in kinds), closed=True)
            if verdict is not Verdict.UNKNOWN:
                return Answer(verdict)
        return self._who() if organization is None else self._asked(organization, "kind")

    def _has_tag(self, tags: Values) -> Answer:
        """Answer whether a holder has a tag; a list of tags is whole only if there are none."""
        organization = self._organization
        if organization and NONE in organization.tags and not is_disputed(organization):
            return _NO
        if set(tags) & set(self.seat.tags if organization is None else organization.tags):
            return _YES
        kind = self.seat.kind if organization is None else organization.kind
        if not is_disputed(organization) and all(
            is_excluded(self.snapshot, kind, tag) for tag in tags
        ):
            return _NO
        return self._who() if organization is None else self._asked(organization, "tags")

    def _is_designated(self, designations: Values) -> Answer:
        post = self.snapshot.now.entities.get(self.seat.post or self.seat.held_by or "")
        if not isinstance(post, Post):
            return self._who()
        if set(designations) & set(post.designations) and not is_disputed(post):
            return _YES
        if post.designations and UNKNOWN not in post.designations and not is_disputed(post):
            return _NO
        return self._asked(post, "designations")

    def _asked(self, record: Organization | Post, name: str) -> Answer:
        return Answer(Verdict.UNKNOWN, (), (self.snapshot.ask_field(record, name),))

    def _who(self) -> Answer:
        """Answer that who holds a seat, or through which post, would have to be known."""
        holder = self._holder
        if isinstance(holder, Post):
            return self._asked(holder, "organization")
        name = self.snapshot.name(self.body.id)
        entry = f"{section_of(self.body)}.{self.body.id}.seats.{as_key(self.seat.term)}"
        write = f"{entry}: [id, ...]"
        text = f"Who is {self.seat.term} of {name}, of kind {self.seat.kind or 'not said'}?"
        if self.seat.held_by is not None:
            who = self.snapshot.name(self.seat.held_by)
            text = f"Through which post is {who} {self.seat.term} of {name}?"
            write = f"{entry}: [{{holder: {self.seat.held_by}, post: id}}]"
        asked = Question(self.body.id, describe(self.seat), text, write)
        return Answer(Verdict.UNKNOWN, (), (asked,))


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
        leadership = snapshot.leadership(body)
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
            asked = self.snapshot.ask_dispute(seat, describe(seat))
            return Answer(Verdict.UNKNOWN, (), (asked,))
        if seat.holder in (VACANT, NONE):
            return _NO
        if seat.holder == UNKNOWN:
            return Answer(Verdict.UNKNOWN, (), (self._others(seat.term),))
        tests = Holding(self.snapshot, self.body, seat).answers(expectation.by)
        flags = Flags(self.snapshot, self.body, seat).answers(expectation)
        answer = all_of([*tests, *flags, self._is_of_role(seat, expectation.role)])
        return evolve(answer, evidence=(describe(seat),))

    def _is_of_role(self, seat: Seat, role: str) -> Answer:
        if self._plays(seat, role) is Verdict.MET:
            return _YES
        text = f"What does {seat.term} mean in {self.snapshot.name(self.body.id)}?"
        write = f"roles.{as_key(seat.term)}: one of lead, co-lead, supports, participates"
        asked = Question(self.body.id, f"role {seat.term}", text, write)
        return Answer(Verdict.UNKNOWN, (), (asked,))

    def _others(self, role: str) -> Question:
        """Return the question who else has such a seat."""
        snapshot, body = self.snapshot, self.body
        leadership = snapshot.leadership(body)
        # Of a body without any known leader, who leads it comes before who else sits there.
        no_leader = not leadership.held and not leadership.closed
        if (no_leader and not role) or role == "leads" or self._meaning(role).leads:
            return snapshot.ask_leadership(body)
        seats = snapshot.seats(body.id)
        who = "Who else" if any(each.holder not in RESERVED for each in seats) else "Who"
        name = snapshot.name(body.id)
        text = f"{who} sits in {name}?"
        closing = "and complete: [leads, members] once all are there"
        write = f"{section_of(self.body)}.{self.body.id}.seats.member: [...], {closing}"
        return Question(body.id, "members", text, write, f"{who} sits in each of these?", name)


def _has_unknown(seats: list[Seat]) -> bool:
    return any(seat.holder == UNKNOWN for seat in seats)
