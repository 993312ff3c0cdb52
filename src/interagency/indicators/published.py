"""All indicators of one structure: those of published mappings, and two of its own."""

from decimal import Decimal
from typing import Final

from interagency.checking import Snapshot, Verdict
from interagency.graph import concentration
from interagency.indicators.bodies import (
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
    rounded,
    share,
)
from interagency.indicators.rooms import room_indicators, sub_national_indicators
from interagency.model import Fact, Link, Seat

# What is a fact of the structure. An organization is described rather than claimed; those of the
# registry say in a note where they come from.
_SECTIONS: Final = ("bodies", "seats", "links", "mandates", "plans", "appeals", "presence")
_SERVICES: Final = ("offices", "posts", "products")


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
    """Return the Herfindahl index of leadership: the sum of the squares of all shares."""
    found = concentration(snapshot.now, snapshot.vocabularies)
    counts = [count for _, count in found.by_organization]
    squares = sum(count**2 for count in counts)
    return Indicator(
        name="leadership-concentration",
        title="Concentration of leadership (Herfindahl index: 1 is one hand)",
        unit=Unit.INDEX,
        numerator=squares,
        denominator=found.seats**2,
        unknown=found.unnamed,
        value=_index(squares, found.seats) if found.seats else None,
        interval=_limits(counts, found.unnamed),
    )


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
    answers = [Answer(Verdict.MET if _sourced(snapshot, fact) else Verdict.GAP) for fact in facts]
    return share("evidence-coverage", "Facts with a source", answers)


def _sourced(snapshot: Snapshot, fact: Fact) -> bool:
    match fact:
        case Seat():
            return bool(snapshot.sources(fact, fact.body))
        case Link():
            return bool(snapshot.sources(fact, fact.from_))
    return bool(snapshot.sources(fact, getattr(fact, "id", None)))
