"""The rules about where sub-sectors and working groups lie, and how long seats last."""

import pytest

from tests.rules.documents import asked, flagged, messages, result

WITHOUT, THEME = "sub-sector-without-sector", "sub-sector-in-other-theme"
ALONE, LIFE = "working-group-unattached", "seat-outside-body-life"

Asked = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("place", "findings", "questions"),
    [
        ("within: sector", [], []),
        ("within: nested", [], []),
        ("within: forum", [], [("s", "within")]),
        ("within: under-forum", [], [("s", "within")]),
        ("within: none", ["s"], []),
        ("within: apart", ["s"], []),
        ("within: unknown", [], [("s", "within")]),
        ("note: nothing", [], [("s", "within")]),
        ("within: {to: forum, certainty: disputed}", [], [("s", "within")]),
        ("within: disputed", [], [("s", "within")]),
        ("within: adrift", [], [("adrift", "within")]),
        ("within: forum, certainty: disputed", [], []),
    ],
)
def test_a_sub_sector_lies_in_a_sector(place: str, findings: list[str], questions: Asked) -> None:
    document = f"""
forums: {{forum: {{name: F}}}}
sectors:
  sector: {{name: S}}
  disputed: {{name: D, certainty: disputed}}
working_groups:
  nested: {{name: N, within: sector}}
  under-forum: {{name: U, within: forum}}
  apart: {{name: A, within: none}}
  adrift: {{name: B}}
sub_sectors: {{s: {{name: Sub, {place}}}}}
"""
    assert flagged(WITHOUT, document) == findings
    assert asked(WITHOUT, document) == questions


def test_the_message_says_where_a_sub_sector_lies() -> None:
    assert messages(WITHOUT, "sub_sectors: {s: {name: Sub, within: none}}") == [
        "Sub lies in no body, so that it belongs to no sector"
    ]
    document = (
        "working_groups: {w: {name: Youth, within: none}}\nsub_sectors: {s: {name: Sub, within: w}}"
    )
    assert messages(WITHOUT, document) == [
        "Sub lies in Youth, which lies in no body, so that it belongs to no sector"
    ]


def test_a_sub_sector_of_a_forum_is_asked_for_its_sector() -> None:
    document = "forums: {f: {name: RCF}}\nsub_sectors: {s: {name: Sub, within: f}}"
    (question,) = result(WITHOUT, document).questions
    assert question.text == "To which sector does Sub belong?"
    assert question.write == "sub_sectors.s.within: id of its sector"
    assert question.shared == "To which sector does each of these belong?"


@pytest.mark.parametrize(
    ("sectors", "findings", "questions"),
    [
        ("a: {name: A, within: f, covers: [EDU]}", ["s"], []),
        ("a: {name: A, within: none, covers: [EDU]}", ["s"], []),
        ("a: {name: A, within: f, covers: [EDU, PRO]}", [], []),
        ("a: {name: A, within: f, covers: [EDU, PRO-CPN]}", [], []),
        ("a: {name: A, within: f}", [], [("a", "covers")]),
        ("a: {name: A, within: f, covers: [EDU, unknown]}", [], [("a", "covers")]),
        ("a: {name: A, within: f, covers: [new-code]}", [], [("a", "covers")]),
        ("a: {name: A, covers: [EDU]}", [], [("a", "within")]),
        ("a: {name: A, within: b, covers: [EDU]}, b: {name: B, covers: [PRO]}", [], []),
        (
            "a: {name: A, within: b, covers: [EDU]}, b: {name: B, within: f, covers: [HEA]}",
            ["s"],
            [],
        ),
        ("a: {name: A, within: f, covers: [EDU], certainty: disputed}", [], []),
    ],
)
def test_a_sub_sector_lies_in_its_theme(
    sectors: str, findings: list[str], questions: Asked
) -> None:
    document = f"""
forums: {{f: {{name: F, within: unknown}}}}
sectors: {{{sectors}}}
sub_sectors: {{s: {{name: Sub, within: a, covers: [PRO-CPN, HEA, unknown]}}}}
"""
    assert flagged(THEME, document) == findings
    assert asked(THEME, document) == questions


def test_the_message_names_the_sectors_and_the_wider_theme() -> None:
    document = """
forums: {f: {name: F}}
sectors: {a: {name: Education, within: f, covers: [EDU]}}
sub_sectors: {s: {name: Child Protection, within: a, covers: [PRO-CPN]}}
"""
    assert messages(THEME, document) == [
        "Child Protection covers PRO-CPN and lies in Education, not in PRO"
    ]


@pytest.mark.parametrize(
    ("written", "findings", "questions"),
    [
        ("within: none, reports_to: none", ["w"], []),
        ("within: none, reports_to: [f]", [], []),
        ("within: f, reports_to: none", [], []),
        ("within: f", [], []),
        ("reports_to: [f]", [], []),
        ("note: nothing", [], [("w", "within")]),
        ("within: unknown, reports_to: none", [], [("w", "within")]),
        ("within: {to: none, certainty: disputed}, reports_to: none", [], [("w", "within")]),
        ("within: none", [], [("w", "reports_to")]),
        ("within: none, reports_to: unknown", [], [("w", "reports_to")]),
    ],
)
def test_a_working_group_is_attached(written: str, findings: list[str], questions: Asked) -> None:
    document = f"forums: {{f: {{name: F}}}}\nworking_groups: {{w: {{name: W, {written}}}}}"
    assert flagged(ALONE, document) == findings
    assert asked(ALONE, document) == questions


@pytest.mark.parametrize(
    ("body", "seat", "findings"),
    [
        ("since: 2022-03", "since: 2022", []),
        ("since: 2022-03", "since: 2022-02", ["s"]),
        ("since: 2022-03", "until: 2022-02", ["s"]),
        ("since: 2022", "since: 2022-03", []),
        ("until: 2022-03", "until: 2022", []),
        ("until: 2022-03", "until: 2022-04", ["s"]),
        ("until: 2022-03", "since: 2022-04", ["s"]),
        ("until: 2022-03", "since: 2022-03-20, until: 2022", []),
        ("until: 2022-02", "since: 2022-03-20, until: 2022", ["s"]),
        ("since: 2020, until: 2022", "since: 2020, until: 2022", []),
        ("since: 2020, until: 2022", "kind: ngo", []),
        ("note: nothing", "since: 1999", []),
        ("since: 2022", "since: 2020, certainty: disputed", []),
        ("since: 2022, certainty: disputed", "since: 2020", []),
    ],
)
def test_a_seat_lasts_no_longer_than_its_body(body: str, seat: str, findings: list[str]) -> None:
    for holder in ("holder: unhcr", "kind: un-agency"):
        entry = seat if "kind" in seat else f"{holder}, {seat}"
        document = f"sectors: {{s: {{name: S, {body}, seats: {{lead: [{{{entry}}}]}}}}}}"
        assert flagged(LIFE, document) == findings
        assert flagged(LIFE, document, "2010") == findings  # whatever the day
