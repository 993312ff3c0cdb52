"""Which row of a table is the header, and what each column means: by words, then by values."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, final

from attrs import field, frozen

from interagency.importers.cleaning import clean, is_yes_or_no, one_line
from interagency.importers.r4v.headings import headings, last_line
from interagency.importers.r4v.marks import Mark, marks_of, wide_row
from interagency.importers.r4v.meanings import UNREAD, Header, Meaning, header_of
from interagency.importers.tables import Cells, Table

_FIRST_ROWS: Final = 30
# Below so many rows of instructions headers are looked for if there are none above.
_ANY_ROWS: Final = 300
_SAMPLE: Final = 200
_MOST: Final = 0.6
# A header holds at least one of these: it says who, where, or in which sector.
_KEYS: Final = frozenset(
    {
        Meaning.ORGANIZATION,
        Meaning.APPEALING,
        Meaning.IMPLEMENTING,
        Meaning.PLATFORM,
        Meaning.COUNTRY,
        Meaning.ADMIN1,
        Meaning.SECTOR,
        Meaning.SUBSECTOR,
        Meaning.ENGLISH,
    }
)
_JUST_SECTOR: Final = frozenset({"sector", "setor", "secteur"})
# What a column of names becomes if it holds yes and no instead.
_NAMES: Final = {
    Meaning.APPEALS: Meaning.APPEALING,
    Meaning.IMPLEMENTS: Meaning.IMPLEMENTING,
}
Guesses = Mapping[Meaning, Callable[[str], object]]
Place = tuple[Meaning, str | None]


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
    columns: Mapping[Place, int] = field(factory=dict)
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()

    def cell(self, cells: Cells, meaning: Meaning, language: str | None = None) -> str:
        """Return the clean text of a row in the column of a meaning; empty if there is none."""
        index = self.columns.get((meaning, language))
        return "" if index is None or index >= len(cells) else clean(cells[index])

    def has(self, *meanings: Meaning) -> bool:
        """Tell whether there is a column for one of these meanings."""
        return any(meaning in meanings for meaning in self.meanings)

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """Return what its columns say."""
        told = (*(meaning for meaning, _ in self.columns), *(mark.meaning for mark in self.marks))
        return tuple(dict.fromkeys(told))

    def marked(self, cells: Cells, meaning: Meaning) -> tuple[str, ...]:
        """Return the headers of a meaning under which a row is marked."""
        marks = (mark for mark in self.marks if mark.meaning is meaning)
        return tuple(mark.text for mark in marks if mark.is_set(cells))

    def names(self, cells: Cells) -> Iterable[tuple[str | None, str]]:
        """Yield the names of an organization in a row, with their languages."""
        for meaning, language in self.columns:
            text = self.cell(cells, meaning, language)
            if meaning is Meaning.ORGANIZATION and text:
                yield language, text


def layout_of(table: Table, guesses: Guesses) -> Layout:
    """Return what the columns of a table mean; none of them if it is no table of coordination.

    Args:
        table: The table.
        guesses: What tells a value of a meaning, for columns whose headers tell nothing.
    """
    if not table.rows:
        return Layout()
    found = _header_row(table, guesses)
    index = _fullest_row(table) if found is None else last_line(table, found)
    number, cells = table.rows[index][0], headings(table, index)
    headers = [header_of(clean(cell)) for cell in cells]
    chosen = _chosen(cells, headers)
    told = _told_by_values(table.rows[index + 1 :], headers, chosen, guesses)
    columns = _with_flags({**chosen, **told}, table.rows[index + 1 :])
    marks = marks_of(cells, (each for each, _ in columns), table.rows[index + 1 :], guesses)
    if not any(meaning in _KEYS for meaning, _ in columns) or (found is None and len(columns) < 2):
        return Layout()
    own = [guesses[meaning](clean(cells[at])) for (meaning, _), at in told.items()]
    if found is None and all(own):  # no headers at all: the first row is one of the others
        number = 0
    notes = _notes(cells, headers, columns, told, marks)
    return Layout(header=number, columns=columns, marks=marks, notes=notes)


def is_hxl(cells: Cells) -> bool:
    """Tell whether a row holds HXL tags, such as #org+lead, and nothing else."""
    filled = (cell.strip() for cell in cells if cell.strip())
    return all(cell.startswith("#") and cell[1:2].isalpha() for cell in filled)


def is_header(cells: Cells, layout: Layout) -> bool:
    """Tell whether a row repeats the headers, perhaps in another language."""
    places = [(meaning, index) for (meaning, _), index in layout.columns.items()]
    filled = [place for place in places if place[1] < len(cells) and cells[place[1]].strip()]
    headers = ((_NAMES.get(meaning, meaning), cells[index]) for meaning, index in filled)
    found = ((meaning, header_of(clean(text))) for meaning, text in headers)
    same = all(header is not None and header.meaning is meaning for meaning, header in found)
    return same and len(filled) > 1


def header_row(table: Table) -> int | None:
    """Return the index of the row that says most; a table of one column may have one header."""
    best = _best_row(table.rows[:_FIRST_ROWS])
    if best is None:
        best = _best_row(table.rows[:_ANY_ROWS])
    if best is None and _is_one_column(table) and meanings_of(table.rows[0][1]) & _KEYS:
        return 0
    return best


def _best_row(rows: Sequence[tuple[int, Cells]]) -> int | None:
    best, most = None, 1
    for index, (_, cells) in enumerate(rows):
        meanings = meanings_of(cells)
        if len(meanings) > most and meanings & _KEYS:
            best, most = index, len(meanings)
    return best


def _header_row(table: Table, guesses: Guesses) -> int | None:
    found = header_row(table)
    wide = wide_row(table.rows[:_FIRST_ROWS], _KEYS, guesses) if found is None else -1
    return wide if wide >= 0 else found


def _fullest_row(table: Table) -> int:
    filled = [sum(map(bool, map(str.strip, cells))) for _, cells in table.rows[:_FIRST_ROWS]]
    return filled.index(max(filled))


def meanings_of(cells: Cells) -> set[Meaning]:
    """Return what the cells of a row mean if they are headers."""
    headers = (header_of(clean(cell)) for cell in cells)
    return {header.meaning for header in headers if header and header.meaning is not Meaning.NOISE}


def _is_one_column(table: Table) -> bool:
    filled = {tuple(i for i, cell in enumerate(cells) if cell.strip()) for _, cells in table.rows}
    return len(table.rows) > 1 and len(filled) == 1 and all(len(each) == 1 for each in filled)


def _chosen(cells: Cells, headers: Sequence[Header | None]) -> dict[Place, int]:
    """Return one column for each meaning: the one whose header says most, then the leftmost."""
    places: dict[Place, list[int]] = {}
    for index, header in enumerate(headers):
        if header and header.meaning not in UNREAD:
            by_language = header.meaning is Meaning.ORGANIZATION
            place = (header.meaning, header.language if by_language else None)
            places.setdefault(place, []).append(index)
    return {
        place: min(indexes, key=lambda index: (_rank(headers[index], cells[index]), index))
        for place, indexes in places.items()
    }


def _rank(header: Header | None, text: str) -> int:
    words = text.casefold()
    match header:
        case Header(Meaning.SECTOR, language):
            says_more = 2 * ("sub" in words) + (words in _JUST_SECTOR)
            return 4 * (language is not None) - says_more
        case Header(Meaning.BUDGET):
            return -("total" in words)
        case Header(Meaning.ADMIN1_CODE):
            return -("iso" in words)
        case Header(Meaning.COUNTRY):
            return int("iso" in words or "cod" in words or "cód" in words)
    return 0


def _told_by_values(
    rows: Sequence[tuple[int, Cells]],
    headers: Sequence[Header | None],
    chosen: Mapping[Place, int],
    guesses: Guesses,
) -> dict[Place, int]:
    """Return columns for the meanings that no header names, if most of their values fit."""
    told: dict[Place, int] = {}
    for meaning, fits in guesses.items():
        if (meaning, None) in chosen or any(place[0] is meaning for place in chosen):
            continue
        for index, header in enumerate(headers):
            if header is None and index not in told.values() and _mostly(rows, index, fits):
                told[meaning, None] = index
                break
    return told


def _with_flags(columns: dict[Place, int], rows: Sequence[tuple[int, Cells]]) -> dict[Place, int]:
    """Return the columns, where `Appealing organisation: Yes` names nobody, but says a part."""
    flags = {
        (name, None): flag
        for flag, name in _NAMES.items()
        if (name, None) in columns and _mostly(rows, columns[name, None], is_yes_or_no)
    }
    return {
        (flags[place], None) if place in flags else place: index for place, index in columns.items()
    }


def _mostly(rows: Sequence[tuple[int, Cells]], index: int, fits: Callable[[str], object]) -> bool:
    values = [clean(cells[index]) for _, cells in rows[:_SAMPLE] if index < len(cells)]
    filled = [value for value in values if value]
    return bool(filled) and sum(bool(fits(value)) for value in filled) >= _MOST * len(filled)


def _notes(
    cells: Cells,
    headers: Sequence[Header | None],
    columns: Mapping[Place, int],
    told: Mapping[Place, int],
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
