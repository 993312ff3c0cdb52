"""Who holds a seat, of what kind they are, and whether they are who somebody thinks they are."""

from collections.abc import Collection, Iterator
from typing import Final, final

from attrs import frozen

from interagency.checking import Snapshot, Verdict, leadership_of
from interagency.checking.local_actors import NOT_LED_BY_THEM, local_actor
from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Body,
    Certainty,
    Organization,
    Seat,
)
from interagency.vocabularies.spelling import folded

# Kinds that say too little to exclude another.
_VAGUE: Final = ("other", "other-public-sector", "military", "observer", "development-programme")


@final
@frozen
class Holder:
    """What is certain of who holds a seat; nothing of a holder whom nobody named.

    Attributes:
        organization: The organization behind the seat.
        kind: Its kind, or the kind that the seat says.
        tags: Its tags, or those that the seat says.
    """

    organization: Organization | None = None
    kind: str | None = None
    tags: tuple[str, ...] = ()


def holder_of(snapshot: Snapshot, seat: Seat) -> Holder | None:
    """Return who holds a seat; None if it is certain that nobody does."""
    if seat.certainty is Certainty.DISPUTED:
        return Holder()
    if seat.holder in (VACANT, NONE):
        return None
    if seat.held_by is None:
        return Holder(None, seat.kind, seat.tags)
    found = snapshot.now.entities.get(snapshot.organization_of(seat.held_by) or "")
    if not isinstance(found, Organization) or found.certainty is Certainty.DISPUTED:
        return Holder()
    return Holder(found, None if found.kind == UNKNOWN else found.kind, found.tags)


def holders(snapshot: Snapshot, body: Body) -> Iterator[Holder]:
    """Yield who holds the seats of a body, an organization for each of its seats."""
    for seat in snapshot.seats(body.id):
        holder = holder_of(snapshot, seat)
        if holder is not None:
            yield holder


def all_seats_known(snapshot: Snapshot, body: Body) -> bool:
    """Tell whether no other seats can be in a body: members and leadership are written whole."""
    members = "members" in (*snapshot.now.complete, *body.complete)
    return members and leadership_of(snapshot, body).closed


def all_holders(snapshot: Snapshot, body: Body) -> tuple[Holder, ...]:
    """Return who holds the seats of a body if they are written whole; nobody if they are not."""
    return tuple(holders(snapshot, body)) if all_seats_known(snapshot, body) else ()


def of_kind(snapshot: Snapshot, kind: str | None, wanted: Collection[str]) -> Verdict:
    """Answer whether a kind of organization is one of some; a broader or vague one may be."""
    kinds = snapshot.vocabularies["organization-kinds"]
    if kind is None or kind in _VAGUE or kind not in kinds:
        return Verdict.UNKNOWN
    if any(kinds.is_a(kind, each) for each in wanted):
        return Verdict.MET
    return Verdict.UNKNOWN if any(kinds.is_a(each, kind) for each in wanted) else Verdict.GAP


def is_local(snapshot: Snapshot, holder: Holder) -> Verdict:
    """Answer whether a holder is a local or national actor."""
    return local_actor(snapshot, holder.kind, holder.tags)


def is_led_by(snapshot: Snapshot, holder: Holder, tag: str) -> Verdict:
    """Answer whether a holder is led by those concerned: refugee-led, women-led.

    Agencies, donors and parts of government are not, whatever tag they have; others certainly are
    not only if they have no tag by `tags: none`.
    """
    if NONE in holder.tags or of_kind(snapshot, holder.kind, NOT_LED_BY_THEM) is Verdict.MET:
        return Verdict.GAP
    return Verdict.MET if tag in holder.tags else Verdict.UNKNOWN


def is_one_of(snapshot: Snapshot, holder: Holder, ids: Collection[str]) -> Verdict:
    """Answer whether a holder is one of some organizations of the registry, or a part of one.

    An organization of a document may be an office of the one that is meant, or that one under
    another id. It certainly is another only if the registry knows it as another, or if its kind
    is another.
    """
    organization = holder.organization
    known = snapshot.vocabularies.organizations
    if organization is not None:
        if not {*ids}.isdisjoint(_family(snapshot, organization)) or _named_like(
            snapshot, organization, ids
        ):
            return Verdict.MET
        if organization.id in known:
            return Verdict.GAP
    meant = [known[id].kind or "" if id in known else "" for id in ids]
    fits = [of_kind(snapshot, holder.kind, (kind,)) for kind in meant if kind]
    is_other = len(fits) == len(meant) and all(each is Verdict.GAP for each in fits)
    return Verdict.GAP if is_other else Verdict.UNKNOWN


def _family(snapshot: Snapshot, organization: Organization) -> Iterator[str]:
    """Yield the id of an organization, of the one it belongs to, and so on."""
    here: object = organization
    while isinstance(here, Organization):
        yield here.id
        here = snapshot.now.entities.get(here.parent or "")


def _named_like(snapshot: Snapshot, organization: Organization, ids: Collection[str]) -> bool:
    """Tell whether an organization has a name or acronym of one of the registry."""
    known = snapshot.vocabularies.organizations
    if organization.id in known:
        return False
    own = {folded(text) for text in (organization.name, organization.acronym) if text}
    meant = (known[id] for id in ids if id in known)
    return any(folded(text) in own for each in meant for text in (each.name, each.acronym) if text)
