"""The architecture of one day."""

from datetime import date
from itertools import pairwise
from random import Random
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import (
    Appeal,
    Architecture,
    Certainty,
    Day,
    Forum,
    Link,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Presence,
    Product,
    Seat,
    Sector,
    Within,
)
from interagency.testing.strategies import architectures

ENDED = Day("2021")
UNHCR = Organization(id="unhcr")
DAYS = st.dates(date(2019, 12, 1), date(2026, 2, 1))

COLLISION = Architecture(
    organizations=(UNHCR,),
    forums=(Forum(id="rcf"),),
    posts=(Post(id="p", until=ENDED), Post(id="q", until=ENDED)),
    seats=(
        Seat(body="rcf", term="chair", holder="unhcr", post="p"),
        Seat(body="rcf", term="chair", holder="unhcr", post="q"),
    ),
)


def test_a_body_goes_with_all_that_lies_in_it_sits_in_it_or_ends_at_it() -> None:
    """A relationship has no meaning without either of its ends."""
    architecture = Architecture(
        organizations=(UNHCR,),
        forums=(Forum(id="rcf", until=ENDED), Forum(id="hct")),
        sectors=(Sector(id="health", within=Within(to="rcf")),),
        seats=(
            Seat(body="health", term="lead", holder="unhcr"),
            Seat(body="hct", term="member", holder="rcf"),
            Seat(body="hct", term="chair", holder="unhcr"),
        ),
        links=(
            Link(from_="hct", kind="supports", to="health"),
            Link(from_="rcf", kind="supports", to="hct"),
            Link(from_="hct", kind="reports_to", to="unknown"),
        ),
    )
    assert architecture.on("2022") == Architecture(
        organizations=(UNHCR,),
        forums=(Forum(id="hct"),),
        seats=(Seat(body="hct", term="chair", holder="unhcr"),),
        links=(Link(from_="hct", kind="reports_to", to="unknown"),),
    )


def test_a_plan_goes_with_its_chapters_appeals_presence_and_products() -> None:
    """What is done under a plan ends with it."""
    architecture = Architecture(
        organizations=(UNHCR,),
        plans=(Plan(id="chapter", part_of="rrp"), Plan(id="rrp", until=ENDED)),
        appeals=(Appeal(plan="chapter", organization="unhcr"),),
        presence=(Presence(organization="unhcr", plan="rrp"), Presence(organization="unhcr")),
        products=(Product(id="report", plan="chapter"),),
    )
    assert architecture.on("2022") == Architecture(
        organizations=(UNHCR,), presence=(Presence(organization="unhcr"),)
    )


def test_an_office_goes_with_the_offices_and_posts_below_it() -> None:
    """A post belongs to its office."""
    architecture = Architecture(
        offices=(Office(id="cell", parent="bureau"), Office(id="bureau", until=ENDED)),
        posts=(Post(id="iaco", office="cell"), Post(id="rc", office="unknown")),
    )
    assert architecture.on("2022") == Architecture(posts=(Post(id="rc", office="unknown"),))


def test_from_everything_else_the_reference_is_taken_out() -> None:
    """A plan outlives its forum, a seat the post that filled it, a product its contributors."""
    architecture = Architecture(
        organizations=(UNHCR,),
        forums=(Forum(id="rcf", until=ENDED), Forum(id="hct")),
        posts=(Post(id="iaco", until=ENDED),),
        plans=(Plan(id="rrp", forum="rcf"),),
        products=(Product(id="report", by=("unhcr", "iaco"), cleared_by=("rcf",)),),
        seats=(Seat(body="hct", term="chair", holder="unhcr", post="iaco"),),
    )
    assert architecture.on("2022") == Architecture(
        organizations=(UNHCR,),
        forums=(Forum(id="hct"),),
        plans=(Plan(id="rrp"),),
        products=(Product(id="report", by=("unhcr",)),),
        seats=(Seat(body="hct", term="chair", holder="unhcr"),),
    )


def test_a_mandate_and_a_seat_end_on_their_own_day() -> None:
    """The last day counts."""
    architecture = Architecture(
        organizations=(UNHCR,), mandates=(Mandate(id="m", organization="unhcr", until=ENDED),)
    )
    assert architecture.on("2021-12-31") is architecture
    assert architecture.on("2022-01-01") == Architecture(organizations=(UNHCR,))


@pytest.mark.parametrize("when", ["2022", "2022-12", "2022-12-31", date(2022, 12, 31), Day("2022")])
def test_a_month_or_a_year_means_its_last_day(when: Day | date | str) -> None:
    """A day may be given as a text, a date or a `Day`."""
    architecture = Architecture(forums=(Forum(id="rcf", since=Day("2022-12-31")),))
    assert architecture.on(when) == architecture


def test_seats_that_become_alike_become_one() -> None:
    """Without their posts, the two seats of one holder cannot be told apart."""
    seat = Seat(body="rcf", term="chair", holder="unhcr")
    assert COLLISION.on("2022").seats == (seat,)


def kept(architecture: Architecture, other: Architecture) -> bool:
    """Tell whether all of the first is in the other, up to references taken out."""
    records = {each.id: each for each in other.iter_entities()}
    entities = all(loosely(each, records[each.id]) for each in architecture.iter_entities())
    return entities and all(
        any(loosely(each, whole) for whole in getattr(other, name))
        for name in ("seats", "links", "appeals", "presence", "answers")
        for each in getattr(architecture, name)
    )


def loosely(part: object, whole: object) -> bool:
    """Tell whether a record equals another but for references that it no longer has."""
    if type(part) is not type(whole):
        return False
    before, after = ({name: getattr(each, name) for name in fields(each)} for each in (whole, part))
    return all(
        after[name] == value
        or after[name] is None
        or (isinstance(value, tuple) and set(after[name]) < set(value))
        for name, value in before.items()
    )


def fields(record: object) -> list[str]:
    return [each.name for each in attrs.fields(cast(Any, type(record)))]


class TestOn:
    """`on(day)` drops the relationships of what it drops and what lies within it."""

    @given(architectures(), DAYS)
    def test_the_same_day_twice_changes_nothing(self, whole: Architecture, when: date) -> None:
        once = whole.on(when)
        assert once.on(when) is once

    @given(architectures(), DAYS)
    def test_what_is_left_is_whole_and_in_order(self, whole: Architecture, when: date) -> None:
        """Making it anew, with every check, gives the same; nothing of the whole clings to it."""
        _ = whole.entities  # worked out once, and kept
        left = whole.on(when)
        assert attrs.evolve(left) == left
        assert set(left.entities) == {each.id for each in left.iter_entities()}

    @given(architectures(), DAYS)
    def test_nothing_is_added(self, whole: Architecture, when: date) -> None:
        assert kept(whole.on(when), whole)

    @given(architectures(), DAYS)
    def test_what_is_left_holds_on_that_day(self, whole: Architecture, when: date) -> None:
        left = whole.on(when)
        dated = (*left.bodies, *left.plans, *left.offices, *left.posts, *left.mandates)
        relations = (*left.seats, *left.links, *left.presence)
        assert all(each.holds_on(when) for each in (*dated, *relations))

    @given(architectures(), DAYS)
    def test_an_organization_and_a_source_stay(self, whole: Architecture, when: date) -> None:
        left = whole.on(when)
        assert (left.organizations, left.sources) == (whole.organizations, whole.sources)

    @given(architectures(), DAYS)
    def test_the_order_of_facts_does_not_matter(self, whole: Architecture, when: date) -> None:
        names = ("forums", "sectors", "sub_sectors", "working_groups", "plans", "offices", "posts")
        orders = {name: tuple(reversed(getattr(whole, name))) for name in names}
        mixed = attrs.evolve(whole, **cast(Any, orders))
        assert set(mixed.on(when).iter_entities()) == set(whole.on(when).iter_entities())
        assert set(mixed.on(when).seats) == set(whole.on(when).seats)
        assert set(mixed.on(when).links) == set(whole.on(when).links)


@given(order=st.permutations(range(4)))
def test_seats_that_become_alike_are_as_sure_and_as_many_as_they_were(order: list[int]) -> None:
    """In whatever order they were written, nothing that one of them says is lost."""
    posts = tuple(Post(id=id, until=Day("2020")) for id in ("p1", "p2"))
    seats = [
        Seat(body="h", term="lead", holder="un", post="p1", certainty=Certainty.DISPUTED),
        Seat(body="h", term="lead", holder="un", accountable=True),
        Seat(body="h", term="lead", kind="ngo", post="p1", count=3),
        Seat(body="h", term="lead", kind="ngo", post="p2"),
    ]
    whole = Architecture(
        organizations=(Organization(id="un"),),
        sectors=(Sector(id="h"),),
        posts=posts,
        seats=tuple(seats[index] for index in order),
    )
    found = {each.holder or each.kind: each for each in whole.on("2021").seats}
    assert found["un"] == Seat(body="h", term="lead", holder="un", accountable=True)
    assert found["ngo"] == Seat(body="h", term="lead", kind="ngo", count=4)


@given(order=st.permutations((None, False, "jointly")))
def test_whoever_answers_jointly_in_one_of_two_seats_still_does(order: list[bool | str]) -> None:
    """Two seats that become one keep the strongest accountability that either has."""
    posts = tuple(Post(id=f"p{n}", until=Day("2020")) for n in range(3))
    seats = tuple(
        Seat(body="h", term="lead", holder="un", post=f"p{n}", accountable=each)
        for n, each in enumerate(order)
    )
    whole = Architecture(
        organizations=(Organization(id="un"),),
        sectors=(Sector(id="h"),),
        posts=posts,
        seats=seats,
    )
    assert [each.accountable for each in whole.on("2021").seats] == ["jointly"]


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
