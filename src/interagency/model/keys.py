"""Natural keys: what tells two relationships apart, and how a record is named to people."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from interagency.model.facts import Source
from interagency.model.handovers import Handover
from interagency.model.organization import Organization
from interagency.model.plans import Appeal, Presence, Progress
from interagency.model.relations import Link, Seat


def seat_key(seat: Seat) -> tuple[object, ...]:
    """Return what tells a seat from others: body, term, who holds it, phase, since."""
    who = seat.holder or (seat.kind, seat.tags)
    return (seat.body, seat.term, who, seat.post, seat.when, seat.since and seat.since.text)


def link_key(link: Link) -> tuple[object, ...]:
    """Return what tells a link from others: both ends, kind, since."""
    return (link.from_, link.kind, link.to, link.since and link.since.text)


def appeal_key(appeal: Appeal) -> tuple[object, ...]:
    """Return what tells an appeal from others: plan, organization, part, sectors, country."""
    part = appeal.participation
    return (appeal.plan, appeal.organization, part, appeal.covers, appeal.country)


def presence_key(presence: Presence) -> tuple[object, ...]:
    """Return what tells one presence from others: organization, sectors, area, plan, time."""
    since, until = presence.since, presence.until
    period = (since and since.text, until and until.text)
    where = (presence.area, presence.plan, presence.participation)
    return (presence.organization, presence.covers, *where, *period)


def handover_key(handover: Handover) -> tuple[object, ...]:
    """Return what tells a handover from others: the body and the function."""
    return (handover.body, handover.function)


def progress_key(progress: Progress) -> tuple[object, ...]:
    """Return what tells one progress of a plan or an appeal from others: day, sectors, country."""
    return (progress.as_of.text, frozenset(progress.covers), progress.country)


KEYS: Final[dict[str, Callable[[Any], tuple[object, ...]]]] = {
    "seats": seat_key,
    "links": link_key,
    "appeals": appeal_key,
    "presence": presence_key,
    "handovers": handover_key,
}
# A few fields of each key, which nearly always tell the records apart, and are quick to compare.
KEY_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "seats": ("body", "term", "holder"),
    "links": ("from_", "kind", "to"),
    "appeals": ("plan", "organization", "covers", "country"),
    "presence": ("organization", "covers", "area"),
    "handovers": ("body", "function"),
}


def describe(record: Any) -> str:
    """Return a short name of a record, the same in every run, for messages and fingerprints."""
    match record:
        case Seat():
            who = record.holder or record.kind or "/".join(record.tags) or "?"
            return f"seat {record.body}/{record.term}/{who}"
        case Link():
            return f"link {record.from_} {record.kind} {record.to}"
        case Appeal():
            return f"appeal {record.plan}/{record.organization}"
        case Presence():
            return f"presence {record.organization} in {record.area or '?'}"
        case Handover():
            return f"handover {record.body}/{record.function}"
    return str(getattr(record, "id", ""))


def spoken(entity: Any) -> str | None:
    """Return the name of something: of an organization its acronym, of a post its title."""
    fields = ("acronym", "name") if isinstance(entity, Organization) else ("name", "acronym")
    names = (getattr(entity, field, None) for field in (*fields, "title"))
    return next((name for name in names if isinstance(name, str)), None)


def shared_names(entities: Iterable[Any]) -> frozenset[str]:
    """Return the names, in lower case, that several entities have: alone they identify nothing."""
    named = (each for each in entities if not isinstance(each, Source))
    names = Counter(name.casefold() for each in named if (name := spoken(each)))
    return frozenset(name for name, count in names.items() if count > 1)
