"""`unknown-code`, `unknown-role-term`, `disputed-fact` and `fact-without-source`."""

import pytest

from interagency.checking import Snapshot, run_rule
from interagency.document import loads
from interagency.model import Architecture
from interagency.model.fields import fields_of
from interagency.model.grammar import Code
from interagency.model.sections import SECTION_KEYS
from interagency.vocabularies import shipped
from tests.rules.documents import flagged, messages, result, rule

CODE, TERM = "unknown-code", "unknown-role-term"
DISPUTE, SOURCE = "disputed-fact", "fact-without-source"

EVERYTHING = """
situation: xx
areas: [ZZZ/Somewhere]
populations: [xx]
conforms_to: [whatever]
roles: {speaker: leader}
organizations: {o: {name: O, kind: xx, tags: [xx], country: ZZZ}}
forums:
  f:
    name: F
    kind: [xx, unknown]
    covers: [xx, unknown, PRO]
    areas: [ZZZ, ROU/X, unknown]
    populations: [xx]
    situation: xx
    meets: xx
    seats:
      member:
        - {kind: xx, tags: [xx], selection: xx, when: xx}
        - {kind: xx, count: 2, when: xx}
mandates:
  m: {organization: o, covers: [xx], populations: [xx], areas: [ZZZ], strength: xx, situation: xx}
plans: {p: {name: P, kind: xx, status: xx, countries: [ZZZ, unknown], covers: [xx]}}
appeals: [{plan: p, organization: o, participation: xx, covers: [xx], country: ZZZ}]
presence: [{organization: o, covers: [xx], area: ZZZ/1, participation: xx}]
offices: {c: {name: C, kind: xx, areas: [ZZZ]}}
posts: {q: {title: Q, areas: [ZZZ], designations: [xx], capacity: xx, duties: [xx]}}
products: {d: {name: D, kind: xx, frequency: xx, audience: [xx]}}
decisions: {dd: {status: xx}}
agreements: {aa: {kind: xx, covers: [xx]}}
handovers: [{body: f, function: xx}]
answers: {xx: yes}
"""


def test_every_field_that_holds_codes_is_looked_at() -> None:
    """Once for each subject, field and code; lists that nobody has are left out."""
    findings = result(CODE, EVERYTHING).findings
    fields = {each.evidence[0].rpartition(".")[2] for each in findings}
    coded = {
        shape.name
        for cls in (Architecture, *(type_of(name) for name in SECTION_KEYS))
        for shape in fields_of(cls)
        if isinstance(shape.mark, Code) and shape.mark.vocabulary in shipped()
    }
    assert fields == coded | {"country", "countries", "area", "areas", "speaker"}
    assert len(findings) == len({(each.subject, each.evidence) for each in findings})
    assert {each.evidence[1] for each in findings} == {"xx", "ZZZ", "leader"}


def type_of(section: str) -> type:
    return next(shape.of for shape in fields_of(Architecture) if shape.name == section)


def test_a_finding_names_its_field_and_what_may_be_meant() -> None:
    found = {each.evidence[0]: each for each in result(CODE, EVERYTHING).findings}
    assert found["forums.f.seats.kind"].subject == "f"
    assert found["appeals.covers"].subject == "p"
    assert found["presence.area"].subject == "o"
    assert found["situation"].subject == ""
    assert found["forums.f.covers"].message == "xx is not in the list sectors"
    assert found["roles.speaker"].message == (
        "leader is not what a role term can mean; did you mean lead or leads or co-lead?"
    )
    slip = "sectors: {s: {name: S, covers: [shelterr]}}"
    assert messages(CODE, slip) == ["shelterr is not in the list sectors; did you mean SHL?"]


def test_a_role_that_is_like_none_is_told_what_there_is() -> None:
    # what a term may mean is in no list, and needs no finding
    assert messages(CODE, "roles: {chair: lead, speaker: xyz}") == [
        "xyz is not what a role term can mean; did you mean lead or co-lead or leads or supports "
        "or participates?"
    ]


def test_a_term_is_reported_once_for_each_body() -> None:
    document = """
sectors:
  a: {name: A, seats: {godparent: [unhcr, iom], co-chiar: [nrc]}}
  b: {name: B, seats: {godparent: vacant}}
"""
    assert flagged(TERM, document) == ["a", "a", "b"]
    assert messages(TERM, document)[0] == (
        "what co-chiar means in A is not known; did you mean co-chair?"
    )
    assert "did you mean" not in messages(TERM, document)[1]
    assert flagged(TERM, f"roles: {{godparent: leads, co-chiar: co-lead}}\n{document}") == []


def test_what_a_role_term_means_is_one_of_five_words() -> None:
    assert flagged("unknown-code", "roles: {godparent: leads, patron: co-lead}") == []
    assert messages("unknown-code", "roles: {godparent: leads, patron: led}") == [
        "led is not what a role term can mean; did you mean lead or leads or co-lead?"
    ]


def test_disputes_are_found_in_records_and_inside_them() -> None:
    document = """
organizations: {o: {name: O, certainty: disputed, aliases: [{name: P, certainty: disputed}]}}
forums: {f: {name: F}}
sectors: {s: {name: S, within: {to: f, certainty: disputed}}}
links: [{kind: supports, from: s, to: f, certainty: disputed}]
answers: {RCM-04: {answer: yes, certainty: disputed}}
"""
    assert messages(DISPUTE, document) == [
        "sources disagree on RCM-04",
        "sources disagree on aliases P, of O",
        "sources disagree on o",
        "sources disagree on link s supports f, of S",
        "sources disagree on within f, of S",
    ]
    assert flagged(DISPUTE, document) == ["", "o", "o", "s", "s"]


def test_a_line_that_is_disputed_for_two_periods_is_told_once() -> None:
    line = "kind: supports, from: s, to: f, certainty: disputed"
    links = f"links: [{{{line}, until: 2020}}, {{{line}, since: 2021}}]"
    assert flagged(DISPUTE, f"forums: {{f: {{}}}}\nsectors: {{s: {{}}}}\n{links}") == ["s"]


def test_a_file_without_any_source_is_one_finding() -> None:
    document = "forums: {f: {name: F}}\nsectors: {s: {name: S}}"
    assert messages(SOURCE, document) == ["no source is written, for any of 2 entries"]
    assert flagged(SOURCE, document) == [""]


@pytest.mark.parametrize(
    ("document", "findings"),
    [
        ("forums: {f: {name: F}}\noffices: {o: {name: O}}", ["f", "o"]),
        ("default_sources: [x]\nforums: {f: {name: F}}\nposts: {p: {title: P}}", []),
        ("mandates: {m: {organization: unhcr}}\nproducts: {p: {name: P, sources: [x]}}", ["m"]),
        ("organizations: {o: {name: O}}", []),
        ("forums: {f: {name: F, sources: [x], seats: {lead: [unhcr]}}}", []),
    ],
)
def test_an_entity_without_a_source_is_found(document: str, findings: list[str]) -> None:
    assert flagged(SOURCE, f"sources: {{x: {{title: X}}}}\n{document}") == findings


def test_what_is_flagged_follows_the_vocabularies_of_the_snapshot() -> None:
    """A plugin may add codes."""
    from interagency.vocabularies import Term, Vocabulary

    more = Vocabulary(
        name="mine", title="Mine", extends="sectors", terms=(Term(code="new", name="New"),)
    )
    architecture = loads("interagency: 1\nsectors: {s: {name: S, covers: [new]}}")
    wider = Snapshot.of(architecture, vocabularies=shipped().extended([more]))
    assert run_rule(rule(CODE), Snapshot.of(architecture)).findings != ()
    assert run_rule(rule(CODE), wider).findings == ()


def test_two_disputed_facts_that_are_spoken_of_alike_are_told_as_one() -> None:
    document = """
presence:
  - {organization: iom, covers: [PRO], certainty: disputed}
  - {organization: iom, covers: [HEA], certainty: disputed}
"""
    (found,) = result(DISPUTE, document).findings
    assert found.evidence == ("presence iom in ?",)
