"""Functions of bodies that pass to others, as when clusters are handed over to a state."""

from typing import Annotated, final

from attrs import frozen

from interagency.model.day import Day
from interagency.model.facts import Fact
from interagency.model.grammar import ActorRef, BodyRef, Code


@final
@frozen(kw_only=True)
class Handover(Fact):
    """A function of a body that passes to another organization.

    Attributes:
        body: The body that has the function until then.
        function: What passes, from the vocabulary cluster-functions.
        taker: Who takes it over; `unknown`, or `none` if no one does.
        accepted: Whether the taker has accepted it.
        day: The day by which it passes.
    """

    body: BodyRef
    function: Annotated[str, Code("cluster-functions")]
    taker: ActorRef | None = None
    accepted: bool | None = None
    day: Day | None = None
