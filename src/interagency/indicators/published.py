"""All indicators of one structure: those of published mappings, and two of its own."""

from collections import Counter
from decimal import Decimal

from interagency.indicators.bodies import (
    certain,
    co_lead_indicators,
    coordinator_indicators,
    presence_indicators,
)
from interagency.indicators.indicator import (
    NOTHING_KNOWN,
    Answer,
    Indicator,
    Interval,
    Unit,
    is_telling,
    rounded,
    share,
)
from interagency.indicators.rooms import (
    leadership_room,
    room_indicators,
    sub_national_indicators,
)
from interagency.model import Body, Seat
from interagency.snapshot import Snapshot, Verdict
from interagency.snapshot.holders import Holder

# What is a fact of the structure. An organization is described rather than claimed; those of the
# registry say in a note where they come from.
_SECTIONS = ("bodies", "seats", "links", "mandates", "plans", "appeals", "presence")
_SERVICES = ("offices", "posts", "products")


def indicators(snapshot: Snapshot) -> tuple[Indicator, ...]:
    """Return every indicator of a structure on the day of a snapshot, always in the same order.

    An entry that stands for several bodies counts once, as nobody told them apart.
    """
    return (
        *co_lead_indicators(snapshot),
        *coordinator_indicators(snapshot),
        *room_indicators(snapshot),
        *presence_indicators(snapshot),
        *sub_national_indicators(snapshot),
        _concentration(snapshot),
        _evidence(snapshot),
    )


def _concentration(snapshot: Snapshot) -> Indicator:
    """Return the Herfindahl index of leadership: the sum of the squares of all shares.

    It is taken over the bodies whose leadership is written whole; who else leads the others may
    change it to anything.
    """
    rooms = [leadership_room(snapshot, body) for body in certain(snapshot, Body)]
    held: Counter[str] = Counter()
    for seat in (seat for room in rooms if room.whole for seat in room.seats):
        held[_leader(snapshot, seat)] += seat.count or 1
    unnamed = held.pop("", 0)
    counts, squares = [*held.values()], sum(count**2 for count in held.values())
    seats = sum(seat.count or 1 for room in rooms for seat in room.seats)
    return Indicator(
        name="leadership-concentration",
        title="Concentration of leadership (Herfindahl index: 1 is one hand)",
        unit=Unit.INDEX,
        numerator=squares,
        denominator=sum(counts) ** 2,
        unknown=seats - sum(counts),
        value=_index(squares, sum(counts)) if is_telling(sum(counts), seats) else None,
        interval=_limits(counts, unnamed) if all(each.whole for each in rooms) else NOTHING_KNOWN,
    )


def _leader(snapshot: Snapshot, seat: Seat) -> str:
    """Return the id of the organization behind a seat; nothing if it is unknown."""
    holder = snapshot.holder(seat) or Holder()
    return snapshot.identity(holder.organization.id) if holder.organization else ""


def _limits(counts: list[int], unnamed: int) -> Interval:
    """Return the index if every unnamed seat is of another organization, and if all are of one."""
    seats = sum(counts) + unnamed
    if not seats:
        return NOTHING_KNOWN
    squares = sum(count**2 for count in counts)
    largest = max(counts, default=0)
    most = squares - largest**2 + (largest + unnamed) ** 2
    return _index(squares + unnamed, seats), _index(most, seats)


def _index(squares: int, seats: int) -> Decimal:
    return rounded(Decimal(squares) / seats**2, "0.001")


def _evidence(snapshot: Snapshot) -> Indicator:
    """Return the share of facts of which it is written where they were read."""
    facts = [fact for name in (*_SECTIONS, *_SERVICES) for fact in getattr(snapshot.now, name)]
    sourced = (bool(snapshot.sources(fact)) for fact in facts)
    answers = [Answer(Verdict.MET if each else Verdict.GAP) for each in sourced]
    return share("evidence-coverage", "Facts with a source", answers)
