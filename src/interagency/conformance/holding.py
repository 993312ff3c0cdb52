"""Whether the holder of a seat is as wanted: who it is, of what kind, with which tags."""

from typing import Final, final

from attrs import frozen

from interagency.checking import Question, Snapshot, Verdict, field_question, name_of, some
from interagency.checking.hints import as_key
from interagency.checking.local_actors import is_excluded
from interagency.checking.naming import section_of
from interagency.conformance.answers import Answer
from interagency.conformance.expectations import Holder, Values
from interagency.conformance.matching import is_disputed, kind_fits
from interagency.model import NONE, UNKNOWN, Body, Organization, Post, Seat
from interagency.model.keys import describe

_YES: Final = Answer(Verdict.MET)
_NO: Final = Answer(Verdict.GAP)


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
        """Tell whether a seat of which only a kind is known may be that of an organization."""
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
        return Answer(Verdict.UNKNOWN, (), (field_question(self.snapshot, record, name),))

    def _who(self) -> Answer:
        """Answer that who holds a seat, or through which post, would have to be known."""
        holder = self._holder
        if isinstance(holder, Post):
            return self._asked(holder, "organization")
        name = name_of(self.snapshot, self.body.id)
        entry = f"{section_of(self.body)}.{self.body.id}.seats.{as_key(self.seat.term)}"
        write = f"{entry}: [id, ...]"
        text = f"Who is {self.seat.term} of {name}, of kind {self.seat.kind or 'not said'}?"
        if self.seat.held_by is not None:
            who = name_of(self.snapshot, self.seat.held_by)
            text = f"Through which post is {who} {self.seat.term} of {name}?"
            write = f"{entry}: [{{holder: {self.seat.held_by}, post: id}}]"
        asked = Question(self.body.id, describe(self.seat), text, write)
        return Answer(Verdict.UNKNOWN, (), (asked,))
