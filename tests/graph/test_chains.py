"""Chains of command, with their sources, against brute force."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.graph import Chain, build, chains_to_top, why
from interagency.model import (
    Architecture,
    Certainty,
    Forum,
    Link,
    Organization,
    Post,
    UnknownId,
    Within,
)
from interagency.snapshot import Snapshot
from tests.graph.small import architecture, knots, simple_paths

LADDER = architecture("""
default_sources: [file]
sources: {file: {}, body: {}, own: {}, post: {}}
forums: {top: {}, rcf: {within: top, sources: [body]}}
sectors:
  health: {within: rcf, reports_to: [{to: rcf, sources: [own], certainty: inferred}, lead-post]}
  lost: {within: rcf, reports_to: unknown}
sub_sectors: {nutrition: {within: health}}
posts: {lead-post: {organization: unhcr, reports_to: [top]}}
""")


def said(chains: tuple[Chain, ...]) -> list[str]:
    return [" ".join(f"{step.start} {step.kind}" for step in chain) for chain in chains]


def ends(chain: Chain) -> tuple[str, ...]:
    return (chain[0].start, *(step.end for step in chain))


def test_a_body_reaches_the_top_by_its_lines_and_else_by_where_it_lies() -> None:
    assert said(chains_to_top(LADDER, "nutrition")) == [
        "nutrition within health reports_to lead-post reports_to",
        "nutrition within health reports_to rcf within",
    ]


def test_a_line_to_nobody_who_is_named_leaves_where_a_body_lies() -> None:
    assert said(chains_to_top(LADDER, "lost")) == ["lost within rcf within"]


def test_a_top_has_nothing_above_it() -> None:
    assert chains_to_top(LADDER, "top") == ()


def test_sources_are_those_of_the_line_or_of_the_file_and_never_of_the_body_above() -> None:
    steps = {(each.start, each.end): each for each in sum(chains_to_top(LADDER, "nutrition"), ())}
    assert steps["health", "rcf"].sources == ("own",)
    assert steps["health", "rcf"].certainty is Certainty.INFERRED
    assert steps["nutrition", "health"].sources == ("file",)
    assert steps["lead-post", "top"].sources == ("file",)


SEATED = architecture("""
forums: {top: {seats: {member: [who]}}, rcf: {within: top}}
sectors:
  health:
    within: rcf
    sources: [body]
    seats: {lead: [{holder: who, sources: [own]}], co-lead: [officer]}
  wash: {within: rcf, seats: {member: [officer]}}
  nutrition: {within: rcf, seats: {lead: [{holder: who, certainty: disputed}, unicef]}}
sources: {body: {}, own: {}}
posts: {officer: {organization: who}}
""")


def test_an_organization_goes_up_from_each_body_in_which_it_has_a_seat() -> None:
    """Its posts sit for it; a seat in dispute is none, and two seats of a body are one way."""
    assert said(chains_to_top(SEATED, "who")) == [
        "who member",
        "who lead health within rcf within",
        "who member wash within rcf within",
    ]
    assert said(why(SEATED, "who", "rcf")) == [
        "who lead health within",
        "who member wash within",
    ]
    assert chains_to_top(SEATED, "who")[1][0].sources == ("own",)
    assert said(why(SEATED, "who", "unicef")) == []


def test_a_ring_ends_before_it_comes_back() -> None:
    ring = architecture("forums: {a: {reports_to: [b]}, b: {reports_to: [a, b]}}")
    assert said(chains_to_top(ring, "a")) == ["a reports_to"]


def test_a_chain_of_any_length_is_followed() -> None:
    bodies = tuple(Forum(id=f"f{n}", within=Within(to=f"f{n + 1}")) for n in range(1_500))
    deep = Architecture(forums=(*bodies, Forum(id="f1500")))
    assert [len(chain) for chain in chains_to_top(deep, "f0")] == [1_500]


def test_at_most_a_hundred_chains_are_returned() -> None:
    floors = [[f"f{floor}{side}" for side in "ab"] for floor in range(9)]
    forums = tuple(Forum(id=id) for floor in floors for id in floor)
    lines = tuple(
        Link(kind="reports_to", from_=low, to=high)
        for below, above in pairwise(floors)
        for low in below
        for high in above
    )
    assert len(chains_to_top(Architecture(forums=forums, links=lines), "f0a")) == 100


@pytest.mark.parametrize(("start", "end"), [("healht", "rcf"), ("health", "nobody")])
def test_an_id_that_nothing_has_is_refused(start: str, end: str) -> None:
    with pytest.raises(UnknownId):
        why(LADDER, start, end)
    with pytest.raises(UnknownId):
        chains_to_top(LADDER, start if start == "healht" else end)


SEATS = architecture("""
sources: {seen: {}}
forums:
  rcf: {seats: {chair: [{holder: unhcr, post: officer, sources: [seen]}], member: [iom]}}
  other: {seats: {chair: [{holder: iom, post: nobodys}], co-lead: [{kind: ngo}]}}
offices: {country: {organization: unhcr}}
posts: {officer: {office: country}, nobodys: {}}
""")


def test_a_body_is_led_through_a_post_of_an_office() -> None:
    (chain,) = why(SEATS, "rcf", "unhcr")
    assert [(step.kind, step.end) for step in chain] == [
        ("chair", "officer"),
        ("organization", "unhcr"),
    ]
    assert chain[0].sources == ("seen",)


def test_a_holder_is_found_also_if_nobody_knows_whose_the_post_is() -> None:
    assert said(why(SEATS, "other", "iom")) == ["other chair"]
    assert said(why(SEATS, "other", "nobodys")) == ["other chair"]


def test_a_member_is_no_command() -> None:
    assert why(SEATS, "rcf", "iom") == ()


def test_nothing_leads_to_itself() -> None:
    assert why(SEATS, "rcf", "rcf") == ()


def test_no_more_chains_are_returned_than_asked_for() -> None:
    assert len(why(LADDER, "nutrition", "top", most=1)) == 1


def steps(whole: Architecture, start: str) -> set[tuple[str, str]]:
    """Return every step upward from a start, found without the code under test."""
    found = {(link.from_, link.to) for link in whole.links if link.kind == "reports_to"}
    found |= {(body.id, body.parent) for body in whole.bodies if body.parent}
    found |= {(seat.body, seat.held_by) for seat in whole.seats if seat.held_by}
    owner = Snapshot.of(whole).organization_of("post")
    found |= _from_organization(whole, start)
    return found | ({("post", owner)} if owner else set())


def _from_organization(whole: Architecture, start: str) -> set[tuple[str, str]]:
    """Return the steps to the bodies where an organization sits; nothing of what is none."""
    if not isinstance(whole.find(start), Organization):
        return set()
    certain = [seat for seat in whole.seats if seat.certainty is not Certainty.DISPUTED]
    held = {(Snapshot.of(whole).organization_of(seat.held_by or ""), seat.body) for seat in certain}
    return {(who, body) for who, body in held if who is not None and who == start}


@given(knots(), st.data())
def test_why_finds_every_way_the_shortest_first(whole: Architecture, data: st.DataObject) -> None:
    known = st.sampled_from(sorted(whole.entities))
    start, end = data.draw(known), data.draw(known)
    found = [ends(chain) for chain in why(whole, start, end, most=1_000)]
    expected = [] if start == end else list(simple_paths(start, end, steps(whole, start)))
    assert sorted(found) == sorted(expected)
    assert [*map(len, found)] == sorted(map(len, found))
    few = [ends(chain) for chain in why(whole, start, end, most=2)]
    assert few == found[:2]


@given(knots(), st.data())
def test_chains_to_the_top_are_simple_and_cannot_go_on(
    whole: Architecture, data: st.DataObject
) -> None:
    start = data.draw(st.sampled_from(sorted(whole.entities)))
    lines = {(link.from_, link.to) for link in whole.links if link.kind == "reports_to"}
    reporting = {begin for begin, _ in lines}
    places = {(each.id, each.parent) for each in whole.bodies if each.parent}
    upward = lines | {(low, high) for low, high in places if low not in reporting}
    for chain in chains_to_top(whole, start):
        path = ends(chain)
        assert path[0] == start
        assert len(set(path)) == len(path)
        assert {high for low, high in upward if low == path[-1]} <= {*path}


def test_brute_force_knows_what_the_graph_knows() -> None:
    assert set(build(SEATS)) == {*SEATS.entities, "unnamed: seat/other/co-lead/ngo+"} - {"seen"}
    assert isinstance(SEATS.find("officer"), Post)


OFFICES = architecture("""
default_sources: [file]
sources: {file: {}}
offices:
  country: {organization: unhcr}
  cell: {parent: country}
  alone: {}
  asking: {parent: country, reports_to: [chief]}
posts: {chief: {organization: unhcr}}
""")


def test_an_office_reaches_what_it_is_part_of_and_whose_it_is() -> None:
    assert said(why(OFFICES, "cell", "unhcr")) == ["cell parent country organization"]
    assert said(chains_to_top(OFFICES, "cell")) == ["cell parent"]
    assert chains_to_top(OFFICES, "cell")[0][0].sources == ("file",)


def test_an_office_that_reports_to_somebody_goes_that_way_to_the_top() -> None:
    assert said(chains_to_top(OFFICES, "asking")) == ["asking reports_to"]


def test_an_office_of_nobody_who_is_named_leads_nowhere() -> None:
    assert chains_to_top(OFFICES, "alone") == why(OFFICES, "alone", "unhcr") == ()
