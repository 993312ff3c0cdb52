"""Links of one thing, appeals in one plan, and where one organization is active."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from interagency.change.changes import Change, ChangeKind, Sides, mark, sources_of
from interagency.change.differences import Difference
from interagency.change.field_changes import field_changes
from interagency.change.words import counted_words, day_words, few, listed
from interagency.model import NONE, UNKNOWN, Day, Link

_VERBS = {
    "reports_to": ("reports to", "no longer reports to"),
    "participates_in": ("takes part in", "no longer takes part in"),
    "coordinates_with": ("coordinates with", "no longer coordinates with"),
    "supports": ("supports", "no longer supports"),
    "mirrors": ("mirrors", "no longer mirrors"),
    "same_as": ("is the same as", "is no longer the same as"),
    "escalates_to": ("escalates to", "no longer escalates to"),
    "aligned_with": ("is aligned with", "is no longer aligned with"),
    "succeeds": ("took over from", "no longer recorded as taking over from"),
}
_WORDS = {NONE: "nobody, by design", UNKNOWN: "somebody not known"}


def link_changes(sides: Sides, start: str, links: Sequence[Difference]) -> Iterator[Change]:
    """Yield what changed among the links that start at one thing.

    Args:
        sides: The two architectures.
        start: Its id.
        links: The links that differ.
    """
    by_kind = defaultdict(list)
    for each in links:
        by_kind[each.record.kind].append(each)
    for kind, found in by_kind.items():
        began = [each.after for each in found if each.before is None]
        over = [each for each in found if sides.ended(each) or each.after is None]
        if began or over:
            yield _lines(sides, start, kind, began, over)
        for each in found:
            if each.before and each not in over:
                end = f"{_VERBS[kind][0]} {_end(sides, each.after)}: "
                yield from field_changes(sides, each, end)


def _lines(
    sides: Sides, start: str, kind: str, began: Sequence[Link], over: Sequence[Difference]
) -> Change:
    new, no_longer = _VERBS[kind]
    was = few([_end(sides, each.before) for each in over])
    now = few([_end(sides, each) for each in began])
    since = _common([each.since for each in began])
    until = _common([sides.ended(each) for each in over])
    if not began:
        text = f"{no_longer} {was}{f' after {until}' if until else ''}"
    elif not over:
        text = f"{new} {now}{f' since {until or since}' if since else ''}"
    else:
        text = f"{new} {now}{f' since {since}' if since else ''}, before {was}"
    gone = [each.before for each in over]
    return Change(
        kind=ChangeKind.CHANGED if began and over else ChangeKind.ADDED if began else _lost(over),
        subject=start,
        text=text,
        since=began[0].since if began else None,
        sources=sources_of(*began) or sources_of(*gone),
        before=tuple(gone),
        after=tuple(began),
    )


def _lost(over: Sequence[Difference]) -> ChangeKind:
    is_recorded = any(each.after is not None for each in over)
    return ChangeKind.LEFT if is_recorded else ChangeKind.REMOVED


def _common(days: Sequence[Day | bool | None]) -> str:
    """Return the day that all share, in words."""
    day = days[0] if len({*days}) == 1 else None
    return day_words(day) if isinstance(day, Day) else ""


def _end(sides: Sides, link: Link) -> str:
    return (_WORDS.get(link.to) or sides.name(link.to)) + mark(link)


def appeal_changes(sides: Sides, plan: str, appeals: Sequence[Difference]) -> Iterator[Change]:
    """Yield what changed among the appeals in one plan."""
    yield from _joined_and_left(sides, plan, appeals, "appeal", "organization")
    for each in appeals:
        if each.before and each.after:
            who = sides.name(each.after.organization)
            yield from field_changes(sides, each, f"appeal of {who}: ")


def presence_changes(sides: Sides, who: str, places: Sequence[Difference]) -> Iterator[Change]:
    """Yield what changed in where one organization is active."""
    came = [each.after for each in places if each.before is None]
    over = [each.before for each in places if each.after is None or sides.ended(each)]
    for records, text in ((came, "active in"), (over, "no longer active in")):
        if records:
            yield _places(who, records, text, is_new=records is came)
    for each in places:
        if each.before and each.after and each.before not in over:
            yield from field_changes(sides, each, f"active in {_place(each.after)}: ")


def _places(who: str, records: Sequence[Any], text: str, *, is_new: bool) -> Change:
    return Change(
        kind=ChangeKind.ADDED if is_new else ChangeKind.REMOVED,
        subject=who,
        text=f"{text} {few([_place(each) for each in records])}",
        sources=sources_of(*records),
        before=() if is_new else tuple(records),
        after=tuple(records) if is_new else (),
    )


def _place(presence: Any) -> str:
    sectors = f" ({listed(presence.covers)})" if presence.covers else ""
    return f"{presence.area or 'an area not recorded'}{sectors}"


def _joined_and_left(
    sides: Sides, plan: str, appeals: Iterable[Difference], what: str, noun: str
) -> Iterator[Change]:
    came = [each.after for each in appeals if each.before is None]
    gone = [each.before for each in appeals if each.after is None]
    for records, verb in ((came, "joined"), (gone, "no longer in")):
        if records:
            ids = dict.fromkeys(each.organization for each in records)
            names = few([sides.name(id) for id in ids])
            yield Change(
                kind=ChangeKind.JOINED if records is came else ChangeKind.REMOVED,
                subject=plan,
                text=f"{counted_words(len(ids), noun)} {verb} the {what} ({names})",
                sources=sources_of(*records),
                before=() if records is came else tuple(records),
                after=tuple(records) if records is came else (),
            )
