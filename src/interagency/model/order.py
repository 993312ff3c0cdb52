"""The order in which a document writes seats and links, whatever order they were given in.

Seats stand under their body and term, links under what they start from. Keeping that order in
the value itself makes two architectures with the same facts equal, and dumping lossless.
"""

from typing import TYPE_CHECKING

from interagency.model.relations import LINK_KINDS, Link, Seat

if TYPE_CHECKING:
    from interagency.model.architecture import Architecture

Orders = tuple[tuple[Seat, ...], tuple[Link, ...]]


def in_written_order(architecture: "Architecture") -> Orders:
    """Return the seats by body and term, and the links by where they start and by kind."""
    places = {each.id: place for place, each in enumerate(architecture.iter_entities())}
    return _seats(architecture.seats, places), _links(architecture.links, places)


def _seats(seats: tuple[Seat, ...], places: dict[str, int]) -> tuple[Seat, ...]:
    terms: dict[tuple[str, str], int] = {}
    keys = [
        (places[seat.body], terms.setdefault((seat.body, seat.term), index))
        for index, seat in enumerate(seats)
    ]
    return tuple(seats[index] for index in sorted(range(len(seats)), key=keys.__getitem__))


def _links(links: tuple[Link, ...], places: dict[str, int]) -> tuple[Link, ...]:
    kinds = {kind: place for place, kind in enumerate(LINK_KINDS)}
    return tuple(sorted(links, key=lambda link: (places[link.from_], kinds[link.kind])))
