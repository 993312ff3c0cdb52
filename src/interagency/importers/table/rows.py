"""Rows of a table as statements: of groups and seats, of presence, or of organizations."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from interagency.exchange import Outcome
from interagency.importers.table.book import Book
from interagency.importers.table.group_rows import group_news
from interagency.importers.table.presence_rows import organization_news, presence_news
from interagency.importers.table.row import Row
from interagency.importers.table.sheet import TableSheet
from interagency.importers.tabular.ledger import News, RowStatus, verdict
from interagency.importers.tabular.source import Cells

_READERS: Final[Mapping[str, Callable[[Row], Iterator[News]]]] = {
    "groups": group_news,
    "presence": presence_news,
    "organizations": organization_news,
}
_NO_HEADERS: Final = "no row of headers names groups, organizations or sectors"


def entered(sheet: TableSheet, number: int, cells: Cells, book: Book) -> RowStatus:
    """Keep what a row says; return what became of it.

    Args:
        sheet: The table.
        number: The number of the row.
        cells: The row.
        book: Takes what it says.
    """
    if not sheet.reads:
        return Outcome.REJECTED, _NO_HEADERS
    if number == sheet.header:
        read = ", ".join(each.meaning for each in sheet.columns if each.is_read)
        return Outcome.MERGED, f"into the columns: {read}"
    if number == sheet.tags:
        return Outcome.MERGED, "into the columns: HXL tags"
    if not sheet.is_data(number, cells):
        is_above = number < max(sheet.header, sheet.tags)
        return Outcome.REJECTED, "a title above the headers" if is_above else "repeats the headers"
    row = Row(book, sheet, cells)
    outcome, detail = verdict(list(_READERS[sheet.reads](row)), row.problems)
    settled = "; ".join(f"by the decision in {each}" for each in row.settled)
    return outcome, f"{detail}; {settled}" if settled else detail
