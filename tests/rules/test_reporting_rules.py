"""`reporting-line-broken`, `reporting-cycle` and `reporting-wrong-level`."""

import pytest

from tests.rules.documents import asked, flagged, result

BROKEN, CYCLE, LEVEL = "reporting-line-broken", "reporting-cycle", "reporting-wrong-level"


@pytest.mark.parametrize(
    ("line", "findings", "questions"),
    [
        ("reports_to: none", ["s"], []),
        ("reports_to: [f]", [], []),
        ("reports_to: unknown", [], [("s", "reports_to")]),
        ("note: nothing", [], [("s", "reports_to")]),
        ("reports_to: [{to: none, certainty: disputed}]", [], [("s", "reports_to")]),
        ("reports_to: [none, {to: f, certainty: disputed}]", [], [("s", "reports_to")]),
        ("reports_to: [none, f]", [], []),
        ("reports_to: none, certainty: disputed", [], []),
    ],
)
def test_only_a_written_none_is_a_broken_line(
    line: str, findings: list[str], questions: list[tuple[str, str]]
) -> None:
    for section in ("sectors", "working_groups"):
        document = f"forums: {{f: {{name: F}}}}\n{section}: {{s: {{name: S, {line}}}}}"
        assert flagged(BROKEN, document) == findings
        assert asked(BROKEN, document) == questions


def test_a_forum_or_a_sub_sector_may_report_to_nobody() -> None:
    document = """
forums: {f: {name: F, reports_to: none}}
sub_sectors: {s: {name: S, reports_to: none}}
"""
    assert flagged(BROKEN, document) == []


@pytest.mark.parametrize(
    ("target", "line", "on", "findings"),
    [
        ("until: 2022", "{to: f}", "2023", ["s"]),
        ("until: 2022", "{to: f}", "2022", []),
        ("until: 2022", "{to: f}", None, []),
        ("until: 2022", "{to: f, until: 2022}", "2023", []),
        ("until: 2022", "{to: f, certainty: disputed}", "2023", []),
        ("until: 2022, certainty: disputed", "{to: f}", "2023", []),
    ],
)
def test_a_line_to_what_has_ended_is_broken(
    target: str, line: str, on: str | None, findings: list[str]
) -> None:
    document = f"""
forums: {{f: {{name: F, {target}}}, g: {{name: G}}}}
sectors: {{s: {{name: S, reports_to: [{line}, g], participates_in: [f]}}}}
"""
    assert flagged(BROKEN, document, on) == findings


def test_a_line_that_ended_with_its_start_is_not_broken() -> None:
    document = """
forums: {f: {name: F, until: 2022}}
sectors: {s: {name: S, until: 2022, reports_to: [f]}}
"""
    assert flagged(BROKEN, document, "2023") == []


def test_two_rings_are_two_findings_and_a_line_between_them_is_none() -> None:
    document = """
posts:
  a: {title: A, reports_to: [b]}
  b: {title: B, reports_to: [a, d]}
  c: {title: C, reports_to: [c]}
  d: {title: D, reports_to: [e, g]}
  e: {title: E, reports_to: [d]}
  g: {title: G}
"""
    findings = result(CYCLE, document).findings
    assert [(each.subject, each.related) for each in findings] == [
        ("a", ("b",)),
        ("c", ()),
        ("d", ("e",)),
    ]
    assert [each.message for each in findings] == [
        "reporting runs in a ring: A and B",
        "C reports to itself",
        "reporting runs in a ring: D and E",
    ]
    assert findings[0].evidence == ("link a reports_to b", "link b reports_to a")


@pytest.mark.parametrize(
    ("end", "line"),
    [("", ", certainty: disputed"), (", certainty: disputed", "")],
)
def test_what_is_disputed_closes_no_ring(end: str, line: str) -> None:
    document = f"""
forums:
  a: {{name: A, reports_to: [b]}}
  b: {{name: B{end}, reports_to: [{{to: a{line}}}]}}
"""
    assert flagged(CYCLE, document) == []
    assert flagged(CYCLE, document.replace(", certainty: disputed", "")) == ["a"]


def test_a_ring_of_other_lines_is_none() -> None:
    document = """
forums:
  a: {name: A, coordinates_with: [b]}
  b: {name: B, coordinates_with: [a], reports_to: unknown}
"""
    assert flagged(CYCLE, document) == []


@pytest.mark.parametrize(
    ("own", "other", "findings"),
    [
        ("national", "sub-national", ["a"]),
        ("regional", "site", ["a"]),
        ("national", "national", []),
        ("sub-national", "national", []),
        ("national", "unknown", []),
        ("unknown", "site", []),
    ],
)
def test_a_line_downward_is_of_the_wrong_level(own: str, other: str, findings: list[str]) -> None:
    document = f"""
forums:
  a: {{name: A, level: {own}, reports_to: [b, unknown]}}
  b: {{name: B, level: {other}}}
"""
    assert flagged(LEVEL, document) == findings
    assert flagged(LEVEL, document.replace("name: B", "name: B, certainty: disputed")) == []
