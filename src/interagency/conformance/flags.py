"""Whether the holder of a seat is accountable for a body, or its provider of last resort."""

from typing import Final, final

from attrs import frozen

from interagency.conformance.answers import Answer
from interagency.conformance.expectations import HasSeat
from interagency.model import Body, Seat
from interagency.model.keys import describe
from interagency.snapshot import Question, Snapshot, Verdict
from interagency.snapshot.hints import as_key
from interagency.snapshot.labels import section_of

_IS: Final = {
    "accountable": "accountable for",
    "last_resort": "the provider of last resort in",
}


@final
@frozen
class Flags:
    """Answers what a seat says of its holder beside who it is.

    Attributes:
        snapshot: The architecture of the day.
        body: The body.
        seat: One of its seats.
    """

    snapshot: Snapshot
    body: Body
    seat: Seat

    def answers(self, wanted: HasSeat) -> list[Answer]:
        """Return an answer to each thing that is wanted; what is not recorded is unknown."""
        flags = {"accountable": wanted.accountable, "last_resort": wanted.last_resort}
        return [self._answer(name, flag) for name, flag in flags.items() if flag is not None]

    def _answer(self, name: str, wanted: bool) -> Answer:
        written = getattr(self.seat, name)
        if written is None:
            return Answer(Verdict.UNKNOWN, (), (self._question(name),))
        # Who is accountable jointly with others is accountable.
        return Answer(Verdict.MET if bool(written) is wanted else Verdict.GAP)

    def _question(self, name: str) -> Question:
        seat, body = self.seat, self.snapshot.name(self.body.id)
        who = self.snapshot.name(seat.held_by) if seat.held_by else f"the {seat.term}"
        entry = f"{section_of(self.body)}.{self.body.id}.seats.{as_key(seat.term)}"
        write = f"{entry}: [{{holder: {seat.held_by or 'id'}, {name}: true}}], or false"
        text = f"Is {who} {_IS[name]} {{}}?"
        about = f"{name} of {describe(seat)}"
        shared = text.format("each of these")
        return Question(self.body.id, about, text.format(body), write, shared, body)
