"""What became of a row, in words: read, merged or rejected."""

from collections.abc import Iterable

from interagency.exchange import Outcome
from interagency.importers.r4v.book import News
from interagency.importers.r4v.header_rows import is_hxl
from interagency.importers.r4v.layout import Layout
from interagency.importers.tables import Cells

Verdict = tuple[Outcome, str]


def verdict(news: Iterable[News], problems: Iterable[str] = ()) -> Verdict:
    """Return the outcome of a row: read if any part of it is new, merged if all is known."""
    said = list(news)
    told = "; ".join(dict.fromkeys(problems))
    left = f"; not understood: {told}" if told else ""
    new = [label for is_new, label in said if is_new]
    if new:
        return Outcome.READ, shown(new) + left
    if said:
        return Outcome.MERGED, f"into {shown(label for _, label in said)}{left}"
    return Outcome.REJECTED, told or "nothing in the columns that are read"


def beside(layout: Layout, number: int, cells: Cells) -> Verdict:
    """Return what became of a row that is no data: titles, headers, tags."""
    if number < layout.header:
        return Outcome.REJECTED, "a title or an instruction above the headers"
    if number == layout.header:
        return Outcome.READ, f"the headers: {shown(layout.meanings)}"
    return Outcome.REJECTED, "HXL tags" if is_hxl(cells) else "repeats the headers"


def shown(values: Iterable[str]) -> str:
    """Return values as a sentence lists them, each once."""
    return ", ".join(dict.fromkeys(values))
