"""Who holds a seat, of what kind they are, and whether they are who somebody thinks they are."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Final, final

from attrs import frozen

from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Body,
    Organization,
    Post,
    Seat,
)
from interagency.snapshot.index import Index
from interagency.snapshot.leadership import leadership_of
from interagency.snapshot.verdict import Verdict
from interagency.vocabularies.vocabulary import folded

# Designations that only staff of the United Nations hold, whoever employs them.
_OF_THE_UN: Final = frozenset(
    ("humanitarian-coordinator", "resident-coordinator", "deputy-hc", "regional-hc")
)
LOCAL_KINDS: Final = ("national-ngo", "local-ngo", "local-government", "community-based")
LOCAL_TAGS: Final = ("local", "national", "community-based", "refugee-led")
# Kinds that are never local actors, whatever else is said of them.
_FROM_OUTSIDE = ("multilateral", "international-ngo", "donor", "embassy", "pooled-fund")
# The State is of the country, and not what is meant by a local actor among its partners.
_PUBLIC = ("government", "other-public-sector")
_NO_LOCAL_ACTORS = (*_FROM_OUTSIDE, *_PUBLIC)
# Of these nobody says that refugees or women lead them.
NOT_LED_BY_THEM: Final = ("multilateral", "government", "donor", "embassy", "pooled-fund")


def local_actor(snapshot: Index, kind: str | None, tags: tuple[str, ...]) -> Verdict:
    """Answer whether somebody is a local or national actor, by kind, else by a tag.

    A ministry, a Red Cross society or an `ngo` may be one: only agencies, international NGOs and
    donors certainly are not.
    """
    kinds = snapshot.vocabularies["organization-kinds"]
    if any(kinds.is_a(kind or "", each) for each in _FROM_OUTSIDE):
        return Verdict.GAP
    is_local = any(kinds.is_a(kind or "", each) for each in LOCAL_KINDS)
    return Verdict.MET if is_local or not {*LOCAL_TAGS}.isdisjoint(tags) else Verdict.UNKNOWN


def is_excluded(snapshot: Index, kind: str | None, tag: str) -> bool:
    """Return whether an organization of a kind certainly is not what a tag says.

    An agency or a ministry is neither refugee-led nor a local partner: no one need be asked.
    """
    kinds = snapshot.vocabularies["organization-kinds"]
    excluding: tuple[str, ...] = NOT_LED_BY_THEM if tag.endswith("-led") else ()
    excluding = (*excluding, *_PUBLIC) if excluding else ()
    if tag in ("local", "national") and not kinds.is_a(kind or "", "local-government"):
        excluding = _NO_LOCAL_ACTORS
    return any(kinds.is_a(kind or "", each) for each in excluding)


# Kinds that say too little to exclude another.
_VAGUE = ("other", "other-public-sector", "military", "observer", "development-programme")


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


def holder_of(snapshot: Index, seat: Seat) -> Holder | None:
    """Return who holds a seat; None if it is certain that nobody does."""
    if not seat.is_certain:
        return Holder()
    if seat.holder in (VACANT, NONE):
        return None
    if seat.held_by is None:
        return Holder(None, seat.kind, seat.tags)
    behind = snapshot.organization_of(seat.held_by)
    if behind is None and _is_of_the_un(snapshot, seat.held_by):
        return Holder(kind="un-agency")
    found = snapshot.now.entities.get(behind or "")
    if not isinstance(found, Organization) or not found.is_certain:
        return Holder()
    return Holder(found, None if found.kind == UNKNOWN else found.kind, found.tags)


def _is_of_the_un(snapshot: Index, id: str) -> bool:
    """Return whether a post is one that only staff of the United Nations hold."""
    post = snapshot.now.entities.get(id)
    if not isinstance(post, Post) or not post.is_certain:
        return False
    return not _OF_THE_UN.isdisjoint(post.designations)


def holders(snapshot: Index, body: Body) -> Iterator[Holder]:
    """Yield who holds the seats of a body, an organization for each of its seats."""
    for seat in snapshot.seats(body.id):
        holder = holder_of(snapshot, seat)
        if holder is not None:
            yield holder


def all_seats_known(snapshot: Index, body: Body) -> bool:
    """Return whether no other seats can be in a body: members and leadership are written whole."""
    members = "members" in (*snapshot.now.complete, *body.complete)
    return members and leadership_of(snapshot, body).closed


def all_holders(snapshot: Index, body: Body) -> tuple[Holder, ...]:
    """Return who holds the seats of a body if they are written whole; nobody if they are not."""
    return tuple(holders(snapshot, body)) if all_seats_known(snapshot, body) else ()


def of_kind(snapshot: Index, kind: str | None, wanted: Collection[str]) -> Verdict:
    """Answer whether a kind of organization is one of some; a broader or vague one may be."""
    kinds = snapshot.vocabularies["organization-kinds"]
    if kind is None or kind in _VAGUE or kind not in kinds:
        return Verdict.UNKNOWN
    if any(kinds.is_a(kind, each) for each in wanted):
        return Verdict.MET
    return Verdict.UNKNOWN if any(kinds.is_a(each, kind) for each in wanted) else Verdict.GAP


def is_local(snapshot: Index, holder: Holder) -> Verdict:
    """Answer whether a holder is a local or national actor."""
    return local_actor(snapshot, holder.kind, holder.tags)


def is_led_by(snapshot: Index, holder: Holder, tag: str) -> Verdict:
    """Answer whether a holder is led by those concerned: refugee-led, women-led.

    Agencies, donors and parts of government are not, whatever tag they have; others certainly are
    not only if they have no tag by `tags: none`.
    """
    if NONE in holder.tags or of_kind(snapshot, holder.kind, NOT_LED_BY_THEM) is Verdict.MET:
        return Verdict.GAP
    return Verdict.MET if tag in holder.tags else Verdict.UNKNOWN


def is_one_of(snapshot: Index, holder: Holder, ids: Collection[str]) -> Verdict:
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


def _family(snapshot: Index, organization: Organization) -> Iterator[str]:
    """Yield the id of an organization, of the one it belongs to, and so on."""
    here: object = organization
    while isinstance(here, Organization):
        yield here.id
        here = snapshot.now.entities.get(here.parent or "")


def _named_like(snapshot: Index, organization: Organization, ids: Collection[str]) -> bool:
    """Return whether an organization has a name or acronym of one of the registry."""
    known = snapshot.vocabularies.organizations
    if organization.id in known:
        return False
    own = {folded(text) for text in (organization.name, organization.acronym) if text}
    meant = (known[id] for id in ids if id in known)
    return any(folded(text) in own for each in meant for text in (each.name, each.acronym) if text)


def led_alone(snapshot: Index) -> Mapping[str, tuple[str, ...]]:
    """Return the bodies that each organization certainly leads alone, by its id."""
    found: dict[str, list[str]] = defaultdict(list)
    for body in snapshot.now.bodies:
        leadership = leadership_of(snapshot, body)
        behind = [snapshot.organization_of(seat.held_by or "") for seat in leadership.held]
        held = {snapshot.identity(id) if id else "" for id in behind}
        if body.is_certain and leadership.closed and "" not in held and len(held) == 1:
            found[held.pop()].append(body.id)
    return {id: tuple(bodies) for id, bodies in found.items()}
