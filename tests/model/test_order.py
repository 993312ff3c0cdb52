"""The order in which a document writes seats and links."""

from itertools import pairwise
from random import Random

import attrs
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Architecture, Forum, Link, Organization, Seat, Sector
from interagency.testing.strategies import architectures

ORGANIZATIONS = (Organization(id="a"), Organization(id="b"))
PLACES = Architecture(
    organizations=ORGANIZATIONS, forums=(Forum(id="f"),), sectors=(Sector(id="s"),)
)


def seat(body: str, term: str, holder: str) -> Seat:
    return Seat(body=body, term=term, holder=holder)


def test_seats_stand_by_body_and_then_by_term() -> None:
    """Terms keep the order in which they came first, and seats of one term their own."""
    given_ = (
        seat("s", "lead", "b"),
        seat("f", "member", "b"),
        seat("f", "chair", "a"),
        seat("f", "member", "a"),
        seat("s", "lead", "a"),
    )
    assert attrs.evolve(PLACES, seats=given_).seats == (
        seat("f", "member", "b"),
        seat("f", "member", "a"),
        seat("f", "chair", "a"),
        seat("s", "lead", "b"),
        seat("s", "lead", "a"),
    )


def test_links_stand_by_start_and_then_by_kind() -> None:
    """Kinds have an order of their own; the ends of one kind keep theirs."""
    links = tuple(
        Link(from_=start, kind=kind, to=end)
        for start, kind, end in (
            ("s", "supports", "f"),
            ("f", "mirrors", "s"),
            ("a", "supports", "s"),
            ("f", "reports_to", "s"),
            ("s", "supports", "b"),
        )
    )
    first, second, third, fourth, last = links
    assert attrs.evolve(PLACES, links=links).links == (third, fourth, second, first, last)


class TestCanonical:
    """Two architectures with the same facts are equal, however the lists were mixed."""

    @given(architectures())
    def test_ordering_twice_changes_nothing(self, architecture: Architecture) -> None:
        again = attrs.evolve(architecture, seats=architecture.seats, links=architecture.links)
        assert again == architecture
        assert again.seats == architecture.seats

    @given(architectures(max_others=4), st.data())
    def test_bodies_may_be_interleaved(
        self, architecture: Architecture, data: st.DataObject
    ) -> None:
        """Seats of one body keep their order among themselves."""
        order = data.draw(st.permutations([each.body for each in architecture.seats]))
        queues = {
            body.id: iter([each for each in architecture.seats if each.body == body.id])
            for body in architecture.bodies
        }
        mixed = tuple(next(queues[body]) for body in order)
        assert attrs.evolve(architecture, seats=mixed) == architecture

    @given(architectures(max_others=4), st.data())
    def test_starts_and_kinds_may_be_interleaved(
        self, architecture: Architecture, data: st.DataObject
    ) -> None:
        """Links of one start and kind keep their order among themselves."""
        keys = [(each.from_, each.kind) for each in architecture.links]
        order = data.draw(st.permutations(keys))
        queues = {
            key: iter([each for each in architecture.links if (each.from_, each.kind) == key])
            for key in keys
        }
        mixed = tuple(next(queues[key]) for key in order)
        assert attrs.evolve(architecture, links=mixed) == architecture

    @given(architectures(), st.randoms(use_true_random=False))
    def test_any_order_keeps_every_seat_and_groups_them(
        self, architecture: Architecture, random: Random
    ) -> None:
        seats = random.sample(architecture.seats, len(architecture.seats))
        found = attrs.evolve(architecture, seats=tuple(seats)).seats
        assert set(found) == set(architecture.seats)
        groups = [(each.body, each.term) for each in found]
        changes = sum(one != other for one, other in pairwise(groups))
        assert changes == max(len(set(groups)) - 1, 0)
