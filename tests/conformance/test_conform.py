"""Clauses and models: what they speak of, when they apply, and what is told."""

from datetime import date

import pytest
from attrs import evolve

from interagency.checking import Question, Snapshot
from interagency.conformance import Outcome, Strength, conform, parse_model
from interagency.conformance.conform import escalation
from interagency.document import loads
from tests.conformance.packs import model_of, outcome_of, result_of

LED = "expect: {seat: {role: leads, by: unhcr}}"
GOOD, BAD, OPEN = (
    "seats: {lead: [unhcr], co-lead: none}",
    "seats: {lead: [who], co-lead: none}",
    "name: Open",
)
RCF, HCT, ANY = "kind: rcf, ", "kind: hct, ", ""


@pytest.mark.parametrize(
    ("bodies", "outcome", "closed_outcome"),
    [
        ([], "unknown", "not applicable"),
        ([RCF + GOOD], "met", "met"),
        ([RCF + BAD], "gap", "gap"),
        ([RCF + OPEN], "unknown", "unknown"),
        ([RCF + GOOD, RCF + OPEN], "unknown", "unknown"),
        ([RCF + GOOD, RCF + OPEN, RCF + BAD], "gap", "gap"),
        ([HCT + BAD], "unknown", "not applicable"),
        ([HCT + BAD, RCF + GOOD], "met", "met"),
        # what only may be spoken of is no gap, and meets nothing alone
        ([ANY + GOOD], "unknown", "unknown"),
        ([ANY + BAD], "unknown", "unknown"),
        ([ANY + OPEN], "unknown", "unknown"),
        ([RCF + GOOD, ANY + GOOD], "met", "met"),
        ([RCF + GOOD, ANY + BAD], "unknown", "unknown"),
        ([RCF + GOOD, ANY + OPEN], "unknown", "unknown"),
        ([RCF + BAD, ANY + GOOD], "gap", "gap"),
    ],
)
def test_a_clause_speaks_of_each_thing_that_is_meant(
    bodies: list[str], outcome: str, closed_outcome: str
) -> None:
    entries = "".join(f"  f{number}: {{{body}}}\n" for number, body in enumerate(bodies))
    document = f"forums:\n{entries}" if entries else "title: T\n"
    clause = f"for: {{is: forum, kind: rcf}}, {LED}"
    assert outcome_of(document, clause) == outcome
    assert outcome_of(document + "complete: [groups]", clause) == closed_outcome


@pytest.mark.parametrize(
    ("condition", "body", "outcome", "closed_outcome"),
    [
        ("covers: [PRO]", GOOD, "met", "met"),
        ("covers: [PRO]", BAD, "gap", "gap"),
        ("covers: [HEA]", BAD, "unknown", "not applicable"),
        ("note: none", BAD, "unknown", "unknown"),
        ("note: none", GOOD, "unknown", "unknown"),
    ],
)
def test_a_clause_may_have_a_condition(
    condition: str, body: str, outcome: str, closed_outcome: str
) -> None:
    document = f"sectors: {{s: {{{condition}, {body}}}}}\n"
    clause = f"for: {{is: sector}}, when: {{is: {{covers: PRO}}}}, {LED}"
    assert outcome_of(document, clause) == outcome
    assert outcome_of(document + "complete: [groups]", clause) == closed_outcome


@pytest.mark.parametrize(
    ("head", "outcome"),
    [
        ("situation: refugee", "gap"),
        ("situation: idp", "not applicable"),
        ("title: T", "unknown"),
        ("situation: unknown", "unknown"),
    ],
)
def test_a_clause_on_the_whole_may_have_a_condition_too(head: str, outcome: str) -> None:
    clause = "when: {is: {situation: refugee}}, expect: {exists: {is: sector, kind: cluster}}"
    assert outcome_of(f"{head}\ncomplete: [groups]", clause) == outcome


def test_one_that_may_be_meant_beside_one_that_is() -> None:
    """Were the second no RCF, or were it one: either way the clause is met."""
    document = f"forums: {{a: {{{RCF}{GOOD}}}, b: {{{GOOD}}}}}"
    result = result_of(document, f"for: {{kind: rcf}}, {LED}")
    assert (result.outcome, result.met_by) == (Outcome.MET, ("seat a/lead/unhcr",))


def test_whether_it_is_meant_is_asked_first() -> None:
    document = "forums: {x: {name: X}}"
    result = result_of(document, f"for: {{kind: rcf}}, when: {{is: {{covers: PRO}}}}, {LED}")
    assert [each.text for each in result.questions] == [
        "What sort of body is X?",
        "What does X coordinate?",
        "Who leads or co-leads X?",
    ]


def test_what_is_inferred_is_marked() -> None:
    document = """\
forums:
  f: {kind: rcf, certainty: inferred, seats: {lead: [{holder: unhcr, certainty: inferred}]}}
  g: {kind: hct, certainty: inferred, seats: {lead: [unhcr], co-lead: none}}
"""
    met = result_of(document, f"for: {{kind: rcf}}, {LED}")
    assert met.met_by == met.inferred == ("seat f/lead/unhcr",)
    stated = result_of(document, f"for: {{kind: hct}}, {LED}")
    assert (stated.met_by, stated.inferred) == (("seat g/lead/unhcr",), ())
    gap = result_of(document, "for: {kind: hct}, expect: {seat: {role: leads, by: who}}")
    assert (gap.missed_by, gap.inferred) == ((), ("g",))


def test_no_must_is_a_gap_on_what_is_only_inferred() -> None:
    """It is asked whether the fact is so; a should is a gap, and says on what it rests."""
    document = """forums: {rcf: {name: RCF}, isg: {name: ISG, kind: inter-sector}}
sectors: {s: {name: Health, covers: [HEA], reports_to: [{to: rcf, certainty: inferred}]}}
"""
    clause = "for: {is: sector}, expect: {link: {kind: reports_to, to: {kind: inter-sector}}}"
    must = result_of(document, clause)
    asked = "It is only inferred, and stated in no source: Health reports to RCF. Is it so?"
    assert (must.outcome, [each.text for each in must.questions]) == (Outcome.UNKNOWN, [asked])
    stated = result_of(document.replace("inferred", "stated"), clause)
    assert (stated.outcome, stated.missed_by) == (Outcome.GAP, ("s",))
    should = evolve(model_of(clause).clauses[0], strength=Strength.SHOULD)
    model = evolve(model_of(clause), clauses=(should,))
    (found,) = conform(loads(f"interagency: 1\n{document}"), [model]).models[0].clauses
    assert (found.outcome, found.inferred) == (Outcome.GAP, ("link s reports_to rcf",))


def test_a_gap_of_the_whole_tells_what_shows_it() -> None:
    document = "sectors: {a: {kind: cluster}, b: {kind: cluster}}"
    clause = "expect: {not: {exists: {is: sector, kind: cluster}}}"
    assert result_of(document, clause).missed_by == ("a", "b")


@pytest.mark.parametrize(
    ("document", "applies"),
    [
        ("title: T", True),
        ("situation: refugee", True),
        ("situation: unknown", True),
        ("situation: idp", False),
        ("situation: idp\nforums: {f: {situation: refugee}}", True),
        ("situation: idp\nforums: {f: {situation: unknown}}", True),
        ("situation: idp\nforums: {f: {situation: disaster}}", False),
        ("situation: disaster\nforums: {f: {within: {to: g, certainty: disputed}}, g: {}}", True),
    ],
)
def test_a_model_is_for_some_situations(document: str, applies: bool) -> None:
    from attrs import evolve

    model = evolve(model_of("expect: {ask: a}"), situations=("refugee", "conflict"))
    (result,) = conform(loads(f"interagency: 1\n{document}"), [model]).models
    assert (result.clauses[0].outcome is Outcome.UNKNOWN) is applies
    assert (result.count(Outcome.NOT_APPLICABLE) == 0) is applies


def test_several_models_pick_their_bodies_by_effective_situation() -> None:
    """A mixed situation: refugee groups and clusters side by side, each with its own clauses."""
    document = """\
interagency: 1
situation: mixed-same-area
forums:
  rcf: {kind: rcf, situation: refugee, seats: {lead: [unhcr], co-lead: none}}
  hct: {kind: hct, situation: idp, seats: {lead: [ocha], co-lead: none}}
sectors:
  refugee-health: {within: rcf, seats: {lead: [unhcr], co-lead: none}}
  health-cluster: {within: hct, seats: {lead: [who], co-lead: none}}
"""
    refugees = model_of(f"for: {{is: sector, situation: refugee}}, {LED}")
    others = model_of(f"for: {{is: sector, situation: idp}}, {LED}")
    found = conform(loads(document), [refugees, others])
    assert [each.clauses[0].outcome.value for each in found.models] == ["met", "gap"]
    assert found.models[1].clauses[0].missed_by == ("health-cluster",)


def test_only_what_is_of_the_day_counts() -> None:
    document = "as_of: 2022\nsectors: {s: {covers: [PRO], until: 2021}}"
    clause = "expect: {exists: {is: sector, covers: PRO}}"
    assert result_of(document, clause).outcome is Outcome.UNKNOWN
    assert result_of(document, clause, on="2020").outcome is Outcome.MET


def test_the_questions_that_settle_most_come_first() -> None:
    exists = "expect: {exists: {is: forum, kind: hct}}"
    model = model_of(
        exists, "expect: {ask: Is it?}", f"for: {{is: forum, kind: hct}}, {LED}", exists
    )
    found = conform(loads("interagency: 1\ntitle: T\nas_of: 2022"), [model, model])
    assert (found.title, found.day) == ("T", date(2022, 12, 31))
    which = "Is there an hct forum, and which?"
    write = "add it under forums, or write groups under complete if there are no others"
    assert found.questions() == (
        (Question("", "an hct forum", which, write), ("C-1", "C-3", "C-4")),
        (Question("", "C-2", "Is it?", "answers: {C-2: yes}, or no"), ("C-2",)),
    )


def test_a_list_that_is_always_open_cannot_be_said_to_be_whole() -> None:
    """Nothing in the format says that there are no other offices."""
    model = model_of("expect: {exists: {is: office, kind: country-operation}}")
    ((question, _),) = conform(loads("interagency: 1"), [model]).questions()
    assert question.write == "add it under offices"


def test_outcomes_are_counted_by_strength() -> None:
    model = model_of("expect: {ask: Is it?}")
    (result,) = conform(loads("interagency: 1"), [model]).models
    assert result.count(Outcome.UNKNOWN) == result.count(Outcome.UNKNOWN, Strength.MUST) == 1
    assert result.count(Outcome.UNKNOWN, Strength.MAY) == result.count(Outcome.MET) == 0


DOCUMENT = """
interagency: 1
offices:
  pcs: {name: Partnership and Coordination Service, kind: hq-service}
  rba: {name: Regional Bureau, kind: regional-bureau}
  mco: {name: Multi-Country Office, kind: multi-country-office}
  rou: {name: Romania, kind: country-operation}
  cell: {name: Inter-agency cell, kind: coordination-cell, parent: rou}
  other: {name: Other bureau, kind: regional-bureau, certainty: disputed}
"""


def steps(text: str) -> list[list[str]]:
    found = escalation(Snapshot.of(loads(text)))
    return [[office.id for office in step] for step in found]


def test_the_country_comes_before_the_region_and_headquarters_last() -> None:
    """Offices of one step are told together, in the order of the document."""
    assert steps(DOCUMENT) == [["rou"], ["rba", "mco"], ["pcs"]]


def test_a_step_without_an_office_is_left_out() -> None:
    without = DOCUMENT.replace("kind: country-operation", "kind: sub-office")
    assert steps(without) == [["rba", "mco"], ["pcs"]]
    assert steps("interagency: 1") == []


def test_a_conformance_tells_the_names() -> None:
    """A reader of a gap knows where to go with it."""
    found = conform(loads(DOCUMENT), [])
    assert found.raise_with == (
        ("Romania",),
        ("Regional Bureau", "Multi-Country Office"),
        ("Partnership and Coordination Service",),
    )


def test_appeals_are_closed_like_other_lists() -> None:
    """That no implementing partner asks for money can be said of a whole list only."""
    pack = """
interagency_model: 1
id: m
title: M
sources: {s: {title: S}}
clauses:
  - id: A
    strength: must
    text: T
    sources: [s]
    expect: {not: {exists: {is: appeal, amount: present}}}
"""
    outcomes = [
        conform(loads(f"interagency: 1{complete}"), [parse_model(pack)])
        .models[0]
        .clauses[0]
        .outcome
        for complete in ("", "\ncomplete: [appeals]")
    ]
    assert outcomes == ["unknown", "met"]
