"""The handover note: everything that is open, as a question that says what to write."""

import pytest
from attrs import evolve

from interagency.checking import Question, Snapshot, field_question, run_rules
from interagency.document import loads
from interagency.model import Alias, Certainty, Forum, Source, Within
from interagency.model.grammar import AREA_FORM
from interagency.rules.lead_vacant import RULE
from interagency.snapshot.open_questions import disputed_in, open_questions


def questions(document: str, on: str | None = None) -> list[Question]:
    return list(open_questions(Snapshot.of(loads(f"interagency: 1\n{document}"), on)))


def texts(document: str) -> list[str]:
    return [question.text for question in questions(document)]


CLOSED = "complete: [leads]\n"


def test_an_empty_document_leaves_nothing_to_ask() -> None:
    assert questions("title: Nothing") == []


@pytest.mark.parametrize(
    ("seats", "text", "terms"),
    [
        ("seats: {chair: [unhcr]}", "Who co-leads RCF, with UNHCR in the lead?", ".co-lead"),
        (
            "seats: {co-chair: [unhcr]}",
            "Who leads or co-leads RCF, besides UNHCR?",
            ": lead: [...], co-chair",
        ),
        (
            "seats: {member: [unhcr]}",
            "Who leads or co-leads RCF?",
            ": lead: [...], co-lead",
        ),
        ("seats: {lead: vacant}", "Who co-leads RCF?", ".co-lead"),
        (
            "seats: {lead: [{kind: local-government}]}",
            "Who co-leads RCF, with an unnamed Local government in the lead?",
            ".co-lead",
        ),
        (
            "seats: {lead: [{tags: [local]}]}",
            "Who co-leads RCF, with an unnamed holder in the lead?",
            ".co-lead",
        ),
        (
            "seats: {lead: [{kind: club}]}",
            "Who co-leads RCF, with an unnamed club in the lead?",
            ".co-lead",
        ),
        ("kind: [hct], seats: {member: [unhcr]}", "Who leads RCF?", ".lead"),
        ("note: nothing", "Who leads or co-leads RCF?", ": lead: [...], co-lead"),
    ],
)
def test_who_leads_is_asked_until_the_list_is_closed(seats: str, text: str, terms: str) -> None:
    """What to write is the slot that is open, under the term that the document uses."""
    document = f"forums: {{rcf: {{name: RCF, {seats}}}}}"
    write = f"forums.rcf.seats{terms}: [...], vacant or none"
    assert questions(document) == [Question("rcf", "leads", text, write)]
    assert questions(CLOSED + document) == []


@pytest.mark.parametrize(
    ("document", "asked"),
    [
        ("forums: {x: {name: X}}", False),
        ("sectors: {x: {name: X}}", True),
        ("working_groups: {x: {name: X}}", True),
        ("sub_sectors: {x: {name: X}}", True),
        (
            "sectors: {y: {name: Y, reports_to: none}}\nsub_sectors: {x: {name: X, within: y}}",
            False,
        ),
        ("forums: {y: {name: Y}}\nsub_sectors: {x: {name: X, within: y}}", False),
        ("forums: {y: {name: Y}}\nsectors: {x: {name: X, within: y}}", False),
        ("sectors: {x: {name: X, reports_to: none}}", False),
        ("forums: {y: {name: Y}}\nsectors: {x: {name: X, reports_to: [y]}}", False),
    ],
)
def test_to_whom_a_group_reports_is_asked_until_it_is_written(document: str, asked: bool) -> None:
    wanted = ["To whom does X report?"] if asked else []
    assert texts(CLOSED + document) == wanted


@pytest.mark.parametrize(
    ("document", "subject", "about", "text"),
    [
        ("forums: {f: {name: F, within: unknown}}", "f", "within", "In which body does F lie?"),
        ("forums: {f: {name: F, level: unknown}}", "f", "level", "At which level does F work?"),
        ("forums: {f: {name: F, areas: [ROU, unknown]}}", "f", "areas", "Where does F work?"),
        ("forums: {f: {name: F, kind: unknown}}", "f", "kind", "What sort of body is F?"),
        (
            "forums: {f: {name: F, situation: unknown}}",
            "f",
            "situation",
            "In which situation does F work: refugee, idp, mixed or another?",
        ),
        (
            "forums: {f: {name: F, reports_to: unknown}}",
            "f",
            "reports_to",
            "To whom does F report?",
        ),
        (
            "forums: {f: {name: F, supports: [unknown]}}",
            "f",
            "supports",
            "Whom does F support?",
        ),
        (
            "forums: {f: {name: F, seats: {secretariat: [unhcr, unknown]}}}",
            "f",
            "secretariat",
            "Who else is secretariat of F?",
        ),
        (
            "forums: {f: {name: F, seats: {secretariat: unknown}}}",
            "f",
            "secretariat",
            "Who is secretariat of F?",
        ),
        (
            "plans: {p: {name: P, countries: [unknown]}}",
            "p",
            "countries",
            "Which countries does P cover?",
        ),
        (
            "plans: {p: {name: P, countries: [ROU, unknown]}}",
            "p",
            "countries",
            "Which countries does P cover, besides those named?",
        ),
        (
            "plans: {p: {name: P, part_of: unknown}}",
            "p",
            "part_of",
            "Of which plan is P a part?",
        ),
        (
            "posts: {p: {title: P, office: unknown}}",
            "p",
            "office",
            "To which office does P belong?",
        ),
        (
            "products: {p: {name: P, cleared_by: [unhcr, unknown]}}",
            "p",
            "cleared_by",
            "Who clears P, besides those named?",
        ),
        (
            "forums: {f: {name: F, certainty: disputed}}",
            "f",
            "dispute over f",
            "Sources disagree on f, of F: which holds?",
        ),
        (
            "forums: {f: {name: F, aliases: [{name: G, certainty: disputed}]}}",
            "f",
            "dispute over aliases G",
            "Sources disagree on aliases G, of F: which holds?",
        ),
        (
            "answers: {RCM-04: {answer: yes, certainty: disputed}}",
            "RCM-04",
            "dispute over RCM-04",
            "Sources disagree on RCM-04, of RCM-04: which holds?",
        ),
    ],
)
def test_what_is_marked_as_unknown_or_disputed_is_asked(
    document: str, subject: str, about: str, text: str
) -> None:
    asked = questions(CLOSED + document)
    assert [(each.subject, each.about, each.text) for each in asked] == [(subject, about, text)]
    assert asked[0].write.startswith(f"{document.partition(':')[0]}.{subject}")


def test_a_question_says_what_to_write() -> None:
    document = "forums: {f: {name: F, within: unknown, seats: {member: [unknown]}}}"
    assert {each.write for each in questions(CLOSED + document)} == {
        "forums.f.seats.member: [...], vacant or none",
        "forums.f.within: id, or none",
    }


def test_an_unknown_lead_is_asked_once() -> None:
    document = "forums: {f: {name: F, seats: {lead: [unknown]}}}"
    assert [each.about for each in questions(document)] == ["leads"]


def test_only_what_is_of_the_day_is_asked() -> None:
    assert questions("forums: {f: {name: F, until: 2020}}", "2022") == []


def test_a_question_of_a_rule_and_of_the_document_is_one() -> None:
    from interagency.rules import interagency_rules

    architecture = loads("interagency: 1\nsectors: {s: {name: S}}")
    report = run_rules(architecture, interagency_rules())
    keys = [(each.subject, each.about) for each in report.questions]
    assert len(keys) == len(set(keys))
    assert sum(len(each.questions) for each in report.results) > 0
    assert ("s", "reports_to") in keys


def test_a_record_and_the_facts_inside_it_may_be_disputed() -> None:
    disputed = Certainty.DISPUTED
    alias, within = Alias(name="G", certainty=disputed), Within(to="h", certainty=disputed)
    forum = Forum(id="f", aliases=(Alias(name="F"), alias), within=within, certainty=disputed)
    assert list(disputed_in(forum)) == ["f", "aliases G", "within h"]
    assert list(disputed_in(Forum(id="f", within=Within(to="h")))) == []
    assert list(disputed_in(Source(id="x"))) == []


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("level", "one of global, regional, sub-regional, national, sub-national, site"),
        ("covers", "[code, ...], from the vocabulary sectors"),
        ("situation", "code, from the vocabulary situations"),
        ("areas", f"[..., ...], {AREA_FORM.hint}"),
    ],
)
def test_what_to_write_is_what_can_be_written(field: str, form: str) -> None:
    """Words that a field does not take are not offered for it."""
    document = f"forums: {{f: {{name: F, {field}: unknown}}}}"
    (write,) = (each.write for each in questions(CLOSED + document) if each.about == field)
    assert write == f"forums.f.{field}: {form}"


def test_what_no_field_holds_is_written_as_a_list_of_ids() -> None:
    document = "plans: {p: {name: P, forum: unknown}}\nsectors: {s: {name: S, complete: [leads]}}"
    found = {each.about: each.write for each in questions(CLOSED + document)}
    assert found["forum"] == "plans.p.forum: id, or none"
    assert found["reports_to"] == "sectors.s.reports_to: [id, ...], or none"


APPEALS = """
plans: {p: {name: P}}
appeals:
  - {plan: p, organization: unhcr, covers: [unknown]}
  - {plan: p, organization: iom, covers: [unknown]}
presence: [{organization: iom, covers: [unknown], area: unknown}]
"""


def test_what_is_unknown_of_each_appeal_and_presence_is_asked_of_each() -> None:
    assert [(each.text, each.write) for each in questions(APPEALS)] == [
        (
            "For which sectors does UNHCR appeal in P?",
            "appeals, of unhcr in p: covers: [code, ...], from the vocabulary sectors",
        ),
        (
            "For which sectors does IOM appeal in P?",
            "appeals, of iom in p: covers: [code, ...], from the vocabulary sectors",
        ),
        (
            "In which sectors is IOM active in the response?",
            "presence, of iom in unknown: covers: [code, ...], from the vocabulary sectors",
        ),
        (
            "Where is IOM active?",
            f"presence, of iom in unknown: area: ..., {AREA_FORM.hint}",
        ),
    ]
    asked = questions(APPEALS)
    assert len({(each.subject, each.about) for each in asked}) == len(asked)


def test_a_question_can_be_put_of_several_at_once() -> None:
    (asked,) = questions(
        "forums: {f: {name: '{name}', seats: {co-lead: ['{x}']}}}".replace("'{x}'", "who")
    )
    assert asked.text == "Who leads or co-leads {name}, besides WHO?"
    assert asked.shared == "Who leads or co-leads each of these?"
    assert asked.name == "{name} (led by WHO)"


WITHIN = """
forums:
  top: {name: Top}
  low: {name: Low, within: top}
  own: {name: Own, situation: unknown}
  lost: {name: Lost, within: unknown}
"""


@pytest.mark.parametrize(
    ("body", "field", "subject"),
    [
        ("top", "situation", ""),
        ("low", "level", ""),
        ("low", "populations", ""),
        ("low", "areas", "low"),
        ("own", "situation", "own"),
        ("own", "level", ""),
        ("lost", "level", "lost"),
    ],
)
def test_what_nobody_wrote_of_any_body_is_asked_once_of_the_document(
    body: str, field: str, subject: str
) -> None:
    """Where a body works is its own, and one that lies nobody knows where inherits nothing."""
    snapshot = Snapshot.of(loads(f"interagency: 1{WITHIN}"))
    asked = field_question(snapshot, snapshot.bodies[body], field)
    assert (asked.subject, asked.about) == (subject, field)
    assert bool(asked.shared) is bool(subject)


def test_questions_come_in_the_order_of_the_document_bodies_first() -> None:
    """First of the document, then of forums, sectors, sub-sectors, groups, and of all else."""
    architecture = loads(
        "interagency: 1\nplans: {a: {forum: unknown}}\nworking_groups: {b: {}}\n"
        "sectors: {d: {}, c: {}}\nsub_sectors: {e: {}}\nforums: {f: {}}\n"
    )
    rule = evolve(RULE, check=lambda _: [Question(id, "x", "X?", "x") for id in ("c", "z", "")])
    report = run_rules(architecture, [rule])
    subjects = [each.subject for each in report.questions]
    assert list(dict.fromkeys(subjects)) == ["", "f", "d", "c", "e", "b", "a", "z"]
    assert [each.about for each in report.questions if each.subject == "c"] == [
        "leads",
        "reports_to",
        "x",
    ]


def test_a_term_that_would_not_be_read_as_one_is_put_in_quotes() -> None:
    document = 'forums: {f: {name: F, seats: {"1: a": [unknown], co-chair: [unknown]}}}'
    assert {each.write for each in questions(CLOSED + document)} == {
        'forums.f.seats."1: a": [...], vacant or none',
        "forums.f.seats.co-chair: [...], vacant or none",
    }


@pytest.mark.parametrize(
    ("covers", "seats", "asked"),
    [
        ("LOG", "lead: [wfp]", False),
        ("TEL", "lead: [wfp]", False),
        ("LOG, TEL", "lead: [wfp]", False),
        ("LOG", "lead: [wfp, unknown]", True),
        ("LOG", "member: [wfp]", True),
        ("LOG, HEA", "lead: [wfp]", True),
        ("HEA", "lead: [who]", True),
    ],
)
def test_a_common_service_with_its_lead_is_not_asked_for_another(
    covers: str, seats: str, asked: bool
) -> None:
    """Logistics and emergency telecommunications have one lead by design."""
    document = f"sectors: {{x: {{name: X, within: none, covers: [{covers}], seats: {{{seats}}}}}}}"
    assert any(each.about == "leads" for each in questions(document)) == asked


def test_who_else_sits_somewhere_is_answered_without_a_word_that_stands_alone() -> None:
    """`vacant` or `none` beside a holder is refused; to take `unknown` out is right there."""
    seats = "seats: {chair: [iom], member: [nrc, unknown]}"
    (asked,) = questions(f"forums: {{f: {{name: F, kind: hct, {seats}}}}}")
    assert asked.text == "Who else is member of F?"
    where = "forums.f.seats.member: [..., ...] in place of `unknown`"
    assert asked.write == f"{where}; take `unknown` out if these are all"
