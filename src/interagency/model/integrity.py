"""What makes an architecture broken: the faults that its constructor refuses, all at once."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from interagency.errors import InteragencyError
from interagency.model.columns import column
from interagency.model.day import Day
from interagency.model.facts import Certainty, DatedFact, Fact, Source
from interagency.model.faults import Fault, column_faults
from interagency.model.fields import fields_of
from interagency.model.keys import KEY_PARTS, KEYS
from interagency.model.values import Ids, Known
from interagency.model.words import NONE, RESERVED

if TYPE_CHECKING:
    from interagency.model.architecture import Architecture

MOST_FAULTS: Final = 1_000
_FEW: Final = 4
_ALONE: Final = (
    "'none' means that there is no such seat; it stands alone, or at another time (since, until)"
)
PARENTS: dict[str, Callable[[Any], str | None]] = {
    "bodies": lambda body: getattr(body.within, "to", None),
    "organizations": attrgetter("parent"),
    "offices": attrgetter("parent"),
    "plans": attrgetter("part_of"),
}


class BrokenArchitecture(InteragencyError):
    """Facts that do not fit together; `faults` has all of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults."""
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        """Return one line for each fault."""
        return "\n".join(map(str, self.faults))


def faults_of(architecture: "Architecture") -> tuple[Fault, ...]:
    """Return what is wrong with an architecture, nothing if it is whole.

    Of thousands of faults, which have one cause or make no sense, the first 1,000.
    """
    misplaced = tuple(_misplaced(architecture))
    if misplaced:
        return misplaced  # nothing more can be told of what is no record of its section
    return tuple(islice(_faults(architecture, _ids(architecture)), MOST_FAULTS))


def _faults(architecture: "Architecture", ids: Ids) -> Iterator[Fault]:
    yield from _repeated_ids(architecture)
    yield from column_faults([architecture], ids)
    for name in record_sections():
        records = getattr(architecture, name)
        yield from column_faults(records, ids)
        yield from _backward_periods(records)
        if name in KEYS:
            yield from _repeated_keys(name, records)
    yield from _beside_none(architecture.seats)
    for name, parent in PARENTS.items():
        yield from _cycles(getattr(architecture, name), parent)


def _misplaced(architecture: "Architecture") -> Iterator[Fault]:
    """Yield the sections that are no tuple, or hold what is no record of theirs."""
    for shape in fields_of(type(architecture)):
        if shape.name in record_sections():
            records = getattr(architecture, shape.name)
            types = set(map(type, records)) if isinstance(records, tuple) else {type(records)}
            for wrong in sorted(each.__name__ for each in types - {shape.of}):
                message = f"must be a tuple of {shape.of.__name__}, not of {wrong}"
                yield Fault(architecture, shape.name, message)


@cache
def record_sections() -> tuple[str, ...]:
    """Return the names of the fields of an architecture that hold records."""
    from interagency.model.architecture import Architecture

    shapes = fields_of(Architecture)
    return tuple(each.name for each in shapes if issubclass(each.of, Fact | Source))


def _ids(architecture: "Architecture") -> Ids:
    records: dict[str, Sequence[Any]] = {
        "organization": architecture.organizations,
        "body": architecture.bodies,
        "post": architecture.posts,
        "office": architecture.offices,
        "plan": architecture.plans,
        "source": architecture.sources,
        "mandate": architecture.mandates,
        "product": architecture.products,
    }
    texts = {kind: [each.id for each in group] for kind, group in records.items()}
    return Known({kind: frozenset(filter(_is_text, ids)) for kind, ids in texts.items()})


def _taken(record: Any, first: Any) -> str:
    """Return that another record has the id, and of things of two sorts an id to choose."""
    taken = f"the id {record.id!r} is already that of"
    if type(record) is type(first):
        return f"{taken} another {_noun(first)}"
    article = "an" if _noun(first)[0] in "aeiou" else "a"
    return (
        f"{taken} {article} {_noun(first)}; choose another, for example {record.id}-{_noun(record)}"
    )


def _noun(record: object) -> str:
    """Return what a record is called: forum, sub-sector, working-group."""
    return re.sub(r"\B[A-Z]", r"-\g<0>", type(record).__name__).lower()


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _repeated_ids(architecture: "Architecture") -> Iterator[Fault]:
    seen: dict[str, Any] = {}
    for each in (*architecture.iter_entities(), *architecture.answers):
        if not _is_text(each.id):
            continue  # its form is judged with the other values
        if each.id in seen:
            yield Fault(each, "id", _taken(each, seen[each.id]))
        seen.setdefault(each.id, each)
        if each.id in RESERVED:
            yield Fault(each, "id", f"{each.id!r} is a reserved word; choose another id")


def _backward_periods(records: Sequence[Any]) -> Iterator[Fault]:
    for each in records if records and isinstance(records[0], DatedFact) else ():
        if not isinstance(each.until, Day) or not isinstance(each.since, Day):
            continue
        if each.until.last < each.since.first:
            yield Fault(each, "until", f"ends {each.until}, before it begins, {each.since}")


def _repeated_keys(name: str, records: Sequence[Any]) -> Iterator[Fault]:
    """Yield the records of whose natural key there is another before."""
    try:
        distinct = set(zip(*(column(records, part) for part in KEY_PARTS[name]), strict=True))
    except TypeError:  # a list where an id belongs has no hash, and was told already
        return
    if len(distinct) == len(records):
        return  # what differs in a part of the key differs
    seen = set()
    for each in records:
        key = KEYS[name](each)
        if key in seen:
            yield Fault(each, "", "is written twice; write it once, with a count if there are more")
        seen.add(key)


def _beside_none(seats: Sequence[Any]) -> Iterator[Fault]:
    """Yield the seats that say `none` of a list in which somebody else stands too.

    One after the other is a change, and where sources disagree there is no contradiction.
    """
    nobody = [each for each in seats if each.holder == NONE and _is_sure(each)]
    others: dict[object, list[Any]] = {_list_of(each): [] for each in nobody if _has_list(each)}
    for each in seats if others else ():
        if each.holder != NONE and _is_sure(each) and _has_list(each):
            others.get(_list_of(each), []).append(each)
    for each in filter(_has_list, nobody):
        if any(_are_together(each, other) for other in others[_list_of(each)]):
            yield Fault(each, "", _ALONE)


def _list_of(seat: Any) -> tuple[Any, ...]:
    return (seat.body, seat.term, seat.when)


def _has_list(seat: Any) -> bool:
    """Tell whether a seat says to which list it belongs; of what is no text, that was told."""
    return _is_text(seat.body) and _is_text(seat.term) and isinstance(seat.when, str | None)


def _is_sure(record: Any) -> bool:
    return record.certainty is not Certainty.DISPUTED


def _are_together(one: Any, other: Any) -> bool:
    """Tell whether two records certainly hold at one time."""
    begins = [each.since.last for each in (one, other) if isinstance(each.since, Day)]
    ends = [each.until.first for each in (one, other) if isinstance(each.until, Day)]
    return not begins or not ends or max(begins) <= min(ends)


def _cycles(records: Iterable[Any], parent: Callable[[Any], str | None]) -> Iterator[Fault]:
    """Yield one fault for each ring of records that lie in each other."""
    by_id = {each.id: each for each in records if _is_text(each.id)}
    parents = {id: parent(each) for id, each in by_id.items()}
    above = {id: up if _is_text(up) else None for id, up in parents.items()}
    done: set[str] = set()
    for start in above:
        path: list[str] = []
        seen: set[str] = set()
        at: str | None = start
        while at is not None and at in above and at not in done and at not in seen:
            path.append(at)
            seen.add(at)
            at = above[at]
        if at in seen:
            ring = [*path[path.index(at) :], at]
            shown = [*ring[:_FEW], f"{len(ring) - _FEW - 1} more", at] if len(ring) > 9 else ring
            yield Fault(by_id[at], "", f"lies within itself: {' in '.join(shown)}")
        done |= seen
