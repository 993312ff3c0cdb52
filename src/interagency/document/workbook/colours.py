"""Colours of what is vacant, unknown, inferred or disputed; the words in the cells say the same."""

from collections.abc import Mapping
from typing import Any, Final

from interagency.document.workbook.book import Book, letters
from interagency.document.workbook.layout import SheetPlan

Colour = Mapping[str, Any]

_VACANT: Final[Colour] = {"bg_color": "#F8CECC"}
_UNKNOWN: Final[Colour] = {"bg_color": "#FFF2CC"}
_INFERRED: Final[Colour] = {"italic": True, "font_color": "#7F6000"}
_DISPUTED: Final[Colour] = {"bg_color": "#E1D5E7"}
# In the order of the legend.
LEGEND_COLOURS: Final = (_VACANT, _UNKNOWN, _INFERRED, _DISPUTED)


def colour(
    book: Book, sheet: Any, plan: SheetPlan, first: int, area: tuple[int, int, int, int]
) -> None:
    """Colour the cells of an area.

    Args:
        book: The workbook.
        sheet: The sheet.
        plan: What stands on it.
        first: The column of its first field, from 0.
        area: First row and column, last row and column, from 0.
    """
    for word, style in (("vacant", _VACANT), ("unknown", _UNKNOWN)):
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        sheet.conditional_format(*area, {**rule, "format": book.format(**style)})
    certain = (place for place, each in enumerate(plan.columns, first) if each.key == "certainty")
    for place in certain:
        for word, style in (("inferred", _INFERRED), ("disputed", _DISPUTED)):
            cell = f'=${letters(place)}{area[0] + 1}="{word}"'
            rule = {"type": "formula", "criteria": cell}
            sheet.conditional_format(*area, {**rule, "format": book.format(**style)})
