"""On whom the structure hangs, against taking each body away and counting the parts."""

from collections import Counter

import pytest
from hypothesis import given

from interagency.graph import Concentration, Loss, concentration, leaders_by_body, losses
from interagency.model import Architecture, Certainty
from tests.graph.small import architecture, ids, knots, neighbours, reached

LED = architecture("""
organizations: {gov: {kind: government}, odd: {}}
forums:
  a: {seats: {chair: [{holder: unhcr, post: officer}]}}
  b: {within: a, seats: {co-lead: [officer, gov]}}
  c: {within: a, seats: {lead: [nobodys], co-lead: [vacant]}}
  d: {within: c, seats: {lead: [{holder: gov, certainty: disputed}], co-lead: none}}
  e: {seats: {lead: [{kind: ngo, count: 3}, odd]}}
posts: {officer: {organization: unhcr}, nobodys: {}}
""")


def test_leaders_are_the_organizations_behind_the_seats() -> None:
    assert leaders_by_body(LED) == {
        "a": Counter({"unhcr": 1}),
        "b": Counter({"unhcr": 1, "gov": 1}),
        "c": Counter({None: 1}),
        "e": Counter({None: 3, "odd": 1}),
    }


def test_losses_are_the_only_leaders_and_the_bodies_between_others() -> None:
    assert losses(LED) == (Loss("unhcr", 0, ("a",)), Loss("a", 2), Loss("c", 2))


def test_the_spread_is_counted_over_organizations_and_kinds() -> None:
    spread = concentration(LED)
    assert spread == Concentration(
        seats=4,
        unnamed=4,
        by_organization=(("unhcr", 2), ("gov", 1), ("odd", 1)),
        by_kind=(("un-agency", 2), ("government", 1), ("unknown", 1)),
    )
    assert spread.index == pytest.approx((4 + 1 + 1) / 16)


def test_without_seats_there_is_no_index() -> None:
    assert concentration(Architecture()).index is None


def parts_without(whole: Architecture, gone: str) -> int:
    """Return into how many parts the bodies around one fall without it."""
    near = neighbours(whole)
    lines = [(a, b) for a in near for b in near[a] if gone not in (a, b)]
    parts = {frozenset({id, *reached(id, lines)}) for id in near[gone]}
    return len(parts)


@given(knots())
def test_a_body_breaks_the_structure_into_the_parts_that_remain(whole: Architecture) -> None:
    parts = {loss.id: loss.parts for loss in losses(whole) if loss.parts}
    counted = {id: parts_without(whole, id) for id in ids(whole)}
    assert parts == {id: count for id, count in counted.items() if count > 1}


@given(knots())
def test_a_body_is_unled_without_its_only_known_leader(whole: Architecture) -> None:
    leaders: dict[str, set[str | None]] = {}
    owner = whole.posts[0].organization
    behind = {"x": "x", "y": "y", "post": owner if owner == "x" else None}
    for seat in whole.seats:
        if seat.holder != "vacant" and seat.certainty is not Certainty.DISPUTED:
            leaders.setdefault(seat.body, set()).add(behind[seat.holder or ""])
    only = {(body, *who) for body, who in leaders.items() if len(who) == 1 and None not in who}
    assert {(body, loss.id) for loss in losses(whole) for body in loss.unled} == only


def test_a_leader_of_two_seats_and_two_that_are_the_same_count_once() -> None:
    whole = architecture(
        """
links: [{kind: same_as, from: norcap, to: nrc}]
sectors:
  a: {seats: {lead: [unhcr], co-lead: [unhcr, nrc, norcap]}}
  b: {seats: {co-lead: [norcap, {kind: ngo, count: 2}, {kind: government}]}}
"""
    )
    assert leaders_by_body(whole) == {"a": {"unhcr": 1, "norcap": 1}, "b": {"norcap": 1, None: 3}}


@given(knots())
def test_shares_add_up(whole: Architecture) -> None:
    spread = concentration(whole)
    assert sum(count for _, count in spread.by_organization) == spread.seats
    assert sum(count for _, count in spread.by_kind) == spread.seats
    assert spread.index is None or 0 < spread.index <= 1
