"""Everything that is known of one architecture on one day, in three values."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, final

from attrs import frozen

from interagency.model import Architecture, Body, Day, Fact, Seat
from interagency.model.sections import records_of
from interagency.snapshot import holders, labels, mandates, questions
from interagency.snapshot.government import Government
from interagency.snapshot.holders import Holder
from interagency.snapshot.index import Index
from interagency.snapshot.leadership import Leadership, leadership_of
from interagency.snapshot.mandates import Mandated
from interagency.snapshot.open_questions import open_questions
from interagency.snapshot.participation import Participation
from interagency.snapshot.questions import Question
from interagency.snapshot.reporting_lines import not_told_apart, reports_to_somebody
from interagency.snapshot.verdict import Verdict
from interagency.vocabularies import Vocabularies, shipped
from interagency.vocabularies.mandates import StandingMandate

AnyFact = TypeVar("AnyFact", bound=Fact)


@final
@frozen
class Snapshot(Index):
    """One architecture on one day, and what can be asked of it.

    What is not recorded, and what sources dispute, is unknown. Methods that take a body or another
    entity take its id as well. Everything is read-only, and worked out when first asked for.

    Attributes:
        whole: The architecture with all its time.
        day: The day looked at; None if neither the caller nor the document names one.
        vocabularies: The code lists.
    """

    @classmethod
    def of(
        cls,
        architecture: "Architecture | Snapshot",
        on: Day | date | str | None = None,
        vocabularies: Vocabularies | None = None,
    ) -> "Snapshot":
        """Return the snapshot of a day.

        Args:
            architecture: The architecture; a snapshot is returned as it is if no day is named.
            on: The day, inclusive; by default the last day of `as_of`.
            vocabularies: The code lists; by default the shipped ones.
        """
        if isinstance(architecture, Snapshot):
            if on is None and vocabularies in (None, architecture.vocabularies):
                return architecture
            on = architecture.day if on is None else on
            vocabularies = vocabularies or architecture.vocabularies
            architecture = architecture.whole
        as_of = architecture.as_of if on is None else Day.of(on)
        return cls(architecture, as_of.last if as_of else None, vocabularies or shipped())

    @classmethod
    def of_all_time(
        cls, architecture: Architecture, vocabularies: Vocabularies | None = None
    ) -> "Snapshot":
        """Return a snapshot in which every record counts, whenever it holds."""
        return cls(architecture, None, vocabularies or shipped())

    def certain(self, *classes: type[AnyFact]) -> Iterator[AnyFact]:
        """Yield the records of some classes on which no sources disagree.

        Args:
            classes: Classes of the model: `Sector`, `Body` for all four classes, `Appeal`.
        """
        for record in records_of(self.now, *classes):
            if record.is_certain:
                yield record

    def name(self, x: object) -> str:
        """Return what people call something: UNHCR, the name of a group, the title of a post.

        Where several entities have the same name, the id stands behind it.
        """
        return labels.name_of(self, _id(x))

    def leadership(self, body: Body | str) -> Leadership:
        """Return who leads a body, and whether anyone else may."""
        return leadership_of(self, self.body(body))

    def not_told_apart(self, ids: Sequence[str]) -> list[str]:
        """Return those of some bodies that may be the same as another of them."""
        return not_told_apart(self, ids)

    def reports(self, x: object) -> Verdict:
        """Answer whether something reports to anyone: a gap if it is recorded that it does not."""
        return reports_to_somebody(self, _id(x))

    def holder(self, seat: Seat) -> Holder | None:
        """Return who holds a seat; None if it is certain that no one does."""
        return holders.holder_of(self, seat)

    def holders(self, body: Body | str) -> Iterator[Holder]:
        """Yield who holds the seats of a body, one for each of its seats."""
        return holders.holders(self, self.body(body))

    def all_seats_known(self, body: Body | str) -> bool:
        """Return whether a body has no other seats: its members and leadership are complete."""
        return holders.all_seats_known(self, self.body(body))

    def all_holders(self, body: Body | str) -> tuple[Holder, ...]:
        """Return who holds the seats of a body if all are known, else nothing."""
        return holders.all_holders(self, self.body(body))

    def led_alone(self) -> Mapping[str, tuple[str, ...]]:
        """Return the bodies that each organization certainly leads alone, by its id."""
        return holders.led_alone(self)

    def is_of_kind(self, kind: str | None, wanted: Collection[str]) -> Verdict:
        """Answer whether a kind of organization is one of some; a broader or vague one may be."""
        return holders.of_kind(self, kind, wanted)

    def is_local(self, holder: Holder) -> Verdict:
        """Answer whether a holder is a local or national actor."""
        return holders.is_local(self, holder)

    def is_led_by(self, holder: Holder, tag: str) -> Verdict:
        """Answer whether a holder is led by those concerned: refugee-led, women-led."""
        return holders.is_led_by(self, holder, tag)

    def is_one_of(self, holder: Holder, ids: Collection[str]) -> Verdict:
        """Answer whether a holder is, or is part of, one of some organizations of the registry."""
        return holders.is_one_of(self, holder, ids)

    def standing_mandates(self, body: Body | str) -> tuple[StandingMandate, ...]:
        """Return the standing mandates that certainly hold for a body."""
        return mandates.standing_mandates(self, self.body(body))

    def may_have_standing_mandate(self, body: Body | str) -> bool:
        """Return whether a standing mandate may hold for a body, for all that is known of it."""
        return mandates.may_have_standing_mandate(self, self.body(body))

    def subject(self, record: object) -> str:
        """Return the id under which a record is reported; nothing for the header and answers."""
        return labels.known_subject(self, record)

    def place(self, record: object, field: str) -> str:
        """Return the path of a field of a record in a file: sectors.health.covers."""
        return labels.place_of(self, record, field)

    def ask_leadership(self, body: Body | str) -> Question:
        """Return the question who leads a body, or who else does."""
        asked = self.body(body)
        return questions.leadership_question(self, asked, self.leadership(asked))

    def ask_field(self, record: Any, field: str) -> Question:
        """Return the question what the value of a field is.

        Args:
            record: A record or its id; the architecture for its header.
            field: Name of the field, or the kind of a link.
        """
        if isinstance(record, str):
            record = self.whole.find(record)
        return questions.field_question(self, record, field)

    def ask_dispute(self, record: Any, what: str) -> Question:
        """Return the question which of the sources that disagree is right."""
        return questions.dispute_question(self, record, what)

    def questions(self) -> Iterator[Question]:
        """Yield a question for everything that the document leaves open: the handover note."""
        return open_questions(self)

    @cached_property
    def participation(self) -> Participation:
        """Who sits where, appeals for what and is active in what."""
        return Participation(self)

    @cached_property
    def mandated(self) -> Mandated:
        """Who is mandated to lead which body."""
        return Mandated(self)

    @cached_property
    def government(self) -> Government:
        """Where government sits in the structure."""
        return Government(self)


def _id(x: object) -> str:
    return x if isinstance(x, str) else labels.subject_of(x)
