"""How leadership is spread: over organizations, and over kinds of them."""

from collections import Counter
from typing import final

from attrs import frozen

from interagency.graph.dependence import leaders_by_body
from interagency.model import Architecture, Organization
from interagency.vocabularies import Vocabularies

Shares = tuple[tuple[str, int], ...]


@final
@frozen
class Concentration:
    """How many seats of leadership are held by whom.

    Attributes:
        seats: The seats of leadership held by organizations that are named.
        unnamed: The seats of which no organization is named; they are in no share.
        by_organization: Seats of each organization, the most first.
        by_kind: Seats of each kind of organization, the most first; `unknown` where none is said.
    """

    seats: int
    unnamed: int
    by_organization: Shares
    by_kind: Shares

    @property
    def index(self) -> float | None:
        """Return the Herfindahl index: 1 if one organization holds all; None without seats."""
        if not self.seats:
            return None
        return sum((count / self.seats) ** 2 for _, count in self.by_organization)


def concentration(
    architecture: Architecture, vocabularies: Vocabularies | None = None
) -> Concentration:
    """Return how the seats of leadership are spread over organizations and kinds."""
    total: Counter[str | None] = Counter()
    for leaders in leaders_by_body(architecture, vocabularies).values():
        total.update(leaders)
    unnamed = total.pop(None, 0)
    named = {id: count for id, count in total.items() if id is not None}
    kinds: Counter[str] = Counter()
    for id, count in named.items():
        kinds[_kind(architecture, id)] += count
    return Concentration(sum(named.values()), unnamed, _most_first(named), _most_first(kinds))


def _kind(architecture: Architecture, id: str) -> str:
    organization = architecture.entities[id]
    kind = organization.kind if isinstance(organization, Organization) else None
    return kind or "unknown"


def _most_first(counts: dict[str, int]) -> Shares:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
