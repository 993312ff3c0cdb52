"""Organograms as files: SVG, PNG and PowerPoint."""

import re
import sys
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from interagency import examples
from interagency.cli import main
from interagency.document import load, loads
from interagency.errors import MissingLibrary
from interagency.model import Architecture
from interagency.report.organogram import organogram_of
from interagency.report.pictures import to_png, to_svg
from interagency.report.sheets import sheets_of
from interagency.report.slides import to_pptx
from interagency.report.svg import inline_svg
from tests.report.structures import HOSTILE, hostile, structures

ROMANIA = load(examples.path("romania-2022"))
R4V = load(examples.path("r4v"))
SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "style", "rect", "g", "text", "tspan", "path", "polygon", "a"}


def one(found: str | Mapping[str, str]) -> str:
    assert isinstance(found, str)
    return found


def refuse_unsafe(svg: str) -> ElementTree.Element:
    """Return an SVG as a tree; refuse one with an element or attribute that could act."""
    root = ElementTree.fromstring(svg)
    for each in root.iter():
        assert each.tag.removeprefix(SVG) in ALLOWED
        assert not [name for name in each.attrib if name.startswith("on")]
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    return root


def test_a_picture_says_what_it_shows() -> None:
    root = refuse_unsafe(one(to_svg(ROMANIA)))
    texts = ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]
    assert texts[:2] == [
        "Refugee response in Romania, first phase",
        "2022-03-31 · refugee · national · ROU · refugees",
    ]
    assert any(each.startswith("co-lead: UNHCR, a UN agency") for each in texts)
    assert any(each.startswith("Sources: UNHCR Inter-Agency") for each in texts)
    assert {"forum", "sector", "sub-sector", "working group"} <= set(texts)


def test_a_large_structure_is_several_pictures() -> None:
    found = to_svg(R4V)
    assert isinstance(found, Mapping)
    assert [*found] == ["organogram-1.svg", "organogram-2.svg"]
    assert "Drawing 2 of 2: " in found["organogram-2.svg"]
    assert "; and 14 more" in found["organogram-1.svg"]


@pytest.mark.parametrize(("page", "shape"), [("A4", "210mm"), ("A3", "297mm")])
def test_a_picture_fits_a_page(page: str, shape: str) -> None:
    found = to_svg(ROMANIA, page=page)
    text = found if isinstance(found, str) else found["organogram-1.svg"]
    assert f'width="{shape}"' in text
    small = loads("interagency: 1\nforums: {f: {}, g: {within: f}, h: {within: g}}")
    across = {"A4": "297mm", "A3": "420mm"}[page]
    assert f'width="{across}"' in one(to_svg(small, page=page))


def test_nothing_at_all_is_a_picture_too() -> None:
    refuse_unsafe(one(to_svg(Architecture())))
    assert one(to_svg(Architecture())).count("untitled") == 2


def test_names_from_right_to_left_end_at_the_right() -> None:
    text = "interagency: 1\nforums: {f: {name: منصة التنسيق}}"
    assert re.search(r'x="231" text-anchor="end" y="\d+">منصة', one(to_svg(loads(text))))


def test_a_link_leads_from_each_box() -> None:
    organogram = organogram_of(ROMANIA)
    svg = inline_svg(organogram, sheets_of(organogram)[0], "#b-")
    links = [each.attrib["href"] for each in refuse_unsafe(svg).iter(f"{SVG}a")]
    assert len(links) == 12
    assert "#b-rcf" in links


def test_hostile_names_are_text() -> None:
    found = to_svg(hostile())
    for svg in found.values() if isinstance(found, Mapping) else (found,):
        refuse_unsafe(svg)
        assert not {"\u202e", "\x1b", "\u2066"} & set(svg)
        assert len(svg) < 40_000


@settings(max_examples=15)
@given(structures(most=40))
def test_the_same_structure_gives_the_same_picture(whole: Architecture) -> None:
    found = to_svg(whole)
    assert to_svg(whole) == found
    for svg in found.values() if isinstance(found, Mapping) else (found,):
        refuse_unsafe(svg)


def test_png_is_drawn_of_the_svg() -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    found = to_png(ROMANIA)
    assert isinstance(found, bytes)
    assert found.startswith(b"\x89PNG")
    several = to_png(R4V, page="A4")
    assert isinstance(several, Mapping)
    assert all(each.startswith(b"\x89PNG") for each in several.values())


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(MissingLibrary, match=r"to draw PNG needs one .* 'interagency\[png\]'"):
        to_png(ROMANIA)
    with pytest.raises(MissingLibrary, match=r"slides needs one .* 'interagency\[office\]'"):
        to_pptx(ROMANIA)


def test_slides_hold_every_body_as_a_box_with_lines_glued_to_it() -> None:
    pptx = pytest.importorskip("pptx", reason="the extra office is not installed")
    deck = pptx.Presentation(BytesIO(to_pptx(R4V)))
    assert len(deck.slides) > 1
    boxes, glued = set(), 0
    for slide in deck.slides:
        here = {each.shape_id: each for each in slide.shapes}
        boxes |= {each.name for each in here.values() if each.name in R4V.entities}
        for each in here.values():
            ends = re.findall(r'(?:st|end)Cxn id="(\d+)"', xml_of(each))
            assert all(int(end) in here for end in ends)
            glued += len(ends) == 2
    assert boxes == {body.id for body in R4V.bodies}
    assert glued >= len([body for body in R4V.bodies if body.parent])


def xml_of(shape: Any) -> str:
    from pptx.oxml.xmlchemy import serialize_for_reading

    return str(serialize_for_reading(shape._element))


def test_a_line_between_boxes_of_one_column_runs_beside_them() -> None:
    pytest.importorskip("pptx", reason="the extra office is not installed")
    with ZipFile(BytesIO(to_pptx(ROMANIA))) as deck:
        slides = "".join(
            deck.read(name).decode() for name in deck.namelist() if "slides/slide" in name
        )
    assert '<a:gd name="adj1" fmla="val ' in slides
    assert '<a:tailEnd type="triangle"/>' in slides
    assert 'prst="roundRect"' in slides


def test_slides_are_the_same_bytes_and_take_hostile_names() -> None:
    pytest.importorskip("pptx", reason="the extra office is not installed")
    assert to_pptx(ROMANIA) == to_pptx(ROMANIA)
    text = """
interagency: 1
forums: {f: {name: منصة, seats: {lead: vacant}}, g: {within: {to: f, certainty: inferred}}}
"""
    with ZipFile(BytesIO(to_pptx(loads(text)))) as deck:
        slide = deck.read("ppt/slides/slide1.xml").decode()
    assert 'rtl="1"' in slide
    assert '<a:prstDash val="sysDot"/>' in slide
    with ZipFile(BytesIO(to_pptx(hostile()))) as deck:
        for name in deck.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(deck.read(name))
        pages = "".join(deck.read(n).decode() for n in deck.namelist() if "slides/slide" in n)
    assert HOSTILE[0] not in pages


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["export", "example:romania-2022", *arguments])
    return done.exit_code, done.output


def test_the_command_has_the_options_of_the_exporter_it_names() -> None:
    code, said = run("--to", "svg", "--focus", "iacg", "--depth", "1", "--lang", "fr")
    assert code == 0
    assert "Trait gris" in said
    code, said = run("--to=dot", "--level", "site", "--members")
    assert (code, "b_rcf" in said) == (0, False)
    code, said = run("--to", "svg", "--help")
    assert "--page [A4|A3]" in said
    code, said = run("--help")
    assert "--page" not in said
    assert "export --to NAME --help" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "json", "--members"), "No such option"),
        (("--to", "svgg", "--members"), "no exporter 'svgg'; did you mean svg?"),
        (("--to", "svg", "--focus", "rfc"), "--focus rfc: no body of the day has this id; did"),
        (("--to", "svg", "--page", "A5"), "'A5' is not one of 'A4', 'A3'"),
        (("--to", "svg", "--depth", "-1"), "-1 is not in the range x>=0"),
        (("--to",), "Option '--to' requires an argument"),
        (("--members",), "No such option"),
    ],
)
def test_an_option_that_does_not_fit_is_refused(arguments: tuple[str, ...], said: str) -> None:
    code, output = run(*arguments)
    assert code == 2
    assert said in output
