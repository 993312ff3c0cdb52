"""Organograms: every body once, no box over another, no letter out of its box."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from interagency import examples
from interagency.document import load, loads
from interagency.exchange import BadOption
from interagency.model import Architecture
from interagency.report.fonts import text_width
from interagency.report.language import language
from interagency.report.layout import PAD, SIZES, WIDTH, Layout, Placed
from interagency.report.organogram import organogram_of
from interagency.report.selection import Selection
from interagency.report.sheets import MOST_BOXES, Sheet, sheets_of
from tests.report.structures import hostile, structures

PIXELS = {None: (1_460, 1_960), "A4": (1_000, 1_320), "slide": (1_480, 700)}


def sheets(whole: Architecture, page: str | None = None) -> tuple[Sheet, ...]:
    return sheets_of(organogram_of(whole), page)


def overlap(one: Placed, other: Placed) -> bool:
    beside = one.x + WIDTH <= other.x or other.x + WIDTH <= one.x
    return not (beside or one.y + one.height <= other.y or other.y + other.height <= one.y)


def crosses(layout: Layout) -> list[str]:
    """Return each line that runs through the inside of a box."""
    found = []
    for route in layout.routes:
        for (x1, y1), (x2, y2) in zip(route.points, route.points[1:], strict=False):
            for box in layout.boxes:
                inside_x = min(x1, x2) < box.x + WIDTH and max(x1, x2) > box.x
                inside_y = min(y1, y2) < box.y + box.height and max(y1, y2) > box.y
                if inside_x and inside_y:
                    found.append(f"{route.start} to {route.end} through {box.box.id}")
    return found


def refuse_bad(sheet: Sheet, size: tuple[int, int]) -> None:
    layout = sheet.layout
    assert not [(a, b) for a, b in combinations(layout.boxes, 2) if overlap(a, b)]
    assert crosses(layout) == []
    for placed in layout.boxes:
        for line in placed.lines:
            bold = line.style == "title" or "VACANT" in line.text
            assert text_width(line.text, SIZES[line.style], bold=bold) <= WIDTH - 2 * PAD
        assert placed.x >= 0
        assert placed.y >= 0
        assert placed.x + WIDTH <= layout.width
        assert placed.y + placed.height <= layout.height
    assert len(layout.boxes) <= MOST_BOXES + 1
    assert layout.width <= size[0] + 200  # lanes for reporting lines come on top
    tallest = max((each.height for each in layout.boxes), default=0)
    assert layout.height <= size[1] + tallest


@settings(max_examples=40)
@given(structures())
def test_random_structures_are_drawn_without_overlap_or_cut(whole: Architecture) -> None:
    for page, size in PIXELS.items():
        drawings = sheets(whole, page)
        for sheet in drawings:
            refuse_bad(sheet, size)
        seen = [box.box.id for sheet in drawings for box in sheet.layout.boxes]
        assert set(seen) == {body.id for body in whole.bodies}
        # What stands in several drawings is folded in one and the head of another.
        heads = {id for sheet in drawings for id in sheet.tops}
        assert {id for id in seen if seen.count(id) > 1} <= heads
        for sheet in drawings:
            for id, number in sheet.folded.items():
                assert id in drawings[number - 1].tops


@pytest.mark.parametrize("name", examples.names())
def test_shipped_examples_are_drawn_without_overlap_or_cut(name: str) -> None:
    for sheet in sheets(load(examples.path(name))):
        refuse_bad(sheet, PIXELS[None])


def test_hostile_names_stay_in_their_boxes() -> None:
    for sheet in sheets(hostile()):
        refuse_bad(sheet, PIXELS[None])


def test_what_lies_in_a_body_hangs_from_it_and_reporting_lines_are_a_second_layer() -> None:
    found = organogram_of(load(examples.path("romania-2022")))
    assert found.children["rcf"][:3] == ("iacg", "protection", "basic-needs")
    assert ("health", "iacg", True) in {(x.start, x.end, x.sure) for x in found.reports}
    assert ("cash", "iacg", False) in {(x.start, x.end, x.sure) for x in found.reports}
    assert "reports to Refugee Inter-Agency Coordination Group" in found.boxes["health"].texts
    assert not found.parents["iacg"].sure
    assert found.sources == (
        "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy), UNHCR, 2022-03",
        "UNHCR Senior Inter-Agency Coordination Officer P4 (standard job description, in a vacancy "
        "for Panama), UNHCR, 2023-02",
    )


def test_a_reporting_line_along_the_tree_is_not_drawn_twice() -> None:
    text = "interagency: 1\nforums: {f: {}, g: {within: f, reports_to: [f], reports_to: [f]}}"
    found = organogram_of(loads(text.replace(", reports_to: [f]}", "}")))
    assert found.parents["g"].reports
    assert found.reports == ()
    assert not any("reports" in each for each in found.boxes["g"].texts)


FOREST = """
interagency: 1
forums:
  top: {level: global, reports_to: [top]}
  mid: {level: national, within: top, seats: {member: [unhcr, iom]}}
  low: {level: site, within: mid}
  open: {level: unknown, within: mid, reports_to: [far]}
  far: {level: national}
"""


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({}, ["top", "mid", "low", "open", "far"]),
        ({"focus": "mid"}, ["top", "mid", "low", "open"]),
        ({"focus": "mid", "depth": 0}, ["mid"]),
        ({"focus": "mid", "depth": 2}, ["top", "mid", "low", "open", "far"]),
        ({"level": "site"}, ["low", "open"]),
        ({"level": "national"}, ["mid", "open", "far"]),
        ({"focus": "far"}, ["open", "far"]),
    ],
)
def test_a_part_can_be_chosen(options: dict[str, object], ids: list[str]) -> None:
    chosen = Selection.of(**options)  # type: ignore[arg-type]  # each is of its type
    assert [*organogram_of(loads(FOREST), chosen).boxes] == ids


def test_what_is_chosen_hangs_from_the_nearest_body_above_it_that_is_chosen() -> None:
    text = FOREST.replace("within: mid}", "within: {to: mid, certainty: inferred}}")
    far = text.replace("level: global", "level: site")
    found = organogram_of(loads(far), Selection.of(level="site"))
    assert found.parents["low"].end == "top"
    assert not found.parents["low"].sure


def test_members_are_written_when_asked_for() -> None:
    found = organogram_of(loads(FOREST), Selection.of(members=True))
    assert found.boxes["mid"].texts[-1] == "member: UNHCR, IOM"
    assert "member: UNHCR, IOM" not in organogram_of(loads(FOREST)).boxes["mid"].texts


def test_a_focus_that_there_is_not_is_refused() -> None:
    with pytest.raises(BadOption, match=r"--focus mdi: no body of the day has this id; did you"):
        organogram_of(loads(FOREST), Selection.of(focus="mdi"))
    with pytest.raises(BadOption, match=r"has this id$"):
        organogram_of(loads(FOREST), Selection.of(focus="zzzzz"))


def test_the_words_are_those_of_the_language() -> None:
    found = organogram_of(loads(FOREST), language=language("fr"))
    assert found.boxes["mid"].scope == "national"
    text = "interagency: 1\nsectors: {s: {seats: {co-lead: [{kind: ngo}, vacant]}}}"
    box = organogram_of(loads(text), language=language("fr")).boxes["s"]
    assert box.texts[0].startswith("Co-chef de file: ")
    assert box.texts[0].endswith(", VACANT")


def test_a_structure_of_hundreds_is_folded_with_an_index() -> None:
    lines = ["interagency: 1", "forums:", "  top: {name: Top}"]
    lines += [f"  n{n}: {{within: top}}" for n in range(17)]
    lines += [f"  n{n}-{m}: {{within: n{n}}}" for n in range(17) for m in range(9)]
    found = sheets(loads("\n".join(lines)))
    assert found[0].title == ""
    assert 3 < len(found) < 10
    assert sum(len(sheet.layout.boxes) for sheet in found) == 171 + len(
        {id for sheet in found for id in sheet.folded}
    )
