"""Overlap, mirrors, losses and organizations that nothing connects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.graph import (
    Loss,
    Mirror,
    Overlap,
    losses,
    mirrors,
    overlap,
    unconnected_organizations,
)
from interagency.graph.questions import shared_areas, shared_codes
from interagency.model import Architecture, Level, UnknownId, contains
from interagency.snapshot import NotABody
from interagency.testing.strategies import architectures, areas
from interagency.vocabularies import shipped
from tests.graph.small import architecture, ids, knots, neighbours, reached

WHOLE = architecture("""
level: regional
areas: [COL]
forums:
  region: {seats: {member: [officer]}}
  peru: {within: region, level: national, areas: [PER]}
  inner: {within: peru, areas: [PER/Tacna]}
  chile: {within: region, level: national, areas: [CHL]}
sectors:
  protection: {within: region, covers: [PRO], populations: [refugees], seats: {lead: [unhcr]}}
  peru-protection: {within: inner, covers: [PRO-CPN], populations: [refugees, migrants]}
  odd: {within: chile}
  chile-health: {within: chile, covers: [HEA], mirrors: [protection]}
working_groups: {regional-odd: {within: region, mirrors: [odd]}, silent: {within: region}}
posts: {officer: {organization: unhcr}}
""")


def test_two_bodies_share_the_narrower_code_and_area_and_their_members() -> None:
    assert overlap(WHOLE, "protection", "peru-protection") == Overlap(
        covers=("PRO-CPN",), areas=(), populations=("refugees",), members=()
    )
    assert overlap(WHOLE, "peru", "inner").areas == ("PER/Tacna",)
    assert overlap(WHOLE, "region", "protection").members == ("unhcr",)


def test_only_bodies_are_compared() -> None:
    with pytest.raises(NotABody, match="'officer' is not the id of a body"):
        overlap(WHOLE, "region", "officer")
    with pytest.raises(UnknownId, match="did you mean peru"):
        overlap(WHOLE, "region", "perru")


def test_a_group_is_mirrored_by_what_covers_the_same_or_says_so() -> None:
    assert mirrors(WHOLE) == (
        Mirror("protection", "peru", ("peru-protection",)),
        Mirror("protection", "chile", ("chile-health",)),
        Mirror("regional-odd", "peru", ()),
        Mirror("regional-odd", "chile", ("odd",)),
    )


def test_the_levels_may_be_others() -> None:
    assert mirrors(WHOLE, Level.GLOBAL, Level.REGIONAL) == ()


@given(st.sets(areas(), max_size=3), st.sets(areas(), max_size=3))
def test_a_shared_area_lies_in_one_of_each(some: set[str], others: set[str]) -> None:
    shared = shared_areas(some, others)
    assert shared == shared_areas(others, some)
    for area in shared:
        assert any(contains(each, area) for each in some)
        assert any(contains(each, area) for each in others)
    assert {*shared} >= some & others


CODES = st.sets(st.sampled_from(("PRO", "PRO-CPN", "PRO-GBV", "HEA", "nonsense")), max_size=3)


@given(CODES, CODES)
def test_shared_codes_are_symmetric_and_hold_what_both_have(
    some: set[str], others: set[str]
) -> None:
    sectors = shipped()["sectors"]
    shared = shared_codes(some, others, sectors)
    assert shared == shared_codes(others, some, sectors)
    assert some & others <= {*shared} <= some | others


@given(architectures(), st.data())
def test_overlap_is_symmetric(whole: Architecture, data: st.DataObject) -> None:
    if whole.bodies:
        body = st.sampled_from([each.id for each in whole.bodies])
        one, other = data.draw(body), data.draw(body)
        assert overlap(whole, one, other) == overlap(whole, other, one)


@given(architectures(max_bodies=6), st.sampled_from(Level), st.sampled_from(Level))
def test_mirrors_are_found_inside_their_place(
    whole: Architecture, upper: Level, lower: Level
) -> None:
    above = {each.id: each.parent for each in whole.bodies}
    for mirror in mirrors(whole, upper, lower):
        for counterpart in mirror.counterparts:
            chain: list[str | None] = [counterpart]
            while chain[-1] is not None:
                chain.append(above[chain[-1]])
            assert mirror.place in chain[1:]


LED = architecture("""
organizations: {gov: {kind: government}, odd: {}}
forums:
  a: {seats: {chair: [{holder: unhcr, post: officer}], co-chair: none}}
  b: {within: a, seats: {lead: [officer], co-lead: [gov]}}
  c: {within: a, seats: {lead: [nobodys], co-lead: [vacant]}}
  d: {within: c, seats: {lead: [{holder: gov, certainty: disputed}], co-lead: none}}
  e: {seats: {lead: [{kind: ngo, count: 3}, odd]}}
posts: {officer: {organization: unhcr}, nobodys: {}}
""")


def test_losses_are_the_only_leaders_and_the_bodies_between_others() -> None:
    assert losses(LED) == (Loss("unhcr", 0, ("a",)), Loss("a", 2), Loss("c", 2))


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


def test_an_organization_is_connected_by_all_that_it_does() -> None:
    whole = architecture("""
organizations:
  alone: {}
  child: {parent: family}
  family: {}
  there: {}
  mandated: {}
  maker: {}
  seated: {}
  appealing: {}
  owner: {}
forums: {f: {seats: {member: [seated]}}}
mandates: {m: {organization: mandated}}
plans: {p: {}}
appeals: [{plan: p, organization: appealing}]
presence: [{organization: there}]
offices: {o: {organization: owner}}
products: {x: {by: [maker], contributors: [f]}}
""")
    assert unconnected_organizations(whole) == ("alone",)


@given(knots())
def test_what_is_not_connected_sits_in_nothing(whole: Architecture) -> None:
    ends = {end for link in whole.links for end in (link.from_, link.to)}
    ends |= {seat.holder for seat in whole.seats if seat.holder}
    ends |= {post.organization for post in whole.posts if post.organization}
    expected = [each.id for each in whole.organizations if each.id not in ends]
    assert unconnected_organizations(whole) == tuple(expected)
