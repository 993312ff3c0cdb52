"""The handover note: everything that is open, as a question that says what to write."""

import pytest

from interagency.checking import Question, Snapshot, check
from interagency.checking.questions import disputed_in, open_questions
from interagency.document import loads
from interagency.model import Alias, Certainty, Forum, Source, Within


def questions(document: str, on: str | None = None) -> list[Question]:
    return list(open_questions(Snapshot.of(loads(f"interagency: 1\n{document}"), on)))


def texts(document: str) -> list[str]:
    return [question.text for question in questions(document)]


CLOSED = "complete: [leads]\n"


def test_an_empty_document_leaves_nothing_to_ask() -> None:
    assert questions("title: Nothing") == []


@pytest.mark.parametrize(
    ("seats", "text"),
    [
        ("seats: {chair: [unhcr]}", "Who co-leads RCF, with UNHCR in the lead?"),
        ("seats: {co-chair: [unhcr]}", "Who leads or co-leads RCF, besides UNHCR?"),
        ("seats: {member: [unhcr]}", "Who leads or co-leads RCF?"),
        ("seats: {lead: vacant}", "Who co-leads RCF?"),
        (
            "seats: {lead: [unhcr, {kind: ngo}, {tags: [local]}]}",
            "Who co-leads RCF, with UNHCR and a holder of kind ngo and a holder of kind "
            "not said in the lead?",
        ),
        ("note: nothing", "Who leads or co-leads RCF?"),
    ],
)
def test_who_leads_is_asked_until_the_list_is_closed(seats: str, text: str) -> None:
    document = f"forums: {{rcf: {{name: RCF, {seats}}}}}"
    write = "forums.rcf.seats: lead: [...], co-lead: [...], vacant or none"
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
        ("forums: {y: {name: Y}}\nsub_sectors: {x: {name: X, within: y}}", True),
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
            "plans: {p: {name: P, countries: [unknown]}}",
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
    report = check(architecture, interagency_rules())
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
        ("covers", "[..., ...]"),
        ("situation", "..."),
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
    assert found["forum"] == "plans.p.forum: ..., or none"
    assert found["reports_to"] == "sectors.s.reports_to: [id, ...], or none"
