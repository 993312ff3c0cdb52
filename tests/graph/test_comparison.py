"""Two bodies side by side, and groups mirrored at another level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.graph import Mirror, Overlap, contains, mirrors, overlap
from interagency.graph.comparison import shared_areas, shared_codes
from interagency.model import Architecture, Level, UnknownId
from interagency.testing.strategies import architectures, areas
from interagency.vocabularies import shipped
from tests.graph.small import architecture

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
    with pytest.raises(TypeError, match="'officer' is not a body"):
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


def test_an_area_contains_itself_and_what_lies_in_it() -> None:
    assert contains("COL", "COL")
    assert contains("COL", "COL/La Guajira")
    assert not contains("COL/La", "COL/La Guajira")
    assert not contains("COL/La Guajira", "COL")


@given(areas(), areas(), areas())
def test_containing_is_an_order(one: str, two: str, three: str) -> None:
    assert contains(one, one)
    assert not (contains(one, two) and contains(two, one)) or one == two
    assert not (contains(one, two) and contains(two, three)) or contains(one, three)
    assert contains(one, f"{one}/x")


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
