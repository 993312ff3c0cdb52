"""Bodies that are one and the same, or mirror one another: sisters, which count as one."""

from collections.abc import Mapping
from typing import Final

from interagency.snapshot.snapshot import Snapshot

_LINES: Final = ("same_as", "mirrors")


def sisters(snapshot: Snapshot) -> Mapping[str, str]:
    """Return for each body the one that stands for it and its sisters."""
    first = {id: id for id in snapshot.bodies}
    for link in snapshot.now.links:
        is_sure = link.kind in _LINES and link.is_certain
        if is_sure and link.from_ in first and link.to in first:
            one, other = _found(first, link.from_), _found(first, link.to)
            first[max(one, other)] = min(one, other)
    return {id: _found(first, id) for id in first}


def _found(first: Mapping[str, str], id: str) -> str:
    while first[id] != id:
        id = first[id]
    return id
