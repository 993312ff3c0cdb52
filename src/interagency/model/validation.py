"""What makes an architecture broken: the faults that its constructor refuses, all at once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from operator import attrgetter
from types import NoneType
from typing import Any, Final

from attrs import frozen

from interagency.errors import InteragencyError
from interagency.model.bodies import Body
from interagency.model.day import Day
from interagency.model.facts import DatedFact, Fact, Source
from interagency.model.fast import column
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import NONE, RESERVED
from interagency.model.keys import KEY_PARTS, KEYS, describe, progress_key
from interagency.model.plans import Appeal, Plan
from interagency.model.relations import ENDS
from interagency.model.sections import SECTIONS, Sectioned, records_of
from interagency.model.values import Flaw, Ids, Known, all_fit, flaws_in


@frozen
class Fault:
    """One thing that is wrong with an architecture.

    Attributes:
        record: The entity or relationship at fault, or the architecture for its header.
        field: The field at fault, or nothing if the record as a whole is.
        message: What is wrong, and what to do.
    """

    record: Any
    field: str
    message: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        place = ": ".join(part for part in (describe(self.record), self.field) if part)
        return f"{place}: {self.message}"


def column_faults(records: Sequence[Any], ids: Ids) -> Iterator[Fault]:
    """Yield the faults of single values: of their form, and of what they refer to."""
    for shape in fields_of(type(records[0])) if records else ():
        if not issubclass(shape.of, Fact | Source):
            yield from _column(records, shape, ids)
        elif not hasattr(records[0], "organizations"):
            yield from _nested(records, shape, ids)


def _nested(records: Sequence[Any], shape: FieldShape, ids: Ids) -> Iterator[Fault]:
    """Yield the faults of records inside records, such as aliases, under the outer one."""
    homes: dict[int, list[tuple[Any, str]]] = defaultdict(list)
    inside: dict[int, Any] = {}
    for record, value in zip(records, column(records, shape.name), strict=True):
        if shape.many and not isinstance(value, tuple):
            message = f"must be a tuple, not {type(value).__name__}"
            yield Fault(record, shape.name, message)
            continue
        inner = value if shape.many else (value,) if value is not None else ()
        for index, each in enumerate(inner):
            place = shape.name + (f"[{index}]" if shape.many else "")
            if isinstance(each, shape.of):
                homes[id(each)].append((record, place))
                inside[id(each)] = each
            else:
                message = f"must be {shape.of.__name__}, not {type(each).__name__}"
                yield Fault(record, place, message)
    for fault in column_faults(list(inside.values()), ids):
        for record, place in homes[id(fault.record)]:
            yield Fault(record, f"{place}.{fault.field}", fault.message)


def _column(records: Sequence[Any], shape: FieldShape, ids: Ids) -> Iterator[Fault]:
    values = column(records, shape.name)
    if all_fit(shape, values, ids):
        return
    # In the order of the records, so that the first unknown ids get the suggestions.
    judge = _judge(shape, values, ids)
    for record, value in zip(records, values, strict=True):
        for flaw in judge(value):
            place = "" if flaw.index is None else f"[{flaw.index}]"
            yield Fault(record, shape.name + place, flaw.message)


def _judge(shape: FieldShape, values: Iterable[Any], ids: Ids) -> Callable[[Any], tuple[Flaw, ...]]:
    """Return what finds the flaws of a value; each is judged once if equal means the same."""
    judge = partial(flaws_in, shape, ids=ids)
    wanted = tuple if shape.many or shape.pairs else shape.of
    if not set(map(type, values)) <= {wanted, NoneType}:
        return judge
    judged = cache(judge)
    return lambda value: judged(value) if _has_hash(value) else judge(value)


def _has_hash(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


MOST_FAULTS: Final = 1_000
_FEW = 4
_ALONE = (
    "'none' means that there is no such seat; it stands alone, or at another time (since, until)"
)

_ONE_OF_TWO = "write one, or `certainty: disputed` on both if sources disagree"


class BrokenArchitecture(InteragencyError):
    """Facts that do not fit together; `faults` has all of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults."""
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        """Return one line for each fault."""
        return "\n".join(map(str, self.faults))


def faults_of(architecture: Sectioned) -> tuple[Fault, ...]:
    """Return what is wrong with an architecture, nothing if it is whole.

    Of thousands of faults, which have one cause or make no sense, the first 1,000.
    """
    misplaced = tuple(_misplaced(architecture))
    if misplaced:
        return misplaced  # nothing more can be told of what is no record of its section
    return tuple(islice(_faults(architecture, _ids(architecture)), MOST_FAULTS))


def _faults(architecture: Sectioned, ids: Ids) -> Iterator[Fault]:
    yield from _repeated_ids(architecture)
    yield from column_faults([architecture], ids)
    for section in SECTIONS:
        records = getattr(architecture, section.key)
        yield from column_faults(records, ids)
        yield from _backward_periods(records)
        if section.key in KEYS:
            yield from _repeated_keys(section.key, records)
    yield from _repeated_progress(records_of(architecture, Plan, Appeal))
    yield from _misled(architecture.links, ids)
    yield from _beside_none(architecture.seats)
    yield from _rings(architecture)


def _misplaced(architecture: Sectioned) -> Iterator[Fault]:
    """Yield the sections that are no tuple, or hold what is no record of theirs."""
    for section in SECTIONS:
        records = getattr(architecture, section.key)
        types = set(map(type, records)) if isinstance(records, tuple) else {type(records)}
        for wrong in sorted(each.__name__ for each in types - {section.holds}):
            message = f"must be a tuple of {section.holds.__name__}, not of {wrong}"
            yield Fault(architecture, section.key, message)


def _ids(whole: Sectioned) -> Ids:
    """Return the ids by the noun under which references name their class."""
    found: dict[str, set[str]] = {}
    for section in SECTIONS:
        if section.keyed:
            kind = "body" if issubclass(section.holds, Body) else section.noun
            ids = (each.id for each in getattr(whole, section.key))
            found.setdefault(kind, set()).update(filter(_is_text, ids))
    return Known({kind: frozenset(ids) for kind, ids in found.items()})


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


def _repeated_ids(architecture: Sectioned) -> Iterator[Fault]:
    seen: dict[str, Any] = {}
    for each in (each for each in records_of(architecture) if hasattr(each, "id")):
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


def _repeated_progress(records: Iterable[Any]) -> Iterator[Fault]:
    """Yield where two certain numbers stand for one day, sector and country of a plan."""
    for record in records:
        if not isinstance(record.progress, tuple) or len(record.progress) < 2:
            continue
        first: dict[object, int] = {}
        for index, each in enumerate(record.progress):
            key = _progress_key(each)
            if key in first:
                message = f"is of the same day, sectors and country as progress[{first[key]}]"
                yield Fault(record, f"progress[{index}]", f"{message}; {_ONE_OF_TWO}")
            elif key is not None:
                first[key] = index


def _progress_key(progress: Any) -> tuple[object, ...] | None:
    """Return the natural key of a certain progress; None if it has none, which was told."""
    try:
        return progress_key(progress) if progress.is_certain else None
    except (AttributeError, TypeError):
        return None


def _misled(links: Sequence[Any], ids: Ids) -> Iterator[Fault]:
    """Yield the lines of which an end is nothing that lines of their kind may begin or end at."""
    for link in (each for each in links if each.kind in ENDS):
        allowed = ENDS[link.kind]
        for field in ("from_", "to"):
            end = getattr(link, field)
            homes = [kind for kind, known in ids.items() if end in known]
            if homes and not {*homes} & {*allowed}:
                message = f"{end!r} is {_a_noun(homes[0])}; {_a_noun(allowed[0])} is expected here"
                yield Fault(link, field, message)


def _a_noun(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _beside_none(seats: Sequence[Any]) -> Iterator[Fault]:
    """Yield the seats that say `none` of a list in which somebody else stands too.

    One after the other is a change, and where sources disagree there is no contradiction.
    """
    nobody = [each for each in seats if each.holder == NONE and each.is_certain]
    others: dict[object, list[Any]] = {_list_of(each): [] for each in nobody if _has_list(each)}
    for each in seats if others else ():
        if each.holder != NONE and each.is_certain and _has_list(each):
            others.get(_list_of(each), []).append(each)
    for each in filter(_has_list, nobody):
        if any(_are_together(each, other) for other in others[_list_of(each)]):
            yield Fault(each, "", _ALONE)


def _list_of(seat: Any) -> tuple[Any, ...]:
    return (seat.body, seat.term, seat.when)


def _has_list(seat: Any) -> bool:
    """Return whether a seat says to which list it belongs; of what is no text, that was told."""
    return _is_text(seat.body) and _is_text(seat.term) and isinstance(seat.when, str | None)


def _are_together(one: Any, other: Any) -> bool:
    """Return whether two records certainly hold at one time."""
    begins = [each.since.last for each in (one, other) if isinstance(each.since, Day)]
    ends = [each.until.first for each in (one, other) if isinstance(each.until, Day)]
    return not begins or not ends or max(begins) <= min(ends)


def _rings(whole: Sectioned) -> Iterator[Fault]:
    """Yield the rings of records that lie in each other; bodies lie in bodies of any class."""
    yield from _cycles(records_of(whole, Body), lambda body: getattr(body.within, "to", None))
    for section in SECTIONS:
        if section.parent and not issubclass(section.holds, Body):
            yield from _cycles(getattr(whole, section.key), attrgetter(section.parent))


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
