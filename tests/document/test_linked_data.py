"""Linked data holds a whole document, and says in W3C's terms who is a member of what."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from interagency.document import loads
from interagency.document.linked_data import linked_data, plain_of_linked
from interagency.model import Architecture
from interagency.testing.strategies import architectures

RESPONSE = loads("""
interagency: 2
title: Response
default_sources: [minutes]
sources:
  minutes: {title: Minutes, publisher: UNHCR, published: 2026-01, url: 'https://example.org/a'}
  page: {url: not an address}
organizations: {casa: {name: Casa, acronym: CA, names: {fr: Maison, 'x y': No}, kind: ngo}}
forums: {rcf: {name: Forum}}
sectors:
  health:
    name: Health
    within: {to: rcf, certainty: inferred, sources: [minutes]}
    covers: [HEA]
    seats: {lead: [{holder: who, since: 2025-03, until: 2025-06}], co-lead: [vacant], elder: [casa]}
  other: {within: unknown}
offices: {hq: {organization: casa}}
posts: {head: {title: Head, organization: casa, office: hq}}
""")


def written(architecture: Architecture) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(linked_data(architecture)))
    return found


def read(value: dict[str, Any]) -> Architecture:
    return loads(json.dumps(plain_of_linked(value)), format="json")


@given(architectures())
def test_it_comes_back_whole(architecture: Architecture) -> None:
    assert read(written(architecture)) == architecture


def test_a_seat_is_a_membership_in_a_role() -> None:
    lead, co_lead, elder = written(RESPONSE)["seats"]
    assert lead == {
        "@type": ["Seat", "org:Membership"],
        "body": "#health",
        "term": "lead",
        "holder": "#who",
        "since": "2025-03",
        "until": "2025-06",
        "org:organization": {"@id": "#health"},
        "org:member": {"@id": "#who"},
        "org:role": {"@id": "ia:role-terms/lead"},
        "schema:startDate": "2025-03",
        "schema:endDate": "2025-06",
    }
    assert (co_lead["holder"], "org:member" in co_lead) == ("ia:vacant", False)
    assert "org:role" not in elder


def test_each_record_has_the_class_and_the_names_of_a_standard() -> None:
    found = written(RESPONSE)
    casa = next(each for each in found["organizations"] if each["@id"] == "#casa")
    assert casa["@type"] == ["Organization", "org:FormalOrganization"]
    assert casa["skos:prefLabel"] == "Casa"
    assert casa["skos:altLabel"] == ["CA", {"@value": "Maison", "@language": "fr"}]
    health, other = found["sectors"]
    assert health["@type"] == ["Sector", "org:OrganizationalCollaboration"]
    assert health["org:subOrganizationOf"] == {"@id": "#rcf"}
    assert health["within"]["to"] == "#rcf"
    assert (other["within"], "org:subOrganizationOf" in other) == ("ia:unknown", False)
    minutes, page = found["sources"]
    assert minutes["schema:url"] == {"@id": "https://example.org/a"}
    assert (minutes["dcterms:publisher"], minutes["dcterms:issued"]) == ("UNHCR", "2026-01")
    assert "schema:url" not in page
    assert found["posts"][0]["org:postIn"] == {"@id": "#casa"}
    assert found["offices"][0]["org:siteOf"] == {"@id": "#casa"}
    assert (found["@id"], found["dcterms:title"]) == ("", "Response")


def test_an_untitled_document_has_no_title() -> None:
    assert "dcterms:title" not in written(Architecture())


def test_the_namespace_of_our_own_terms_may_be_chosen() -> None:
    found = linked_data(RESPONSE, "https://data.example.org/terms#")
    assert found["@context"]["@vocab"] == "https://data.example.org/terms#"


# rdflib calls a part of itself that it means to take away
OF_RDFLIB = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@OF_RDFLIB
@settings(max_examples=10)
@given(architectures())
def test_tools_of_linked_data_read_it(architecture: Architecture) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph()
    graph.parse(
        data=json.dumps(linked_data(architecture)), format="json-ld", base="https://e.org/a"
    )
    org = rdflib.Namespace("http://www.w3.org/ns/org#")
    assert len(set(graph.subjects(rdflib.RDF.type, org.Membership))) == len(architecture.seats)


@OF_RDFLIB
def test_they_find_who_is_a_member_of_what() -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(linked_data(RESPONSE)), format="json-ld", base="https://e.org/a")
    rows = graph.query(
        "PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: "
        "<http://www.w3.org/2004/02/skos/core#> SELECT ?name WHERE { ?m org:member ?o ; "
        "org:organization <https://e.org/a#health> . ?o skos:altLabel ?name }"
    )
    assert {str(row[0]) for row in rows} >= {"WHO", "CA"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sectors", [{"@id": "#a", "@type": []}, "text"]),
        ("seats", [{"body": "#nowhere", "term": "lead"}, 3]),
        ("seats", "none"),
        ("sectors", {"a": {}}),
        ("colour", "#blue"),
    ],
)
def test_what_is_strange_stays_for_the_reader_to_judge(key: str, value: Any) -> None:
    plain = plain_of_linked({"@context": {}, "interagency": 2, key: value})
    assert plain["interagency"] == 2
