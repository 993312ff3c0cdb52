"""The faults of single values: of their form, and of what they refer to.

Values are compared column by column, each distinct value once, so that a million good seats cost
a few set operations; only a bad value is traced back to the records that hold it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from types import NoneType
from typing import Any

from attrs import frozen

from interagency.model.columns import column
from interagency.model.facts import Fact, Source
from interagency.model.fields import FieldShape, fields_of
from interagency.model.keys import describe
from interagency.model.values import Flaw, Ids, all_fit, flaws_in


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
