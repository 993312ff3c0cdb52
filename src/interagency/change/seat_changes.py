"""The seats of one body: who took the lead, joined, left, or holds the seat on other terms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import final

from attrs import frozen

from interagency.change.changes import Change, ChangeKind, Sides, mark, sources_of
from interagency.change.differences import Difference
from interagency.change.field_changes import field_changes
from interagency.change.words import counted_words, day_words, few, listed
from interagency.model import NONE, UNKNOWN, VACANT, Day, Seat

_WORDS = {VACANT: "vacant", UNKNOWN: "not known", NONE: "none by design"}


@final
@frozen
class _List:
    """The seats of one body under one term that began, ended, or are no longer recorded."""

    term: str
    began: list[Seat]
    ended: list[tuple[Seat, Day | bool]]
    gone: list[Seat]


def seat_changes(sides: Sides, body: str, seats: Sequence[Difference]) -> Iterator[Change]:
    """Yield what changed among the seats of a body.

    Args:
        sides: The two architectures.
        body: Id of the body.
        seats: The seats that differ.
    """
    left = list(seats)
    for one, other in list(_in_another_part(sides, left)):
        left.remove(one)
        left.remove(other)
        yield _other_part(sides, one, other)
    lists, changed = _lists(sides, left)
    for each in lists:
        yield from (_leadership if sides.leads(each.term) else _members)(sides, body, each)
    for difference in changed:
        yield from field_changes(sides, difference, _start(sides, difference.after))


def _start(sides: Sides, seat: Seat) -> str:
    return f"{seat.term} {holder(sides, seat)}: "


def holder(sides: Sides, seat: Seat) -> str:
    """Return who holds a seat, and how sure that is."""
    if seat.held_by:
        return sides.name(seat.held_by) + mark(seat)
    if seat.holder is not None:
        return _WORDS[seat.holder] + mark(seat)
    sort = seat.kind or " ".join(seat.tags) or "no known kind"
    return f"{seat.count or 'one'} of kind {sort}{mark(seat)}"


def holders(sides: Sides, seats: Iterable[Seat]) -> str:
    """Return who holds several seats."""
    return listed([holder(sides, each) for each in seats])


def _lists(sides: Sides, seats: Iterable[Difference]) -> tuple[Iterable[_List], list[Difference]]:
    lists: dict[str, _List] = {}
    changed = []
    for each in seats:
        of_term = lists.setdefault(each.record.term, _List(each.record.term, [], [], []))
        if each.before is None:
            of_term.began.append(each.after)
        elif end := sides.ended(each):
            of_term.ended.append((each.record, end))
        elif each.after is None:
            of_term.gone.append(each.before)
        else:
            changed.append(each)
    return lists.values(), changed


def _in_another_part(
    sides: Sides, seats: Sequence[Difference]
) -> Iterator[tuple[Difference, Difference]]:
    """Yield the two seats of each holder that gave up one term in a body and took up another."""
    began = defaultdict(list)
    for each in seats:
        if each.before is None and each.after.held_by:
            began[each.after.held_by].append(each)
    for each in seats:
        is_over = each.after is None or sides.ended(each)
        matching = began.get(each.before.held_by, []) if each.before and is_over else []
        if len(matching) == 1 and matching[0].after.term != each.before.term:
            yield each, matching.pop()


def _other_part(sides: Sides, one: Difference, other: Difference) -> Change:
    seat: Seat = other.after
    text = f"{holder(sides, seat)} now {seat.term}{_since(seat)}, was {one.before.term}"
    return _change(ChangeKind.CHANGED, seat.body, text, [one.before], [seat])


def _leadership(sides: Sides, body: str, seats: _List) -> Iterator[Change]:
    """Yield the change of the holders of one term of leadership."""
    before = [*(seat for seat, _ in seats.ended), *seats.gone]
    named = [seat for seat in before if seat.held_by or seat.holder is None]
    if not seats.began:
        yield from _departures(sides, body, seats)
        return
    seat = seats.began[0]
    now, was = holders(sides, seats.began), holders(sides, named)
    kind, text = ChangeKind.JOINED, f"{seats.term} {now}{_since(seat)}"
    if seat.holder == VACANT:
        kind = ChangeKind.VACATED
        text = f"{seats.term} {was}, {now}{_since(seat)}" if was else text
    elif named:
        kind = ChangeKind.HANDED_OVER
        text = f"{seats.term} {now}{_since(seat)}, handed over from {was}"
    elif before:
        text = f"{text}, {holders(sides, before)} before"
    yield _change(kind, body, text, before, seats.began)


def _members(sides: Sides, body: str, seats: _List) -> Iterator[Change]:
    if seats.began:
        count = sum(seat.count or 1 for seat in seats.began)
        names = few([holder(sides, seat) for seat in seats.began])
        text = f"{counted_words(count, seats.term)} joined{_common_since(seats.began)} ({names})"
        yield _change(ChangeKind.JOINED, body, text, [], seats.began)
    yield from _departures(sides, body, seats)


def _departures(sides: Sides, body: str, seats: _List) -> Iterator[Change]:
    if seats.ended:
        over = [seat for seat, _ in seats.ended]
        until = _common_end([end for _, end in seats.ended])
        count = sum(seat.count or 1 for seat in over)
        names = few([holder(sides, seat) for seat in over])
        text = f"{counted_words(count, seats.term)} left{until} ({names})"
        if sides.leads(seats.term):
            text = f"{names} no longer {seats.term}{until}"
        yield _change(ChangeKind.LEFT, body, text, over, [])
    if seats.gone:
        text = f"{seats.term} no longer recorded: {few([holder(sides, s) for s in seats.gone])}"
        yield _change(ChangeKind.REMOVED, body, text, seats.gone, [])


def _since(seat: Seat) -> str:
    return f" since {day_words(seat.since)}" if seat.since else ""


def _common_since(seats: Sequence[Seat]) -> str:
    return _since(seats[0]) if len({seat.since for seat in seats}) == 1 else ""


def _common_end(ends: Sequence[Day | bool]) -> str:
    end = ends[0] if len({*ends}) == 1 else None
    return f" after {day_words(end)}" if isinstance(end, Day) else ""


def _change(
    kind: ChangeKind, body: str, text: str, before: Sequence[Seat], after: Sequence[Seat]
) -> Change:
    since = after[0].since if after else None
    sources = sources_of(*after) or sources_of(*before)
    return Change(
        kind=kind,
        subject=body,
        text=text,
        since=since,
        sources=sources,
        before=tuple(before),
        after=tuple(after),
    )
