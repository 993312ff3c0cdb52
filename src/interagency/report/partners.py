"""What sorts of partner an organization is: its kind, and the tags that cut across kinds."""

from interagency.model import NONE, UNKNOWN, Organization, Seat
from interagency.report.wording import Wording
from interagency.snapshot import Snapshot


def sorts_of(snapshot: Snapshot, id: str) -> tuple[str, ...]:
    """Return the kind and tags of an organization; `unknown` if its kind is not recorded.

    Of what is no organization, such as a body that holds a seat in another, there is none.
    """
    found = snapshot.now.entities.get(id)
    if not isinstance(found, Organization):
        return ()
    return (found.kind or UNKNOWN, *(tag for tag in found.tags if tag != NONE))


def sorts_of_unnamed(seat: Seat) -> tuple[str, ...]:
    """Return the kind and tags that are recorded of a holder whom no one named."""
    return (*([seat.kind] if seat.kind else []), *seat.tags)


def sort_name(wording: Wording, sort: str) -> str:
    """Return the name of a kind or tag in the language; a question mark for an unknown kind."""
    lists = wording.snapshot.vocabularies
    tags = lists["organization-tags"]
    if sort in tags:
        return wording.language.code_name(tags, sort)
    kinds = lists["organization-kinds"]
    return wording.word(sort) if sort == UNKNOWN else wording.language.code_name(kinds, sort)
