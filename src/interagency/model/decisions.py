"""What was decided, what is open, and what parties have agreed."""

from typing import Annotated, final

from attrs import frozen

from interagency.model.day import Day
from interagency.model.facts import DatedFact, Fact
from interagency.model.grammar import (
    ActorRef,
    AnyRef,
    Code,
    DecisionRef,
    Id,
    SectorCode,
    Text,
    Texts,
)


@final
@frozen(kw_only=True)
class Decision(Fact):
    """A decision that was taken, or one that is open: a position that is not clear yet.

    Attributes:
        id: Id in the file.
        name: Short name.
        text: What was decided; of an open one, what has to be.
        status: open, taken or superseded, from the vocabulary decision-statuses.
        day: When it was taken.
        by: Who took it; of an open one, who has to, the level to which it goes.
        raised_by: Who found that it was needed.
        changes: The ids of what it changes: bodies, posts, plans, products.
        replaces: The decision that it takes the place of.
    """

    id: Id
    name: Text | None = None
    text: Text | None = None
    status: Annotated[str, Code("decision-statuses", ("unknown",))] | None = None
    day: Day | None = None
    by: tuple[ActorRef, ...] = ()
    raised_by: tuple[ActorRef, ...] = ()
    changes: tuple[AnyRef, ...] = ()
    replaces: DecisionRef | None = None


@final
@frozen(kw_only=True)
class Agreement(DatedFact):
    """What parties have agreed: a memorandum, a letter, a joint work programme, a co-leadership.

    Attributes:
        id: Id in the file.
        name: Name in English, or as it is known.
        kind: What sort of agreement, from the vocabulary agreement-kinds.
        parties: Who agreed.
        subject: On what, in words.
        covers: For which sectors, by codes from the vocabulary sectors.
        concerns: The ids of what rests on it: bodies, plans, products, mandates.
        identifiers: Ids in other registries, by scheme.
    """

    id: Id
    name: Text | None = None
    kind: Annotated[str, Code("agreement-kinds", ("unknown",))] | None = None
    parties: tuple[ActorRef, ...] = ()
    subject: Text | None = None
    covers: tuple[SectorCode, ...] = ()
    concerns: tuple[AnyRef, ...] = ()
    identifiers: Texts = ()
