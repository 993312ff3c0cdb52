"""Bodies that become one, and a body that becomes several."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

import attrs
from attrs import evolve

from interagency.change.body_operations import above, open_records, with_bodies
from interagency.change.carried_seats import carried_seats
from interagency.change.endings import ended_sections, is_lineage
from interagency.change.periods import continued, is_over
from interagency.change.references import with_record_ids
from interagency.change.wholeness import ImpossibleChange, body_of, named, whole
from interagency.change.words import listed
from interagency.model import (
    RESERVED,
    UNKNOWN,
    Architecture,
    Body,
    DatedFact,
    Day,
    Decision,
    Link,
    Seat,
    Within,
)
from interagency.model.keys import KEYS
from interagency.vocabularies import Vocabularies

SUCCEEDS: Final = "succeeds"
_OPEN: Final = "open"
# What is written once for a body, and what of it two bodies can share.
_JOINED: Final = ("covers", "areas", "populations", "kind")
_SHARED: Final = ("level", "situation", "within", "meets")


def merge(
    architecture: Architecture,
    bodies: Sequence[str],
    into: str | Body,
    day: Day,
    *,
    seats: Sequence[Seat] = (),
    links: Sequence[Link] = (),
    sources: tuple[str, ...] = (),
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which bodies become one: a new one, or one that is there.

    Nobody loses a seat by it: who sat in one of them sits in the one that takes over, once. Into a
    new body the leads come with their terms. Into one that is there they come as members, and so
    they do if the leadership is given. Lines, bodies that lay in one of them, products, plans and
    open decisions follow; a line `succeeds` to each says where the new one comes from.

    Args:
        architecture: The architecture.
        bodies: The ids of the bodies that end.
        into: The id of the body that takes over, or the body itself if it is new. An id that
            nothing has opens a body of the class of the first; what a new body leaves out comes
            from those that it takes over from.
        day: The first day on which the merger holds.
        seats: Who leads it, and who else sits in it.
        links: Further lines of it.
        sources: Ids of the sources that say so.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If one of them cannot end then, or would lie within itself.
    """
    target = into if isinstance(into, str) else into.id
    ending = [id for id in dict.fromkeys(bodies) if id != target]
    old = [body_of(architecture, id, day) for id in ending]
    if not old:
        raise ImpossibleChange("name the groups that merge, apart from the one they merge into")
    is_new = target not in architecture.entities
    if is_new:
        merged = _merged(architecture, old, into, day)
    else:
        _check_target(architecture, ending, target)
        merged = _joined(body_of(architecture, target, day), old)
    moved = dict.fromkeys(ending, target)
    carried = carried_seats(
        architecture, ending, merged.id, day, seats, is_new=is_new, vocabularies=vocabularies
    )
    begun = open_records(architecture, [merged] if is_new else (), None, vocabularies=vocabularies)
    begun = begun if is_new else with_bodies(begun, {target: merged})
    follow = _followed(begun, ending, [target], day, moved)
    new_links = [*links, *_lineage(ending, [target], day, sources)]
    return _finished(begun, follow, ending, carried, new_links, day, vocabularies)


def split(
    architecture: Architecture,
    body: str,
    into: Sequence[Body],
    day: Day,
    *,
    seats: Sequence[Seat] = (),
    links: Sequence[Link] = (),
    sources: tuple[str, ...] = (),
    vocabularies: Vocabularies | None = None,
) -> Architecture:
    """Return an architecture in which a body becomes several.

    Each takes over its lines, its place and what it has not of its own; who sits in each is what
    is given. A product of the body becomes one of all; a plan in its realm needs a new one.

    Args:
        architecture: The architecture.
        body: Id of the body that ends.
        into: The bodies that take over.
        day: The first day on which they do.
        seats: Their seats.
        links: Further lines of theirs.
        sources: Ids of the sources that say so.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleChange: If there are not two of them, or bodies would be left without a place.
    """
    old = body_of(architecture, body, day)
    if len(into) < 2:
        raise ImpossibleChange(f"{named(architecture, body)} is to be split: name two groups")
    within = (each for each in architecture.bodies if each.parent == body)
    if inside := [each for each in within if not is_over(each, day)]:
        names = listed([named(architecture, each.id) for each in inside])
        raise ImpossibleChange(
            f"{names} would have no place when {named(architecture, body)} is split: "
            "move or close what lies in it first"
        )
    new = [evolve(each, **dict(_left_out(architecture, each, [old]))) for each in into]
    begun = open_records(architecture, new, day, vocabularies=vocabularies)
    ids = [each.id for each in new]
    follow = _followed(begun, [body], ids, day, {})
    new_links = [*links, *_lineage([body], ids, day, sources)]
    return _finished(begun, follow, [body], seats, new_links, day, vocabularies)


def _merged(architecture: Architecture, old: Sequence[Body], into: str | Body, day: Day) -> Body:
    """Return the new body that takes over from others."""
    if isinstance(into, str):
        name = listed([named(architecture, each.id) for each in old])
        into = type(old[0])(id=into, name=name)
    changes = dict(_left_out(architecture, into, old))
    return evolve(into, **changes | {"since": into.since or day})


def _left_out(
    architecture: Architecture, new: Body, old: Sequence[Body]
) -> Iterator[tuple[str, Any]]:
    """Yield the fields that a new body leaves out, from those that it takes over from."""
    for name in _JOINED:
        values = [getattr(each, name) for each in old]
        if not getattr(new, name) and all(values):
            yield name, tuple(dict.fromkeys(chain.from_iterable(values)))
    for name in _SHARED:
        values = list(dict.fromkeys(getattr(each, name) for each in old))
        if getattr(new, name) is None and (len(values) == 1 or name == "within"):
            yield name, _place(architecture, old) if name == "within" else values[0]
    if not new.complete:
        yield "complete", _complete(old)


def _place(architecture: Architecture, old: Sequence[Body]) -> Within | None:
    """Return where bodies lie, the first of them if they lie apart; none inside one of them."""
    ids = {each.id for each in old}
    places = (each.within for each in old if each.within)
    return next((x for x in places if ids.isdisjoint(above(architecture, x.to))), None)


def _complete(old: Sequence[Body]) -> tuple[str, ...]:
    """Return which lists are complete: those that are so in every one."""
    return tuple(word for word in old[0].complete if all(word in each.complete for each in old))


def _joined(target: Body, old: Sequence[Body]) -> Body:
    """Return a body that takes on the sectors of others, and is complete where all are."""
    covers = tuple(dict.fromkeys(chain(target.covers, *(each.covers for each in old))))
    known = bool(target.covers) and all(each.covers for each in old)
    return evolve(
        target,
        covers=covers if known else target.covers,
        complete=_complete([target, *old]) if target.complete else (),
    )


def _check_target(architecture: Architecture, ending: Collection[str], target: str) -> None:
    for id in above(architecture, target)[1:]:
        if id in ending:
            name, inside = named(architecture, id), named(architecture, target)
            raise ImpossibleChange(f"{inside} lies in {name}, which ends: move {target} first")


def _lineage(
    old: Sequence[str], new: Sequence[str], day: Day, sources: tuple[str, ...]
) -> Iterator[Link]:
    for id in new:
        for each in old:
            yield Link(kind=SUCCEEDS, from_=id, to=each, since=day, sources=sources)


def _followed(
    architecture: Architecture,
    old: Sequence[str],
    new: Sequence[str],
    day: Day,
    moved: Mapping[str, str],
) -> dict[str, list[Any]]:
    """Return the records that go on with other bodies, by section; the old ones have not ended."""
    gone = {*old}
    found: dict[str, list[Any]] = {
        "links": list(_lines(architecture, gone, new, day)),
        "seats": list(_seats_held(architecture, gone, new, day)),
    }
    for key in ("forums", "sectors", "sub_sectors", "working_groups"):
        inside = getattr(architecture, key)
        found[key] = [
            with_record_ids(each, moved) if each.id not in gone and not is_over(each, day) else each
            for each in inside
        ]
    for key in ("plans", "products", "agreements", "decisions"):
        records = getattr(architecture, key)
        found[key] = [_with_owners(each, old, new, day) for each in records]
    return found


def _with_owners(record: Any, old: Sequence[str], new: Sequence[str], day: Day) -> Any:
    """Return a record of which new bodies have the part of the old ones, if it is not history."""
    if isinstance(record, Decision) and record.status != _OPEN:
        return record
    if isinstance(record, DatedFact) and is_over(record, day):
        return record
    first = with_record_ids(record, dict.fromkeys(old, new[0]))
    if len(new) == 1 or first == record:
        return first
    changes: dict[str, Any] = {}
    for name in (each.name for each in attrs.fields(type(record))):
        before, after = getattr(record, name), getattr(first, name)
        if before != after and isinstance(after, str):
            changes[name] = UNKNOWN
        elif before != after:
            changes[name] = tuple(dict.fromkeys(_spread(before, old, new)))
    return evolve(record, **changes)


def _spread(values: Iterable[Any], old: Sequence[str], new: Sequence[str]) -> Iterator[Any]:
    for each in values:
        if isinstance(each, str):
            yield from new if each in old else (each,)
        else:
            yield each


def _lines(
    architecture: Architecture, gone: Collection[str], new: Sequence[str], day: Day
) -> Iterator[Link]:
    """Yield the lines of bodies that end as they go on with those that take over."""
    for each in architecture.links:
        is_inner = {each.from_, each.to} <= {*gone, *new}
        if is_over(each, day) or is_lineage(each) or is_inner:
            continue
        if each.from_ in gone:
            yield from (continued(each, day, from_=id) for id in new)
        elif each.to in gone:
            yield from (continued(each, day, to=id) for id in new)


def _seats_held(
    architecture: Architecture, gone: Collection[str], new: Sequence[str], day: Day
) -> Iterator[Seat]:
    """Yield the seats that bodies that end hold in others, as those that take over hold them."""
    for each in architecture.seats:
        if each.held_by in gone and each.body not in (*gone, *new) and not is_over(each, day):
            yield from (continued(each, day, holder=id) for id in new)


def _finished(
    architecture: Architecture,
    follow: dict[str, list[Any]],
    old: Sequence[str],
    seats: Iterable[Seat],
    links: Iterable[Link],
    day: Day,
    vocabularies: Vocabularies | None,
) -> Architecture:
    """Return the architecture in which the old bodies end, and what follows goes on."""
    seats = [*seats, *follow.pop("seats")]
    links = [*links, *follow.pop("links")]
    followed: dict[str, Any] = {key: tuple(each) for key, each in follow.items()}
    placed = evolve(architecture, **followed)
    over = dict(ended_sections(placed, old, day, keep_inside=True))
    before = over.get("links", placed.links)
    over["seats"] = [*over.get("seats", placed.seats), *_each_once("seats", seats)]
    over["links"] = [*before, *_new_lines(before, links, day)]
    return whole(placed, vocabularies, **over)


def _each_once(key: str, records: Iterable[Any]) -> list[Any]:
    return list({KEYS[key](each): each for each in records}.values())


def _new_lines(before: Sequence[Link], new: Iterable[Link], day: Day) -> Iterator[Link]:
    """Yield new lines that are not there; `none` and `unknown` only where nothing is named."""
    there = {_line(each) for each in before if not is_over(each, day)}
    named_kinds = {line[:2] for line in there if line[2] not in RESERVED}
    for each in sorted(new, key=lambda link: link.to in RESERVED):
        line = _line(each)
        is_word = each.to in RESERVED
        if line not in there and not (is_word and line[:2] in named_kinds):
            there.add(line)
            named_kinds |= {line[:2]}
            yield each


def _line(link: Link) -> tuple[str, str, str]:
    return (link.from_, link.kind, link.to)
