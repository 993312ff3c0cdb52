"""Three plain values to one: what one side changed is taken, what both did is a conflict."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final, final

from attrs import frozen

from interagency.change.merge_items import MISSING, alike, identified, long_form
from interagency.document.problems import Path
from interagency.document.shape import SECTIONS
from interagency.model.grammar import NONE, VACANT

_KEYED: Final = frozenset(section.key for section in SECTIONS if section.keyed)
# Words that say that there is nobody: beside a name they say the opposite.
_NOBODY: Final = frozenset({NONE, VACANT})


@final
@frozen
class Clash:
    """A place at which both sides changed a value, each to another one.

    Attributes:
        path: The place, in the result: where ours stands.
        base: What stood there.
        ours: What ours says; MISSING if it has taken it out.
        theirs: What theirs says; MISSING if it has taken it out.
    """

    path: Path
    base: Any
    ours: Any
    theirs: Any


def merged_values(base: Any, ours: Any, theirs: Any) -> tuple[Any, list[Clash]]:
    """Return the plain value of a document merged from two sides, and where they clash.

    Where they do, the value has what ours says; it is not to be used without a decision.

    Args:
        base: What both sides began with.
        ours: One side; what it says stays in its own words and order.
        theirs: The other side.
    """
    merger = _Merger()
    return merger.merged((), base, ours, theirs), merger.clashes


@final
class _Merger:
    def __init__(self) -> None:
        self.clashes: list[Clash] = []

    def merged(self, path: Path, base: Any, ours: Any, theirs: Any) -> Any:
        """Return the value at a path."""
        if alike(path, ours, theirs) or alike(path, base, theirs):
            return ours
        if alike(path, base, ours):
            return theirs
        sides = [long_form(path, each) for each in (base, ours, theirs)]
        if isinstance(sides[1], dict) and isinstance(sides[2], dict):
            return self._mapping(path, sides[0] if isinstance(sides[0], dict) else {}, *sides[1:])
        if isinstance(sides[1], list) and isinstance(sides[2], list):
            return self._list(path, sides[0] if isinstance(sides[0], list) else [], *sides[1:])
        self.clashes.append(Clash(path, base, ours, theirs))
        return ours

    def _mapping(
        self,
        path: Path,
        base: dict[str, Any],
        ours: dict[str, Any],
        theirs: dict[str, Any],
    ) -> dict[str, Any]:
        found = {
            key: self.merged(
                (*path, str(key)),
                base.get(str(key), MISSING),
                ours.get(str(key), MISSING),
                theirs.get(str(key), MISSING),
            )
            for key in _in_order(ours, theirs)
        }
        return {str(key): value for key, value in found.items() if value is not MISSING}

    def _list(self, path: Path, base: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any]:
        """Return a list merged item by item; an item is what it names."""
        b, o, t = (identified(path, items) for items in (base, ours, theirs))
        found: list[Any] = []
        for key in _in_order(o, t):
            values = [side.get(key, MISSING) for side in (b, o, t)]
            item = self.merged((*path, len(found)), *values)
            if item is not MISSING:
                found.append(item)
        if _contradicts(b, o, t):
            self.clashes.append(Clash(path, base, ours, theirs))
        return found


def _in_order(ours: Mapping[Any, Any], theirs: Mapping[Any, Any]) -> list[Hashable]:
    """Return the keys of ours, and those of theirs behind the one that they follow there."""
    behind: dict[Hashable, list[Hashable]] = {}
    last: Hashable = MISSING
    for key in theirs:
        if key in ours:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    common = [each for key in ours for each in (key, *behind.get(key, ()))]
    first = behind.get(MISSING, [])
    return [*first, *common] if last is not MISSING else [*common, *first]


def _contradicts(
    base: Mapping[Hashable, Any], ours: Mapping[Hashable, Any], theirs: Mapping[Hashable, Any]
) -> bool:
    """Return whether one side adds that there is nobody, and the other adds somebody."""
    added = [_words(side[key] for key in side if key not in base) for side in (ours, theirs)]
    return any(one & _NOBODY and other - one for one, other in (added, reversed(added)))


def _words(items: Iterable[Any]) -> set[str]:
    return {str(each.get("holder", each) if isinstance(each, dict) else each) for each in items}
