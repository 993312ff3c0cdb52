"""What somebody has to do with products, decisions and agreements, beside seats in bodies."""

from collections.abc import Iterator, Mapping
from typing import Final, final

from attrs import frozen

from interagency.model import Agreement, Decision, Fact, Organization, Product
from interagency.model.grammar import named
from interagency.snapshot.index import Index

Made = Product | Decision | Agreement

# The fields of each class that name somebody or something, in the order in which people ask.
PARTS: Final[Mapping[type[Fact], tuple[str, ...]]] = {
    Product: ("by", "on_behalf_of", "contributors", "participants", "cleared_by"),
    Decision: ("by", "raised_by", "changes"),
    Agreement: ("parties", "concerns"),
}


@final
@frozen
class Involvement:
    """One part that somebody has in a product, a decision or an agreement.

    Attributes:
        who: Id of who or what has it.
        part: The field that says so: by, contributors, cleared_by, parties and others.
        record: The product, decision or agreement.
    """

    who: str
    part: str
    record: Made


def involvements(snapshot: Index) -> Iterator[Involvement]:
    """Yield every part that anybody named has in a product, a decision or an agreement."""
    now = snapshot.now
    records: tuple[Made, ...] = (*now.products, *now.decisions, *now.agreements)
    for record in records:
        for part in PARTS[type(record)]:
            for who in named(getattr(record, part)):
                yield Involvement(who, part, record)


def involved(snapshot: Index, id: str) -> tuple[Involvement, ...]:
    """Return the parts that something has; an organization has those of its posts and offices."""
    found = snapshot.once("involvements by id", lambda: _by_id(snapshot))
    own = found.get(id, ())
    if not isinstance(snapshot.now.find(id), Organization):
        return own
    same = snapshot.identity(id)
    through = (
        each
        for who, parts in found.items()
        if who != id and _is_of(snapshot, who, same)
        for each in parts
    )
    return (*own, *through)


def _by_id(snapshot: Index) -> dict[str, tuple[Involvement, ...]]:
    found: dict[str, list[Involvement]] = {}
    for each in involvements(snapshot):
        found.setdefault(each.who, []).append(each)
    return {who: tuple(parts) for who, parts in found.items()}


def _is_of(snapshot: Index, who: str, organization: str) -> bool:
    """Return whether somebody is a certain organization, or a post or office of it."""
    owner = snapshot.organization_of(who)
    return owner is not None and snapshot.identity(owner) == organization
