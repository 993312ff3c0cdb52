"""The order in which a document writes seats and links, whatever order they were given in.

Seats stand under their body and term, links under what they start from. Keeping that order in
the value itself makes two architectures with the same facts equal, and dumping lossless.
"""

from itertools import groupby
from typing import TYPE_CHECKING

from interagency.model.columns import column
from interagency.model.relations import LINK_KINDS, Link, Seat

if TYPE_CHECKING:
    from interagency.model.architecture import Architecture

Orders = tuple[tuple[Seat, ...], tuple[Link, ...]]


def in_written_order(architecture: "Architecture") -> Orders:
    """Return the seats by body and term, and the links by where they start and by kind."""
    places = {each.id: place for place, each in enumerate(architecture.iter_entities())}
    return _seats(architecture.seats, places), _links(architecture.links, places)


def _seats(seats: tuple[Seat, ...], places: dict[str, int]) -> tuple[Seat, ...]:
    written = zip(column(seats, "body"), column(seats, "term"), strict=True)
    runs = [run for run, _ in groupby(written)]
    homes = [places[body] for body, _ in runs]
    if len(set(runs)) == len(runs) and homes == sorted(homes):
        return seats  # as they come from most files: nothing to sort
    terms = {run: index for index, run in reversed([*enumerate(runs)])}
    return tuple(sorted(seats, key=lambda seat: (places[seat.body], terms[seat.body, seat.term])))


def _links(links: tuple[Link, ...], places: dict[str, int]) -> tuple[Link, ...]:
    kinds = {kind: place for place, kind in enumerate(LINK_KINDS)}
    return tuple(sorted(links, key=lambda link: (places[link.from_], kinds[link.kind])))
