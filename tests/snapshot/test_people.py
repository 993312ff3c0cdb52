"""The people that a body is for, and who leads what sits in it."""

import pytest

from interagency.document import loads
from interagency.snapshot import (
    Snapshot,
    is_for_refugees,
    is_refugee_forum,
    is_without,
    protection_rooms,
)

SNAPSHOT = Snapshot.of(
    loads("""
interagency: 2
level: national
populations: [idps]
organizations:
  own: {kind: national-ngo, tags: [refugee-led]}
  moi: {kind: government}
forums:
  rcf: {kind: rcf, complete: [leads, members], seats: {chair: [unhcr, moi]}}
  hct: {kind: hct, covers: [PRO]}
sectors:
  protection: {covers: [PRO], populations: [refugees], complete: [leads, members],
    seats: {lead: [unhcr], co-lead: none, member: [own]}}
  cluster: {covers: [PRO-GBV], seats: {lead: [unfpa]}}
  health: {covers: [HEA]}
  regional: {covers: [PRO], level: regional}
""")
)


def test_protection_rooms_are_refugee_forums_and_groups_of_a_country() -> None:
    assert [each.id for each in protection_rooms(SNAPSHOT)] == ["rcf", "protection", "cluster"]


@pytest.mark.parametrize(
    ("id", "forum", "refugees"),
    [("rcf", True, False), ("hct", False, False), ("protection", False, True)],
)
def test_a_forum_and_its_people_are_told_apart(id: str, forum: bool, refugees: bool) -> None:
    body = SNAPSHOT.bodies[id]
    assert is_refugee_forum(SNAPSHOT, body) is forum
    assert is_for_refugees(SNAPSHOT, body) is refugees


@pytest.mark.parametrize(
    ("id", "without"), [("rcf", True), ("protection", False), ("cluster", False)]
)
def test_a_body_is_without_refugee_led_organizations_only_if_all_seats_are_known(
    id: str, without: bool
) -> None:
    assert is_without(SNAPSHOT, SNAPSHOT.bodies[id], "refugee-led") is without
