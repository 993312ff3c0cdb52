"""A graph as text, and as GraphML."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from interagency.graph import build, flat, graphml
from interagency.graph.texts import columns_of, texts_of
from interagency.model import Architecture, Body, Forum, Organization, Seat, Source
from interagency.testing.strategies import architectures, records
from tests.graph.small import architecture

WHOLE = architecture("""
title: "Response\\x07"
forums:
  rcf:
    name: Forum
    kind: [rcf, hct]
    names: {es: Foro, fr: Forum}
    aliases: [{name: Old, certainty: disputed}]
    figures: {members: ">5"}
    seats: {chair: [{holder: unhcr, accountable: true, certainty: inferred}], "a\\x07": [vacant]}
sectors: {health: {within: {to: rcf, certainty: inferred}, supports: unknown}}
posts: {officer: {title: Officer, organization: unhcr}}
""")


def test_a_record_is_a_row_of_texts() -> None:
    row = texts_of(WHOLE.find("rcf"))
    assert tuple(row) == columns_of(Forum)
    written = {name: text for name, text in row.items() if text}
    assert written == {
        "id": "rcf",
        "name": "Forum",
        "kind": "rcf; hct",
        "names": "es=Foro; fr=Forum",
        "aliases": "Old",
        "figures": "members=>5",
        "certainty": "stated",
    }


def test_where_a_body_lies_is_followed_by_who_vouches_for_it() -> None:
    row = texts_of(WHOLE.find("health"))
    assert (row["within"], row["within_certainty"]) == ("rcf", "inferred")


def test_yes_and_no_are_words() -> None:
    row = texts_of(WHOLE.seats[0])
    assert (row["accountable"], row["last_resort"]) == ("yes", "")
    assert texts_of(Seat(body="a", term="b", accountable=False))["accountable"] == "no"


def test_a_flat_graph_has_texts_only() -> None:
    graph = flat(build(WHOLE))
    assert graph.graph == {"title": "Response\ufffd", "view": "everything"}
    assert graph.nodes["rcf"]["kind"] == "forum"
    assert graph.nodes["rcf"]["kind_code"] == "rcf; hct"
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert labels == {"Forum", "health", "UNHCR", "Officer", "vacant", "unknown"}
    (edge,) = graph.get_edge_data("unhcr", "rcf").values()
    assert (edge["kind"], edge["term"], edge["certainty"]) == ("seat", "chair", "inferred")
    (place,) = graph.get_edge_data("health", "rcf").values()
    assert place == {"to": "rcf", "kind": "within", "certainty": "inferred"}
    (owner,) = graph.get_edge_data("officer", "unhcr").values()
    assert owner == {"kind": "organization"}


def test_ids_that_xml_cannot_hold_stay_apart() -> None:
    seats = (Seat(body="f", term="a\x07"), Seat(body="f", term="a"), Seat(body="f", term="a\ufffd"))
    whole = Architecture(forums=(Forum(id="f"),), seats=seats)
    assert len(flat(build(whole))) == 4
    assert "unnamed: seat/f/a%07/+" in flat(build(whole))


def read_back(text: str) -> Any:
    return nx.read_graphml(BytesIO(text.encode()), force_multigraph=True)


@given(architectures())
def test_graphml_can_be_read_by_any_reader(whole: Architecture) -> None:
    text = graphml(whole)
    graph = build(whole)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.fromstring(text.encode())
    assert len(root.findall(f".//{space}node")) == graph.number_of_nodes()
    assert len(root.findall(f".//{space}edge")) == graph.number_of_edges()
    read = read_back(text)
    expected = flat(graph)
    assert set(read) == set(expected)
    assert set(read.edges(keys=True)) == set(expected.edges(keys=True))
    assert graphml(whole) == text


@given(architectures())
def test_texts_survive_graphml(whole: Architecture) -> None:
    read = read_back(graphml(whole))
    for id, data in flat(build(whole)).nodes(data=True):
        assert read.nodes[id] == data


@given(st.sampled_from((Organization, Forum, Source)).flatmap(records))
def test_every_record_has_the_columns_of_its_class(record: object) -> None:
    assert tuple(texts_of(record)) == columns_of(type(record))


def test_the_kinds_of_body_have_the_same_columns() -> None:
    assert columns_of(Body) == columns_of(Forum)
