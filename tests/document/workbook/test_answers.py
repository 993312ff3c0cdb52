"""Answers in a workbook become facts where their questions say."""

import json
from typing import Any

import pytest

from interagency.document import loads
from interagency.document.workbook.writer import write_workbook
from interagency.model import Architecture
from tests.document.workbook.workbooks import asked, grid, packed, problems, set_cell, small

LEAD = ("sectors", "education", "seats", "lead")
CO_LEAD = ("sectors", "protection", "seats", "co-lead")


def answered(
    *answers: tuple[tuple[str, ...], str], whole: Architecture | None = None
) -> dict[str, list[list[Any]]]:
    """Return a workbook with questions and their answers."""
    questions = asked(*(target for target, _ in answers))
    sheets = grid(write_workbook(whole or small(), questions=questions))
    for row, (_, text) in enumerate(answers, 1):
        set_cell(sheets, "Questions", row, "Answer", text)
    return sheets


def read(target: tuple[str, ...], text: str, whole: Architecture | None = None) -> Architecture:
    return loads(packed(answered((target, text), whole=whole)), file="r.xlsx")


def holders(architecture: Architecture, target: tuple[str, ...]) -> list[str | None]:
    _, body, _, term = target
    return [each.holder for each in architecture.seats if (each.body, each.term) == (body, term)]


@pytest.mark.parametrize(
    ("target", "text", "expected"),
    [
        (("sectors", "education", "seats", "co-lead"), "WHO", ["who"]),
        (("sectors", "education", "seats", "co-lead"), "WHO and Save the Children", None),
        (("sectors", "education", "seats", "co-lead"), "UNHCR; unicef", ["unhcr", "unicef"]),
        (("sectors", "education", "seats", "co-lead"), "vacant", ["vacant"]),
        (("sectors", "education", "seats", "co-lead"), "no one", ["none"]),
        (("sectors", "education", "seats", "co-lead"), "unknown", ["unknown"]),
        (CO_LEAD, "NRC", ["care-mda", "nrc"]),
        (CO_LEAD, "CARE Moldova", ["care-mda"]),
        (CO_LEAD, "unknown", ["care-mda", "unknown"]),
        (CO_LEAD, "none", ["care-mda"]),
    ],
)
def test_who_holds_a_seat(target: tuple[str, ...], text: str, expected: list[str] | None) -> None:
    found = holders(read(target, text), target)
    assert found == (expected or ["who", str(found[1])])
    assert len(found) == len(expected or [1, 2])


def test_no_one_beside_those_recorded_closes_the_list() -> None:
    found = read(CO_LEAD, "none").find("protection")
    assert getattr(found, "complete", None) == ("leads",)
    target = ("sectors", "protection", "seats", "member")
    members = read(target, "none").find("protection")
    assert getattr(members, "complete", None) == ("members",)


def test_seats_behind_one_that_is_answered_keep_their_cells() -> None:
    text = """
interagency: 1
organizations: {a: {name: A}}
forums: {rcf: {seats: {member: [unknown, {holder: a, since: 2025}, {holder: a, until: 2024}]}}}
"""
    whole = loads(text, format="yaml")
    target = ("forums", "rcf", "seats", "member")
    sheets = answered((target, "UNHCR"), whole=whole)
    cell = set_cell(sheets, "Members", 3, "Until", "then")
    assert problems(sheets)[0].startswith(f"r.xlsx[Members!{cell}]: 'then' is not a date")


@pytest.mark.parametrize(
    ("target", "text", "expected"),
    [
        (("sectors", "education", "level"), "National", "national"),
        (("sectors", "education", "covers"), "Protection", ("EDU", "PRO")),
        (("sectors", "education", "name"), "Education Working Group", "Education Working Group"),
        (("plans", "rrp", "forum"), "RCF", "rcf"),
        (("plans", "rrp", "forum"), "no one", "none"),
        (("plans", "rrp", "countries"), "Romania, Moldova", ("MDA", "ROU")),
        (("organizations", "gov", "tags"), "none", ("none",)),
    ],
)
def test_what_a_field_is(target: tuple[str, ...], text: str, expected: object) -> None:
    _, id, field = target
    assert getattr(read(target, text).find(id), field) == expected


def test_where_a_body_lies() -> None:
    whole = loads(
        "interagency: 1\nforums: {rcf: {name: RCF}}\n"
        "sectors: {a: {within: {to: unknown, note: x}}, b: {within: unknown}}\n",
        format="yaml",
    )
    for id in ("a", "b"):
        found: Any = read(("sectors", id, "within"), "RCF", whole).find(id)
        assert found.parent == "rcf"


def test_what_holds_for_the_whole_document() -> None:
    assert str(read(("level",), "national").level) == "national"
    assert read(("areas",), "Moldova; ROU/Galați").areas == ("MDA", "ROU/Galați")


def test_where_links_lead() -> None:
    target = ("sectors", "education", "reports_to")
    links = {(each.from_, each.kind, each.to) for each in read(target, "RCF; rrp").links}
    assert ("education", "reports_to", "rcf") in links
    assert ("education", "reports_to", "rrp") in links
    assert ("education", "reports_to", "none") in {
        (each.from_, each.kind, each.to) for each in read(target, "no one").links
    }
    text = "interagency: 1\nsectors: {a: {supports: unknown}, b: {supports: unknown}}\n"
    whole = loads(text, format="yaml")
    found = read(("sectors", "a", "supports"), "b", whole)
    assert {(each.from_, each.to) for each in found.links} == {("a", "b"), ("b", "unknown")}
    both = answered(
        (("sectors", "a", "supports"), "b"), (("sectors", "b", "supports"), "a"), whole=whole
    )
    assert [(each.from_, each.to) for each in loads(packed(both)).links] == [("a", "b"), ("b", "a")]


def test_an_answer_on_a_well_known_organization_keeps_what_is_known_of_it() -> None:
    found: Any = read(("organizations", "unhcr", "tags"), "none").find("unhcr")
    known: Any = small().find("unhcr")
    assert (found.tags, found.name, found.kind) == (("none",), known.name, known.kind)


def test_an_answer_to_a_clause_of_a_model() -> None:
    assert read(("answers", "RCM-04", "answer"), "Yes").answers[0].answer == "yes"
    whole = loads("interagency: 1\nanswers: {RCM-04: unknown}\n", format="yaml")
    assert read(("answers", "RCM-04", "answer"), "no", whole).answers[0].answer == "no"


@pytest.mark.parametrize(
    ("target", "text", "message"),
    [
        (("sectors", "education", "seats", "lead"), "W.H.O.", "nothing is recorded as 'W.H.O.'"),
        (("sectors", "education", "seats", "lead"), "WHO and Nemo", "recorded as 'Nemo'"),
        (("sectors", "education", "covers"), "the children", "is not in the list of sectors"),
        (("plans", "rrp", "kind"), "HRP", "'RRP' is recorded already; correct it where it stands"),
        (("sectors", "gone", "level"), "national", "'gone', which is not in its sheet any more"),
        ((), "WHO", "this answer has no place of its own"),
        (("sectors", "education", "colour"), "blue", "this answer has no place of its own"),
        (("plans", "rrp", "seats", "lead"), "WHO", "this answer has no place of its own"),
        (("sectors", "education"), "WHO", "this answer has no place of its own"),
        (("nowhere",), "WHO", "this answer has no place of its own"),
        (("nowhere", "a", "b"), "WHO", "this answer has no place of its own"),
    ],
)
def test_an_answer_that_cannot_be_placed_is_a_problem_in_its_cell(
    target: tuple[str, ...], text: str, message: str
) -> None:
    (problem,) = problems(answered((target, text)))
    assert problem.startswith("r.xlsx[Questions!C2]: ")
    assert message in problem


@pytest.mark.parametrize("key", ["{", "[1]", "3", "", json.dumps([["a"]])])
def test_a_hidden_key_that_was_changed_is_a_problem_too(key: str) -> None:
    sheets = answered((LEAD, "WHO"))
    set_cell(sheets, "Questions", 1, "key", key)
    assert "this answer has no place of its own" in problems(sheets)[0]


def test_what_is_wrong_with_an_answer_by_the_checks_of_all_formats_has_its_cell_too() -> None:
    sheets = answered((("plans", "rrp", "since"), "soon"))
    assert problems(sheets)[0].startswith("r.xlsx[Questions!C2]: 'soon' is not a date")


def test_without_the_column_of_answers_none_is_read() -> None:
    from interagency.document import read_text

    sheets = answered((LEAD, "WHO"))
    sheets["Questions"] = [["Question"]]
    document = read_text(packed(sheets))
    assert "the column Answer is missing" in document.notes[0]
    assert document.architecture() == small()
    sheets["Questions"] = []
    assert loads(packed(sheets)) == small()
    del sheets["Questions"]
    assert loads(packed(sheets)) == small()


def test_several_answers_to_one_question_are_parted_as_people_part_them() -> None:
    found = read(("sectors", "education", "reports_to"), "RCF and Protection Working Group")
    ends = {each.to for each in found.links if each.from_ == "education"}
    assert {"rcf", "protection"} <= ends


def test_none_beside_what_is_recorded_changes_nothing() -> None:
    text = "interagency: 1\norganizations: {a: {name: A, tags: [women-led]}}\n"
    whole = loads(text, format="yaml")
    assert read(("organizations", "a", "tags"), "none", whole) == whole
