"""A body, a plan, an organization or another thing with an id: opened, closed, moved, changed."""

from collections.abc import Iterator, Sequence
from typing import Any

from interagency.change.changes import Change, ChangeKind, Sides, mark, sources_of
from interagency.change.differences import Difference
from interagency.change.field_changes import field_changes
from interagency.change.seat_changes import holder
from interagency.change.words import counted_words, day_words, listed
from interagency.model import NONE, UNKNOWN, Body, Day, Office, Seat
from interagency.model.sections import section_of


def entity_changes(
    sides: Sides, difference: Difference, seats: Sequence[Seat] = ()
) -> Iterator[Change]:
    """Yield what changed in one thing.

    Args:
        sides: The two architectures.
        difference: The thing before and after.
        seats: If it is a new body, its seats.
    """
    before, after = difference.before, difference.after
    if before is None:
        yield _added(sides, after, seats)
    elif after is None:
        yield _gone(sides, difference)
    elif type(before) is not type(after):
        text = f"now {_article(after)}, was {_article(before)}"
        yield _change(ChangeKind.CHANGED, text, before, after)
    else:
        yield from _changed(sides, difference)


def _added(sides: Sides, record: Any, seats: Sequence[Seat]) -> Change:
    since = getattr(record, "since", None)
    when = f" since {day_words(since)}" if since else ""
    if not isinstance(record, Body):
        text = f"{_noun(record)} added{when}{mark(record)}"
        return _change(ChangeKind.ADDED, text, None, record)
    inside = _where(sides, record)
    details = list(_seats_in_words(sides, seats))
    tail = f": {', '.join(details)}" if details else ""
    text = f"{'opened' if since else 'new'}{when}{inside}{mark(record)}{tail}"
    return _change(ChangeKind.OPENED, text, None, record)


def _seats_in_words(sides: Sides, seats: Sequence[Seat]) -> Iterator[str]:
    leading = [seat for seat in seats if sides.leads(seat.term)]
    for term in dict.fromkeys(seat.term for seat in leading):
        yield f"{term} {listed([holder(sides, seat) for seat in leading if seat.term == term])}"
    for term in dict.fromkeys(seat.term for seat in seats if not sides.leads(seat.term)):
        count = sum(seat.count or 1 for seat in seats if seat.term == term)
        yield counted_words(count, term)


def _where(sides: Sides, body: Body) -> str:
    return f" within {sides.name(body.parent)}" if body.parent else ""


def _gone(sides: Sides, difference: Difference) -> Change:
    record, end = difference.before, sides.ended(difference)
    if end:
        return _change(ChangeKind.CLOSED, _end_text(record, end), record, None)
    noun = "" if isinstance(record, Body) else f"{_noun(record)} "
    return _change(ChangeKind.REMOVED, f"{noun}no longer recorded", record, None)


def _end_text(record: Any, end: Day | bool) -> str:
    verb = "closed" if isinstance(record, Body | Office) else "ended"
    return f"{verb}, last day {day_words(end)}" if isinstance(end, Day) else verb


def _changed(sides: Sides, difference: Difference) -> Iterator[Change]:
    before, after = difference.before, difference.after
    end = sides.ended(difference)
    told = {"within"} if isinstance(after, Body) else set()
    if end:
        yield _change(ChangeKind.CLOSED, _end_text(after, end), before, after)
        told.add("until")
    if "within" in difference.fields:
        yield _change(ChangeKind.MOVED, _moved(sides, before, after), before, after)
    if "name" in difference.fields and before.name and after.name:
        yield _change(ChangeKind.RENAMED, f"new name, was {before.name}", before, after)
        told.add("name")
        if _only_former_name(before, after):
            told.add("aliases")
    left = [name for name in difference.fields if name not in told]
    if left:
        yield from field_changes(sides, Difference(difference.section, before, after), only=left)


def _only_former_name(before: Any, after: Any) -> bool:
    """Return whether two lists of aliases differ only by the former name."""
    lists = (getattr(each, "aliases", ()) for each in (before, after))
    old, new = ({alias.name for alias in each} for each in lists)
    return old ^ new <= {before.name}


def _moved(sides: Sides, before: Body, after: Body) -> str:
    return f"now {_inside(sides, after)}, was {_inside(sides, before)}"


def _inside(sides: Sides, body: Body) -> str:
    if body.within is None:
        return "in a body not recorded"
    if body.within.to == NONE:
        return "in no other body"
    if body.within.to == UNKNOWN:
        return "in a body not known"
    return f"within {sides.name(body.within.to)}{mark(body.within)}"


def _noun(record: Any) -> str:
    section = section_of(record)
    return section.noun if section else ""


def _article(record: Any) -> str:
    noun = _noun(record)
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _change(kind: ChangeKind, text: str, before: Any, after: Any) -> Change:
    record = before if after is None else after
    return Change(
        kind=kind,
        subject=record.id,
        text=text,
        since=getattr(record, "since", None) if before is None else None,
        sources=sources_of(after) or sources_of(before),
        before=() if before is None else (before,),
        after=() if after is None else (after,),
    )
