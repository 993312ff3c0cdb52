"""Functions of clusters that pass to others: which has a national owner who accepted it."""

from collections.abc import Iterator
from typing import Final, final

from attrs import frozen

from interagency.model import NONE, RESERVED, UNKNOWN, Body, Handover, Organization
from interagency.snapshot.holders import local_actor, of_kind
from interagency.snapshot.index import Index
from interagency.snapshot.leadership import leadership_of
from interagency.snapshot.verdict import Verdict, every, some

_STATE: Final = ("government", "other-public-sector")


@final
@frozen(kw_only=True)
class FunctionState:
    """One function of one body in a transition.

    Attributes:
        body: Id of the body.
        function: The function, from the vocabulary cluster-functions.
        handover: What is recorded of it; None if nothing is.
        verdict: Whether a national owner has accepted it.
    """

    body: str
    function: str
    handover: Handover | None
    verdict: Verdict


def functions_of(snapshot: Index, body: Body | str) -> tuple[FunctionState, ...]:
    """Return every function of a body, with who takes it over as far as that is recorded.

    Args:
        snapshot: The day; handovers are recorded without one.
        body: The body or its id.
    """
    id = body if isinstance(body, str) else body.id
    recorded = {each.function: each for each in snapshot.whole.handovers if each.body == id}
    known = [term.code for term in snapshot.vocabularies["cluster-functions"]]
    return tuple(
        FunctionState(
            body=id,
            function=code,
            handover=recorded.get(code),
            verdict=_verdict(snapshot, recorded.get(code)),
        )
        for code in dict.fromkeys([*known, *recorded])
    )


def in_transition(snapshot: Index) -> Iterator[str]:
    """Yield the ids of the sectors of a day, and of the other bodies that hand functions over."""
    here = (each.id for each in snapshot.now.sectors)
    handing = (each.body for each in snapshot.whole.handovers)
    yield from dict.fromkeys([*here, *handing])


def _verdict(snapshot: Index, handover: Handover | None) -> Verdict:
    if handover is None or not handover.is_certain or handover.taker in (None, UNKNOWN):
        return Verdict.UNKNOWN
    if handover.taker == NONE:
        return Verdict.GAP
    accepted = {True: Verdict.MET, False: Verdict.GAP, None: Verdict.UNKNOWN}[handover.accepted]
    return every((accepted, is_national(snapshot, str(handover.taker))))


def is_national(snapshot: Index, id: str) -> Verdict:
    """Answer whether somebody is a part of the state, or a local or national actor.

    A body is if one of those is certain to lead it.
    """
    entity = snapshot.whole.entities.get(id)
    if isinstance(entity, Body):
        return _is_led_nationally(snapshot, entity)
    owner = snapshot.whole.entities.get(snapshot.organization_of(id) or id)
    if not isinstance(owner, Organization) or not owner.is_certain:
        return Verdict.UNKNOWN
    kind = None if owner.kind == UNKNOWN else owner.kind
    return some(
        (of_kind(snapshot, kind, _STATE), local_actor(snapshot, kind, owner.tags)), closed=True
    )


def _is_led_nationally(snapshot: Index, body: Body) -> Verdict:
    held = leadership_of(snapshot, body).held
    leaders = [each.held_by for each in held if each.held_by and each.held_by not in RESERVED]
    others = (id for id in leaders if not isinstance(snapshot.whole.entities.get(id), Body))
    return some((is_national(snapshot, id) for id in others), closed=False)
