"""The records of two architectures side by side: added, gone or changed, by natural key."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final, final

import attrs
from attrs import frozen

from interagency.model import Architecture
from interagency.model.keys import KEYS
from interagency.model.sections import SECTION_KEYS

# What is left of a key where only the time, the phase, the post or the sectors of it changed.
_NEARLY: Final[dict[str, Callable[[Any], Hashable]]] = {
    "seats": lambda seat: (seat.body, seat.term, seat.holder or (seat.kind, seat.tags)),
    "links": attrgetter("from_", "kind", "to"),
    "appeals": attrgetter("plan", "organization", "country"),
    "presence": attrgetter("organization", "covers", "area", "plan"),
}
_ID = attrgetter("id")


@final
@frozen
class Difference:
    """One record before and after; nothing where there is none.

    Attributes:
        section: The section of the architecture that holds it.
        before: The record before.
        after: The record after.
    """

    section: str
    before: Any
    after: Any

    @property
    def record(self) -> Any:
        """Return the record after, or the one before if it is gone."""
        return self.before if self.after is None else self.after

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields that differ; none if the record is added or gone."""
        if self.before is None or self.after is None:
            return ()
        names = (each.name for each in attrs.fields(type(self.before)))
        return tuple(
            name for name in names if getattr(self.before, name) != getattr(self.after, name)
        )


def differences(before: Architecture, after: Architecture) -> tuple[Difference, ...]:
    """Return every record that differs, section by section, in the order of the later document."""
    return tuple(
        difference
        for section in SECTION_KEYS
        for difference in _in_section(section, getattr(before, section), getattr(after, section))
    )


def _in_section(
    section: str, before: tuple[Any, ...], after: tuple[Any, ...]
) -> Iterator[Difference]:
    start, ends = _common(before, after)
    key = KEYS.get(section, _ID)
    old = {key(each): each for each in before[start : len(before) - ends]}
    new = {key(each): each for each in after[start : len(after) - ends]}
    pairs = _nearly_paired(section, old, new)
    for name, record in new.items():
        earlier = old.get(name) or pairs.get(name)
        if earlier != record:
            yield Difference(section, earlier, record)
    paired = set(map(id, pairs.values()))
    for name, record in old.items():
        if name not in new and id(record) not in paired:
            yield Difference(section, record, None)


def _common(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[int, int]:
    """Return how many records are the same at the beginning, and at the end.

    Most of a large document is: equal records are found several times faster than their keys.
    """
    most = min(len(before), len(after))
    if before == after:
        return most, 0
    start = _length(before, after, most)
    return start, _length(before[::-1], after[::-1], most - start)


def _length(before: Iterable[Any], after: Iterable[Any], most: int) -> int:
    pairs = zip(range(most), before, after, strict=False)
    return next((place for place, one, other in pairs if one != other), most)


def _nearly_paired(
    section: str, old: dict[Hashable, Any], new: dict[Hashable, Any]
) -> dict[Hashable, Any]:
    """Return the earlier record of those that are new by their key alone.

    Only where one record went and one came under the same shorter key: else nobody can tell which
    became which.
    """
    nearly = _NEARLY.get(section)
    if nearly is None:
        return {}
    gone = _grouped(nearly, ((key, each) for key, each in old.items() if key not in new))
    came = _grouped(nearly, ((key, each) for key, each in new.items() if key not in old))
    return {
        names[0][0]: gone[short][0][1]
        for short, names in came.items()
        if len(names) == 1 and len(gone.get(short, ())) == 1
    }


def _grouped(
    nearly: Callable[[Any], Hashable], records: Iterable[tuple[Hashable, Any]]
) -> dict[Hashable, list[tuple[Hashable, Any]]]:
    groups: dict[Hashable, list[tuple[Hashable, Any]]] = defaultdict(list)
    for key, record in records:
        groups[nearly(record)].append((key, record))
    return groups
