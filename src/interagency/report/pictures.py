"""An organogram as files: SVG, and PNG made of it."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from interagency.errors import MissingLibrary
from interagency.exchange import Option
from interagency.model import Architecture
from interagency.report.language import LANGUAGES, language
from interagency.report.organogram import Organogram, organogram_of
from interagency.report.selection import SELECTION_OPTIONS, Selection
from interagency.report.sheets import PAGES, Sheet, sheets_of
from interagency.report.svg import svg_of

LANGUAGE_OPTION: Final = Option(
    name="lang",
    choices=LANGUAGES,
    default="en",
    help="Language of fixed words and, where lists have them, of codes.",
)
PAGE_OPTION: Final = Option(
    name="page",
    choices=tuple(PAGES),
    help="Fit each drawing to a page of this size; by default, its own size, readable on A3.",
)
PICTURE_OPTIONS: Final = (*SELECTION_OPTIONS, PAGE_OPTION, LANGUAGE_OPTION)
# Pixels of a PNG for each pixel of the drawing, so that it is sharp on a slide or in print.
_SHARPNESS = 2

Picture = TypeVar("Picture", str, bytes)


def drawn(
    architecture: Architecture,
    page: str | None = None,
    lang: str = "en",
    **selection: Any,
) -> tuple[Organogram, tuple[Sheet, ...]]:
    """Return the organogram and its drawings that options describe."""
    chosen = Selection.of(**selection)
    organogram = organogram_of(architecture, chosen, language(lang))
    return organogram, sheets_of(organogram, page)


def to_svg(architecture: Architecture, **options: Any) -> str | Mapping[str, str]:
    """Return an organogram as SVG; where it is folded, each drawing by the name of its file."""
    return _pictures(architecture, options, "svg", lambda svg: svg)


def to_png(architecture: Architecture, **options: Any) -> bytes | Mapping[str, bytes]:
    """Return an organogram as PNG; where it is folded, each drawing by the name of its file.

    Raises:
        MissingLibrary: If resvg is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingLibrary("to draw PNG", "png") from None
    return _pictures(
        architecture,
        options,
        "png",
        lambda svg: bytes(svg_to_bytes(svg_string=svg, zoom=_SHARPNESS, dpi=96)),
    )


def _pictures(
    architecture: Architecture,
    options: Mapping[str, Any],
    suffix: str,
    made: Callable[[str], Picture],
) -> Picture | Mapping[str, Picture]:
    organogram, sheets = drawn(architecture, **options)
    page = str(options["page"]) if options.get("page") else None
    found = [made(svg_of(organogram, sheet, page)) for sheet in sheets]
    if len(found) == 1:
        return found[0]
    width = len(str(len(found)))
    return {f"organogram-{n:0{width}}.{suffix}": each for n, each in enumerate(found, start=1)}
