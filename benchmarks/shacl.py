"""The seven rules as SHACL shapes, over two ways to write the facts as triples.

One is the vocabulary that is made for it, W3C ORG: a node for each seat, with its dates and its
role. The other suits the engine best: one triple a seat, and nothing that no rule asks for.
In both, what ended is left out, the nearest forum is looked up and names are folded beforehand:
that favours the engine.
"""

from collections.abc import Iterator
from typing import Any

from benchmarks.oracle import COUNTERPART, GROUPS, LAST_DAY, LEADS, MEMBERS

NAMESPACE = "urn:ia:"
_ORG = "http://www.w3.org/ns/org#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ia: <urn:ia:> .

ia:prefixes sh:declare [ sh:prefix "ia" ; sh:namespace "urn:ia:"^^xsd:anyURI ] .

ia:r01 a sh:NodeShape ; sh:targetClass ia:Sectoral ;
    sh:property [ sh:path ia:lead ; sh:minCount 1 ; ia:rule "r01-without-lead" ] .

ia:r02 a sh:NodeShape ; sh:targetClass ia:Group ;
    sh:sparql [ ia:rule "r02-lead-not-member" ; sh:prefixes ia:prefixes ; sh:select
        '''SELECT $this ?value WHERE {
            $this ia:lead ?value . FILTER NOT EXISTS { $this ia:member ?value } }''' ] .

ia:r04 a sh:NodeShape ; sh:targetClass ia:Body ;
    sh:sparql [ ia:rule "r04-reporting-ring" ; sh:prefixes ia:prefixes ; sh:select
        '''SELECT $this WHERE { $this ia:reportsTo+ $this }''' ] .

ia:r05 a sh:NodeShape ; sh:targetClass ia:National ;
    sh:property [ sh:path ia:counterpart ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShape [ sh:class ia:Government ] ; ia:rule "r05-without-government" ] .

ia:r06 a sh:NodeShape ; sh:targetClass ia:Appeal ;
    sh:property [ sh:path ( ia:organization ia:sitsIn ) ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShape [ sh:class ia:Sectoral ] ; ia:rule "r06-appeals-unseated" ] .

ia:r07 a sh:NodeShape ; sh:targetClass ia:Reporting ;
    sh:property [ sh:path [ sh:oneOrMorePath ia:reportsTo ] ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShape [ sh:class ia:Regional ] ; ia:rule "r07-cut-off" ] .

ia:r08 a sh:NodeShape ; sh:targetClass ia:Group ;
    sh:sparql [ ia:rule "r08-same-name" ; sh:prefixes ia:prefixes ; sh:select
        '''SELECT DISTINCT $this WHERE {
            $this ia:nameKey ?key . ?other ia:nameKey ?key . FILTER (?other != $this) }''' ] .
"""

_ORG_SITS = "( ia:organization [ sh:inversePath org:member ] org:organization )"
_MEMBER = "FILTER NOT EXISTS { $this ia:member ?value }"
_ORG_MEMBER = """FILTER NOT EXISTS {
                ?seat org:organization $this ; org:member ?value ; org:role ?role .
                FILTER (?role IN (ia:member, ia:observer)) }"""
_PREFIX = "@prefix ia: <urn:ia:> ."
_PREFIXES = """@prefix ia: <urn:ia:> .
@prefix org: <http://www.w3.org/ns/org#> ."""
_DECLARED = """ia:prefixes sh:declare
    [ sh:prefix "org" ; sh:namespace "http://www.w3.org/ns/org#"^^xsd:anyURI ] ,
    [ sh:prefix"""
ORG_SHAPES = (
    SHAPES.replace(_PREFIX, _PREFIXES)
    .replace("ia:prefixes sh:declare [ sh:prefix", _DECLARED)
    .replace("( ia:organization ia:sitsIn )", _ORG_SITS)
    .replace(_MEMBER, _ORG_MEMBER)
)

Triple = tuple[str, str, str, bool]


def triples(flat: dict[str, Any]) -> Iterator[Triple]:
    """Yield subject, predicate, object, and whether the object is a text: one triple a seat."""
    yield from _others(flat)
    for each in current(flat["seats"]):
        yield _line(each["holder"], "sitsIn", each["body"])
        if each["term"] in MEMBERS:
            yield _line(each["body"], "member", each["holder"])


def org_triples(flat: dict[str, Any]) -> Iterator[Triple]:
    """Yield the triples with a membership of W3C ORG for each seat."""
    yield from _others(flat)
    for number, each in enumerate(current(flat["seats"])):
        seat = f"{NAMESPACE}seat{number}"
        yield seat, _TYPE, f"{_ORG}Membership", False
        yield seat, f"{_ORG}member", NAMESPACE + each["holder"], False
        yield seat, f"{_ORG}organization", NAMESPACE + each["body"], False
        yield seat, f"{_ORG}role", NAMESPACE + each["term"], False
        for date in ("since", "until"):
            if date in each:
                yield seat, NAMESPACE + date, each[date], True


def current(seats: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the seats that are held on the day."""
    for seat in seats:
        if seat.get("since", LAST_DAY) <= LAST_DAY <= seat.get("until", LAST_DAY):
            yield seat


def _others(flat: dict[str, Any]) -> Iterator[Triple]:
    up = {each["id"]: each["within"]["to"] for name in GROUPS for each in flat[name]}
    for each in flat["organizations"]:
        if each["kind"] == "government":
            yield _is_a(each["id"], "Government")
    for each in flat["forums"]:
        yield _is_a(each["id"], "Body")
        yield _is_a(each["id"], each["level"].capitalize())
        if each["level"] != "regional":
            yield _is_a(each["id"], "Reporting")
    for name in GROUPS:
        kinds = ["Body", "Group", "Reporting", *(["Sectoral"] if name != "working_groups" else [])]
        for each in flat[name]:
            for kind in kinds:
                yield _is_a(each["id"], kind)
            forum = up[each["id"]]
            while forum in up:
                forum = up[forum]
            key = f"{forum} {each['name'].casefold()}"
            yield NAMESPACE + each["id"], f"{NAMESPACE}nameKey", key, True
    for each in flat["links"]:
        yield _line(each["from_"], "reportsTo", each["to"])
    for each in current(flat["seats"]):
        for predicate, written in (("lead", LEADS), ("counterpart", COUNTERPART)):
            if each["term"] in written:
                yield _line(each["body"], predicate, each["holder"])
    plans = {each["id"] for each in flat["plans"] if each.get("until", "~") >= LAST_DAY}
    for each in flat["appeals"]:
        if each["plan"] not in plans:
            continue
        appeal = f"{each['plan']},{each['organization']}"
        yield _is_a(appeal, "Appeal")
        yield _line(appeal, "organization", each["organization"])


def _line(subject: str, predicate: str, value: str) -> Triple:
    return NAMESPACE + subject, NAMESPACE + predicate, NAMESPACE + value, False


def _is_a(subject: str, kind: str) -> Triple:
    return NAMESPACE + subject, _TYPE, NAMESPACE + kind, False
