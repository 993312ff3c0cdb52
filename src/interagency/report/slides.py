"""An organogram as PowerPoint slides: boxes that can be edited, lines glued to them."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from interagency.errors import MissingLibrary
from interagency.model import Architecture
from interagency.report.drawing import COLOURS
from interagency.report.fonts import is_right_to_left
from interagency.report.language import Language
from interagency.report.layout import SIZES, WIDTH, Placed, Route
from interagency.report.organogram import Organogram
from interagency.report.pictures import drawn
from interagency.report.sheets import Sheet
from interagency.report.wording import one_line

# In English Metric Units, of which an inch has 914,400 and a pixel 9,525.
_PIXEL = 9_525
_POINT = 12_700
_SLIDE = (1_280 * _PIXEL, 720 * _PIXEL)
_TOP = 74
_LEFT = 28
_ROOM = (1_280 - 2 * _LEFT, 720 - _TOP - 44)
_SITES = {"left": 1, "right": 3}  # the sites of a rounded rectangle to which lines are glued
# As wide as the font by which lines are broken.
_FONT = "Arial"
_GREY = "7B8794"
_BLUE = "1F5FA8"
_BLANK_LAYOUT = 6
# The first day that a zip file can hold: the same input gives the same bytes on every day.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def to_pptx(architecture: Architecture, **options: Any) -> bytes:
    """Return an organogram as a PowerPoint file, one branch a slide.

    Raises:
        MissingLibrary: If python-pptx is not installed.
    """
    try:
        from pptx import Presentation
    except ImportError:
        raise MissingLibrary("to make slides", "office") from None
    organogram, sheets = drawn(architecture, page="slide", **options)
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = _SLIDE
    deck.core_properties.title = organogram.title
    deck.core_properties.author = ""
    for sheet in sheets:
        _slide(deck, organogram, sheet)
    out = BytesIO()
    deck.save(out)
    return _without_clock(out)


def _without_clock(source: BytesIO) -> bytes:
    """Return a zip file again with one day for everything in it."""
    out = BytesIO()
    with ZipFile(source) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            after.writestr(info, before.read(name))
    return out.getvalue()


def _slide(deck: Any, organogram: Organogram, sheet: Sheet) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_BLANK_LAYOUT])
    layout = sheet.layout
    scale = min(1.0, _ROOM[0] / max(layout.width, 1), _ROOM[1] / max(layout.height, 1))
    _write(slide, (_LEFT, 14), _title(organogram, sheet), 20, bold=True)
    _write(slide, (_LEFT, 46), organogram.setting, 11)
    shapes = {each.box.id: _box(slide, each, scale, organogram.language) for each in layout.boxes}
    places = {each.box.id: each for each in layout.boxes}
    for route in layout.routes:
        _connector(slide, route, shapes, places, scale)
    _write(slide, (_LEFT, 720 - 36), _legend(organogram), 9)


def _title(organogram: Organogram, sheet: Sheet) -> str:
    if sheet.of == 1:
        return one_line(organogram.title, 90)
    part = f"{sheet.number}/{sheet.of}"
    return f"{one_line(sheet.title or organogram.title, 80)} ({part})"


def _legend(organogram: Organogram) -> str:
    say = organogram.language.say
    texts = (
        "Dashed border, ?: not recorded who leads, or who else. Red border, VACANT: a leading "
        "seat is known to be empty.",
        "Grey line: lies in. Blue arrow: reports to. Dotted: inferred or disputed.",
    )
    return " ".join(map(say, texts))


def _write(
    slide: Any, place: tuple[int, int], text: str, points: float, *, bold: bool = False
) -> None:
    from pptx.util import Pt

    x, y = (each * _PIXEL for each in place)
    width = _SLIDE[0] - 2 * _LEFT * _PIXEL
    frame = slide.shapes.add_textbox(x, y, width, int(points * 2 * _POINT)).text_frame
    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(points), bold, _FONT


def _box(slide: Any, placed: Placed, scale: float, language: Language) -> Any:
    from pptx.enum.dml import MSO_LINE_DASH_STYLE
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Pt

    box = placed.box
    x, y = _at(placed.x, placed.y, scale)
    size = (round(WIDTH * scale * _PIXEL), round(placed.height * scale * _PIXEL))
    shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, x, y, *size)
    shape.name = box.id
    shape.adjustments[0] = 0.08
    _drop_style(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(COLOURS[box.kind].removeprefix("#").upper())
    line = shape.line
    line.color.rgb = _colour("C00000" if box.leading == "vacant" else "4D5A66")
    line.width = Pt(2.25 if box.leading == "vacant" else 1)
    if box.leading == "unknown":
        line.dash_style = MSO_LINE_DASH_STYLE.DASH
    _fill(shape.text_frame, placed, scale, language.say("VACANT"))
    return shape


def _drop_style(shape: Any) -> None:
    """Take away the style of the theme, which would add shadows."""
    from pptx.oxml.ns import qn

    shape._element.remove(shape._element.find(qn("p:style")))


def _colour(text: str) -> Any:
    from pptx.dml.color import RGBColor

    made: Any = RGBColor
    return made(*bytes.fromhex(text))


def _at(x: int, y: int, scale: float) -> tuple[int, int]:
    return round((_LEFT + x * scale) * _PIXEL), round((_TOP + y * scale) * _PIXEL)


def _fill(frame: Any, placed: Placed, scale: float, vacant: str) -> None:
    """Write the text of a box, in lines as they were laid out, so that none leaves the box."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = False
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    margin = round(8 * scale * _PIXEL)
    frame.margin_left = frame.margin_right = margin
    frame.margin_top = frame.margin_bottom = 0
    for place, line in enumerate(placed.lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        is_reversed = is_right_to_left(line.text)
        paragraph.alignment = PP_ALIGN.RIGHT if is_reversed else PP_ALIGN.LEFT
        if is_reversed:
            paragraph._p.get_or_add_pPr().set("rtl", "1")
        run = paragraph.add_run()
        run.text = line.text
        # A pixel is three quarters of a point.
        run.font.size = Pt(round(SIZES[line.style] * scale * 0.75, 1))
        run.font.bold, run.font.name = line.style == "title", _FONT
        is_gap = line.style == "text" and vacant in line.text
        run.font.color.rgb = _colour("B00000" if is_gap else "111111")


def _connector(
    slide: Any,
    route: Route,
    shapes: Mapping[str, Any],
    places: Mapping[str, Placed],
    scale: float,
) -> None:
    """Draw a line from the box below to the box above, glued to both."""
    from pptx.enum.dml import MSO_LINE_DASH_STYLE
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.util import Pt

    below, above = places[route.start], places[route.end]
    start = "right" if below.x <= above.x else "left"
    end = "right" if above.x <= below.x else "left"
    line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 0, 0)
    line.name = f"{route.start} - {route.end}"
    _drop_style(line)
    line.begin_connect(shapes[route.start], _SITES[start])
    line.end_connect(shapes[route.end], _SITES[end])
    line.line.color.rgb = _colour(_BLUE if route.reports else _GREY)
    line.line.width = Pt(1.25 if route.reports else 1)
    if not route.sure:
        line.line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT
    if route.reports:
        _add_tip(line)
    if start == end:
        offset = max(x for x, _ in route.points) - below.x - WIDTH
        _bend(line, round(offset * scale * _PIXEL))


def _add_tip(line: Any) -> None:
    from pptx.oxml.ns import qn

    outline = line.line._get_or_add_ln()
    outline.append(outline.makeelement(qn("a:tailEnd"), {"type": "triangle"}))


def _bend(line: Any, offset: int) -> None:
    """Let a line between boxes of one column run beside them, as PowerPoint itself does it.

    The bend is given in hundred-thousandths of the width, which is a point and must not be zero.
    """
    from pptx.oxml.ns import qn

    line.width = _POINT
    shape = line._element.spPr.find(qn("a:prstGeom"))
    values = shape.find(qn("a:avLst"))
    bend = {"name": "adj1", "fmla": f"val {offset * 100_000 // _POINT}"}
    values.append(values.makeelement(qn("a:gd"), bend))
