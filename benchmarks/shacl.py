"""The seven rules as SHACL shapes, and the facts as the triples that suit them best.

Seats are one triple each, not a node with dates; what ended is left out, the nearest forum is
looked up and names are folded beforehand. All of that favours the engine.
"""

from collections.abc import Iterator
from typing import Any

from benchmarks.oracle import COUNTERPART, GROUPS, LAST_DAY, LEADS, MEMBERS

NAMESPACE = "urn:ia:"
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

Triple = tuple[str, str, str, bool]


def triples(flat: dict[str, Any]) -> Iterator[Triple]:
    """Yield subject, predicate, object, and whether the object is a text."""
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
    for each in flat["seats"]:
        yield from _seat(each)
    plans = {each["id"] for each in flat["plans"] if each.get("until", "~") >= LAST_DAY}
    for each in flat["appeals"]:
        if each["plan"] not in plans:
            continue
        appeal = f"{each['plan']},{each['organization']}"
        yield _is_a(appeal, "Appeal")
        yield _line(appeal, "organization", each["organization"])


def _seat(seat: dict[str, str]) -> Iterator[Triple]:
    if seat.get("since", LAST_DAY) <= LAST_DAY <= seat.get("until", LAST_DAY):
        terms = {"lead": LEADS, "member": MEMBERS, "counterpart": COUNTERPART}
        yield _line(seat["holder"], "sitsIn", seat["body"])
        for predicate, written in terms.items():
            if seat["term"] in written:
                yield _line(seat["body"], predicate, seat["holder"])


def _line(subject: str, predicate: str, value: str) -> Triple:
    return NAMESPACE + subject, NAMESPACE + predicate, NAMESPACE + value, False


def _is_a(subject: str, kind: str) -> Triple:
    return NAMESPACE + subject, _TYPE, NAMESPACE + kind, False
