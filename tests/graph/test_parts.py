"""Rings, orphans and organizations that nothing connects."""

from hypothesis import given

from interagency.graph import orphans, reporting_rings, unconnected_organizations
from interagency.model import Architecture
from tests.graph.small import architecture, ids, knots, neighbours, reached


def test_a_ring_and_a_line_to_itself_are_rings() -> None:
    whole = architecture("""
forums: {a: {reports_to: [b]}, b: {reports_to: [a, c]}, c: {reports_to: [c]}, d: {reports_to: [c]}}
""")
    assert reporting_rings(whole) == (frozenset("ab"), frozenset("c"))


def test_one_body_alone_is_no_orphan() -> None:
    assert orphans(architecture("forums: {a: {}}")) == ()


def test_a_line_to_an_organization_or_to_itself_connects_no_body() -> None:
    whole = architecture("""
forums: {a: {coordinates_with: [unhcr]}, b: {reports_to: [b]}, c: {reports_to: unknown}, d: {}}
""")
    assert orphans(whole) == ("a", "b", "c", "d")


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
def test_rings_are_what_reaches_each_other(whole: Architecture) -> None:
    lines = {(link.from_, link.to) for link in whole.links if link.kind == "reports_to"}
    reach = {id: reached(id, lines) for id in whole.entities}
    expected = {
        frozenset(other for other in reach[id] if id in reach[other])
        for id in reach
        if id in reach[id]
    }
    found = reporting_rings(whole)
    assert {*found} == expected
    assert [*found] == sorted(found, key=sorted)


@given(knots())
def test_orphans_have_no_neighbours(whole: Architecture) -> None:
    alone = sorted(id for id, near in neighbours(whole).items() if not near)
    assert orphans(whole) == (tuple(alone) if len(ids(whole)) > 1 else ())


@given(knots())
def test_what_is_not_connected_sits_in_nothing(whole: Architecture) -> None:
    ends = {end for link in whole.links for end in (link.from_, link.to)}
    ends |= {seat.holder for seat in whole.seats if seat.holder}
    ends |= {post.organization for post in whole.posts if post.organization}
    expected = [each.id for each in whole.organizations if each.id not in ends]
    assert unconnected_organizations(whole) == tuple(expected)
