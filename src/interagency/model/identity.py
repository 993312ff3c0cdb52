"""Entries that are one and the same: what `same_as` joins counts once."""

from collections.abc import Iterable, Mapping

from interagency.model.relations import Link


def identities(links: Iterable[Link]) -> Mapping[str, str]:
    """Return, for each id that certain lines join to another, the first id of those joined."""
    above: dict[str, str] = {}

    def top(id: str) -> str:
        while above.get(id, id) != id:
            above[id] = above.get(above[id], above[id])  # so that the way is shorter next time
            id = above[id]
        return id

    for link in links:
        if link.kind == "same_as" and link.target and link.is_certain:
            first, second = sorted((top(link.from_), top(link.target)))
            above[first] = above[second] = first
    return {id: top(id) for id in above}
