"""What a report says, section by section."""

from datetime import date

from attrs import evolve

from interagency.checking import Severity, Waiver, apply_waivers, run_rules
from interagency.document import loads
from interagency.report.contents import Contents
from interagency.report.questionnaire import whom_to_ask
from interagency.snapshot import Question
from tests.report.made import FULL, PLUGINS, contents, full


def small(text: str) -> Contents:
    return contents(loads(f"interagency: 1\n{text}"), conformance=None)


def test_the_summary_is_five_sentences() -> None:
    found = [*full().summary()]
    assert len(found) == 5
    assert (
        found[0] == "Groups recorded on 2024-06-30: 4 (forums: 1, sectors: 2, working groups: 1)."
    )
    assert found[1] == (
        "Groups of which the leadership is known in full: 3 of 4; leading seats that are vacant: 1."
    )
    assert " The weightiest: " in found[2]
    assert found[4].endswith("sources: 2, the latest of 2024-06.")


def test_the_summary_of_nothing_says_so() -> None:
    found = [*small("complete: [groups]").summary()]
    assert found[0] == "Groups recorded on no date stated: 0."
    assert found[4].endswith("sources: 0, the latest of ?.")


def test_a_finding_leads_to_its_group_and_its_sources() -> None:
    found = next(each for each in full().findings() if each["rule"] == "co-lead-vacant")
    assert (found["subject"], found["anchor"]) == ("Health", "b-health")
    assert found["sources"] == [{"number": 1, "anchor": "b-minutes"}]
    assert found["why"]


def test_what_is_waived_stands_apart_with_its_terms() -> None:
    report = run_rules(loads(FULL), PLUGINS.rules.values())
    first = report.findings[0]
    waiver = Waiver(
        rule=first.rule,
        subject=first.subject,
        related=first.related,
        evidence=first.evidence,
        reason="Known",
        owner="Chair",
    )
    found = full(report=apply_waivers(report, [waiver], date(2024, 6, 30)))
    assert [(each["reason"], each["owner"], each["until"]) for each in found.waived()] == [
        ("Known", "Chair", "")
    ]
    assert found.counts()["waived"] == 1


def test_leading_vacancies_come_first_and_ends_in_their_order() -> None:
    assert [(each["group"], each["term"]) for each in full().vacancies()] == [
        ("Health", "co-lead"),
        ("Education", "focal-point"),
    ]
    assert [(each["what"], each["until"]) for each in full().ends()] == [
        ("lead, Health: WHO", "2024-07-15"),
        ("Health", "2024-09"),
    ]
    assert [*small("forums: {f: {until: 2021}}").ends()] == []


def test_a_plan_ends_soon_only_within_half_a_year() -> None:
    late = full().snapshot.whole
    nearer = contents(evolve(late, as_of=None))
    assert [*nearer.ends()] == []


def test_what_is_due_says_what_is_unknown() -> None:
    assert [
        (each["name"], each["frequency"], each["by"], each["done"]) for each in full().due()
    ] == [
        ("Situation report", "Weekly", "UNHCR", "2024-06-21"),
        ("Contact list", "?", "?", "?"),
    ]


def test_groups_stand_below_those_they_lie_in() -> None:
    found = {each["id"]: each for each in full().groups()}
    assert [*found] == ["rcf", "health", "education", "cash"]
    assert [each["depth"] for each in found.values()] == [0, 1, 1, 1]
    assert found["health"]["members"] == [("member", "IOM")]
    assert (found["health"]["state"], found["cash"]["state"]) == ("vacant", "unknown")
    assert (found["education"]["within"], found["education"]["open"]) == ("RCF (inferred)", False)
    assert found["cash"]["lines"] == ["mirrors Health"]
    assert found["rcf"]["contact"] == ""
    assert {each["id"]: each for each in full(contacts=True).groups()}["rcf"]["contact"]


def test_plans_have_sums_and_appeals() -> None:
    plan, chapter = full().plans()
    assert (plan["requirement"], plan["total"], plan["organizations"], plan["unknown"]) == (
        "1,000,000 USD",
        "250,000 USD",
        2,
        1,
    )
    assert [each["amount"] for each in plan["appeals"]] == ["250,000 USD", "?"]
    assert (chapter["part_of"], chapter["requirement"], chapter["total"]) == (
        "Response plan",
        "?",
        "",
    )


def test_clauses_have_an_answer_a_citation_and_a_doubt() -> None:
    (model,) = full().models()
    assert model["name"] == "rcm-2024"
    assert {each["outcome"] for each in model["clauses"]} >= {"met", "unknown"}
    assert all(each["citations"] for each in model["clauses"])
    assert {each["verified"] for each in model["clauses"]} == {True, False}
    shown = " ".join(each["facts"] for each in model["clauses"])
    assert "UNHCR (co-chair, RCF)" in shown
    assert "seat rcf/" not in shown
    assert [*full(conformance=None).models()] == []


def test_indicators_stand_beside_published_figures() -> None:
    found = [*full().indicators()]
    assert any(each["benchmark"] and each["published"] for each in found)
    assert all(each["counted"] != "0/0" for each in found)


def test_a_question_says_whom_to_ask() -> None:
    whom = {each["text"]: each["whom"] for each in full().questions()}
    assert whom["Who leads or co-leads Cash?"] == "Government, UNHCR"
    wording = full().wording
    assert whom_to_ask(wording, Question("who", "tags", "", "")) == ("WHO",)
    assert whom_to_ask(wording, Question("rrp", "status", "", "")) == ()
    lonely = small("forums: {f: {}}").wording
    assert whom_to_ask(lonely, Question("f", "leads", "", "")) == ()


def test_sources_are_numbered_and_only_web_addresses_are_links() -> None:
    assert [(each["number"], each["title"], each["url"]) for each in full().sources()] == [
        (1, "Minutes", "https://example.org/m"),
        (2, "visit", ""),
    ]
    assert [each["answer"] for each in full().answers()] == ["yes"]


def test_what_is_left_out_is_said() -> None:
    found = [*full().left_out()]
    assert found[0].startswith("Contacts: ")
    assert found[2].startswith("The single records of presence")
    assert found[3].endswith("are not complete.")
    assert len([*small("forums: {f: {}}").left_out()]) == 3
    assert not any(each.startswith("Contacts") for each in full(contacts=True).left_out())


def test_leads_and_coverage_are_tables() -> None:
    found = full()
    assert found.leads.text("who", "health") == "lead"
    assert found.coverage.text("HEA", "ROU") == "WHO (lead); VACANT; IOM (member); IOM (active)"
    assert [each["is_first"] for each in found.drawings()] == [True]


def test_the_words_are_those_of_the_language_and_codes_have_names() -> None:
    found = full("fr")
    assert next(found.summary()).startswith("Groupes consignés au 2024-06-30 : 4 (forums: 1")
    (_, health, *_) = found.groups()
    assert health["covers"] == "Santé"
    assert dict(health["leads"]) == {"Chef de file": "WHO", "Co-chef de file": "VACANT"}
    (rcf, *_) = found.groups()
    assert rcf["leads"][0] == ("Président", "Gouvernement")
    assert {each.severity for each in found.report.findings} <= {*Severity}


def test_of_a_large_document_long_lists_are_cut_and_that_is_said() -> None:
    members = ", ".join(f"o{n}" for n in range(9))
    organizations = ", ".join(f"o{n}: {{}}" for n in range(9))
    groups = ", ".join(f"g{n}: {{}}" for n in range(500))
    text = f"organizations: {{{organizations}}}\nforums: {{f: {{seats: {{member: [{members}]}}}}}}"
    found = small(f"{text}\nsectors: {{{groups}}}")
    assert found.is_large
    first = next(found.groups())
    assert first["members"] == [("member", "o0, o1, o2 and 6 more")]
    assert any("long lists are cut" in each for each in found.left_out())
    assert len([*found.questions()]) == 800
    clean = evolve(found, report=evolve(found.report, results=()))
    assert not any("rules" in each for each in clean.left_out())
