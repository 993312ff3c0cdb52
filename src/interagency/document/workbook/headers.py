"""Headers of the sheets of a workbook: which row holds them, and which column each names."""

from difflib import get_close_matches
from typing import Final

from interagency.document.names import spelling
from interagency.document.problems import Cell
from interagency.document.scalars import shortened
from interagency.document.workbook.draft import Draft
from interagency.document.workbook.layout import KEY, MORE, TYPE, SheetPlan
from interagency.document.workbook.sheets import SheetRows

_HEADER_ROWS: Final = 30


def header_row(sheet: SheetRows, plan: SheetPlan, draft: Draft) -> int | None:
    """Return the index of the row with most headers of a sheet; nothing if no row has any."""
    known = _known(plan)
    hits = [len({*map(spelling, row)} & known.keys()) for row in sheet.rows[:_HEADER_ROWS]]
    if any(hits):
        return hits.index(max(hits))
    if is_filled(sheet):
        headers = ", ".join(each.header for each in plan.columns[:3])
        draft.problem(f"the sheet has no row of headers, such as {headers}", Cell(1, 1, sheet.name))
    return None


def columns_of(sheet: SheetRows, head: int, plan: SheetPlan, draft: Draft) -> dict[str, int]:
    """Return the number of each column, from 1, and note those that are none of the format."""
    known = _known(plan)
    found: dict[str, int] = {}
    for place, header in enumerate(sheet.rows[head], 1):
        name = spelling(header)
        key = known.get(name) or (name if more_of(name) else None)
        if key and key not in found:
            found[key] = place
        elif name:
            draft.notes.append(f"{sheet.name}: {_left(header, key, plan)}")
    return found


def is_filled(sheet: SheetRows) -> bool:
    """Return whether any cell of a sheet says anything."""
    return any(text.strip() for row in sheet.rows for text in row)


def more_of(name: str) -> int:
    """Return which of the columns More a header names, from 1; 0 if it names none."""
    word, _, rest = name.partition(" ")
    if word != spelling(MORE) or not (not rest or rest.isdigit()):
        return 0
    return int(rest[:6] or 1)


def _known(plan: SheetPlan) -> dict[str, str]:
    """Return the place that each spelling of a header stands for."""
    known: dict[str, str] = {
        spelling(each): each for each in (KEY, *([TYPE] if plan.types else []))
    }
    for column in plan.columns:
        for name in (column.header, column.place, column.key):
            known.setdefault(spelling(name), column.place)
    return known


def _left(header: str, key: str | None, plan: SheetPlan) -> str:
    shown = shortened(header.strip())
    if key:
        return f"the column {shown!r} stands twice; the first was read"
    headers = [each.header for each in plan.columns]
    close = get_close_matches(shown, headers, n=1, cutoff=0.8)
    meant = f"; did you mean {close[0]}?" if close else ""
    return f"the column {shown!r} was left: it is your own{meant}"
