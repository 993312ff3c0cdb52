"""What tells two relationships apart, and how a record is named to people."""

from typing import Any

import attrs
import pytest

from interagency.model import Appeal, Architecture, Day, Forum, Link, Presence, Seat
from interagency.model.keys import appeal_key, describe, link_key, presence_key, seat_key

SEAT = Seat(body="rcf", term="chair", holder="unhcr")
KIND = Seat(body="rcf", term="member", kind="ngo", tags=("local",))
LINK = Link(from_="rcf", kind="supports", to="hct")
APPEAL = Appeal(plan="rrp", organization="unhcr")
PRESENCE = Presence(organization="unhcr")


@pytest.mark.parametrize(
    "change",
    [
        {"body": "hct"},
        {"term": "co-chair"},
        {"holder": "iom"},
        {"post": "iaco"},
        {"when": "emergency"},
        {"since": Day("2022")},
    ],
)
def test_a_seat_is_known_by_place_holder_post_phase_and_start(change: dict[str, Any]) -> None:
    """Whoever changes one of these writes of another seat."""
    assert seat_key(attrs.evolve(SEAT, **change)) != seat_key(SEAT)


def test_a_seat_that_nobody_is_named_for_is_known_by_kind_and_tags() -> None:
    """Without a holder, what is said of the holder takes its place."""
    assert seat_key(KIND) != seat_key(attrs.evolve(KIND, kind="un-agency"))
    assert seat_key(KIND) != seat_key(attrs.evolve(KIND, tags=()))
    assert seat_key(attrs.evolve(KIND, holder="unhcr")) == seat_key(
        Seat(body="rcf", term="member", holder="unhcr")
    )


def test_what_is_said_of_a_relationship_does_not_make_it_another() -> None:
    """A note, an end or an amount is no part of the key."""
    assert seat_key(attrs.evolve(SEAT, note="x", until=Day("2023"))) == seat_key(SEAT)
    assert link_key(attrs.evolve(LINK, note="x", until=Day("2023"))) == link_key(LINK)
    assert appeal_key(attrs.evolve(APPEAL, note="x")) == appeal_key(APPEAL)
    assert presence_key(attrs.evolve(PRESENCE, note="x")) == presence_key(PRESENCE)


@pytest.mark.parametrize(
    "change",
    [{"from_": "x"}, {"kind": "mirrors"}, {"to": "x"}, {"since": Day("2022")}],
)
def test_a_link_is_known_by_its_ends_kind_and_start(change: dict[str, Any]) -> None:
    """Two links of one kind between the same two things differ by when they began."""
    assert link_key(attrs.evolve(LINK, **change)) != link_key(LINK)


@pytest.mark.parametrize(
    "change",
    [
        {"plan": "x"},
        {"organization": "x"},
        {"participation": "appealing"},
        {"covers": ("PRO",)},
        {"country": "ROU"},
    ],
)
def test_an_appeal_is_known_by_plan_organization_part_sectors_and_country(
    change: dict[str, Any],
) -> None:
    """An organization may appeal once for each sector and country."""
    assert appeal_key(attrs.evolve(APPEAL, **change)) != appeal_key(APPEAL)


@pytest.mark.parametrize(
    "change",
    [
        {"organization": "x"},
        {"covers": ("PRO",)},
        {"area": "ROU"},
        {"plan": "x"},
        {"participation": "implementing"},
        {"since": Day("2022")},
        {"until": Day("2022")},
    ],
)
def test_a_presence_is_known_by_who_what_where_and_when(change: dict[str, Any]) -> None:
    """A 3W matrix repeats organization and sector for each place and time."""
    assert presence_key(attrs.evolve(PRESENCE, **change)) != presence_key(PRESENCE)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (SEAT, "seat rcf/chair/unhcr"),
        (KIND, "seat rcf/member/ngo"),
        (attrs.evolve(KIND, kind=None), "seat rcf/member/local"),
        (Seat(body="rcf", term="member"), "seat rcf/member/?"),
        (LINK, "link rcf supports hct"),
        (APPEAL, "appeal rrp/unhcr"),
        (PRESENCE, "presence unhcr in ?"),
        (attrs.evolve(PRESENCE, area="ROU"), "presence unhcr in ROU"),
        (Forum(id="rcf"), "rcf"),
        (Architecture(), ""),
    ],
)
def test_a_record_is_named_by_what_tells_it_apart(record: Any, name: str) -> None:
    """An entity by its id; an architecture needs no name."""
    assert describe(record) == name
