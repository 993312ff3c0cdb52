"""Each form of the language on tiny documents, by the rules of closed lists."""

import asyncio
from typing import Any, cast

import pytest
from attrs import evolve

from interagency.checking import Question, Snapshot, Verdict
from interagency.conformance import Function, conform
from interagency.conformance.answers import Answer
from interagency.conformance.evaluate import Evaluator
from interagency.conformance.expectations import HasLink, HasSeat, Holder, Partition, Selector
from interagency.document import loads
from interagency.model import Architecture
from tests.conformance.packs import model_of, outcome_of, result_of

YES, NO, OPEN = "{is: {level: national}}", "{is: {level: site}}", "{is: {situation: idp}}"
LEVEL = "level: national"


@pytest.mark.parametrize(
    ("expectation", "outcome"),
    [
        (YES, "met"),
        (NO, "gap"),
        (OPEN, "unknown"),
        (f"{{not: {YES}}}", "gap"),
        (f"{{not: {NO}}}", "met"),
        (f"{{not: {OPEN}}}", "unknown"),
        (f"{{all: [{YES}, {YES}]}}", "met"),
        (f"{{all: [{YES}, {OPEN}]}}", "unknown"),
        (f"{{all: [{OPEN}, {NO}]}}", "gap"),
        (f"{{any: [{YES}, {OPEN}]}}", "met"),
        (f"{{any: [{NO}, {OPEN}]}}", "unknown"),
        (f"{{any: [{NO}, {NO}]}}", "gap"),
        (f"{{not: {{any: [{NO}, {OPEN}]}}}}", "unknown"),
        (f"{{not: {{all: [{NO}, {OPEN}]}}}}", "met"),
    ],
)
def test_all_any_and_not_are_those_of_kleene(expectation: str, outcome: str) -> None:
    assert outcome_of(LEVEL, f"expect: {expectation}") == outcome


SECTORS = "sectors: {a: {covers: [PRO]}, b: {covers: [HEA]}, c: {name: C}}"
WRITTEN = "sectors: {a: {covers: [PRO]}, b: {covers: [HEA]}}"
CLOSED = "complete: [groups]\n"


@pytest.mark.parametrize(
    ("document", "wanted", "outcome"),
    [
        # enough
        ("title: T", "covers: PRO", "unknown"),
        (CLOSED, "covers: PRO", "gap"),
        (SECTORS, "covers: PRO", "met"),
        (WRITTEN, "covers: EDU", "unknown"),
        (CLOSED + WRITTEN, "covers: EDU", "gap"),
        (CLOSED + SECTORS, "covers: EDU", "unknown"),
        (SECTORS, "at_least: 3", "met"),
        (SECTORS, "at_least: 4", "unknown"),
        (CLOSED + SECTORS, "at_least: 4", "gap"),
        (CLOSED + SECTORS, "covers: PRO, at_least: 2", "unknown"),
        (CLOSED + SECTORS, "covers: PRO, at_least: 3", "gap"),
        (CLOSED + "sectors: {a: {certainty: disputed}}", "covers: PRO", "unknown"),
        # not too many
        (SECTORS, "at_most: 2", "gap"),
        (SECTORS, "at_most: 3", "unknown"),
        (CLOSED + SECTORS, "at_most: 3", "met"),
        (CLOSED + SECTORS, "covers: PRO, at_most: 1", "unknown"),
        (CLOSED + WRITTEN, "covers: PRO, at_most: 1", "met"),
        (CLOSED + WRITTEN, "covers: EDU, at_least: 0, at_most: 0", "met"),
        (WRITTEN, "covers: EDU, at_least: 0, at_most: 0", "unknown"),
        (WRITTEN, "covers: HEA, at_least: 0, at_most: 0", "gap"),
        (CLOSED, "covers: PRO, at_most: 1", "gap"),
        # one entry may stand for several
        ("sectors: {a: {stands_for: 34}}", "at_least: 34", "met"),
        ("sectors: {a: {stands_for: 34}}", "at_most: 33", "gap"),
        (CLOSED + "sectors: {a: {stands_for: 34}}", "at_least: 35", "gap"),
        ("sectors: {a: {stands_for: several}}", "at_least: 2", "met"),
        ("sectors: {a: {stands_for: several}}", "at_most: 1", "gap"),
        (CLOSED + "sectors: {a: {stands_for: several}}", "at_least: 3", "unknown"),
        (CLOSED + "sectors: {a: {stands_for: several}}", "at_most: 5", "unknown"),
        # with
        ("sectors: {a: {seats: {lead: [unhcr]}}}", "with: {seat: {role: leads, by: unhcr}}", "met"),
        ("sectors: {a: {name: A}}", "with: {seat: {role: leads, by: unhcr}}", "unknown"),
        (CLOSED + "sectors: {a: {name: A}}", "with: {seat: {role: leads}}", "unknown"),
        (
            "complete: [groups, leads]\nsectors: {a: {name: A}}",
            "with: {seat: {role: leads}}",
            "gap",
        ),
        (
            CLOSED + "sectors: {a: {covers: [HEA], seats: {lead: [unhcr]}}}",
            "covers: PRO, with: {seat: {role: leads}}",
            "gap",
        ),
    ],
)
def test_exists_counts_what_is_certain_and_what_is_possible(
    document: str, wanted: str, outcome: str
) -> None:
    assert outcome_of(document, f"expect: {{exists: {{is: sector, {wanted}}}}}") == outcome
    negated = {"met": "gap", "gap": "met", "unknown": "unknown"}[outcome]
    assert outcome_of(document, f"expect: {{not: {{exists: {{is: sector, {wanted}}}}}}}") == negated


def test_self_stays_the_thing_the_clause_speaks_of_inside_with() -> None:
    document = """\
complete: [groups]
forums: {f: {kind: rcf}}
sectors: {s: {reports_to: [w]}}
working_groups: {w: {within: f}}
"""
    to_self = "{link: {kind: reports_to, to: {within: self}}}"
    clause = f"for: {{is: forum, kind: rcf}}, expect: {{exists: {{is: sector, with: {to_self}}}}}"
    assert outcome_of(document, clause) == "met"


HEADS = """\
forums: {f: {kind: inter-sector}, g: {kind: rcf}, h: {name: H}, d: {kind: rcf, certainty: disputed}}
"""


@pytest.mark.parametrize(
    ("entry", "kind", "to", "outcome"),
    [
        ("reports_to: [f]", "reports_to", "{kind: inter-sector}", "met"),
        ("reports_to: [f]", "reports_to", "{kind: rcf}", "gap"),
        ("reports_to: [f, g]", "reports_to", "{kind: rcf}", "met"),
        ("reports_to: [f, unknown]", "reports_to", "{kind: rcf}", "unknown"),
        ("reports_to: unknown", "reports_to", "{kind: rcf}", "unknown"),
        ("reports_to: none", "reports_to", "{kind: rcf}", "gap"),
        ("reports_to: [{to: none, certainty: disputed}]", "reports_to", "{kind: rcf}", "unknown"),
        ("name: X", "reports_to", "{kind: rcf}", "unknown"),
        ("reports_to: [h]", "reports_to", "{kind: rcf}", "unknown"),
        ("reports_to: [d]", "reports_to", "{kind: rcf}", "unknown"),
        ("reports_to: [{to: g, certainty: disputed}]", "reports_to", "{kind: rcf}", "unknown"),
        ("reports_to: [{to: f, certainty: disputed}]", "reports_to", "{kind: rcf}", "unknown"),
        ("reports_to: [{to: g, certainty: inferred}]", "reports_to", "{kind: rcf}", "met"),
        ("reports_to: [f]", "reports_to", "{}", "met"),
        ("reports_to: [unhcr]", "reports_to", "{is: organization}", "met"),
        # every other line is open, unless there is none by design
        ("supports: [f]", "supports", "{kind: inter-sector}", "met"),
        ("supports: [f]", "supports", "{kind: rcf}", "unknown"),
        ("supports: none", "supports", "{kind: rcf}", "gap"),
        ("participates_in: [unknown]", "participates_in", "{kind: rcf}", "unknown"),
        ("same_as: [g]", "same_as", "{kind: rcf}", "met"),
        ("name: X", "mirrors", "{kind: rcf}", "unknown"),
        # where it lies
        ("within: f", "within", "{kind: inter-sector}", "met"),
        ("within: f", "within", "{kind: rcf}", "gap"),
        ("within: none", "within", "{kind: rcf}", "gap"),
        ("within: unknown", "within", "{kind: rcf}", "unknown"),
        ("name: X", "within", "{kind: rcf}", "unknown"),
        ("within: {to: g, certainty: disputed}", "within", "{kind: rcf}", "unknown"),
    ],
)
def test_a_line_leads_there_or_not(entry: str, kind: str, to: str, outcome: str) -> None:
    document = f"{HEADS}sectors: {{x: {{{entry}}}}}"
    clause = f"for: {{is: sector}}, expect: {{link: {{kind: {kind}, to: {to}}}}}"
    assert outcome_of(document, clause) == outcome


def test_what_is_unknown_of_a_line_is_asked() -> None:
    clause = "for: {is: sector}, expect: {link: {kind: %s, to: {kind: rcf}}}"

    def texts(entry: str, kind: str = "reports_to") -> list[str]:
        result = result_of(f"{HEADS}sectors: {{x: {{{entry}}}}}", clause % kind)
        return [question.text for question in result.questions]

    assert texts("name: X") == ["To whom does X report?"]
    assert texts("name: X", "mirrors") == ["Which body does X mirror?"]
    assert texts("name: X", "same_as") == ["Which other entry is the same as X?"]
    assert texts("reports_to: [h]") == ["What sort of body is H?"]
    assert texts("supports: [h]", "supports") == [
        "What sort of body is H?",
        "Does x support an rcf body, and which?",
    ]
    assert texts("reports_to: [{to: g, certainty: disputed}]") == [
        "Sources disagree on link x reports_to g, of x: which holds?",
        "To whom does x report?",
    ]


PLATFORMS = """\
complete: [platforms]
forums:
  col: {kind: platform, level: national, areas: [COL]}
  north: {kind: platform, level: sub-regional, areas: [PAN, CRI]}
"""
PARTITION = "for: {is: plan}, expect: {partition: {over: {is: forum, kind: platform}}}"


@pytest.mark.parametrize(
    ("countries", "more", "outcome"),
    [
        ("[COL, PAN]", "", "met"),
        ("[COL, PER]", "", "gap"),
        ("[COL, unknown]", "", "unknown"),
        ("[PER, unknown]", "", "gap"),
        ("unknown", "", "unknown"),
        ("[COL]", "  two: {kind: platform, areas: [COL]}", "gap"),
        ("[COL]", "  two: {kind: platform}", "unknown"),
        ("[COL]", "  two: {kind: platform, areas: [unknown]}", "unknown"),
        ("[COL]", "  two: {name: Two, areas: [COL]}", "unknown"),
        ("[COL]", "  two: {kind: hct, areas: [COL]}", "met"),
        ("[PER]", "  two: {kind: platform}", "unknown"),
    ],
)
def test_each_country_lies_in_exactly_one_body(countries: str, more: str, outcome: str) -> None:
    document = f"{PLATFORMS}{more}\nplans: {{p: {{countries: {countries}}}}}"
    assert outcome_of(document, PARTITION) == outcome


def test_an_open_list_of_bodies_leaves_a_partition_open() -> None:
    document = PLATFORMS.replace("complete: [platforms]\n", "")
    plan = "plans: {p: {countries: [COL]}}"
    result = result_of(document + plan, PARTITION)
    assert [each.text for each in result.questions] == [
        "Is there a platform forum for COL, besides those written, and which?"
    ]
    assert outcome_of(document + "plans: {p: {name: P}}", PARTITION) == "unknown"
    assert result_of(PLATFORMS + plan, PARTITION).met_by == ("COL", "col")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("title: T", "unknown"),
        ("answers: {C-1: yes}", "met"),
        ("answers: {C-1: no}", "gap"),
        ("answers: {C-1: unknown}", "unknown"),
        ("answers: {C-1: {answer: yes, certainty: disputed}}", "unknown"),
        ("answers: {C-1: {answer: yes, certainty: inferred}}", "met"),
        ("answers: {C-2: yes}", "unknown"),
    ],
)
def test_what_structure_cannot_show_is_asked_and_answered(said: str, outcome: str) -> None:
    assert outcome_of(said, "expect: {ask: Is it?}") == outcome


def test_an_answer_is_told_as_evidence_and_a_question_says_what_to_write() -> None:
    clause = "expect: {ask: Is it?}"
    assert result_of("answers: {C-1: yes}", clause).met_by == ("answers.C-1",)
    assert result_of("answers: {C-1: no}", clause).missed_by == ("answers.C-1",)
    write = "answers: {C-1: yes}, or no"
    assert result_of("title: T", clause).questions == (Question("", "C-1", "Is it?", write),)


def test_a_clause_may_name_a_function() -> None:
    def counts(snapshot: Snapshot, subject: str) -> Answer:
        enough = len(snapshot.children(subject)) >= 1
        return Answer(Verdict.MET if enough else Verdict.UNKNOWN, (subject,))

    clause = "for: {is: forum, kind: rcf}, expect: {code: mine}"
    found = result_of(
        "forums: {f: {kind: rcf}, g: {kind: hct, within: f}}", clause, {"mine": counts}
    )
    assert (found.outcome.value, found.met_by) == ("met", ("f",))
    alone = result_of("forums: {f: {kind: rcf}}", clause, {"mine": counts})
    assert [each.text for each in alone.questions] == ["Is it so that: It is so?"]


def test_a_function_that_a_model_made_by_hand_lacks_leaves_the_clause_open() -> None:
    named = {"mine": lambda snapshot, subject: Answer(Verdict.MET)}
    model = evolve(model_of("expect: {code: mine}", functions=named), functions={})
    (asked,) = conform(Architecture(), [model]).models[0].clauses[0].questions
    assert asked.text == "What does the function 'mine' say? C-1 needs it, and nobody gave it."


def _raises(snapshot: Snapshot, subject: str) -> Answer:
    raise KeyError(subject)


def _exits(snapshot: Snapshot, subject: str) -> Answer:
    raise SystemExit(0)


def _is_cancelled(snapshot: Snapshot, subject: str) -> Answer:
    raise asyncio.CancelledError


@pytest.mark.parametrize(
    ("function", "cause"),
    [
        (_raises, "KeyError: 'f'"),
        (_exits, "SystemExit: 0"),
        (_is_cancelled, "CancelledError: "),
        (lambda snapshot, subject: True, "TypeError: it returned a bool, not an Answer"),
        (
            lambda snapshot, subject: Answer(cast(Any, "met")),
            "TypeError: it returned an Answer with a str, not a Verdict",
        ),
        (
            lambda snapshot, subject: Answer(Verdict.MET, cast(Any, (1,))),
            "TypeError: it returned an Answer with a int, not a str",
        ),
        (
            lambda snapshot, subject: Answer(Verdict.UNKNOWN, (), cast(Any, ("why?",))),
            "TypeError: it returned an Answer with a str, not a Question",
        ),
        (
            lambda snapshot, subject: Answer(Verdict.MET, cast(Any, "forum")),
            "TypeError: it returned an Answer with a str, not a tuple",
        ),
        (
            lambda snapshot, subject: Answer(
                Verdict.UNKNOWN,
                (),
                (Question("", "x", cast(Any, None), "w"),),
            ),
            "TypeError: it returned an Answer with a NoneType, not a str",
        ),
    ],
)
def test_a_function_that_breaks_down_is_told_and_is_no_answer(
    function: Function, cause: str
) -> None:
    """Even beside another expectation that is met: nobody knows what else it would have said."""
    clause = "for: {is: forum}, expect: {any: [{code: mine}, {is: {kind: rcf}}]}"
    model = model_of(clause, "expect: {exists: {is: forum}}", functions={"mine": function})
    found = conform(loads("interagency: 1\nforums: {f: {kind: rcf}}"), [model])
    crashed, other = found.models[0].clauses
    assert (crashed.outcome.value, crashed.crash) == ("unknown", f"function 'mine': {cause}")
    assert (crashed.questions, crashed.met_by, crashed.missed_by) == ((), (), ())
    assert (other.outcome.value, other.crash) == ("met", "")
    assert found.crashes == (crashed,)


def test_the_functions_of_a_model_are_read_only() -> None:
    given = {"mine": lambda snapshot, subject: Answer(Verdict.MET)}
    model = model_of("expect: {code: mine}", functions=given)
    given.clear()
    assert list(model.functions) == ["mine"]
    assert not hasattr(model.functions, "clear")
    assert len({model, evolve(model)}) == 1


def test_a_model_made_by_hand_may_ask_what_cannot_be_answered() -> None:
    """What the reader of packs refuses is unknown, and never a gap."""
    snapshot = Snapshot.of(loads("{interagency: 1, organizations: {o: {}}}"))
    whole = Evaluator(snapshot, "C-1", snapshot.now)
    for expectation in (
        HasSeat("leads", Holder()),
        HasLink("supports", Selector()),
        Partition(Selector()),
    ):
        assert whole.answer(expectation) == Answer(Verdict.UNKNOWN)
    about = whole.about(snapshot.now.entities["o"])
    assert about.answer(HasLink("within", Selector())).verdict is Verdict.UNKNOWN


def test_more_of_an_organization_than_is_known_is_asked() -> None:
    document = "organizations: {o: {name: O}}\nposts: {p: {organization: o}, q: {name: Q}}"
    document = document.replace("name: Q", "title: Q")
    clause = "expect: {exists: {is: post, organization_kind: ngo}}"
    texts = [each.text for each in result_of(document, clause).questions]
    assert texts == [
        "What sort of organization is O?",
        "Whose is Q?",
        "Is there a post of an organization of kind ngo, and which?",
    ]


def test_what_is_unknown_of_an_appeal_is_asked() -> None:
    document = """\
organizations: {o: {name: O, kind: ngo}}
plans: {p: {name: P}}
appeals: [{plan: p, organization: o}]
"""
    wanted = "participation: appealing, amount: present, covers: PRO, countries: COL"
    wanted = wanted.replace(", countries: COL", "")
    result = result_of(document, f"expect: {{exists: {{is: appeal, {wanted}}}}}")
    assert [each.text for each in result.questions] == [
        "How much does O ask for in P?",
        "For which sectors does O appeal in P?",
        "Is O an appealing or an implementing organization in P?",
        "Is there an appeal covering Protection (PRO) of an appealing organization with an amount, "
        "and which?",
    ]
    assert result.questions[0].write == (
        "appeals, of o in p: amount: an amount with its currency, for example 1000 USD"
    )


def test_appeals_can_be_what_a_clause_speaks_of() -> None:
    document = "plans: {p: {}}\nappeals: [{plan: p, organization: unhcr, participation: appealing}]"
    clause = "for: {is: appeal}, expect: {is: {participation: implementing}}"
    assert result_of(document, clause).missed_by == ("appeal p/unhcr",)


def test_what_is_unknown_of_the_whole_is_asked() -> None:
    clause = "expect: {is: {situation: refugee, level: national, populations: idps}}"
    result = result_of("title: T", clause)
    assert [(each.text, each.write) for each in result.questions] == [
        (
            "At which level does the response work?",
            "level: one of global, regional, sub-regional, national, sub-national, site",
        ),
        ("For whom is the response?", "populations: [code, ...], from the vocabulary populations"),
        (
            "In which situation does the response take place: refugee, idp, mixed or another?",
            "situation: code, from the vocabulary situations",
        ),
    ]
    met = result_of("situation: refugee", "expect: {is: {situation: refugee}}")
    assert (met.outcome.value, met.met_by) == ("met", ())
