"""What makes an architecture broken: the faults that its constructor refuses, all at once.

Values are compared column by column, each distinct value once, so that a million good seats cost
a few set operations; only a bad value is traced back to the records that hold it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from attrs import frozen

from interagency.errors import InteragencyError
from interagency.model import keys
from interagency.model.facts import DatedFact, Fact, Source
from interagency.model.fields import FieldShape, fields_of
from interagency.model.keys import describe
from interagency.model.values import Ids, Known, flaws_in
from interagency.model.words import RESERVED

if TYPE_CHECKING:
    from interagency.model.architecture import Architecture

KEYS: dict[str, Callable[[Any], tuple[object, ...]]] = {
    "seats": keys.seat_key,
    "links": keys.link_key,
    "appeals": keys.appeal_key,
    "presence": keys.presence_key,
}
PARENTS = {
    "bodies": "parent",
    "organizations": "parent",
    "offices": "parent",
    "plans": "part_of",
}


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
    """Return everything that is wrong with an architecture, nothing if it is whole."""
    ids = _ids(architecture)
    found = [*_repeated_ids(architecture), *_columns([architecture], ids)]
    for name in record_sections():
        records = getattr(architecture, name)
        found += [*_columns(records, ids), *_backward_periods(records)]
        found += _repeated_keys(records, KEYS[name]) if name in KEYS else ()
    for name, parent in PARENTS.items():
        found += _cycles(getattr(architecture, name), attrgetter(parent))
    return tuple(found)


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
    }
    return Known({kind: frozenset(each.id for each in group) for kind, group in records.items()})


def _repeated_ids(architecture: "Architecture") -> Iterator[Fault]:
    seen: dict[str, Any] = {}
    for each in (*architecture.iter_entities(), *architecture.answers):
        first = seen.setdefault(each.id, each)
        if first is not each:
            kind = type(first).__name__
            yield Fault(each, "id", f"the id {each.id!r} is already that of another {kind}")
        if each.id in RESERVED:
            yield Fault(each, "id", f"{each.id!r} is a reserved word; choose another id")


def _columns(records: Sequence[Any], ids: Ids) -> Iterator[Fault]:
    """Yield the faults of single values: of their form, and of what they refer to."""
    for shape in fields_of(type(records[0])) if records else ():
        if not issubclass(shape.of, Fact | Source):
            yield from _column(records, shape, ids)
        elif not hasattr(records[0], "organizations"):
            yield from _nested(records, shape, ids)


def _nested(records: Sequence[Any], shape: FieldShape, ids: Ids) -> Iterator[Fault]:
    """Yield the faults of records inside records, such as aliases, under the outer one."""
    for record in records:
        value = getattr(record, shape.name)
        inner = value if shape.many else (value,) if value is not None else ()
        for index, each in enumerate(inner):
            place = f"[{index}]" if shape.many else ""
            for fault in _columns([each], ids):
                yield Fault(record, f"{shape.name}{place}.{fault.field}", fault.message)


def _column(records: Sequence[Any], shape: FieldShape, ids: Ids) -> Iterator[Fault]:
    get = attrgetter(shape.name)
    # In the order of the records, not of a set: the first unknown ids get the suggestions.
    judged = {value: flaws_in(shape, value, ids) for value in dict.fromkeys(map(get, records))}
    if not any(judged.values()):
        return
    for record in records:
        for flaw in judged[get(record)]:
            place = "" if flaw.index is None else f"[{flaw.index}]"
            yield Fault(record, shape.name + place, flaw.message)


def _backward_periods(records: Iterable[Any]) -> Iterator[Fault]:
    for each in records:
        if not isinstance(each, DatedFact):
            return
        if each.until is not None and each.since is not None and each.until.last < each.since.first:
            yield Fault(each, "until", f"ends {each.until}, before it begins, {each.since}")


def _repeated_keys(
    records: Sequence[Any], key: Callable[[Any], tuple[object, ...]]
) -> Iterator[Fault]:
    if len(set(map(key, records))) == len(records):
        return
    groups: dict[tuple[object, ...], list[Any]] = defaultdict(list)
    for each in records:
        groups[key(each)].append(each)
    for group in groups.values():
        for each in group[1:]:
            yield Fault(each, "", "is written twice; write it once, with a count if there are more")


def _cycles(records: Iterable[Any], parent: Callable[[Any], str | None]) -> Iterator[Fault]:
    """Yield one fault for each ring of records that lie in each other."""
    above = {each.id: parent(each) for each in records}
    by_id = {each.id: each for each in records}
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
            yield Fault(by_id[at], "", f"lies within itself: {' in '.join(ring)}")
        done |= seen
