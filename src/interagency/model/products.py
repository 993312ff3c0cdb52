"""What the structure puts out and holds: reports, assessments, trainings, consultations."""

from typing import Annotated, final

from attrs import frozen

from interagency.model.day import Day
from interagency.model.due import Due
from interagency.model.facts import Fact
from interagency.model.grammar import ActorOrUnknown, ActorRef, Code, Id, PlanOrUnknown, Text


@final
@frozen(kw_only=True)
class Receipt(Fact):
    """What somebody gave to one issue of a product, input or clearance, and when.

    Attributes:
        by: Who gave it.
        day: When it came.
        issue: The day on which the issue was due to which it belongs; if not written, it belongs
            to the nearest.
    """

    by: ActorOrUnknown
    day: Day | None = None
    issue: Day | None = None


@final
@frozen(kw_only=True)
class Product(Fact):
    """What the structure puts out or holds: a sitrep, a 3W, a training, a yearly consultation.

    Attributes:
        id: Id in the file.
        name: Name in English, or as it is known.
        kind: What it is, from the vocabulary product-kinds.
        by: Who makes it; of an event, who organizes it.
        on_behalf_of: For whom it is made.
        contributors: Who owes input to it.
        participants: Who takes part in it, if it is an event.
        audience: To whom it goes, from the vocabulary audiences.
        cleared_by: Who clears it, in the order of clearing.
        frequency: How often, from the vocabulary frequencies.
        due: On which days: dates, or rules such as `every Thursday`.
        plan: The plan it reports on, or in whose cycle it stands.
        done: When it was done.
        received: The input that came, and from whom.
        cleared: The clearances that came, and from whom.
    """

    id: Id
    name: Text | None = None
    kind: Annotated[str, Code("product-kinds", ("unknown",))] | None = None
    by: tuple[ActorRef, ...] = ()
    on_behalf_of: tuple[ActorRef, ...] = ()
    contributors: tuple[ActorRef, ...] = ()
    participants: tuple[ActorRef, ...] = ()
    audience: tuple[Annotated[str, Code("audiences", ("unknown",))], ...] = ()
    cleared_by: tuple[ActorRef, ...] = ()
    frequency: Annotated[str, Code("frequencies", ("unknown",))] | None = None
    due: tuple[Due, ...] = ()
    plan: PlanOrUnknown | None = None
    done: tuple[Day, ...] = ()
    received: tuple[Receipt, ...] = ()
    cleared: tuple[Receipt, ...] = ()
