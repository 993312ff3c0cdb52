"""An organogram as SVG: text that can be read, found and copied, and no letter out of its box."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from interagency.report.drawing import COLOURS, Leading
from interagency.report.fonts import is_right_to_left, text_width, wrapped
from interagency.report.language import Language
from interagency.report.layout import (
    HEIGHTS,
    MARGIN,
    PAD,
    SIZES,
    WIDTH,
    Layout,
    Placed,
    Route,
    TextLine,
)
from interagency.report.organogram import KIND_NAMES, Organogram
from interagency.report.sheets import PAGES, Sheet
from interagency.report.wording import one_line

# Arial and Liberation Sans are as wide as Helvetica, by which the lines are broken.
_FONT = "Helvetica,Arial,'Liberation Sans','Nimbus Sans','Noto Sans Arabic',sans-serif"
_BORDERS: Final[Mapping[Leading, str]] = {
    "known": "stroke:#4d5a66",
    "unknown": "stroke:#4d5a66;stroke-dasharray:5 4",
    "vacant": "stroke:#c00000;stroke-width:2.5",
}
STYLE: Final = (
    f".og text{{font:{SIZES['text']}px {_FONT};fill:#111}}"
    f".og .title{{font-weight:700;font-size:{SIZES['title']}px}}"
    f".og .small{{font-size:{SIZES['small']}px;fill:#333}}"
    ".og .head{font-weight:700;font-size:18px}.og .gap{font-weight:700;fill:#b00000}"
    ".og .open{font-weight:700;fill:#8a4b00}"
    ".og path{fill:none;stroke:#7b8794;stroke-width:1.3}"
    ".og path.r{stroke:#1f5fa8;stroke-width:1.7}.og path.d{stroke-dasharray:2 4}"
    ".og .tip{fill:#1f5fa8;stroke:none}.og rect{stroke-width:1}"
    + "".join(f".og .{kind}{{fill:{fill}}}" for kind, fill in COLOURS.items())
    + "".join(f".og .{leading}{{{border}}}" for leading, border in _BORDERS.items())
    + ".og .paper{fill:#fff;stroke:none}"
)
_LEAST_WIDTH = 760
_LEGEND_LINES = (
    "Dashed border, ?: not recorded who leads, or who else. Red border, VACANT: a leading seat is "
    "known to be empty.",
    "Grey line: lies in. Blue arrow: reports to. Dotted: inferred or disputed. A reporting line "
    "that would cross boxes stands in words only.",
)
_MOST_SOURCES = 6


def svg_of(organogram: Organogram, sheet: Sheet, page: str | None = None) -> str:
    """Return a drawing as an SVG file of its own.

    Args:
        organogram: The organogram that the drawing is of.
        sheet: The drawing.
        page: A4 or A3, to fit the drawing into a page of that size; by default its own size.
    """
    head = [*_heading(organogram, sheet)]
    width = max(sheet.layout.width, _LEAST_WIDTH) + 2 * MARGIN
    foot = [*_footing(organogram, width - 2 * MARGIN)]
    top = MARGIN + 12 + 20 * len(head)
    legend = top + sheet.layout.height + 26
    height = legend + 20 + 13 * len(foot) + MARGIN
    parts = (
        f'<style>{STYLE}</style><rect class="paper" width="{width}" height="{height}"/>',
        *_head_texts(head),
        f'<g transform="translate({MARGIN} {top})">{drawing(sheet, organogram.language)}</g>',
        f'<g transform="translate({MARGIN} {legend})">{"".join(_legend(organogram, foot))}</g>',
    )
    return _svg(organogram, sheet, "".join(parts), (width, height), page) + "\n"


def inline_svg(organogram: Organogram, sheet: Sheet, prefix: str, name: str = "") -> str:
    """Return a drawing to stand in a page that has `STYLE`, with a link from each box.

    Args:
        organogram: The organogram that the drawing is of.
        sheet: The drawing.
        prefix: Where the link of a box leads, before its id, for example `#b-`.
        name: What the id of its title begins with, where there are several organograms.
    """
    layout = sheet.layout
    size = (layout.width + 8, layout.height + 8)
    body = f'<g transform="translate(4 4)">{drawing(sheet, organogram.language, prefix)}</g>'
    return _svg(organogram, sheet, body, size, None, name)


def _svg(
    organogram: Organogram,
    sheet: Sheet,
    body: str,
    size: tuple[int, int],
    page: str | None,
    name: str = "",
) -> str:
    width, height = size
    box, shape = f"0 0 {width} {height}", f'width="{width}" height="{height}"'
    if page:
        short, long = PAGES[page]
        across, down = (long, short) if width > height else (short, long)
        shape = f'width="{across}mm" height="{down}mm"'
    label = f"{name}svg-title-{sheet.number}"
    title = escape(" — ".join(_heading(organogram, sheet)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="og" viewBox="{box}" {shape} role="group" '
        f'aria-labelledby="{label}"><title id="{label}">{title}</title>{body}</svg>'
    )


def _heading(organogram: Organogram, sheet: Sheet) -> Iterator[str]:
    yield organogram.title
    yield organogram.setting
    if sheet.of > 1:
        text = "Drawing {number} of {all}"
        part = organogram.language.say(text, number=sheet.number, all=sheet.of)
        yield f"{part}: {one_line(sheet.title, 100)}" if sheet.title else part


def _head_texts(head: list[str]) -> Iterator[str]:
    for place, text in enumerate(head):
        kind = ' class="head"' if place == 0 else ""
        yield f'<text{kind} x="{MARGIN}" y="{MARGIN + 14 + 20 * place}">{escape(text)}</text>'


def drawing(sheet: Sheet, language: Language, prefix: str | None = None) -> str:
    """Return the boxes and lines of a drawing, without what stands around them."""
    layout = sheet.layout
    routes = sorted(layout.routes, key=lambda route: route.reports)
    return "".join((*map(_route, routes), *_tips(layout), *_boxes(sheet, _marks(language), prefix)))


def _marks(language: Language) -> re.Pattern[str]:
    """Return a pattern for what is vacant or unknown, where it stands alone and in no name."""
    words = {"?", "VACANT", language.say("?"), language.say("VACANT")}
    return re.compile(rf"(?<![^\s,])(?:{'|'.join(map(re.escape, sorted(words)))})(?![^\s,])")


def _boxes(sheet: Sheet, marks: re.Pattern[str], prefix: str | None) -> Iterator[str]:
    for placed in sheet.layout.boxes:
        if prefix is None:
            yield f"<g>{_box(placed, marks)}</g>"
        else:
            yield f'<a href="{prefix}{escape(placed.box.id)}">{_box(placed, marks)}</a>'


def _box(placed: Placed, marks: re.Pattern[str]) -> str:
    box = placed.box
    rect = (
        f'<rect class="{box.kind} {box.leading}" x="{placed.x}" y="{placed.y}" '
        f'width="{WIDTH}" height="{placed.height}" rx="6"/>'
    )
    y = placed.y + PAD - 3
    texts = []
    for line in placed.lines:
        y += HEIGHTS[line.style]
        texts.append(_text(line, placed.x, y - 1, marks))
    return rect + "".join(texts)


def _text(line: TextLine, x: int, y: int, marks: re.Pattern[str]) -> str:
    kind = "" if line.style == "text" else f' class="{line.style}"'
    if is_right_to_left(line.text):
        # Anchored by its end rather than by `direction`, which programs read differently.
        place = f'x="{x + WIDTH - PAD}" text-anchor="end"'
    else:
        place = f'x="{x + PAD}"'
    text = escape(line.text)
    marked = text if line.style == "title" else marks.sub(_marked, text)
    return f'<text{kind} {place} y="{y}">{marked}</text>'


def _marked(found: re.Match[str]) -> str:
    kind = "open" if found[0] in "?؟" else "gap"
    return f'<tspan class="{kind}">{found[0]}</tspan>'


def _route(route: Route) -> str:
    (x, y), *rest = route.points
    way = f"M{x} {y}"
    for across, down in rest:
        way += f"H{across}" if down == y else f"V{down}"
        x, y = across, down
    kinds = ["r"] * route.reports + ["d"] * (not route.sure)
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    return f'<path{kind} d="{way}"/>'


def _tips(layout: Layout) -> Iterator[str]:
    """Yield the points of arrows, one for all that meet: not every program draws markers."""
    tips = {route.points[-2:]: None for route in layout.routes if route.reports}
    places = {(end, before[0] < end[0]) for before, end in tips}
    for (x, y), is_from_left in sorted(places):
        back = x - 8 if is_from_left else x + 8
        yield f'<polygon class="tip" points="{x},{y} {back},{y - 4} {back},{y + 4}"/>'


def _legend(organogram: Organogram, foot: list[str]) -> Iterator[str]:
    x = 0
    for kind, name in KIND_NAMES.items():
        word = organogram.language.say(name)
        yield f'<rect class="{kind} known" x="{x}" y="-10" width="18" height="12" rx="3"/>'
        yield f'<text class="small" x="{x + 24}" y="0">{escape(word)}</text>'
        x += 46 + round(text_width(word, SIZES["small"]))
    for place, line in enumerate(foot, start=1):
        yield f'<text class="small" x="0" y="{6 + 13 * place}">{escape(line)}</text>'


def _footing(organogram: Organogram, width: int) -> Iterator[str]:
    """Yield the legend and the sources, in lines that fit."""
    say = organogram.language.say
    sources = organogram.sources[:_MOST_SOURCES]
    more = len(organogram.sources) - len(sources)
    texts = [say(line) for line in _LEGEND_LINES]
    if sources:
        end = say("; and {count} more", count=more) if more else ""
        texts.append(f"{say('Sources')}: {'; '.join(sources)}{end}")
    for text in texts:
        yield from wrapped(text, width, SIZES["small"], most=8)
