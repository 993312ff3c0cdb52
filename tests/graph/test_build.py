"""An architecture as a graph of networkx."""

from collections import Counter
from typing import get_args

import networkx as nx
import pytest
from hypothesis import given

from interagency.graph import View, build
from interagency.model import Architecture, Body
from interagency.snapshot import Snapshot
from interagency.testing.strategies import architectures
from tests.graph.small import architecture

VIEWS: tuple[View, ...] = get_args(View)
WHOLE = architecture("""
organizations: {gov: {name: Government}}
forums:
  rcf:
    seats:
      chair: [{holder: unhcr, post: officer}, vacant]
      member: [{kind: ngo}, gov]
sectors: {health: {within: rcf, reports_to: [rcf], supports: unknown}}
plans:
  rrp: {forum: rcf}
  chapter: {part_of: rrp, forum: unknown}
appeals: [{plan: rrp, organization: gov}, {plan: rrp, organization: gov, covers: [HEA]}]
offices:
  country: {organization: unhcr}
  cell: {parent: country}
posts: {officer: {office: cell, organization: gov}, other: {office: unknown}}
""")


def edges(whole: Architecture, view: View) -> set[tuple[str, str, str]]:
    found = build(Snapshot.of_all_time(whole), view).edges(data=True)
    return {(start, data["kind"], end) for start, end, data in found}


def test_bodies_are_shown_with_posts_offices_and_the_lines_between_them() -> None:
    assert edges(WHOLE, "bodies") == {
        ("health", "within", "rcf"),
        ("health", "reports_to", "rcf"),
        ("health", "supports", "unnamed: health/supports/unknown"),
        ("country", "organization", "unhcr"),
        ("cell", "parent", "country"),
        ("officer", "office", "cell"),
        ("officer", "organization", "gov"),
    }


def test_leadership_is_the_seats_that_lead() -> None:
    assert edges(WHOLE, "leadership") == {
        ("unhcr", "seat", "rcf"),
        ("unnamed: seat/rcf/chair/vacant", "seat", "rcf"),
    }


def test_membership_is_all_seats() -> None:
    found = build(WHOLE, "membership").edges(data=True)
    assert sorted(data["term"] for _, _, data in found) == ["chair", "chair", "member", "member"]


def test_plans_are_shown_with_chapters_forums_and_appeals() -> None:
    assert edges(WHOLE, "plan") == {
        ("chapter", "part_of", "rrp"),
        ("rrp", "forum", "rcf"),
        ("gov", "appeal", "rrp"),
    }
    assert build(WHOLE, "plan").number_of_edges("gov", "rrp") == 2


def test_work_is_who_makes_clears_and_agrees() -> None:
    whole = architecture("""
organizations: {gov: {name: Government}}
plans: {rrp: {}}
products: {sitrep: {by: [gov, unknown], cleared_by: [unhcr], plan: rrp}, list: {plan: unknown}}
decisions: {old: {}, new: {by: [gov], replaces: old, changes: [sitrep]}}
agreements: {mou: {parties: [gov, unhcr]}}
""")
    assert edges(whole, "work") == {
        ("gov", "by", "sitrep"),
        ("unhcr", "cleared_by", "sitrep"),
        ("sitrep", "plan", "rrp"),
        ("gov", "by", "new"),
        ("sitrep", "changes", "new"),
        ("new", "replaces", "old"),
        ("gov", "parties", "mou"),
        ("unhcr", "parties", "mou"),
    }
    assert build(whole, "work").nodes["list"]["kind"] == "product"


def test_what_an_entity_is_stands_in_its_node() -> None:
    graph = build(WHOLE)
    assert {id: data["kind"] for id, data in graph.nodes(data=True)} == {
        **dict.fromkeys(("unhcr", "gov"), "organization"),
        **dict.fromkeys(("rrp", "chapter"), "plan"),
        **dict.fromkeys(("country", "cell"), "office"),
        **dict.fromkeys(("officer", "other"), "post"),
        "rcf": "forum",
        "health": "sector",
        "unnamed: health/supports/unknown": "unnamed",
        "unnamed: seat/rcf/chair/vacant": "unnamed",
        "unnamed: seat/rcf/member/ngo+": "unnamed",
    }
    assert graph.nodes["rcf"]["entity"] is WHOLE.find("rcf")
    assert graph.graph == {"title": "", "view": "everything"}


def test_the_terms_of_a_document_decide_what_leads() -> None:
    whole = architecture("roles: {convener: lead}\nforums: {f: {seats: {convener: [unhcr]}}}")
    assert edges(whole, "leadership") == {("unhcr", "seat", "f")}


def test_the_order_of_edges_and_their_keys_are_the_same_in_every_call() -> None:
    assert list(build(WHOLE).edges(keys=True)) == list(build(WHOLE).edges(keys=True))
    assert "seat/rcf/chair/unhcr/officer" in {key for _, _, key in build(WHOLE).edges(keys=True)}


def test_every_call_gives_a_graph_of_its_own() -> None:
    build(WHOLE).clear()
    build(WHOLE).nodes["rcf"].clear()
    assert build(WHOLE).nodes["rcf"]["kind"] == "forum"


def test_a_graph_is_a_plain_one_that_networkx_and_its_backends_take() -> None:
    graph = build(WHOLE)
    assert type(graph) is nx.MultiDiGraph
    assert nx.has_path(graph, "officer", "unhcr")
    assert nx.number_weakly_connected_components(graph) == 2
    assert nx.degree_centrality(graph)["rcf"] > 0
    assert nx.ancestors(graph, "unhcr") == {"country", "cell", "officer"}


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_architecture_is_an_empty_graph(view: View) -> None:
    assert len(build(Architecture(), view)) == 0


@given(architectures())
def test_there_is_one_edge_for_each_seat_and_link(whole: Architecture) -> None:
    facts = Counter(
        id(data["fact"]) for _, _, data in build(Snapshot.of_all_time(whole)).edges(data=True)
    )
    for fact in (*whole.seats, *whole.links, *whole.appeals):
        assert facts[id(fact)] == 1


@given(architectures())
def test_keys_are_unique_in_the_whole_graph(whole: Architecture) -> None:
    for view in VIEWS:
        keys = Counter(
            (key, start)
            for start, _, key in build(Snapshot.of_all_time(whole), view).edges(keys=True)
        )
        assert set(keys.values()) <= {1}


@given(architectures())
def test_nodes_hold_the_records_themselves_and_views_are_parts(whole: Architecture) -> None:
    everything = build(Snapshot.of_all_time(whole))
    for view in VIEWS:
        graph = build(Snapshot.of_all_time(whole), view)
        assert set(graph) <= set(everything)
        assert set(graph.edges(keys=True)) <= set(everything.edges(keys=True))
    for name, data in everything.nodes(data=True):
        if data["kind"] != "unnamed":
            assert data["entity"] is whole.find(name)


@given(architectures())
def test_edges_point_to_what_a_body_sits_in(whole: Architecture) -> None:
    for start, end, data in build(Snapshot.of_all_time(whole), "bodies").edges(data=True):
        if data["kind"] == "within":
            body = whole.find(start)
            assert isinstance(body, Body)
            assert body.parent == end
