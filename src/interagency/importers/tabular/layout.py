"""What the columns of a table mean: by words, then by values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import final

from attrs import field, frozen

from interagency.importers.tabular.blanks import is_blank, is_error, is_nothing
from interagency.importers.tabular.columns import (
    NAMES,
    Column,
    Guesses,
    Mark,
    chosen_columns,
    marks_of,
    told_by_values,
    with_flags,
)
from interagency.importers.tabular.fields import NAMING, ORGANIZATIONS, Field, Header, header_of
from interagency.importers.tabular.headers import (
    KEYS,
    any_header_row,
    fullest_row,
    headings,
    last_line,
)
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.text import clean, one_line


@final
@frozen(kw_only=True)
class Layout:
    """What the columns of one table mean.

    Attributes:
        header: Number of the row with the headers; 0 if there is none.
        columns: Where each meaning stands; names of organizations also by language.
        marks: Columns headed by a sector, a country or a month, in which rows are marked.
        notes: Columns that are not read, and those that were told by their values.
    """

    header: int = 0
    columns: Mapping[Column, int] = field(factory=dict)
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()

    def cell(self, cells: Cells, meaning: Field, language: str | None = None) -> str:
        """Return the clean text of a row in the column of a meaning; empty if there is none."""
        index = self.columns.get((meaning, language))
        text = "" if index is None or index >= len(cells) else clean(cells[index])
        # a total in a column of organizations is told as one
        is_empty = is_nothing if meaning in ORGANIZATIONS else is_blank
        return "" if meaning in NAMING and is_empty(text) else text

    def errors(self, cells: Cells) -> tuple[str, ...]:
        """Return the errors of formulas in the columns that are read."""
        indexes = (index for index in self.columns.values() if index < len(cells))
        return tuple(dict.fromkeys(cells[index] for index in indexes if is_error(cells[index])))

    def has(self, *meanings: Field) -> bool:
        """Return whether there is a column for one of these meanings."""
        return any(meaning in meanings for meaning in self.meanings)

    @property
    def meanings(self) -> tuple[Field, ...]:
        """Return what its columns say."""
        told = (*(meaning for meaning, _ in self.columns), *(mark.meaning for mark in self.marks))
        return tuple(dict.fromkeys(told))

    def marked(self, cells: Cells, meaning: Field) -> tuple[str, ...]:
        """Return the headers of a meaning under which a row is marked."""
        marks = (mark for mark in self.marks if mark.meaning is meaning)
        return tuple(mark.text for mark in marks if mark.is_set(cells))

    def names(self, cells: Cells) -> Iterable[tuple[str | None, str]]:
        """Yield the names of an organization in a row, with their languages."""
        for meaning, language in self.columns:
            text = self.cell(cells, meaning, language)
            if meaning is Field.ORGANIZATION and text:
                yield language, text


def layout_of(table: Table, guesses: Guesses) -> Layout:
    """Return what the columns of a table mean; none of them if it is no table of coordination.

    Args:
        table: The table.
        guesses: What tells a value of a meaning, for columns whose headers tell nothing.
    """
    if not table.rows:
        return Layout()
    found = any_header_row(table, guesses)
    index = fullest_row(table) if found is None else last_line(table, found)
    number, cells = table.rows[index][0], headings(table, index)
    headers = [header_of(clean(cell)) for cell in cells]
    chosen = chosen_columns(cells, headers)
    told = told_by_values(table.rows[index + 1 :], headers, chosen, guesses)
    columns = with_flags({**chosen, **told}, table.rows[index + 1 :])
    marks = marks_of(cells, (each for each, _ in columns), table.rows[index + 1 :], guesses)
    if not any(meaning in KEYS for meaning, _ in columns) or (found is None and len(columns) < 2):
        return Layout()
    own = [guesses[meaning](clean(cells[at])) for (meaning, _), at in told.items()]
    if found is None and all(own):  # no headers at all: the first row is one of the others
        number = 0
    notes = _notes(cells, headers, columns, told, marks)
    return Layout(header=number, columns=columns, marks=marks, notes=notes)


def is_header(cells: Cells, layout: Layout) -> bool:
    """Return whether a row repeats the headers, perhaps in another language."""
    places = [(meaning, index) for (meaning, _), index in layout.columns.items()]
    filled = [place for place in places if place[1] < len(cells) and cells[place[1]].strip()]
    headers = ((NAMES.get(meaning, meaning), cells[index]) for meaning, index in filled)
    found = ((meaning, header_of(clean(text))) for meaning, text in headers)
    same = all(header is not None and header.meaning is meaning for meaning, header in found)
    return same and len(filled) > 1


def _notes(
    cells: Cells,
    headers: Sequence[Header | None],
    columns: Mapping[Column, int],
    told: Mapping[Column, int],
    marks: Sequence[Mark],
) -> tuple[str, ...]:
    notes = [
        f"column {_shown(cells[index])} is taken for the {place[0]}, by its values"
        for place, index in told.items()
    ]
    contacts = [i for i, header in enumerate(headers) if header and header.meaning == "contact"]
    read = {*columns.values(), *contacts, *(mark.index for mark in marks)}
    left = [i for i in range(len(cells)) if i not in read]
    for title, indexes in (("not read, personal data", contacts), ("not read", left)):
        names = [_shown(cells[index]) for index in indexes if cells[index].strip()]
        notes += [f"{title}: columns {', '.join(names)}"] if names else []
    return tuple(notes)


def _shown(text: str) -> str:
    return repr(one_line(clean(text)))
