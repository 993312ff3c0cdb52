"""Account of a table: what its columns were taken for, and what was left of it."""

from collections.abc import Iterator, Sequence

from interagency.exchange import TableAccount
from interagency.importers.table.book import Book
from interagency.importers.table.columns import Column, How
from interagency.importers.table.sheet import TableSheet


def account_of(sheet: TableSheet, book: Book) -> TableAccount:
    """Return the account of a table, without its rows."""
    table = sheet.table
    named = f"read for its {sheet.reads}" if sheet.reads else "not read"
    people = book.mailboxes_left + book.holders.people
    notes = [*table.notes, named, *_by_values(sheet), *_left(sheet)]
    notes += [f"left, personal data in cells: {people}"] if people else []
    return TableAccount(
        file=table.file,
        sheet=table.name,
        rows=len(table.rows),
        blank=table.blank,
        hidden=table.hidden,
        notes=tuple(notes),
    )


def _by_values(sheet: TableSheet) -> Iterator[str]:
    for each in sheet.columns:
        if each.how is How.VALUES:
            yield f"column {_shown(each)} is taken for the {each.field}, by its values"


def _left(sheet: TableSheet) -> Iterator[str]:
    known = [each for each in sheet.columns if each.is_known and not each.is_read]
    personal = [each for each in known if each.field == "person"]
    aside = [each for each in known if each.field != "person" and each.samples]
    left: tuple[tuple[str, Sequence[Column]], ...] = (
        ("left, personal data", personal),
        ("left, not recognised", sheet.unsure),
        ("left", aside),
    )
    for title, columns in left:
        if columns:
            yield f"{title}: columns {', '.join(map(_shown, columns))}"


def _shown(column: Column) -> str:
    return f"{column.header!r} ({column.letter})"
