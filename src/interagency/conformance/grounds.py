"""To which architecture a body belongs: by its situation, its kind and the people it works for.

One country may have several: beside the clusters, or within a mixed situation, refugees have a
forum and groups of their own, and a platform for refugees and migrants may lie beside clusters.
"""

from collections.abc import Collection
from typing import Final

from interagency.model import UNKNOWN, Body, Forum
from interagency.model.grammar import is_open
from interagency.snapshot import Snapshot, Verdict, negate

# Situations of the IASC's cluster approach; a clause for `idp` is for all of them.
# Source: IASC, cluster approach (complex emergencies and disasters), https://iom.int/cluster-approach
IASC: Final = frozenset(
    ("idp", "conflict", "disaster", "public-health", "returns", "food-crisis", "transition")
)
MIXED: Final = frozenset(("mixed", "mixed-separate-areas", "mixed-same-area"))
_REFUGEE_KINDS = ("rcf", "refugee-forum")
OF_THE_IASC: Final = frozenset(("hct", "inter-cluster", "cluster", "sub-cluster"))
# Whom the Refugee Coordination Model is for, and those who live beside them.
_REFUGEES = ("refugees", "asylum-seekers", "palestine-refugees", "refugee-returnees")
_BESIDE = frozenset(("host-community", "stateless", "at-risk-of-statelessness"))


def widened(situations: Collection[str]) -> frozenset[str]:
    """Return situations with those that one of them stands for."""
    return frozenset(situations) | (IASC if "idp" in situations else frozenset())


def in_situation(snapshot: Snapshot, body: Body, wanted: Collection[str]) -> Verdict:
    """Answer whether a body works in one of some situations.

    In a mixed situation, or where clusters are at work, a body for refugees alone is in the
    refugee response, and the clusters are not.
    """
    here, named = snapshot.situation(body), widened(wanted)
    if here is None:
        return Verdict.UNKNOWN
    if here in MIXED and not named.isdisjoint(MIXED):
        of_theirs = "refugee" not in named and named & IASC and _certainly(snapshot, body)
        return Verdict.MET if here in named and not of_theirs else Verdict.GAP
    if here in MIXED | IASC:
        if "refugee" in named:
            return for_refugees(snapshot, body)
        return negate(for_refugees(snapshot, body)) if named & IASC else Verdict.GAP
    return Verdict.MET if here in named else Verdict.GAP


def for_refugees(snapshot: Snapshot, body: Body) -> Verdict:
    """Answer whether a body of a mixed or cluster country is in the refugee response."""
    if isinstance(body, Forum) and _is_any(snapshot, body, _REFUGEE_KINDS):
        return Verdict.MET
    populations = tuple(each for each in snapshot.populations(body) if each not in _BESIDE)
    known = snapshot.vocabularies["populations"]
    refugees = [any(known.is_a(each, wanted) for wanted in _REFUGEES) for each in populations]
    is_known = not is_open(populations)
    if is_known and all(refugees):
        return Verdict.MET
    if is_of_the_iasc(snapshot, body):
        return Verdict.GAP
    may_be_a_forum_of_theirs = isinstance(body, Forum) and is_open(body.kind)
    if is_known and not any(refugees) and not may_be_a_forum_of_theirs:
        return Verdict.GAP
    if snapshot.situation(body) in IASC and not populations and not may_be_a_forum_of_theirs:
        return Verdict.GAP
    return Verdict.UNKNOWN


def is_theirs(snapshot: Snapshot, body: Body) -> bool:
    """Return whether a body of a mixed or cluster country is for refugees, and so no cluster."""
    here = snapshot.situation(body)
    return here in MIXED | IASC and _certainly(snapshot, body)


def _certainly(snapshot: Snapshot, body: Body) -> bool:
    return for_refugees(snapshot, body) is Verdict.MET


def is_of_the_iasc(snapshot: Snapshot, body: Body) -> bool:
    """Return whether a body is of the cluster approach by its kind, whatever it lies in."""
    return not is_open(body.kind) and _is_any(snapshot, body, OF_THE_IASC)


def on_ground(snapshot: Snapshot, body: Body, situations: Collection[str]) -> Verdict:
    """Answer whether a model for some situations looks at a body.

    Args:
        snapshot: The architecture of the day.
        body: The body.
        situations: Those the model is for; nothing for all.
    """
    ground, here = widened(situations), snapshot.situation(body)
    if not ground or (ground & IASC and is_of_the_iasc(snapshot, body)):
        return Verdict.MET
    if ground <= MIXED:
        # What is written of a part does not take it out of the mixed whole.
        here = here if here in ground else snapshot.now.situation
    if here is None:
        return Verdict.UNKNOWN
    if here in MIXED | IASC and "refugee" not in ground and ground & IASC:
        of_theirs = _certainly(snapshot, body)
        return Verdict.MET if here in ground and not of_theirs else Verdict.GAP
    if here in ground:
        return Verdict.MET
    if here in IASC and "refugee" in ground:
        return for_refugees(snapshot, body)
    return Verdict.GAP


def whole_on_ground(snapshot: Snapshot, situations: Collection[str]) -> bool:
    """Return whether a model for some situations may look at a document, or at a body of it."""
    ground = widened(situations)
    return (
        not ground
        or snapshot.now.situation in {None, UNKNOWN, *ground}
        or any(_may_look(snapshot, body, situations) for body in snapshot.now.bodies)
    )


def _may_look(snapshot: Snapshot, body: Body, situations: Collection[str]) -> bool:
    """Return whether a body opens a document to a model; one that only may be a forum does not."""
    looks = on_ground(snapshot, body, situations)
    is_open = looks is Verdict.UNKNOWN and snapshot.situation(body) is None
    return is_open or looks is Verdict.MET


def _is_any(snapshot: Snapshot, body: Body, wanted: Collection[str]) -> bool:
    known = snapshot.vocabularies["body-kinds"]
    return any(known.is_a(kind, each) for kind in body.kind for each in wanted)
