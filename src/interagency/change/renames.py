"""Things whose id changed and that are the same otherwise: a new id is not a new group."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import attrs

from interagency.change.differences import Difference
from interagency.model import Architecture, Source
from interagency.model.sections import ENTITY_KEYS


def renames(
    before: Architecture, after: Architecture, differences: tuple[Difference, ...]
) -> Mapping[str, str]:
    """Return the new id of each thing that has another one, by its old id.

    Only where one thing went and one came of the same sort and name, or of no name and with the
    same facts, or of a new name with the former one as an alias: else no one can tell which became
    which.

    Args:
        before: The earlier architecture.
        after: The later one.
        differences: The records that differ.
    """
    found = [each for each in differences if each.section in ENTITY_KEYS]
    gone = [each.before for each in found if each.record.id not in after.entities]
    came = [each.after for each in found if each.record.id not in before.entities]
    alike = Counter(map(_sign, gone)), Counter(map(_sign, came))
    new = {_sign(each): each.id for each in came}
    same = {
        each.id: new[_sign(each)]
        for each in gone
        if alike[0][_sign(each)] == alike[1][_sign(each)] == 1
    }
    left = [each for each in came if each.id not in same.values()]
    return same | _by_former_name([each for each in gone if each.id not in same], left)


def _by_former_name(gone: Iterable[Any], came: Iterable[Any]) -> dict[str, str]:
    """Return the new ids of things that have a new name too, by the alias that was their name."""
    by_alias: dict[Hashable, list[str]] = defaultdict(list)
    for each in came:
        for alias in getattr(each, "aliases", ()):
            by_alias[type(each), alias.name.casefold()].append(each.id)
    found = {each.id: by_alias[_sign(each)] for each in gone if _sign(each) in by_alias}
    taken = Counter(id for ids in found.values() for id in ids)
    return {old: ids[0] for old, ids in found.items() if len(ids) == 1 and taken[ids[0]] == 1}


def _sign(record: Any) -> Hashable:
    """Return by what a thing is known whatever its id."""
    name = getattr(record, "title" if isinstance(record, Source) else "name", None)
    if name:
        return type(record), name.casefold()
    return type(record), attrs.astuple(attrs.evolve(record, id=""), recurse=False)
