"""What pictures show, in whatever language they are drawn."""

from hypothesis import given

from interagency.document import loads
from interagency.model import Architecture
from interagency.report.drawing import Box, Drawing, Line, drawing_of, node_id
from interagency.report.wording import listed, one_line
from interagency.testing.strategies import architectures, ids
from tests.exporters.examples import AWKWARD, romania


def drawn(text: str) -> Drawing:
    return drawing_of(loads(f"interagency: 1\n{text}"))


def box(text: str, id: str = "f") -> Box:
    return next(each for each in drawn(text).boxes if each.id == id)


def test_a_body_hangs_from_what_it_reports_to_and_its_place_is_written() -> None:
    found = drawing_of(romania())
    assert found.lines["health"] == (Line("health", "iacg", True, True),)
    assert found.lines["cash"] == (Line("cash", "iacg", True, False),)
    assert found.lines["education"] == (Line("education", "rcf", False, True),)
    assert found.lines["iacg"] == (Line("iacg", "rcf", False, False),)
    health = next(each for each in found.boxes if each.id == "health")
    assert health.texts == (
        "co-lead: UNHCR, a UN agency (inferred), an NGO (inferred), ?",
        "in RCF",
        "takes part in Government-led working groups",
    )


def test_bodies_that_belong_together_stand_together() -> None:
    order = [each.id for each in drawing_of(romania()).boxes]
    assert order[:5] == ["rcf", "iacg", "protection", "basic-needs", "health"]


def test_a_ring_is_drawn_from_where_it_is_written() -> None:
    found = drawn("forums: {a: {reports_to: [b]}, b: {reports_to: [a]}, c: {reports_to: [c]}}")
    assert [each.id for each in found.boxes] == ["a", "b", "c"]
    assert found.lines["c"] == (Line("c", "c", True, True),)


def test_the_leading_seats_decide_how_a_box_looks() -> None:
    assert box("forums: {f: {seats: {lead: vacant}}}").leading == "vacant"
    assert box("forums: {f: {seats: {lead: [unhcr], co-lead: vacant}}}").leading == "vacant"
    assert box("forums: {f: {seats: {lead: [unhcr]}}}").leading == "unknown"
    assert box("forums: {f: {seats: {lead: [unhcr], co-lead: none}}}").leading == "known"


def test_who_leads_is_written_as_the_document_says_it() -> None:
    text = """
organizations: {gov: {name: Government, kind: government}}
posts: {p: {title: Officer, organization: gov}, q: {title: Chief}}
forums:
  f:
    seats:
      chair: [p, q, {holder: unhcr, post: p}, {holder: iom, post: unknown}]
      co-chair: [{kind: ngo, count: 3, certainty: inferred}, {tags: [local]}]
      co-lead: vacant
      co-coordinator: none
"""
    assert box(text).texts == (
        "chair: Government (Officer), Chief, UNHCR (Officer), IOM",
        "co-chair: 3 × an NGO (inferred), a holder",
        "co-lead: VACANT",
        "co-coordinator: none by design",
    )


def test_a_slot_that_nobody_wrote_is_a_question_mark() -> None:
    assert box("forums: {f: {}}").texts == ("lead: ?",)
    assert box("forums: {f: {seats: {chair: [unhcr]}}}").texts == ("chair: UNHCR", "co-lead: ?")
    assert box("complete: [leads]\nforums: {f: {}}").texts == ()


def test_lines_that_no_line_shows_are_written() -> None:
    text = """
forums:
  f: {reports_to: [g, officer], within: {to: h, certainty: disputed}, mirrors: [g, g2]}
  g: {name: Group, acronym: SAME, reports_to: none}
  g2: {name: Second, acronym: SAME}
  h: {acronym: HCT, reports_to: unknown}
sectors: {s: {}}
posts: {officer: {title: Officer}}
"""
    assert box(text).texts[1:] == (
        "in HCT (disputed)",
        "reports to Officer",
        "mirrors Group, Second",
    )
    assert box(text, "g").texts[1:] == ("reports to nobody",)
    assert box(text, "h").texts[1:] == ("reports to ?",)
    assert box(text, "s").texts[1:] == ("reports to ?",)


def test_levels_and_areas_are_written_where_they_change() -> None:
    text = """
level: regional
areas: [COL]
forums:
  f: {level: national, areas: [PER, BRA, CHL, ECU, COL, unknown]}
  g: {within: f, level: national}
  h: {within: f, level: site, areas: [PER, unknown]}
"""
    assert box(text).scope == "national, PER, BRA, CHL, ECU and 2 more"
    assert box(text, "g").scope == ""
    assert box(text, "h").scope == "site, PER, ?"


def test_a_title_has_the_acronym_the_number_and_the_doubt() -> None:
    text = "forums: {f: {name: Camps, acronym: CC, stands_for: 34, certainty: inferred}}"
    assert box(text).title == "Camps (CC) × 34 (inferred)"


def test_the_setting_is_the_day_and_what_the_document_is_about() -> None:
    assert drawing_of(romania()).setting == "2022-03-31 · refugee · national · ROU · refugees"
    assert drawing_of(Architecture()).setting == "no date stated"


def test_only_the_day_of_the_document_is_shown() -> None:
    found = drawn("as_of: 2022\nforums: {f: {until: 2021}, g: {}}")
    assert [each.id for each in found.boxes] == ["g"]


def test_one_line_is_short_and_moves_no_cursor() -> None:
    for text in AWKWARD:
        line = one_line(text, 80)
        assert len(line) <= 80
        assert all(each.isprintable() or each == "\u200d" for each in line)
    assert one_line("x" * 81, 80).endswith("x…")
    assert one_line(" " * 900 + "x" * 200, 80) == "…"
    assert listed(["a", "b", "c"], 2) == "a, b and 1 more"


def test_ids_stay_apart() -> None:
    several = ("a-b", "a_b", "a.b", "a/b", "ab", "a" * 100, "a" * 101, "end", "graph")
    names = {node_id(id) for id in several}
    assert len(names) == len(several)
    assert all(name.isidentifier() and len(name) <= 60 for name in names)


@given(ids(), ids())
def test_two_ids_are_never_the_same(one: str, other: str) -> None:
    assert (node_id(one) == node_id(other)) == (one == other)


@given(architectures())
def test_every_body_is_drawn_once_and_every_line_ends_at_one(whole: Architecture) -> None:
    found = drawing_of(whole)
    boxes = [each.id for each in found.boxes]
    assert len(boxes) == len(set(boxes))
    if whole.as_of is None:
        assert set(boxes) == {body.id for body in whole.bodies}
    for start, lines in found.lines.items():
        assert all(line.start == start and line.end in boxes for line in lines)
