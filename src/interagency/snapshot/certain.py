"""What is certain of a body: shared by the rules about where it lies and to whom it reports."""

from collections.abc import Iterator
from typing import Final, TypeVar

from interagency.model import NONE, UNKNOWN, Body, Certainty, Fact
from interagency.snapshot.index import Index
from interagency.snapshot.verdict import Verdict

AnyBody = TypeVar("AnyBody", bound=Body)
# Asking an enum for a member takes longer than all the rest, and this is asked of every fact.
_DISPUTED: Final = Certainty.DISPUTED


def is_certain(fact: Fact) -> bool:
    """Tell whether a fact counts; what is disputed is as good as unknown."""
    return fact.is_certain


def certain_bodies(snapshot: Index, *classes: type[AnyBody]) -> Iterator[AnyBody]:
    """Yield the bodies of some classes whose existence nobody disputes."""
    for body in snapshot.now.bodies:
        if isinstance(body, classes) and is_certain(body):
            yield body


def lies_in(body: Body) -> str | None:
    """Return the id of what a body lies in, or `none`; None if that is unknown or disputed."""
    within = body.within
    return None if within is None or within.to == UNKNOWN or not is_certain(within) else within.to


def reports_to_somebody(snapshot: Index, id: str) -> Verdict:
    """Answer whether something reports to anybody: gap if it is written that it does not."""
    lines = snapshot.links(id, "reports_to")
    if any(is_certain(line) and line.target for line in lines):
        return Verdict.MET
    said_none = bool(lines) and all(is_certain(line) and line.to == NONE for line in lines)
    return Verdict.GAP if said_none else Verdict.UNKNOWN
