"""Changes of who sits where: hand over, join, leave, vacate."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from interagency.change.endings import ended_sections
from interagency.change.periods import ended, is_over
from interagency.change.wholeness import ImpossibleChange, body_of, named, whole
from interagency.model import NONE, UNKNOWN, VACANT, Architecture, Day, Organization, Seat
from interagency.model.keys import seat_key
from interagency.vocabularies import Vocabularies, shipped
from interagency.vocabularies.standing import standing_of

MEMBER: Final = "member"
_EMPTY = (VACANT, NONE)


def hand_over(
    architecture: Architecture,
    body: str,
    to: str,
    day: Day,
    *,
    from_: str | None = None,
    term: str | None = None,
    accountable: bool | str | None = None,
    last_resort: bool | None = None,
    sources: tuple[str, ...] = (),
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which a seat of a body passes from one holder to another.

    Accountability and last resort do not pass with it unless that is given: handing over a seat
    transfers neither.

    Args:
        architecture: The architecture.
        body: Id of the body.
        to: Who takes the seat.
        day: The first day on which they hold it.
        from_: Who gives it up; may be left out if one alone holds it.
        term: The term of the seat; by default the one under which the group is led.
        accountable: Whether the new holder is accountable.
        last_resort: Whether the new holder is provider of last resort.
        sources: Ids of the sources that say so.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If it is not clear which seat passes.
    """
    body_of(architecture, body, day)
    seats = open_seats(architecture, body, day)
    passing = _passing(architecture, body, seats, (from_, term, vocabularies))
    if term is None and not passing:
        raise ImpossibleChange(_no_seat(architecture, body, from_, term))
    seat = Seat(
        body=body,
        term=term or passing[0].term,
        holder=to,
        since=day,
        accountable=accountable,
        last_resort=last_resort,
        sources=sources,
    )
    over = [*passing, *(each for each in seats if each.held_by == to)]
    return whole(architecture, vocabularies, seats=with_seats(architecture, over, [seat], day))


def join(
    architecture: Architecture,
    body: str,
    holder: str,
    day: Day,
    *,
    term: str = MEMBER,
    post: str | None = None,
    accountable: bool | str | None = None,
    sources: tuple[str, ...] = (),
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which somebody takes a seat in a body.

    A seat under the same term that is vacant, or `none`, is filled by it.

    Args:
        architecture: The architecture.
        body: Id of the body.
        holder: Who joins: an organization, a post or another body.
        day: The first day on which they sit there.
        term: The term of the seat.
        post: The post through which they fill it.
        accountable: Whether they are accountable.
        sources: Ids of the sources that say so.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If they hold that seat already.
    """
    body_of(architecture, body, day)
    seats = [each for each in open_seats(architecture, body, day) if each.term == term]
    if any(each.held_by == holder and each.post == post for each in seats):
        who, where = named(architecture, holder), named(architecture, body)
        raise ImpossibleChange(f"{who} is {term} of {where} already on {day}")
    seat = Seat(
        body=body,
        term=term,
        holder=holder,
        post=post,
        since=day,
        accountable=accountable,
        sources=sources,
    )
    filled = [each for each in seats if each.holder in _EMPTY][:1]
    return whole(architecture, vocabularies, seats=with_seats(architecture, filled, [seat], day))


def leave(
    architecture: Architecture,
    holder: str,
    day: Day,
    *,
    body: str | None = None,
    sources: tuple[str, ...] = (),
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which somebody gives up their seats.

    A seat of leadership that nobody else holds is vacant then. Who leaves everything takes their
    posts and offices with them, their lines, and their activity; what they appealed for and what
    they are mandated for stays.

    Args:
        architecture: The architecture.
        holder: Who leaves: an organization, a post or another body.
        day: The first day on which they are gone.
        body: Id of the body that they leave; by default all.
        sources: Ids of the sources that say so.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If they have nothing to leave.
    """
    if holder not in architecture.entities:
        raise ImpossibleChange(f"{holder} has no seat here to leave")
    ids = _with_posts(architecture, holder)
    over = [
        each
        for each in architecture.seats
        if each.held_by in ids and body in (None, each.body) and not is_over(each, day)
    ]
    if body is not None:
        body_of(architecture, body, day)
        if not over:
            raise ImpossibleChange(_no_seat(architecture, body, holder, None))
    empty = _vacancies(architecture, over, day, sources, vocabularies)
    seats = with_seats(architecture, over, empty, day)
    left = whole(architecture, vocabularies, seats=seats)
    if body is not None:
        return left
    after = whole(left, vocabularies, **dict(ended_sections(left, ids, day, active=True)))
    if after == architecture:
        name = named(architecture, holder)
        raise ImpossibleChange(f"{name} has no seat, line, post or activity to leave on {day}")
    return after


def vacate(
    architecture: Architecture,
    body: str,
    day: Day,
    *,
    holder: str | None = None,
    term: str | None = None,
    sources: tuple[str, ...] = (),
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which a seat of a body falls vacant.

    Args:
        architecture: The architecture.
        body: Id of the body.
        day: The first day on which it is vacant.
        holder: Who held it; by default all who hold it.
        term: The term of the seat; by default every term of leadership.
        sources: Ids of the sources that say so.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If nobody holds such a seat.
    """
    body_of(architecture, body, day)
    over = [
        each
        for each in open_seats(architecture, body, day)
        if _is_meant(architecture, each, holder, term, vocabularies)
        and each.holder not in (VACANT, NONE, UNKNOWN)
    ]
    if not over:
        raise ImpossibleChange(_no_seat(architecture, body, holder, term))
    empty = [
        Seat(body=body, term=each, holder=VACANT, since=day, sources=sources)
        for each in dict.fromkeys(seat.term for seat in over)
    ]
    return whole(architecture, vocabularies, seats=with_seats(architecture, over, empty, day))


def open_seats(architecture: Architecture, body: str, day: Day) -> list[Seat]:
    """Return the seats of a body that have not ended before a day."""
    return [each for each in architecture.seats if each.body == body and not is_over(each, day)]


def with_seats(
    architecture: Architecture, over: Iterable[Seat], new: Iterable[Seat], day: Day
) -> list[Seat]:
    """Return the seats of an architecture, of which some end and some are new.

    Args:
        architecture: The architecture.
        over: Seats of it that end.
        new: Seats that begin; each stands where those of its body and term do.
        day: The first day of the change.
    """
    ending = {id(each) for each in over}
    ends = (ended(each, day) if id(each) in ending else each for each in architecture.seats)
    left = [each for each in ends if each is not None]
    keys = set(map(seat_key, left))
    return [*left, *(each for each in new if seat_key(each) not in keys)]


def leads(architecture: Architecture, term: str, vocabularies: Vocabularies | None) -> bool:
    """Return whether a term of an architecture is one of leadership."""
    terms = (vocabularies or shipped())["role-terms"]
    return standing_of(term, dict(architecture.roles), terms).leads


def _passing(
    architecture: Architecture,
    body: str,
    seats: Sequence[Seat],
    meant: tuple[str | None, str | None, Vocabularies | None],
) -> list[Seat]:
    """Return the seats that pass to another holder: of one holder and term, or those vacant.

    Raises:
        ImpossibleChange: If there are several, or none of who should give it up.
    """
    from_, term, _ = meant
    found = [each for each in seats if _is_meant(architecture, each, *meant)]
    held = [each for each in found if each.held_by]
    where = named(architecture, body)
    if from_ is not None and not held:
        raise ImpossibleChange(_no_seat(architecture, body, from_, term))
    holders = dict.fromkeys(each.held_by for each in held if each.held_by)
    terms = dict.fromkeys(each.term for each in held)
    if len(holders) > 1:
        names = " or ".join(named(architecture, id) for id in holders)
        raise ImpossibleChange(f"say whose seat in {where} passes (from): {names}")
    if len(terms) > 1:
        raise ImpossibleChange(f"say which seat in {where} passes (term): {' or '.join(terms)}")
    vacant = [each for each in found if each.holder in _EMPTY and (term or each.holder == VACANT)]
    return held or vacant


def _is_meant(
    architecture: Architecture,
    seat: Seat,
    holder: str | None,
    term: str | None,
    vocabularies: Vocabularies | None,
) -> bool:
    """Return whether a seat is that of a holder and term, as far as they are given."""
    if holder is not None and seat.held_by != holder:
        return False
    if term is not None:
        return seat.term == term
    return holder is not None or leads(architecture, seat.term, vocabularies)


def _no_seat(architecture: Architecture, body: str, holder: str | None, term: str | None) -> str:
    who = "no one" if holder is None else named(architecture, holder)
    has = "has a" if holder is None else "has no"
    as_term = f" as {term}" if term else ""
    return f"{who} {has} seat{as_term} in {named(architecture, body)} then"


def _vacancies(
    architecture: Architecture,
    over: Collection[Seat],
    day: Day,
    sources: tuple[str, ...],
    vocabularies: Vocabularies | None,
) -> Iterator[Seat]:
    """Yield a vacant seat for each term of leadership that nobody holds any more."""
    ending = {id(each) for each in over}
    lists = dict.fromkeys((each.body, each.term) for each in over)
    for body, term in lists:
        seats = open_seats(architecture, body, day)
        left = [each for each in seats if each.term == term and id(each) not in ending]
        if not left and leads(architecture, term, vocabularies):
            yield Seat(body=body, term=term, holder=VACANT, since=day, sources=sources)


def _with_posts(architecture: Architecture, holder: str) -> frozenset[str]:
    """Return the id of a holder, with those of its offices and posts if it is an organization."""
    if not isinstance(architecture.entities[holder], Organization):
        return frozenset({holder})
    offices = {each.id for each in architecture.offices if each.organization == holder}
    posts = (
        each.id
        for each in architecture.posts
        if each.organization == holder or each.office in offices
    )
    return frozenset({holder, *offices, *posts})
