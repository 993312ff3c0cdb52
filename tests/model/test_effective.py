"""What a body inherits from where it lies, and which organization is behind a holder."""

from typing import Any

import pytest
from hypothesis import given

from interagency.model import (
    Architecture,
    Forum,
    Level,
    Link,
    Office,
    Organization,
    Post,
    Seat,
    Sector,
    Source,
    SubSector,
    Within,
)
from interagency.model.effective import effective, organization_behind, sources_of, upward
from interagency.testing.strategies import architectures

WHOLE = Architecture(
    level=Level.NATIONAL,
    areas=("ROU",),
    default_sources=("letter",),
    sources=(Source(id="letter"), Source(id="chart")),
    organizations=(Organization(id="unhcr"),),
    forums=(Forum(id="rcf", areas=("ROU/RO245",), sources=("chart",)),),
    sectors=(Sector(id="health", within=Within(to="rcf"), populations=("unknown",)),),
    sub_sectors=(SubSector(id="nutrition", within=Within(to="health")),),
    offices=(
        Office(id="bureau", organization="unhcr"),
        Office(id="cell", parent="bureau"),
        Office(id="lone"),
    ),
    posts=(
        Post(id="iaco", office="cell"),
        Post(id="rc", organization="unknown", office="bureau"),
        Post(id="adviser", office="lone"),
        Post(id="im", organization="unhcr"),
    ),
)


@pytest.mark.parametrize(
    ("id", "name", "value"),
    [
        ("rcf", "areas", ("ROU/RO245",)),
        ("nutrition", "areas", ("ROU/RO245",)),
        ("nutrition", "level", Level.NATIONAL),
        ("nutrition", "populations", ("unknown",)),
        ("rcf", "populations", ()),
        ("nutrition", "situation", None),
    ],
)
def test_a_value_comes_from_the_nearest_body_that_states_one(
    id: str, name: str, value: object
) -> None:
    """In the end from the header; an explicit `unknown` is a value."""
    body: Any = WHOLE.find(id)
    assert effective(WHOLE, body, name) == value


@pytest.mark.parametrize(
    ("id", "sources"), [("rcf", ("chart",)), ("health", ("letter",)), ("cell", ("letter",))]
)
def test_sources_never_come_from_the_body_above(id: str, sources: tuple[str, ...]) -> None:
    """They are the own ones, and in the end the default sources of the header."""
    assert sources_of(WHOLE, WHOLE.find(id), id) == sources


def test_a_seat_and_a_line_take_the_sources_of_the_entry_they_are_written_in() -> None:
    """A line may start at a post, too; a source of their own comes first."""
    seat = Seat(body="rcf", term="lead", holder="unhcr")
    line = Link(kind="reports_to", from_="rcf", to="health")
    inner = Link(kind="reports_to", from_="health", to="rcf")
    own = Seat(body="rcf", term="lead", holder="unhcr", sources=("letter",))
    found = [sources_of(WHOLE, each) for each in (seat, line, inner, own)]
    assert found == [("chart",), ("chart",), ("letter",), ("letter",)]


def test_the_way_up_begins_with_the_body_itself() -> None:
    """It ends where no body is named."""
    assert [each.id for each in upward(WHOLE, WHOLE.sub_sectors[0])] == [
        "nutrition",
        "health",
        "rcf",
    ]


@pytest.mark.parametrize(
    ("holder", "organization"),
    [
        (None, None),
        ("vacant", None),
        ("unhcr", "unhcr"),
        ("iaco", "unhcr"),
        ("im", "unhcr"),
        ("rc", None),
        ("adviser", None),
        ("bureau", "unhcr"),
        ("rcf", None),
    ],
)
def test_behind_a_post_stands_its_organization_or_that_of_its_office(
    holder: str | None, organization: str | None
) -> None:
    """A body is no organization, and `unknown` is nobody."""
    assert organization_behind(WHOLE, holder) == organization


@given(architectures())
def test_the_way_up_ends(whole: Architecture) -> None:
    """Nothing lies within itself, so that no body is passed twice."""
    for body in whole.bodies:
        way = [each.id for each in upward(whole, body)]
        assert way[0] == body.id
        assert len(set(way)) == len(way)
